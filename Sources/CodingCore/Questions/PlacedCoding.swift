// A coding seen in its document: which code it stands for now and who speaks. Knows no files.

/// A coding together with the voice of its passage.
package struct PlacedCoding: Sendable {
    package let coding: Coding
    /// The code that the log's code stands for now: adopted and merged codes are resolved.
    package let code: CodeID
    /// The document, and the first speaker of the passage who is no interviewer, else the first speaker.
    package let voice: Voice
    /// Whether the passage is one of the text as it is now; of an older text only the quote is known.
    package let isOnCurrentText: Bool

    package var span: TextSpan { coding.span }
}

extension PlacedCoding {
    /// What makes a coding one: the same coder, code and passage twice counts once.
    struct Key: Hashable {
        let coder: CoderID
        let code: CodeID
        let version: VersionTag
        let span: TextSpan

        init(_ coding: Coding, _ codebook: Codebook) {
            coder = coding.coder
            code = codebook.resolve(coding.code)
            version = coding.anchor.version
            span = coding.span
        }
    }

    /// The order of extracts inside a document: start, end, code, coder.
    package static func inExtractOrder(_ a: PlacedCoding, _ b: PlacedCoding) -> Bool {
        if a.span != b.span { return a.span < b.span }
        if a.code != b.code { return a.code < b.code }
        return (a.coding.coder, a.coding.id) < (b.coding.coder, b.coding.id)
    }
}
