// What commands do on the extracts of a code.

import CodingCore

extension AppState {
    mutating func performInExtracts(
        _ command: Command,
        count: Int?,
        argument: String?,
        edit: CodingEdit
    ) -> [Effect] {
        []
    }
}
