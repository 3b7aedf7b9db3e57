// Draws the import screen: what was found, row by row, and the text as it will be.

import CodingCore
import Interchange
import Screen
import TextMetrics

/// Draws the import screen.
struct ImportingDraw {
    let state: AppState
    let importing: ImportingState
    let look: Look
    private var layout: ImportingLayout { importing.layout }

    /// Draws the screen and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace {
        let frame = ListFrame(state: state, look: look)
        let turns = importing.incoming.blocks.count { $0.kind == .turn }
        frame.drawTitle(
            "Import " + importing.incoming.origin.fileName,
            facts: [
                "nothing is written yet", counted(importing.words, "word"),
                counted(importing.incoming.speakers.count, "speaker"), counted(turns, "turn"),
            ],
            into: &surface
        )
        if layout.isBeside {
            let column = layout.text.column - 1
            surface.drawRule(
                column: column,
                rows: layout.text.row..<layout.text.endRow,
                glyphs: look.glyphs,
                style: look.quiet
            )
            surface.put(String(look.glyphs.teeDown), row: 1, column: column, style: look.quiet)
        } else {
            surface.drawRule(
                row: layout.text.row - 1,
                columns: 0..<surface.columns,
                glyphs: look.glyphs,
                style: look.quiet
            )
        }
        drawText(into: &surface)
        frame.drawStatus(state.saidOfImportRow, into: &surface)
        return drawFacts(into: &surface)
    }

    private var ellipsis: String { look.glyphs.ellipsis }

    // MARK: The report

    private func drawFacts(into surface: inout Surface) -> CursorPlace {
        var list = importing.list
        list.draw(into: &surface, in: layout.facts, count: importing.lines.count) { number, line, isChosen, surface in
            if isChosen {
                surface.put(String(look.glyphs.pointer), row: line.row, column: line.column, style: look.accent)
            }
            draw(importing.lines[number], in: line, isChosen: isChosen, into: &surface)
        }
        let visible = list.visibleRows(count: importing.lines.count, height: layout.facts.rows)
        surface.drawScrollBar(
            column: layout.facts.endColumn - 1,
            rows: layout.facts.row..<layout.facts.endRow,
            visible: visible,
            count: importing.lines.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
        return CursorPlace(row: layout.facts.row + max(0, list.selection - visible.lowerBound), column: 2)
    }

    private func draw(_ line: ImportingState.Line, in row: Rectangle, isChosen: Bool, into surface: inout Surface) {
        let columns = row.column + 2..<row.endColumn - 2
        let style = isChosen ? look.strong : .plain
        switch line {
        case .gap: break
        case .heading(let words): put(words, row.row, columns, look.accent, into: &surface)
        case .entry(let entry):
            put("  \(entry.name): \(entry.value)", row.row, columns, look.quiet, into: &surface)
        case .remark(let words): put(look.said(words), row.row, columns, look.quiet, into: &surface)
        case .write:
            put(look.said(wordsOfImport), row.row, columns, isChosen ? look.accent : look.strong, into: &surface)
        case .speaker(let speaker): draw(speaker, row.row, columns, style, into: &surface)
        case .maybe(let label):
            let times = counted(label.count, "line")
            drawPair(label.name, times, row.row, columns, style, into: &surface)
        case .near(let names):
            put(look.said("\(names.rare) → \(names.common)"), row.row, columns, style, into: &surface)
        default:
            let fact = fact(line)
            let label = columns.lowerBound..<min(columns.upperBound, columns.lowerBound + 10)
            put(fact.name, row.row, label, look.quiet, into: &surface)
            put(fact.words, row.row, label.upperBound..<columns.upperBound, style, into: &surface)
        }
    }

    private var wordsOfImport: String {
        importing.id.map { "Import as \($0)" } ?? "Import, once the document has an id"
    }

    private func put(_ words: String, _ row: Int, _ columns: Range<Int>, _ style: Style, into surface: inout Surface) {
        surface.putFitted(words, row: row, columns: columns, ellipsis: ellipsis, style: style)
    }

    private func draw(
        _ speaker: IncomingSpeaker,
        _ row: Int,
        _ columns: Range<Int>,
        _ style: Style,
        into surface: inout Surface
    ) {
        let own = importing.labels.filter { $0.speaker == speaker.name }.map(\.label)
        let labels = own == [speaker.name] ? "" : " \(look.glyphs.dot) as " + own.joined(separator: ", ")
        drawPair(speaker.name, figures(of: speaker) + labels, row, columns, style, into: &surface)
    }

    /// Draws a name, and in a column of its own what there is to say of it.
    private func drawPair(
        _ name: String,
        _ words: String,
        _ row: Int,
        _ columns: Range<Int>,
        _ style: Style,
        into surface: inout Surface
    ) {
        let width = min(nameColumns, max(columns.count / 2, columns.count - figureColumns - 2))
        let middle = columns.lowerBound + width
        put(name, row, columns.lowerBound..<middle, style, into: &surface)
        guard middle + 2 < columns.upperBound else { return }
        put(words, row, middle + 2..<columns.upperBound, look.quiet, into: &surface)
    }

    private func figures(of speaker: IncomingSpeaker) -> String {
        counted(speaker.turns, "turn") + (speaker.isInterviewer ? ", interviewer" : "")
    }

    private var nameColumns: Int { importing.lines.compactMap(\.label).map { displayWidth(of: $0) }.max() ?? 0 }

    /// The columns that the figures beside names need.
    private var figureColumns: Int {
        importing.incoming.speakers.map { displayWidth(of: figures(of: $0)) }.max() ?? 8
    }

    /// A row with a name and what was found.
    private func fact(_ line: ImportingState.Line) -> (name: String, words: String) {
        let (incoming, choices) = (importing.incoming, importing.decisions.choices)
        switch line {
        case .id:
            guard let id = importing.id else { return ("document", "needs an id") }
            let isThere = state.study.documents.contains { $0.id == id }
            return ("document", id.description + (isThere ? " (in the study already)" : ""))
        case .title: return ("title", incoming.title)
        case .format:
            return ("format", incoming.origin.format)
        case .style:
            let style = incoming.origin.labelStyle
            return ("labels", style == "none" ? "none: nobody is named" : style)
        case .encoding: return ("encoding", incoming.origin.encoding)
        case .times:
            let timed = incoming.blocks.count { $0.beginMilliseconds != nil }
            return ("times", "on \(timed) of \(incoming.blocks.count) blocks")
        case .marks:
            let marks = SpeechMark.Kind.allCases.compactMap { kind in
                incoming.findings.marks[kind].map { counted($0, kind.rawValue) }
            }
            return ("marks", marks.joined(separator: ", "))
        case .lines:
            let columns = incoming.findings.wrapColumns.map { ", wrapped at \($0) columns" } ?? ""
            return ("lines", choices.joinsLines ? "joined to paragraphs" : "kept" + columns)
        case .header:
            let entries = counted(incoming.findings.header.count, "entry", "entries")
            return ("form", (choices.takesHeader ? "becomes attributes" : "stays text") + " (\(entries))")
        default: return ("", "")
        }
    }

    // MARK: The text

    private func drawText(into surface: inout Surface) {
        let (preview, area) = (importing.preview, layout.text)
        let hasScrollBar = preview.rows.count > area.rows
        for line in 0..<area.rows where preview.top + line < preview.rows.count {
            drawTextRow(preview.top + line, at: area.row + line, into: &surface)
        }
        guard hasScrollBar else { return }
        surface.drawScrollBar(
            column: area.endColumn - 1,
            rows: area.row..<area.endRow,
            visible: preview.top..<min(preview.rows.count, preview.top + area.rows),
            count: preview.rows.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
    }

    private func drawTextRow(_ row: Int, at line: Int, into surface: inout Surface) {
        let (preview, area) = (importing.preview, layout.text)
        let here = preview.rows.rows[row]
        if let number = preview.rows.lineNumber(of: row) {
            surface.putFitted(
                String(number),
                row: line,
                columns: area.column..<area.column + ImportingLayout.numberColumns - 2,
                alignment: .right,
                style: look.quiet
            )
        }
        guard !here.scalars.isEmpty else { return }
        let block = preview.transcript.blocks(touching: TextSpan(here.scalarStart, here.scalarEnd)).first
        let label = block.map(\.labelSpan) ?? TextSpan(0, 0)
        let rest = block?.kind == .turn ? Style.plain : look.quiet
        var column = area.column + ImportingLayout.numberColumns + preview.rows.indent(of: row)
        let limit = area.endColumn - 1
        let cuts =
            [here.scalarStart, here.scalarEnd]
            + [label.end, preview.mark?.start, preview.mark?.end].compactMap(\.self)
            .filter { $0 > here.scalarStart && $0 < here.scalarEnd }
        let ordered = cuts.sorted()
        for (start, end) in zip(ordered, ordered.dropFirst()) where start < end {
            var style = label.contains(start) ? look.strong : rest
            if preview.mark?.contains(start) == true { style = look.hit(style) }
            let words = preview.transcript.text.string(in: TextSpan(start, end))
            column = surface.put(words, row: line, column: column, style: style, limit: limit)
        }
    }
}
