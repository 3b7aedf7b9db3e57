// The dashboard: what there is in the study and what to do next. Draws nothing.

import CodingCore
import Screen

/// The dashboard's state.
struct DashboardState {
    var list = ListView()

    init(_ study: Study, coder: CoderID) {}

    /// Reads the figures anew from the study.
    mutating func update(_ study: Study) {}
}
