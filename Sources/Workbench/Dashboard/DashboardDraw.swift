// Draws the dashboard.

import CodingCore
import Screen

/// Draws the dashboard screen.
struct DashboardDraw {
    let state: AppState
    let dashboard: DashboardState
    let look: Look

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? { nil }
}
