// The codebook beside the text of the widest windows: the tree, how often each code was given, and where in the study.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// The columns of the codebook's pane.
    private struct TreeColumns {
        let text: Range<Int>
        /// Where the figures end and the sparks begin.
        let sparks: Int

        init(_ pane: Range<Int>, parts: Int) {
            sparks = pane.upperBound - parts - (parts > 0 ? 1 : 0)
            text = pane.lowerBound..<sparks - 5
        }
    }

    /// Draws the codebook, scrolled so that the code in focus is in sight.
    func drawCodebook(into surface: inout Surface) {
        guard let pane = geometry.codebook, let figures = screen.figures, let others = screen.others else { return }
        let columns = TreeColumns(pane, parts: others.parts.count)
        drawHeading(of: pane, columns, codeCount: figures.codeCount, others, into: &surface)
        let rows = geometry.textTop + 1..<geometry.textTop + geometry.textRows - (others.parts.isEmpty ? 0 : 1)
        let focused = focus.map { screen.codebook.resolve($0.code) }
        let onScreen = Set(stripes.map { screen.codebook.resolve($0.coding.code) })
        let wanted = figures.rows.firstIndex {
            $0.code.id == focused ?? stripes.first.map { screen.codebook.resolve($0.coding.code) }
        }
        let top = min(max(0, (wanted ?? 0) - rows.count / 2), max(0, figures.rows.count - rows.count))
        for (line, row) in zip(rows, figures.rows.dropFirst(top)) {
            let isFocus = row.code.id == focused
            draw(row, at: line, columns, isFocus: isFocus, isOnScreen: onScreen.contains(row.code.id), into: &surface)
        }
        drawFoot(of: pane, others, into: &surface)
    }

    private func drawHeading(
        of pane: Range<Int>,
        _ columns: TreeColumns,
        codeCount: Int,
        _ others: StudyFigures,
        into surface: inout Surface
    ) {
        let row = geometry.textTop
        let after = surface.put("CODEBOOK", row: row, column: 1, style: look.strong, limit: pane.upperBound)
        let count = "  \(codeCount) code\(codeCount == 1 ? "" : "s")"
        surface.put(count, row: row, column: after, style: look.quiet, limit: columns.text.upperBound)
        surface.put("n", row: row, column: columns.sparks - 2, style: look.quiet)
        guard let heading = others.heading else { return }
        let place = columns.sparks - (displayWidth(of: heading) - others.parts.count)
        surface.put(heading, row: row, column: place, style: look.quiet, limit: pane.upperBound)
    }

    private func draw(
        _ row: CodebookFigures.Row,
        at line: Int,
        _ columns: TreeColumns,
        isFocus: Bool,
        isOnScreen: Bool,
        into surface: inout Surface
    ) {
        let isCategory = row.code.kind == .category
        let indent = max(0, 2 * min(row.depth, 3) - 1)
        let hue = look.hue(of: row.code.id, in: screen.codebook)
        let style = isOnScreen ? Style(foreground: hue, isFocus ? .bold : []) : isCategory ? .plain : look.quiet
        let pointer =
            isFocus ? String(look.glyphs.pointer) : isOnScreen ? String(look.glyphs.bullet) : isCategory ? "-" : " "
        surface.put(pointer, row: line, column: indent, style: isFocus ? look.accent : style)
        let name = isCategory ? row.code.name : row.code.tag + " " + look.name(of: row.code)
        // A long name is cut before its sign.
        let sign = row.code.standingSign.isEmpty ? "" : " " + row.code.standingSign
        let start = min(indent + 2, columns.text.upperBound)
        let room = max(0, columns.text.count - indent - 2 - displayWidth(of: sign))
        surface.put(
            fitted(name, columns: room, ellipsis: look.glyphs.ellipsis) + sign,
            row: line,
            column: start,
            style: style,
            limit: columns.text.upperBound
        )
        surface.putFitted(
            row.count == 0 ? String(look.glyphs.dot) : String(row.count),
            row: line,
            columns: columns.text.upperBound..<columns.sparks - 1,
            alignment: .right,
            style: isOnScreen ? .plain : look.quiet
        )
        let most = row.parts.max() ?? 0
        // The highest step would join with the row above.
        let sparks = row.parts.map { String(look.glyphs.spark(7 * $0, most: 8 * most)) }.joined()
        surface.put(sparks, row: line, column: columns.sparks, style: look.quiet)
    }

    /// Says what the sparks stand for.
    private func drawFoot(of pane: Range<Int>, _ others: StudyFigures, into surface: inout Surface) {
        guard !others.parts.isEmpty else { return }
        let words = (others.attribute.map { "by \($0): " } ?? "") + others.parts.joined(separator: " ")
        surface.putFitted(
            words,
            row: geometry.textTop + geometry.textRows - 1,
            columns: pane.lowerBound + 1..<pane.upperBound,
            alignment: .right,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
    }
}
