// The extracts of one code. Draws nothing.

import CodingCore
import Screen

/// The extracts screen's state.
struct ExtractsState {
    let code: CodeID
    var list = ListView()
}
