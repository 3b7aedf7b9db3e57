// One passage to be coded, its names resolved: what `gloss code` makes of its arguments and of each line of a file.

import CodingCore

/// A passage and the codes to apply to it.
struct CodingRequest {
    let document: DocumentRecord
    let span: TextSpan
    let codes: [Code]
    let coder: CoderID
    let memo: String
    let star: Int
    let doubt: Bool
}

/// What became of one code on one passage.
struct CodingOutcome {
    /// The coding's id: the new one, or that of the coding that was there.
    let id: Identifier
    let locator: String
    let code: CodeID
    let isNew: Bool

    /// The line that `gloss code` prints.
    var line: String { "\(isNew ? "saved" : "already coded") \(id) \(locator) \(code)\n" }
}
