// What is known of the coding in focus, under the text of a wide window: where, who, when and the memo; at the right what
// the code means.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// Draws the inspector.
    func drawInspector(into surface: inout Surface) {
        guard let rule = geometry.bottomRule, !geometry.inspector.isEmpty else { return }
        let split = geometry.margin.map { $0.lowerBound - 1 } ?? geometry.size.columns * 2 / 3
        guard let focus else {
            surface.putFitted(
                look.said(noFocus),
                row: geometry.inspector.lowerBound,
                columns: 1..<geometry.size.columns,
                ellipsis: look.glyphs.ellipsis,
                style: look.quiet
            )
            return
        }
        drawMeaning(of: focus, rule: rule, split: split, into: &surface)
        drawCircumstances(of: focus, columns: 1..<split, into: &surface)
    }

    /// Draws what the code means, beside the rule that goes on from the margin's.
    private func drawMeaning(of focus: Coding, rule: Int, split: Int, into surface: inout Surface) {
        let columns = split + 2..<geometry.size.columns - 1
        surface.drawRule(
            column: split,
            rows: geometry.inspector,
            glyphs: look.glyphs,
            style: look.quiet
        )
        surface.fill(Rectangle(row: rule, column: split, rows: 1, columns: geometry.size.columns - split))
        let corner = geometry.rules.contains(split) ? look.glyphs.teeLeft : look.glyphs.topRight
        surface.put(String(corner), row: rule, column: split, style: look.quiet)
        surface.putFitted(
            screen.tag(of: focus) + " " + name(of: focus),
            row: rule,
            columns: columns,
            ellipsis: look.glyphs.ellipsis,
            style: style(of: focus).adding(.bold)
        )
        // Where there is no memo the definition stands at the left, and the rules have this side for themselves.
        let code = screen.code(of: focus)
        let words =
            focus.memo.isEmpty
            ? rules(of: code) : [CardLine.definition(of: code), rules(of: code)].joined(separator: " ")
        let rows = paragraph(
            words,
            columns: columns.count,
            atMost: geometry.inspector.count,
            ellipsis: look.glyphs.ellipsis
        )
        for (row, text) in zip(geometry.inspector, rows) {
            surface.put(text, row: row, column: columns.lowerBound, style: look.quiet, limit: columns.upperBound)
        }
    }

    /// Draws where, by whom and when the code was given, and the memo after it, wrapped.
    private func drawCircumstances(of focus: Coding, columns: Range<Int>, into surface: inout Surface) {
        let first = geometry.inspector.lowerBound
        var column = surface.put(
            "\(look.glyphs.pointer) \(screen.tag(of: focus)) \(name(of: focus))",
            row: first,
            column: columns.lowerBound,
            style: style(of: focus).adding(.bold),
            limit: columns.upperBound
        )
        let facts = [extent(of: focus), maker(of: focus), remarks(on: focus)].filter { !$0.isEmpty }
        column = surface.put(
            "  " + facts.joined(separator: "  "),
            row: first,
            column: column,
            style: look.quiet,
            limit: columns.upperBound
        )
        guard !focus.memo.isEmpty else {
            let words = CardLine.definition(of: screen.code(of: focus))
            put(words, style: look.quiet, rows: geometry.inspector.dropFirst(), columns: columns, into: &surface)
            return
        }
        drawMemo(of: focus, after: column + 3, columns: columns, into: &surface)
    }

    private func drawMemo(of focus: Coding, after column: Int, columns: Range<Int>, into surface: inout Surface) {
        let words = "memo: \(look.glyphs.quoteOpen)\(focus.memoInOneLine)\(look.glyphs.quoteClose)"
        let rows = geometry.inspector
        // The memo goes on from the facts where some of it finds room there.
        let room = columns.upperBound - column
        let isBeside = room >= 24
        let head = isBeside ? paragraph(words, columns: room, ellipsis: look.glyphs.ellipsis).first ?? "" : ""
        surface.put(head, row: rows.lowerBound, column: column, limit: columns.upperBound)
        var rest = Substring(words.dropFirst(head.count))
        while rest.first == " " { rest.removeFirst() }
        put(String(rest), style: .plain, rows: rows.dropFirst(), columns: columns, into: &surface)
    }

    /// Puts prose below the first row, a little to the right of where that begins.
    private func put(
        _ words: String,
        style: Style,
        rows: Range<Int>,
        columns: Range<Int>,
        into surface: inout Surface
    ) {
        let indent = columns.lowerBound + 2
        let lines = paragraph(
            words,
            columns: columns.upperBound - indent - 1,
            atMost: rows.count,
            ellipsis: look.glyphs.ellipsis
        )
        for (row, text) in zip(rows, lines) {
            surface.put(text, row: row, column: indent, style: style, limit: columns.upperBound)
        }
    }
}
