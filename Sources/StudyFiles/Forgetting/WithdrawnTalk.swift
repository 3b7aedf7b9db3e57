// What one participant says in a document that others talk in too: the text without it, and which codings go with it. Knows
// texts and operations; writes nothing.

package import CodingCore

/// The talk of a participant who withdrew, in a document that stays.
package struct WithdrawnTalk {
    package let document: DocumentRecord
    /// The participant, by the names that the document's turns have.
    package let speakers: [String]
    /// What is said, each turn with its label, in scalars of the newest text; half-open.
    package let spans: [TextSpan]
    /// The newest text.
    let text: CanonicalText
    /// The text with a note in the place of each turn.
    let remainder: IncomingDocument
    /// The talk of the others.
    let kept: KeptStretches

    /// What stands in the place of a turn.
    package static let note = "[withdrawn]"

    /// - Throws: `FileTrouble` when the text cannot be read or was changed outside Gloss.
    init(of speakers: [String], in document: DocumentRecord, _ folder: StudyFolder) throws {
        self.document = document
        self.speakers = speakers
        let name = StudyFolder.textName(document.id)
        guard let bytes = try folder.bytes(of: name), SHA256.hexadecimal(of: bytes) == document.versions.last,
            let text = CanonicalText(utf8: bytes), let version = document.versions.last.flatMap({ VersionTag($0) })
        else { throw folder.changedOutside(document) }
        self.text = text
        let names = Set(speakers.map { Array($0.utf8) })
        var spans: [TextSpan] = []
        var kept = KeptStretches(of: version)
        var words: [UInt8] = []
        var count = 0
        let blocks = try folder.blocks(of: document, text: text).blocks.map { block in
            var block = block
            var part = Array(text.bytes(in: block.span))
            if block.kind == .turn, names.contains(Array(block.speaker.utf8)) {
                spans.append(block.span)
                let ends = part.reversed().prefix { $0 == 0x0A }
                part = Array(Self.note.utf8) + ends
                block = Block(kind: .note, span: block.span, page: block.page)
            } else {
                kept.add(block.span, at: count)
            }
            words += part
            let length = String(decoding: part, as: UTF8.self).unicodeScalars.count
            block.span = TextSpan(count, count + length)
            count += length
            return block
        }
        self.spans = spans
        self.kept = kept
        remainder = IncomingDocument(
            text: CanonicalText(String(decoding: words, as: UTF8.self)),
            blocks: blocks,
            title: document.title,
            origin: DocumentOrigin(fileName: name, sha256: "", encoding: "utf-8", labelStyle: "", format: "text")
        )
    }

    /// The words of the talk, turn by turn.
    var words: [[UInt8]] { spans.map { Array(text.bytes(in: $0)) } }

    /// Whether an operation makes a coding of nothing but this talk.
    func holds(_ operation: LogOperation) -> Bool {
        guard case .code(let uuid, let anchor, _, _, _, _, _) = operation.body, uuid == document.uuid,
            document.versions.last.flatMap({ VersionTag($0) }) == anchor.version
        else { return false }
        return spans.contains { $0.contains(anchor.span) }
    }
}
