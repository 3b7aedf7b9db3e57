// Why a command cannot be done now, in a sentence that says what would help. Help, the palette and the status line say it.

import CodingCore

extension AppState {
    /// Why a command cannot be done now; nothing when it can.
    func obstacle(to command: Command) -> String? {
        nil
    }
}
