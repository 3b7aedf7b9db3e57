// The names of a key in one document, and the document without them. Knows a text and its turns; writes nothing.

package import CodingCore

/// How a pseudonym is put into a text.
package enum PseudonymStyle: String, Sendable, CaseIterable {
    /// As it stands in the key.
    case plain
    /// In square brackets, so that a reader sees that it is one.
    case brackets

    /// What stands for a name.
    package func dressed(_ hit: NameHit) -> String {
        self == .plain ? hit.replacement : "[\(hit.replacement)]"
    }
}

/// A document's newest text and the names in it.
package struct NamedText {
    package let document: DocumentRecord
    package let text: CanonicalText
    private let blocks: [Block]
    /// Where names stand, in the order of the text; doubtful ones among them.
    package let hits: [NameHit]

    /// - Throws: `FileTrouble` when the text cannot be read or was changed outside Gloss.
    init(_ document: DocumentRecord, _ finder: NameFinder, _ folder: StudyFolder) throws {
        self.document = document
        let name = StudyFolder.textName(document.id)
        guard let bytes = try folder.bytes(of: name), SHA256.hexadecimal(of: bytes) == document.versions.last,
            let text = CanonicalText(utf8: bytes)
        else { throw folder.changedOutside(document) }
        self.text = text
        let blocks = try folder.blocks(of: document, text: text).blocks
        self.blocks = blocks
        // What one says last and another first is no name.
        var rest = blocks[...]
        hits = finder.hits(in: String(decoding: text.utf8, as: UTF8.self)).filter { hit in
            while let first = rest.first, first.span.end <= hit.span.start { rest.removeFirst() }
            return rest.first.map { hit.span.end <= $0.span.end } ?? false
        }
    }

    /// The text with pseudonyms in the place of names, and what of it is as it was.
    ///
    /// - Parameters:
    ///   - chosen: the hits to replace, in order.
    ///   - rename: what becomes of a speaker's name.
    func replaced(
        _ chosen: [NameHit],
        style: PseudonymStyle,
        version: VersionTag,
        rename: (String) -> String
    ) -> (IncomingDocument, KeptStretches) {
        var kept = KeptStretches(of: version)
        var words: [UInt8] = []
        var count = 0
        var places: [(old: Int, shift: Int)] = []
        func keep(_ span: TextSpan) {
            guard !span.isEmpty else { return }
            kept.add(span, at: count)
            words += text.bytes(in: span)
            count += span.count
        }
        var start = 0
        for hit in chosen {
            keep(TextSpan(start, hit.span.start))
            let pseudonym = style.dressed(hit)
            let length = pseudonym.unicodeScalars.count
            kept.add(hit.span, replacedBy: TextSpan(count, count + length))
            words += Array(pseudonym.utf8)
            count += length
            start = hit.span.end
            places.append((hit.span.end, count - hit.span.end))
        }
        keep(TextSpan(start, text.scalarCount))
        let new = CanonicalText(String(decoding: words, as: UTF8.self))
        var next = places[...]
        var shift = 0
        // A block begins where no name is in the middle of being said: labels are names as a whole, or none.
        func moved(_ offset: Int) -> Int {
            while let first = next.first, first.old <= offset {
                shift = first.shift
                next.removeFirst()
            }
            return offset + shift
        }
        let edges = blocks.map { (block: $0, start: moved($0.span.start)) }
        let labels = labelEnds(chosen, style)
        let ends = edges.dropFirst().map(\.start) + [new.scalarCount]
        let changed = zip(edges, ends).enumerated().map { index, place in
            var block = place.0.block
            block.span = TextSpan(place.0.start, place.1)
            block.label = new.string(in: TextSpan(place.0.start, place.0.start + labels[index]))
            block.speaker = rename(block.speaker)
            return block
        }
        let origin = DocumentOrigin(fileName: "", sha256: "", encoding: "utf-8", labelStyle: "", format: "text")
        return (IncomingDocument(text: new, blocks: changed, title: document.title, origin: origin), kept)
    }

    /// How long the label of each block is with its names replaced, in scalars.
    private func labelEnds(_ chosen: [NameHit], _ style: PseudonymStyle) -> [Int] {
        var hits = chosen[...]
        return blocks.map { block in
            while let first = hits.first, first.span.end <= block.span.start { hits.removeFirst() }
            let label = block.labelSpan
            return hits.prefix { $0.span.start < label.end }.reduce(label.count) { length, hit in
                length + style.dressed(hit).unicodeScalars.count - hit.span.count
            }
        }
    }
}
