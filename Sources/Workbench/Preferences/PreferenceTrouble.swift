// Why an option, its value or a key cannot be taken.

/// What is wrong with a line of the configuration, or with what `:set` was given.
package nonisolated struct PreferenceTrouble: Error, Equatable, CustomStringConvertible {
    /// What is the matter, without a full stop.
    package let what: String
    /// What to do about it, without a full stop.
    package let advice: String

    package init(_ what: String, advice: String) {
        self.what = what
        self.advice = advice
    }

    /// `what; what to do`.
    package var description: String { what + "; " + advice }
}
