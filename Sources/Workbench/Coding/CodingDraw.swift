// Draws the coding screen: gutter, text and scroll map. Names, status and overlays have files of their own.

import CodingCore
import Screen
import TextMetrics

/// Draws one frame of the coding screen; made anew for each.
struct CodingDraw {
    let state: AppState
    let screen: CodingState
    let look: Look
    var geometry: CodingGeometry { screen.geometry }
    /// The rows in the window.
    let window: Range<Int>
    /// The stripes that touch the window, with the rows they cover in it.
    let stripes: [(stripe: Lanes.Stripe, coding: Coding, rows: ClosedRange<Int>)]
    let focus: Coding?

    init(_ state: AppState, _ screen: CodingState, look: Look, height: Int) {
        self.state = state
        self.screen = screen
        self.look = look
        let last = min(screen.rows.count, screen.top + height)
        window = min(screen.top, last)..<last
        // While something is selected the selection is what is meant, and no coding is in focus.
        focus = screen.selection == nil ? screen.focus : nil
        guard !window.isEmpty else {
            stripes = []
            return
        }
        let lines = screen.transcript.lines
        let first = lines.line(ofScalar: screen.rows.rows[window.lowerBound].scalarStart) - 1
        let final = lines.line(ofScalar: screen.rows.rows[window.upperBound - 1].scalarStart)
        let window = window
        stripes = screen.lanes.stripes(touching: first..<max(final, first + 1)).compactMap { stripe in
            let coding = screen.shown[stripe.coding]
            let rows = screen.rows.rows(of: coding.span)
            return rows.overlaps(window.lowerBound...window.upperBound - 1) ? (stripe, coding, rows) : nil
        }
    }

    func draw(into surface: inout Surface) {
        for row in window {
            let line = geometry.textTop + row - screen.top
            drawNumber(of: row, at: line, into: &surface)
            drawGutter(of: row, at: line, into: &surface)
            drawText(of: row, at: line, into: &surface)
        }
        surface.drawScrollBar(
            column: geometry.mapColumn,
            rows: geometry.textTop..<geometry.textTop + max(1, window.count),
            visible: window,
            count: screen.rows.count,
            glyphs: look.glyphs,
            style: look.quiet
        )
    }

    /// Where the terminal's cursor lies; nowhere while the wheel has turned its row out of sight.
    var cursor: CursorPlace? {
        let row = screen.rows.row(ofScalar: screen.cursor)
        guard row >= screen.top, row < screen.top + geometry.textRows else { return nil }
        return CursorPlace(
            row: geometry.textTop + row - screen.top,
            // Blanks may hang over the edge of a row; the cursor waits at the edge.
            column: min(geometry.textColumn + screen.rows.column(ofScalar: screen.cursor), geometry.textEnd)
        )
    }

    private func drawNumber(of row: Int, at line: Int, into surface: inout Surface) {
        let isHere = row == screen.rows.row(ofScalar: screen.cursor)
        let style = isHere ? look.accent : look.quiet
        let width = geometry.numberWidth - 1
        if let number = screen.rows.lineNumber(of: row) {
            surface.putFitted(String(number), row: line, columns: 0..<width, alignment: .right, style: style)
        }
        if isHere { surface.put(String(look.glyphs.pointer), row: line, column: width, style: style) }
    }

    private func drawGutter(of row: Int, at line: Int, into surface: inout Surface) {
        let here = stripes.filter { $0.rows.contains(row) }
        let last = geometry.laneWidths.count - 1
        let crowd = geometry.hasHiddenLanes ? here.filter { $0.stripe.lane >= last } : []
        for entry in here {
            let lane = min(entry.stripe.lane, last)
            guard lane >= 0 else { continue }
            if crowd.count > 1, lane == last { continue }
            let sign = sign(of: entry.coding, rows: entry.rows, at: row)
            let column = geometry.column(ofLane: lane)
            surface.put(
                sign,
                row: line,
                column: column,
                style: stripeStyle(entry.coding),
                limit: column + geometry.laneWidths[lane] - 1
            )
        }
        // The coding in focus is never hidden in the crowd.
        if crowd.count > 1, last >= 0, let own = crowd.first(where: { $0.coding.id == focus?.id }) {
            surface.put(
                sign(of: own.coding, rows: own.rows, at: row),
                row: line,
                column: geometry.column(ofLane: last),
                style: stripeStyle(own.coding),
                limit: geometry.column(ofLane: last) + geometry.laneWidths[last] - 1
            )
        } else if crowd.count > 1, last >= 0 {
            surface.put("+\(crowd.count)", row: line, column: geometry.column(ofLane: last), style: look.quiet)
        }
    }

    private func sign(of coding: Coding, rows: ClosedRange<Int>, at row: Int) -> String {
        if row == rows.lowerBound { return screen.tag(of: coding) }
        return String(row == rows.upperBound ? look.glyphs.stripeEnd : look.glyphs.stripe)
    }

    /// The look of a coding's stripe and name: its hue, bold in focus.
    func stripeStyle(_ coding: Coding) -> Style {
        let hue = screen.code(of: coding).map { look.hue(of: $0.id, in: screen.codebook) } ?? Style.ownColour
        let style = Style(foreground: hue)
        return coding.id == focus?.id ? style.adding(.bold) : style
    }

    private func drawText(of row: Int, at line: Int, into surface: inout Surface) {
        let here = screen.rows.rows[row]
        let covering = screen.shown.isEmpty ? [] : stripes.filter { $0.rows.contains(row) }.map(\.coding.span)
        let selected = screen.selection?.span(screen.rows)
        let labels = screen.transcript.blocks(touching: TextSpan(here.scalarStart, here.scalarEnd)).map(\.labelSpan)
        let notes = screen.transcript.blocks(touching: TextSpan(here.scalarStart, here.scalarEnd))
            .filter { $0.kind != .turn }.map(\.span)
        for cluster in screen.rows.clusters(of: row) {
            let place = cluster.scalars.lowerBound
            var style = Style.plain
            if labels.contains(where: { $0.contains(place) }) { style = look.strong }
            if notes.contains(where: { $0.contains(place) }) { style = look.quiet }
            style = look.tinted(style, depth: covering.count { $0.contains(place) })
            if let focus, focus.span.contains(place) { style = look.focused(style, hue: stripeStyle(focus).foreground) }
            if selected?.contains(place) == true { style = Style(style.attributes.union(.reverse)) }
            let column = geometry.textColumn + cluster.column
            surface.fill(
                Rectangle(row: line, column: column, rows: 1, columns: min(cluster.width, geometry.textEnd - column)),
                style: style
            )
            surface.put(
                screen.rows.text(of: cluster),
                row: line,
                column: column,
                style: style,
                limit: geometry.textEnd
            )
        }
        if selected?.contains(here.scalarEnd) == true, here.endsParagraph, here.scalarStart == here.scalarEnd {
            surface.fill(
                Rectangle(row: line, column: geometry.textColumn, rows: 1, columns: 1),
                style: look.bar
            )
        }
    }
}
