// The rows of the dashboard: documents with their bars, codes, what is next, and the last days.

import CodingCore
import Screen
import TextMetrics

extension DashboardDraw {
    /// The columns of a row of the documents, from the right: what has no room is left out.
    private struct Columns {
        let name: Range<Int>
        var bar: Range<Int>?
        let words: Range<Int>
        let share: Range<Int>
        let codings: Range<Int>
        let last: Range<Int>
        var coder: Range<Int>?

        init(_ area: Rectangle) {
            var end = area.endColumn - 1
            func take(_ width: Int, gap: Int = 1) -> Range<Int> {
                defer { end -= width + gap }
                return end - width..<end
            }
            if area.columns >= 76 { coder = take(4) }
            last = take(area.columns >= 76 ? 11 : 9)
            codings = take(7, gap: 2)
            share = take(4)
            if area.columns >= 76 { bar = take(10) }
            words = take(7)
            name = area.column + 1..<max(area.column + 2, end)
        }
    }

    func drawDocumentsHeading(_ area: Rectangle, _ style: Style, into surface: inout Surface) {
        let columns = Columns(area)
        let row = area.row - 1
        surface.putFitted("DOCUMENTS", row: row, columns: columns.name, style: style)
        surface.putFitted("words", row: row, columns: columns.words, alignment: .right, style: look.quiet)
        let share = columns.bar.map { $0.lowerBound..<columns.share.upperBound } ?? columns.share
        let title = columns.bar == nil ? "done" : "coded by anyone"
        surface.putFitted(
            title,
            row: row,
            columns: share,
            alignment: columns.bar == nil ? .right : .left,
            style: look.quiet
        )
        surface.putFitted("codings", row: row, columns: columns.codings, alignment: .right, style: look.quiet)
        surface.putFitted("last", row: row, columns: columns.last, style: look.quiet)
    }

    func drawDocument(_ row: DocumentsState.Row, _ line: Rectangle, _ isChosen: Bool, into surface: inout Surface) {
        let columns = Columns(line)
        let style = isChosen ? look.strong : .plain
        let name = state.study.shortName(of: row.id)
        let end = surface.put(
            fitted(name, columns: columns.name.count, ellipsis: look.glyphs.ellipsis),
            row: line.row,
            column: columns.name.lowerBound,
            style: style
        )
        if columns.name.upperBound > end + 3 {
            surface.putFitted(
                row.about.joined(separator: " \(look.glyphs.dot) "),
                row: line.row,
                columns: end + 1..<columns.name.upperBound,
                ellipsis: look.glyphs.ellipsis,
                style: look.quiet
            )
        }
        put(frame.words(of: row.uuid), line.row, columns.words, .right, style, into: &surface)
        if let bar = columns.bar, let share = state.measures[row.uuid]?.share {
            drawBar(share, row: line.row, columns: bar, into: &surface)
        }
        put(frame.share(of: row.uuid), line.row, columns.share, .right, style, into: &surface)
        let codings = row.codings == 0 ? String(look.glyphs.dot) : grouped(row.codings)
        put(codings, line.row, columns.codings, .right, style, into: &surface)
        let last = row.last.map { dayWords($0, now: state.now) } ?? ""
        put(last, line.row, columns.last, .left, look.quiet, into: &surface)
        if let coder = columns.coder {
            put(row.lastCoder?.description ?? "", line.row, coder, .left, look.quiet, into: &surface)
        }
    }

    private func put(
        _ text: String,
        _ row: Int,
        _ columns: Range<Int>,
        _ alignment: TextAlignment,
        _ style: Style,
        into surface: inout Surface
    ) {
        surface.putFitted(
            text,
            row: row,
            columns: columns,
            alignment: alignment,
            ellipsis: look.glyphs.ellipsis,
            style: style
        )
    }

    /// Draws a bar; what is not nothing shows at least one sign, and what is not all at least one gap.
    private func drawBar(_ share: Double, row: Int, columns: Range<Int>, into surface: inout Surface) {
        let rounded = Int((share * Double(columns.count)).rounded())
        let length = share <= 0 ? 0 : max(1, min(rounded, share < 1 ? columns.count - 1 : columns.count))
        let place = { (from: Int, count: Int) in Rectangle(row: row, column: from, rows: 1, columns: count) }
        surface.fill(place(columns.lowerBound, length), with: look.glyphs.barFull, style: look.quiet)
        surface.fill(
            place(columns.lowerBound + length, columns.count - length),
            with: look.glyphs.barEmpty,
            style: look.quiet
        )
    }

    func drawCode(_ row: DashboardState.CodeRow, _ line: Rectangle, _ isChosen: Bool, into surface: inout Surface) {
        let style = isChosen ? look.strong : .plain
        let hue = Style(foreground: look.hue(of: row.code.id, in: state.study.codebook))
        let start = line.column + 1
        surface.put(
            row.code.tag,
            row: line.row,
            column: start,
            style: isChosen ? hue.adding(.bold) : hue,
            limit: start + 3
        )
        let tail = dashboard.isByTime ? (line.columns >= 46 ? 11 : 0) : (line.columns >= 34 ? 10 : 0)
        let end = line.endColumn - 2
        let count = end - tail - 5..<end - (tail > 0 ? tail + 1 : 0)
        surface.putFitted(
            row.code.name,
            row: line.row,
            columns: start + 4..<max(start + 5, count.lowerBound),
            ellipsis: look.glyphs.ellipsis,
            style: style
        )
        put(grouped(row.codings), line.row, count, .right, style, into: &surface)
        guard tail > 0 else { return }
        let columns = end - tail..<end
        if dashboard.isByTime {
            put(dayWords(row.last, now: state.now), line.row, columns, .left, look.quiet, into: &surface)
        } else {
            let most = max(1, dashboard.codes.first?.codings ?? 1)
            let length = max(1, row.codings * columns.count / most)
            surface.fill(
                Rectangle(row: line.row, column: columns.lowerBound, rows: 1, columns: length),
                with: look.glyphs.barFull,
                style: hue
            )
        }
    }

    func drawStep(_ step: NextStep, _ line: Rectangle, _ isChosen: Bool, into surface: inout Surface) {
        if !isChosen {
            surface.put(String(look.glyphs.bullet), row: line.row, column: line.column + 1, style: look.quiet)
        }
        surface.putFitted(
            look.said(state.sentence(of: step)),
            row: line.row,
            columns: line.column + 3..<line.endColumn - 1,
            ellipsis: look.glyphs.ellipsis,
            style: isChosen ? look.strong : .plain
        )
    }

    /// Draws how much was coded on each of the last fourteen days, and the latest memo.
    func drawDays(into surface: inout Surface) {
        guard let area = layout.days else { return }
        let counts = dashboard.days
        let total = counts.reduce(0, +)
        let end = area.endColumn - 1
        func put(_ text: String, _ row: Int, _ column: Int, _ style: Style) -> Int {
            surface.put(text, row: area.row + row, column: column, style: style, limit: end)
        }
        let start = area.column + 1
        var column = put("LAST 14 DAYS  ", 0, start, look.strong)
        guard total > 0 else {
            column = put("nothing coded", 0, column, look.quiet)
            drawMemo(
                row: area.row + (area.rows > 1 ? 1 : 0),
                from: area.rows > 1 ? start : column + 2,
                to: end,
                into: &surface
            )
            return
        }
        let sum = counted(total, "coding") + (counts.last.map { $0 > 0 ? ", \($0) today" : "" } ?? "")
        if area.rows > 1 {
            _ = put(sum, 0, column, look.quiet)
            _ = put(spark(counts), 1, start, .plain)
            drawMemo(row: area.row + 2, from: start, to: end, into: &surface)
        } else {
            column = put(spark(counts), 0, column, .plain)
            column = put("  " + sum, 0, column, look.quiet)
            drawMemo(row: area.row, from: column + 2, to: end, into: &surface)
        }
    }

    private func drawMemo(row: Int, from column: Int, to end: Int, into surface: inout Surface) {
        guard let memo = dashboard.memo, end - column >= 24 else { return }
        let day = dayWords(memo.codedAt, now: state.now)
        surface.putFitted(
            "memo \(day): \(look.glyphs.quoteOpen)\(memo.memoInOneLine)\(look.glyphs.quoteClose)",
            row: row,
            columns: column..<end,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
    }

    /// The days as columns of growing height; as the figures themselves where there are no such signs.
    private func spark(_ counts: [Int]) -> String {
        guard look.glyphs.sparks.first?.isNumber == true else {
            let most = counts.max() ?? 0
            return String(counts.map { $0 == 0 ? look.glyphs.dot : look.glyphs.spark($0, most: most) })
        }
        return counts.map { $0 == 0 ? String(look.glyphs.dot) : String($0) }.joined(separator: " ")
    }

    /// Draws who codes, and how much.
    func drawCoders(into surface: inout Surface) {
        guard let area = layout.coders, area.rows > 1, !dashboard.coders.isEmpty else { return }
        surface.put("CODERS", row: area.row, column: area.column + 1, style: look.strong)
        for (number, row) in dashboard.coders.prefix(area.rows - 1).enumerated() {
            let line = area.row + 1 + number
            let column = surface.put(row.coder.description, row: line, column: area.column + 1, limit: area.endColumn)
            let facts = "\(counted(row.codings, "coding")) in \(row.documents) of \(row.of)"
            let width = displayWidth(of: facts) + 12
            surface.putFitted(
                row.name,
                row: line,
                columns: column + 1..<max(column + 2, area.endColumn - width - 1),
                ellipsis: look.glyphs.ellipsis,
                style: look.quiet
            )
            let columns = max(column + 2, area.endColumn - width)..<area.endColumn
            put(
                facts + " \(look.glyphs.dot) " + (row.lastCoded.map { dayWords($0, now: state.now) } ?? ""),
                line,
                columns,
                .left,
                look.quiet,
                into: &surface
            )
        }
    }
}
