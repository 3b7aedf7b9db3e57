// Cuts a text into blocks once the speakers are known. Pure; every scalar ends up in exactly one block.

import CodingCore

/// Walks over the lines of a text and opens a block wherever one begins.
struct BlockBuilder {
    let source: StructuredText
    let lines: [TextLine]
    let census: LabelCensus
    /// Whether questions are the only labels, so that the line after a question is an answer.
    let questionsOnly: Bool
    /// The lines that are questions without a label, in a text of questions and answers.
    let questions: Set<Int>
    /// Who answers where only questions are marked.
    let answerer: String
    /// Who asks questions without a label.
    let asker: String

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

    init(
        source: StructuredText,
        lines: [TextLine],
        census: LabelCensus,
        questionsOnly: Bool,
        questions: Set<Int> = [],
        choices: ImportChoices = ImportChoices()
    ) {
        self.source = source
        self.lines = lines
        self.census = census
        self.questionsOnly = questionsOnly
        self.questions = questions
        answerer = choices.alias(of: SpeakerKey(QuestionLines.answerer)) ?? QuestionLines.answerer
        asker = choices.alias(of: SpeakerKey(QuestionLines.asker)) ?? QuestionLines.asker
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
            if questions.isEmpty {
                open(paragraph, label: byLine[index], hasSpeakers: !labels.isEmpty)
            } else {
                open(questionOrAnswer: paragraph)
            }
            index = paragraph.upperBound
        }
        return blocks()
    }

    /// The lines of the paragraph that begins at `first`: up to a blank line, a label or a heading.
    private func paragraph(from first: Int, labels: [Int: LabelCandidate]) -> Range<Int> {
        var next = first + 1
        if questions.contains(first) { return first..<next }
        if isHeading(first) || isLoneLine || (questionsOnly && labels[first] != nil) { return first..<next }
        while next < lines.count, !lines[next].isBlank, labels[next] == nil, !isHeading(next), !questions.contains(next)
        {
            next += 1
        }
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
            lastSpeaker = questionsOnly ? answerer : speaker.name
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

    /// Opens a block in a text of questions without labels.
    private mutating func open(questionOrAnswer paragraph: Range<Int>) {
        let start = lines[paragraph.lowerBound].start
        let bytes = source.text.utf8[start..<lines[paragraph.upperBound - 1].contentEnd]
        if questions.contains(paragraph.lowerBound) {
            openings.append(Opening(byte: start, kind: .turn, speaker: asker))
        } else if !openings.contains(where: { $0.kind == .turn }) {
            if openings.isEmpty { openings.append(Opening(byte: start, kind: .front)) }
        } else if isHeading(paragraph.lowerBound) || NoteParagraph.isNote(bytes) {
            openings.append(Opening(byte: start, kind: .note))
        } else if openings.last?.kind == .note || openings.last?.speaker == asker {
            openings.append(Opening(byte: start, kind: .turn, speaker: answerer))
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
        var pages = PageFinder(source.pages)
        return openings.indices.map { index in
            let opening = openings[index]
            let end = index + 1 < openings.count ? openings[index + 1].byte : text.utf8.count
            let labelEnd = opening.byte + opening.labelBytes
            return Block(
                kind: opening.kind,
                span: TextSpan(text.scalarOffset(ofByte: opening.byte), text.scalarOffset(ofByte: end)),
                speaker: opening.speaker,
                label: String(decoding: text.utf8[opening.byte..<labelEnd], as: UTF8.self),
                beginMilliseconds: source.begins[opening.byte] ?? opening.begin,
                page: pages.page(ofByte: opening.byte)
            )
        }
    }
}

/// Walks along the pages of a text as its blocks come.
private struct PageFinder {
    private var rest: ArraySlice<(byte: Int, name: String)>
    private var name = ""

    init(_ pages: [(byte: Int, name: String)]) { rest = pages[...] }

    /// The page on which a byte lies; bytes must not go down from call to call.
    mutating func page(ofByte byte: Int) -> String {
        while let first = rest.first, first.byte <= byte {
            name = first.name
            rest.removeFirst()
        }
        return name
    }
}
