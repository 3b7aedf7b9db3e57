// A document tree becomes canonical text: one paragraph a line, a blank line between paragraphs. Pure.
// The tree is read rather than `pandoc -t plain`, because plain text writes marks of its own: `^(th)` for a superscript,
// capitals for small capitals, drawn tables, footnotes at the end. Words alone are what a coding may point into.

import CodingCore

/// Renders a document and remembers where headings, bold labels and times are.
struct PandocRenderer {
    private var utf8: [UInt8] = []
    private var hints = StructuredText(CanonicalText(""))
    private var leftOut: [String: Int] = [:]
    /// What stands before the next paragraph: the marker of a list item.
    private var marker = ""
    /// What stands before the next paragraph, markers included, because a cell names the speaker of a turn.
    private var label = ""
    /// When the next paragraph begins, in milliseconds, because a cell says so.
    private var begin: Int?
    private var depth = 0

    /// The text of a document with its hints.
    static func render(_ document: PandocDocument) -> StructuredText {
        var renderer = PandocRenderer()
        renderer.append(document.blocks)
        return renderer.finish()
    }

    private mutating func finish() -> StructuredText {
        if !utf8.isEmpty { utf8.append(0x0A) }
        var result = hints
        result.text = CanonicalText(String(decoding: utf8, as: UTF8.self))
        for (what, count) in leftOut.sorted(by: { $0.key < $1.key }) {
            result.remarks.append("Left out because it holds no words: \(what) (\(count)).")
        }
        return result
    }

    private mutating func append(_ blocks: [PandocBlock]) {
        for block in blocks { append(block) }
    }

    private mutating func append(_ block: PandocBlock) {
        switch block {
        case .paragraph(let inlines): paragraph([inlines])
        case .heading(_, let inlines): paragraph([inlines], isHeading: true)
        case .lines(let lines): paragraph(lines)
        case .code(let code): paragraph(code.split(separator: "\n").map { [.words(String($0))] })
        case .group(let inner): append(inner)
        case .ordered(let start, let items):
            for (index, item) in items.enumerated() { listItem(item, marker: "\(start + index). ") }
        case .bullets(let items):
            for item in items { listItem(item, marker: "- ") }
        case .definitions(let entries):
            for entry in entries {
                paragraph([entry.term])
                for definition in entry.definitions { append(definition) }
            }
        case .table(let table): append(table)
        case .rule: break
        case .leftOut(let what): leftOut[what, default: 0] += 1
        }
    }

    private mutating func listItem(_ blocks: [PandocBlock], marker: String) {
        self.marker = String(repeating: "  ", count: depth) + marker
        depth += 1
        append(blocks)
        depth -= 1
        self.marker = ""
    }

    /// Writes one paragraph; an empty one leaves no trace.
    private mutating func paragraph(_ content: [[PandocInline]], isHeading: Bool = false) {
        var writer = InlineWriter()
        for (index, inlines) in content.enumerated() {
            if index > 0 { writer.write([.lineBreak]) }
            writer.write(inlines)
        }
        leftOut.merge(writer.leftOut) { $0 + $1 }
        let lines = writer.lines.filter { !$0.utf8.isEmpty }
        guard !lines.isEmpty else { return }
        write(lines, isHeading: isHeading)
    }

    /// Writes the lines of one paragraph behind the label and the marker that wait for it.
    private mutating func write(_ lines: [InlineWriter.Line], isHeading: Bool = false) {
        if !utf8.isEmpty { utf8.append(contentsOf: [0x0A, 0x0A]) }
        let start = utf8.count
        let before = label + marker
        utf8.append(contentsOf: before.utf8)
        for (index, line) in lines.enumerated() {
            if index > 0 { utf8.append(0x0A) }
            if line.boldBytes > 0, index > 0 || before.isEmpty { hints.boldRuns[utf8.count] = line.boldBytes }
            utf8.append(contentsOf: line.utf8)
        }
        if let begin { hints.begins[start] = begin }
        (marker, label, begin) = ("", "", nil)
        if isHeading {
            hints.headings.insert(start)
            if hints.firstHeading == nil { hints.firstHeading = String(decoding: utf8[start...], as: UTF8.self) }
        }
    }

    // MARK: Tables

    private mutating func append(_ table: PandocTable) {
        append(table.caption)
        let rows = table.head + table.rows
        if rows.allSatisfy({ $0.cells.count == 1 }) {
            // A frame around text.
            for row in rows { append(row.cells[0]) }
        } else if let transcript = TranscriptTable(table) {
            append(transcript)
        } else {
            append(rows: rows)
        }
    }

    /// One line a row, cells joined by ` | `.
    private mutating func append(rows: [PandocTable.Row]) {
        let lines = rows.map { row in
            row.cells.map { words(of: $0) }.joined(separator: " | ")
        }
        paragraph(lines.map { [.words($0)] })
    }

    /// The words of a cell on one line.
    private mutating func words(of cell: [PandocBlock]) -> String {
        var writer = InlineWriter()
        writer.write(flat: cell)
        leftOut.merge(writer.leftOut) { $0 + $1 }
        return writer.lines.map { String(decoding: $0.utf8, as: UTF8.self) }.joined(separator: " ")
    }

    /// One turn a row: `Label: text`.
    private mutating func append(_ transcript: TranscriptTable) {
        hints.remarks.append(transcript.remark)
        hints.names += Set(transcript.rows.map(\.label)).filter { !$0.isEmpty }.sorted()
        for row in transcript.rows {
            endTurn()
            // A marker that waits already belongs to a list around the table.
            if !row.label.isEmpty { (label, marker) = (marker + row.label + ": ", "") }
            begin = row.begin
            append(row.speech)
        }
        endTurn()
    }

    /// Writes the label of a turn that came to no words: who spoke is kept.
    private mutating func endTurn() {
        if !label.isEmpty { write([]) }
        begin = nil
    }
}
