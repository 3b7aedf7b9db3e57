// Why there can be no screens here, in sentences that say what to do about it.
import CTerminal

/// Why the program cannot take the terminal over.
package struct TerminalError: Error, Hashable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        case notATerminal, noTerm, tooSimple, unknown, failed
    }

    package let code: Code
    /// A sentence that says what to do.
    package let description: String

    private init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    /// The commands that do the same work a line at a time, for those whose terminal cannot show screens.
    private static let plainWay = "‘gloss read’ and ‘gloss code’ work without screens"

    /// The error in what `ct_start` answers, or nil if it answers that the terminal was started.
    init?(startResult: Int32, term: String) {
        switch Int(startResult) {
        case CT_STARTED, CT_STARTED_AS_XTERM:
            return nil
        case CT_NO_TERMINAL:
            let sentence = "This needs a terminal: standard input and output must not be files or pipes"
            self.init(.notATerminal, "\(sentence); \(Self.plainWay).")
        case CT_NO_TERM:
            let sentence = "TERM is not set: set it to the kind of your terminal, such as TERM=xterm-256color"
            self.init(.noTerm, "\(sentence); \(Self.plainWay).")
        case CT_TOO_SIMPLE:
            self.init(.tooSimple, "TERM=\(term) cannot place its cursor: use another terminal; \(Self.plainWay).")
        case CT_UNKNOWN:
            self.init(.unknown, "TERM=\(term) is not known here: try TERM=xterm-256color; \(Self.plainWay).")
        default:
            self.init(.failed, "The terminal could not be set up for TERM=\(term); \(Self.plainWay).")
        }
    }
}
