// Running text without its dress. Knows pandoc's tree and bytes; knows nothing of speakers or of the whole text.

import CodingCore

/// Collects the words of one paragraph, line by line.
struct InlineWriter {
    /// One line of the paragraph, without blanks at either side.
    struct Line: Equatable {
        var utf8: [UInt8] = []
        /// How many bytes are bold from the start of the line on.
        var boldBytes = 0
    }

    private(set) var lines: [Line] = [Line()]
    /// How often something without words was left out, by what it was.
    private(set) var leftOut: [String: Int] = [:]

    private enum Gap { case none, blank, soft }
    private var gap = Gap.none

    /// Adds running text.
    mutating func write(_ inlines: [PandocInline], bold: Bool = false) {
        for inline in inlines {
            switch inline {
            case .words(let words): append(words, bold: bold)
            case .blank: gap = .blank
            case .softBreak: if gap == .none { gap = .soft }
            case .lineBreak: breakLine()
            case .dressed(let inner, let isBold): write(inner, bold: bold || isBold)
            case .quoted(let inner, let double):
                append(double ? "“" : "‘", bold: bold)
                write(inner, bold: bold)
                append(double ? "”" : "’", bold: bold)
            case .note(let blocks):
                gap = .blank
                append("[", bold: false)
                write(flat: blocks)
                gap = .none
                append("]", bold: false)
            case .image(let alternative):
                leftOut["picture", default: 0] += 1
                write(alternative, bold: bold)
            case .leftOut(let what): leftOut[what, default: 0] += 1
            }
        }
    }

    /// Adds the words of whole blocks in one go, paragraphs joined by a blank: for notes and table cells.
    mutating func write(flat blocks: [PandocBlock]) {
        for block in blocks {
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines): write(inlines)
            case .lines(let lines): for line in lines { spaced { $0.write(line) } }
            case .code(let code): append(code, bold: false)
            case .group(let inner): write(flat: inner)
            case .ordered(_, let items), .bullets(let items): for item in items { spaced { $0.write(flat: item) } }
            case .definitions(let entries):
                for entry in entries {
                    spaced { $0.write(entry.term) }
                    for definition in entry.definitions { spaced { $0.write(flat: definition) } }
                }
            case .table(let table):
                for cell in (table.head + table.rows).flatMap(\.cells) { spaced { $0.write(flat: cell) } }
            case .rule: break
            case .leftOut(let what): leftOut[what, default: 0] += 1
            }
            gap = .blank
        }
    }

    private mutating func spaced(_ body: (inout InlineWriter) -> Void) {
        body(&self)
        gap = .blank
    }

    private mutating func breakLine() {
        lines.append(Line())
        gap = .none
    }

    private mutating func append(_ words: String, bold: Bool) {
        // A line end inside a word of the tree can only be code; the paragraph stays one line.
        let clean = words.utf8.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        guard !clean.isEmpty else { return }
        let last = lines.count - 1
        let wasBold = lines[last].boldBytes == lines[last].utf8.count
        if needsBlank(before: words) { lines[last].utf8.append(0x20) }
        gap = .none
        lines[last].utf8.append(contentsOf: clean)
        if bold && wasBold { lines[last].boldBytes = lines[last].utf8.count }
    }

    /// Whether a blank belongs between the line so far and `words`; a line wrapped between Han characters has none.
    private func needsBlank(before words: String) -> Bool {
        guard let line = lines.last, !line.utf8.isEmpty, gap != .none else { return false }
        guard gap == .soft, let next = words.unicodeScalars.first else { return true }
        let before = String(decoding: line.utf8.suffix(4), as: UTF8.self).unicodeScalars.last
        return !(isWide(next) && before.map(isWide) ?? false)
    }

    private func isWide(_ scalar: Unicode.Scalar) -> Bool {
        isIdeographic(scalar) || (0x3000...0x303F).contains(scalar.value) || (0xFF01...0xFF60).contains(scalar.value)
    }
}
