// How a command says that it could not do what was asked.

/// A failure with its exit code and the sentence for standard error.
package struct CommandFailure: Error, CustomStringConvertible {
    /// PRODUCT.md's exit codes.
    package enum Code: Int32, Sendable {
        case nothingFound = 1
        case couldNot = 2
        case problemsFound = 3
        case wrongUsage = 64
    }

    package let code: Code
    /// One sentence that says what to do; empty when everything has been said already.
    package let sentence: String

    package init(_ code: Code, _ sentence: String = "") {
        self.code = code
        self.sentence = sentence
    }

    package var description: String { sentence }

    /// Something could not be done.
    static func couldNot(_ sentence: String) -> CommandFailure { CommandFailure(.couldNot, sentence) }

    /// The command line asks for what there is not.
    static func wrongUsage(_ sentence: String) -> CommandFailure { CommandFailure(.wrongUsage, sentence) }
}
