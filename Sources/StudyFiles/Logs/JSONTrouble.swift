// Why bytes are not JSON that we take. Knows no operations and no files.

/// A refusal of bytes that should be JSON.
package enum JSONTrouble: Error, Hashable, Sendable {
    /// The bytes are not JSON, or JSON of a kind that is refused; a sentence to follow the name of the line.
    case refused(String)
    /// Valid so far, but spelled in a way that only the slower reader takes, such as `2.0` for `2`.
    case unusualSpelling

    package var sentence: String {
        switch self {
        case .refused(let sentence): sentence
        case .unusualSpelling: "spells a number or a key in a way that has no meaning here."
        }
    }
}
