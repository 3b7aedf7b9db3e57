/// Why the program cannot take the terminal over.
package struct TerminalError: Error, Hashable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        case notATerminal, noTerm, tooSimple, unknown, failed
    }

    package let code: Code
    /// A sentence that says what to do.
    package let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
