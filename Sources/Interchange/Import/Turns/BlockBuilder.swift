// Cuts a text into blocks once the speakers are known. Pure; every scalar ends up in exactly one block.

import CodingCore

/// Walks over the lines of a text and opens a block wherever one begins.
struct BlockBuilder {
    let source: StructuredText
    let lines: [TextLine]
    let census: LabelCensus
    /// Whether questions are the only labels, so that the line after a question is nobody's.
    let questionsOnly: Bool

    /// Whether the text has no blank lines and no labels, so that each line is a paragraph.
    private let isLoneLine: Bool
    private var openings: [Opening] = []
    private var lastSpeaker = ""

    /// The beginning of a block; it reaches to the next one.
    private struct Opening {
        var byte: Int
        var kind: Block.Kind
        var speaker = ""
        var labelBytes = 0
        var begin: Int?
    }

    init(source: StructuredText, lines: [TextLine], census: LabelCensus, questionsOnly: Bool) {
        self.source = source
        self.lines = lines
        self.census = census
        self.questionsOnly = questionsOnly
        isLoneLine = census.speakers.isEmpty && !lines.contains(where: \.isBlank)
    }

    /// The blocks of the text.
    ///
    /// - Parameter labels: the lines that begin with a speaker's label, in text order.
    mutating func build(_ labels: [LabelCandidate]) -> [Block] {
        let byLine = Dictionary(labels.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
        var index = 0
        while index < lines.count {
            if lines[index].isBlank {
                index += 1
                continue
            }
            let paragraph = paragraph(from: index, labels: byLine)
            open(paragraph, label: byLine[index], hasSpeakers: !labels.isEmpty)
            index = paragraph.upperBound
        }
        return blocks()
    }

    /// The lines of the paragraph that begins at `first`: up to a blank line, a label or a heading.
    private func paragraph(from first: Int, labels: [Int: LabelCandidate]) -> Range<Int> {
        var next = first + 1
        if isHeading(first) || isLoneLine || (questionsOnly && labels[first] != nil) { return first..<next }
        while next < lines.count, !lines[next].isBlank, labels[next] == nil, !isHeading(next) { next += 1 }
        return first..<next
    }

    private func isHeading(_ index: Int) -> Bool {
        let line = lines[index]
        return source.headings.contains(line.start)
            || NoteParagraph.isHeading(source.text.utf8[line.start..<line.contentEnd])
    }

    private mutating func open(_ paragraph: Range<Int>, label: LabelCandidate?, hasSpeakers: Bool) {
        let start = lines[paragraph.lowerBound].start
        if let label, let speaker = census.speaker(named: label.name) {
            openings.append(
                Opening(
                    byte: start,
                    kind: .turn,
                    speaker: speaker.name,
                    labelBytes: label.byteCount,
                    begin: label.begin
                )
            )
            lastSpeaker = questionsOnly ? "" : speaker.name
            return
        }
        if hasSpeakers, !openings.contains(where: { $0.kind == .turn }) {
            if openings.isEmpty { openings.append(Opening(byte: start, kind: .front)) }
            return
        }
        let bytes = source.text.utf8[start..<lines[paragraph.upperBound - 1].contentEnd]
        if isHeading(paragraph.lowerBound) || NoteParagraph.isNote(bytes) {
            openings.append(Opening(byte: start, kind: .note))
        } else if !hasSpeakers {
            openings.append(Opening(byte: start, kind: .turn))
        } else if openings.last?.kind == .note || (questionsOnly && openings.last?.labelBytes != 0) {
            openings.append(Opening(byte: start, kind: .turn, speaker: lastSpeaker))
        }
    }

    /// Turns the openings into blocks that lie edge to edge.
    private func blocks() -> [Block] {
        let text = source.text
        guard text.scalarCount > 0 else { return [] }
        var openings = openings
        if openings.isEmpty { openings = [Opening(byte: 0, kind: .front)] }
        if openings[0].byte > 0 {
            // Blank lines before everything: part of the first block, unless a label must stand at its start.
            if openings[0].labelBytes > 0 {
                openings.insert(Opening(byte: 0, kind: .front), at: 0)
            } else {
                openings[0].byte = 0
            }
        }
        return openings.indices.map { index in
            let opening = openings[index]
            let end = index + 1 < openings.count ? openings[index + 1].byte : text.utf8.count
            let labelEnd = opening.byte + opening.labelBytes
            return Block(
                kind: opening.kind,
                span: TextSpan(text.scalarOffset(ofByte: opening.byte), text.scalarOffset(ofByte: end)),
                speaker: opening.speaker,
                label: String(decoding: text.utf8[opening.byte..<labelEnd], as: UTF8.self),
                beginMilliseconds: source.begins[opening.byte] ?? opening.begin
            )
        }
    }
}
