// Draws the extracts of a code.

import CodingCore
import Screen

/// Draws the extracts screen.
struct ExtractsDraw {
    let state: AppState
    let extracts: ExtractsState
    let look: Look

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace? { nil }
}
