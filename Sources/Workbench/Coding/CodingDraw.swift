// Draws the coding screen: line numbers, gutter and scroll map. The text, the names, the panes and the frame have files
// of their own. Whatever is drawn was laid out before: nothing here goes through all codings for each row or cell.

import CodingCore
import Screen
import TextMetrics

/// Draws one frame of the coding screen; made anew for each.
struct CodingDraw {
    /// A stripe that touches the window, with what is said of it.
    struct Entry {
        let stripe: Lanes.Stripe
        let coding: Coding
        /// The rows that it covers, counted from the start of the document.
        let rows: ClosedRange<Int>
        let tag: String
        let name: String
        /// The look of its stripe and its name: its hue, bold in focus.
        let style: Style
    }

    let state: AppState
    let screen: CodingState
    let look: Look
    var geometry: CodingGeometry { screen.geometry }
    /// The rows in the window.
    let window: Range<Int>
    /// The row that the cursor is on.
    let cursorRow: Int
    /// The stripes that touch the window, by first row, the longest first.
    let stripes: [Entry]
    /// The places in `stripes` of those that touch each row of the window.
    private let stripesOfRow: [[Int]]
    /// The coding in focus; none while something is selected, since then the selection is what is meant.
    let focus: Coding?
    /// The rows of the coding in focus.
    private let focusRows: ClosedRange<Int>?
    /// The name of the document in locators.
    let documentName: String

    init(_ state: AppState, _ screen: CodingState, look: Look, height: Int) {
        self.state = state
        self.screen = screen
        self.look = look
        let last = min(screen.rows.count, screen.top + height)
        let window = min(screen.top, last)..<last
        self.window = window
        cursorRow = screen.rows.row(ofScalar: screen.cursor)
        let focus = screen.selection == nil ? screen.focus : nil
        self.focus = focus
        focusRows = focus.map { screen.rows.rows(of: $0.span) }
        documentName = state.study.shortName(of: screen.document.id)
        stripes = Self.entries(of: screen, in: window, focus: focus, look: look)
        var stripesOfRow = Array(repeating: [Int](), count: window.count)
        for (index, entry) in stripes.enumerated() {
            for row in entry.rows.clamped(to: window.lowerBound...max(window.lowerBound, window.upperBound - 1)) {
                stripesOfRow[row - window.lowerBound].append(index)
            }
        }
        self.stripesOfRow = stripesOfRow
    }

    private static func entries(of screen: CodingState, in window: Range<Int>, focus: Coding?, look: Look) -> [Entry] {
        guard let first = window.first, let last = window.last else { return [] }
        let lines = screen.transcript.lines
        let from = lines.line(ofScalar: screen.rows.rows[first].scalarStart) - 1
        let to = lines.line(ofScalar: screen.rows.rows[last].scalarStart)
        var hues: [CodeID: Int16] = [:]
        return screen.lanes.stripes(touching: from..<max(to, from + 1)).compactMap { stripe in
            let coding = screen.shown[stripe.coding]
            let rows = screen.rows.rows(of: coding.span)
            guard rows.overlaps(first...last) else { return nil }
            let code = screen.code(of: coding)
            let hue =
                code.map { code in hues[code.id] ?? look.hue(of: code.id, in: screen.codebook) } ?? Style.ownColour
            if let code { hues[code.id] = hue }
            return Entry(
                stripe: stripe,
                coding: coding,
                rows: rows,
                tag: screen.tag(of: coding),
                name: code.map(look.name) ?? screen.name(of: coding),
                style: Style(foreground: hue, coding.id == focus?.id ? .bold : [])
            )
        }
    }

    /// The stripes on a row of the window.
    func stripes(onRow row: Int) -> [Entry] {
        guard window.contains(row) else { return [] }
        return stripesOfRow[row - window.lowerBound].map { stripes[$0] }
    }

    /// Draws the whole screen.
    func drawAll(into surface: inout Surface) {
        drawTitle(into: &surface)
        drawRules(into: &surface)
        draw(into: &surface)
        drawMargin(into: &surface)
        drawCodebook(into: &surface)
        drawCard(into: &surface)
        drawLegend(into: &surface)
        drawInspector(into: &surface)
        drawStatus(into: &surface)
    }

    /// Draws the text with its numbers, its gutter and its map.
    func draw(into surface: inout Surface) {
        for row in window {
            let line = line(of: row)
            drawNumber(of: row, at: line, into: &surface)
            drawGutter(of: row, at: line, into: &surface)
            drawText(of: row, at: line, into: &surface)
        }
        drawMap(into: &surface)
    }

    /// The row of the screen on which a row of the text stands.
    func line(of row: Int) -> Int { geometry.textTop + row - screen.top }

    /// Where the terminal's cursor lies; nowhere while the wheel has turned its row out of sight.
    var cursor: CursorPlace? {
        guard window.contains(cursorRow) || screen.rows.count == 0 else { return nil }
        return CursorPlace(
            row: line(of: cursorRow),
            // Blanks may hang over the edge of a row; the cursor waits at the edge.
            column: min(geometry.textColumn + screen.rows.column(ofScalar: screen.cursor), geometry.textEnd)
        )
    }

    /// The name of a coding's code as it is shown; its id where the codebook does not have it.
    func name(of coding: Coding) -> String { screen.code(of: coding).map(look.name) ?? screen.name(of: coding) }

    /// The look of what is said of a coding: its hue, bold in focus.
    func style(of coding: Coding) -> Style {
        let hue = screen.code(of: coding).map { look.hue(of: $0.id, in: screen.codebook) } ?? Style.ownColour
        return Style(foreground: hue, coding.id == focus?.id ? .bold : [])
    }

    private func drawNumber(of row: Int, at line: Int, into surface: inout Surface) {
        let style = row == cursorRow ? look.accent : look.quiet
        let end = geometry.left + geometry.numberWidth - 1
        if screen.arrangement.hasLineNumbers, let number = screen.rows.lineNumber(of: row) {
            surface.putFitted(String(number), row: line, columns: geometry.left..<end, alignment: .right, style: style)
        }
        guard row == cursorRow || focusRows?.contains(row) == true else { return }
        surface.put(String(look.glyphs.pointer), row: line, column: end, style: style)
    }
}

// MARK: Gutter

extension CodingDraw {
    private func drawGutter(of row: Int, at line: Int, into surface: inout Surface) {
        let here = stripes(onRow: row)
        guard let last = geometry.laneWidths.indices.last else { return }
        let crowd = geometry.hasHiddenLanes ? here.filter { $0.stripe.lane >= last } : []
        for entry in here where entry.stripe.lane < last || crowd.count < 2 && entry.stripe.lane >= last {
            put(
                sign(of: entry, at: row),
                style: entry.style,
                lane: min(entry.stripe.lane, last),
                at: line,
                into: &surface
            )
        }
        guard crowd.count > 1 else { return }
        // The coding in focus is never hidden in the crowd.
        if let own = crowd.first(where: { $0.coding.id == focus?.id }) {
            put(sign(of: own, at: row), style: own.style, lane: last, at: line, into: &surface)
        } else {
            let count = crowd.count > 9 && geometry.laneWidths[last] < 4 ? "9+" : "+\(crowd.count)"
            put(count, style: look.quiet, lane: last, at: line, into: &surface)
        }
    }

    private func put(_ sign: String, style: Style, lane: Int, at line: Int, into surface: inout Surface) {
        let column = geometry.column(ofLane: lane)
        surface.put(sign, row: line, column: column, style: style, limit: column + geometry.laneWidths[lane] - 1)
    }

    /// What stands in a lane: the tag on the first row, then a stripe down to the last.
    func sign(of entry: Entry, at row: Int) -> String {
        if row == entry.rows.lowerBound { return entry.tag }
        return String(row == entry.rows.upperBound ? look.glyphs.stripeEnd : look.glyphs.stripe)
    }
}

// MARK: Scroll map

extension CodingDraw {
    /// Draws which part of the document is in sight, and where in the rest of it codings lie.
    private func drawMap(into surface: inout Surface) {
        let count = screen.rows.count
        guard count > window.count, look.drawsBoxes else { return }
        let height = geometry.textRows
        let column = geometry.mapColumn
        surface.drawScrollBar(
            column: column,
            rows: geometry.textTop..<geometry.textTop + height,
            visible: window,
            count: count,
            glyphs: look.glyphs,
            style: look.quiet
        )
        for mapRow in 0..<height {
            let line = geometry.textTop + mapRow
            guard surface[line, column].text != String(look.glyphs.thumb) else { continue }
            let rows = mapRow * count / height..<max(mapRow * count / height + 1, (mapRow + 1) * count / height)
            let coded = screen.codedRows[rows.upperBound] - screen.codedRows[rows.lowerBound]
            guard coded > 0 else { continue }
            let mark = look.glyphs.density[2 * coded > rows.count ? 1 : 0]
            surface.put(String(mark), row: line, column: column, style: look.quiet)
        }
        guard window.contains(cursorRow) || screen.rows.count == 0 else { return }
        let line = geometry.textTop + cursorRow * height / count
        surface.put(String(look.glyphs.backPointer), row: line, column: column, style: look.accent)
    }
}
