// The names of the stripes on screen: in a margin beside the text, or in a legend below it. No stripe stays nameless.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// A coding's tag and name with its marks.
    private func label(_ coding: Coding) -> String {
        screen.tag(of: coding) + " " + screen.name(of: coding) + marks(coding)
    }

    /// `*` memo, `?` doubt, `!` disputed, and the coder's id where it is not one's own.
    private func marks(_ coding: Coding) -> String {
        (coding.memo.isEmpty ? "" : " *") + (coding.doubt ? " ?" : "") + (coding.disputed.isEmpty ? "" : " !")
            + (screen.isMine(coding) ? "" : " \(look.glyphs.dot) \(coding.coder)")
    }

    /// Draws the names into the margin: each beside its first row, sliding down where the place is taken.
    func drawMargin(into surface: inout Surface) {
        guard let margin = geometry.margin, margin.width > 8 else { return }
        let end = geometry.textTop + geometry.textRows
        let limit = margin.column + margin.width
        var next = geometry.textTop
        let pinned = stripes.filter { $0.rows.lowerBound < window.lowerBound }
        let most = max(1, window.count / 3)
        for (index, entry) in pinned.enumerated() {
            if index == most - 1, pinned.count > most {
                surface.put(
                    "\(look.glyphs.up)\(pinned.count - index) more",
                    row: next,
                    column: margin.column,
                    style: look.quiet,
                    limit: limit
                )
                next += 1
                break
            }
            putName(
                String(look.glyphs.up) + " ",
                entry.coding,
                row: next,
                column: margin.column,
                limit: limit,
                into: &surface
            )
            next += 1
        }
        let starting = stripes.filter { window.contains($0.rows.lowerBound) }
        for (index, entry) in starting.enumerated() {
            let own = geometry.textTop + entry.rows.lowerBound - screen.top
            let row = max(own, next)
            if row >= end - 1, index < starting.count - 1 {
                surface.put(
                    "\(look.glyphs.down)\(starting.count - index) more",
                    row: end - 1,
                    column: margin.column,
                    style: look.quiet,
                    limit: limit
                )
                return
            }
            guard row < end else { return }
            let isFocus = entry.coding.id == focus?.id
            let leader =
                row == own
                ? (isFocus ? look.glyphs.focusedLeader : look.glyphs.leader)
                : String(look.glyphs.bottomLeft) + String(look.glyphs.horizontal)
            putName(leader, entry.coding, row: row, column: margin.column, limit: limit, into: &surface)
            next = row + 1
        }
    }

    private func putName(
        _ leader: String,
        _ coding: Coding,
        row: Int,
        column: Int,
        limit: Int,
        into surface: inout Surface
    ) {
        let style = stripeStyle(coding)
        let after = surface.put(leader, row: row, column: column, style: style, limit: limit)
        // A long name is cut before its marks, which say more in less room.
        let marks = marks(coding)
        let name = screen.tag(of: coding) + " " + screen.name(of: coding)
        let room = max(0, limit - after - displayWidth(of: marks))
        let cut = fitted(name, columns: room, ellipsis: look.glyphs.ellipsis)
        surface.put(cut + marks, row: row, column: after, style: style, limit: limit)
    }

    /// Draws the legend: the tags on screen with their names, the one in focus first, then in the order they come.
    func drawLegend(into surface: inout Surface) {
        let entries = legendEntries
        let width = geometry.size.columns - 1
        let roomForMore = displayWidth(of: "   +\(entries.count) more")
        var (row, column) = (geometry.legend.lowerBound, 1)
        for (index, entry) in entries.enumerated() where !geometry.legend.isEmpty {
            var isLast: Bool { row == geometry.legend.upperBound - 1 }
            func room() -> Int { width - column - (isLast && index < entries.count - 1 ? roomForMore : 0) }
            if displayWidth(of: entry.label) > room(), column > 1, !isLast { (row, column) = (row + 1, 1) }
            if displayWidth(of: entry.label) > room(), column > 1 {
                surface.put("+\(entries.count - index) more", row: row, column: column, style: look.quiet)
                return
            }
            let text = fitted(entry.label, columns: room(), ellipsis: look.glyphs.ellipsis)
            column = surface.put(text, row: row, column: column, style: stripeStyle(entry.coding)) + 3
        }
    }

    /// What the legend names: codings on screen that read alike are named once.
    private var legendEntries: [(label: String, coding: Coding)] {
        var seen: Set<String> = []
        return legendOrder.map { (label($0), $0) }.filter { seen.insert($0.0).inserted }
    }

    /// The codings on screen, the one in focus first.
    private var legendOrder: [Coding] {
        let others = stripes.map(\.coding).filter { $0.id != focus?.id }
        return (focus.map { [$0] } ?? []).filter { focused in stripes.contains { $0.coding.id == focused.id } } + others
    }

    /// Draws what is known of the coding in focus under the text of a wide window.
    func drawInspector(into surface: inout Surface) {
        guard let first = geometry.inspector.first else { return }
        surface.drawRule(row: first - 1, columns: 0..<geometry.size.columns, glyphs: look.glyphs, style: look.quiet)
        guard screen.selection == nil else {
            surface.put(
                "c chooses a code for the selection; v grows it, o moves the other end, Esc drops it.",
                row: first,
                column: 1,
                style: look.quiet
            )
            return
        }
        guard let focus else {
            let hint =
                screen.shown.isEmpty
                ? "Nothing is coded here yet. s selects the sentence at the cursor, c chooses a code for it."
                : "No coding at the cursor. ] goes to the next one."
            surface.put(hint, row: first, column: 1, style: look.quiet)
            return
        }
        let lines = screen.transcript.lines.lines(of: focus.span)
        let place = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)–\(lines.upperBound)"
        var column = surface.put(
            "\(look.glyphs.pointer) \(screen.tag(of: focus)) \(screen.name(of: focus))",
            row: first,
            column: 1,
            style: stripeStyle(focus).adding(.bold)
        )
        column = surface.put(
            look.said("  \(place)  \(focus.coder)  \(focus.codedAt.day)"),
            row: first,
            column: column,
            style: look.quiet
        )
        if !focus.memo.isEmpty {
            surface.putFitted(
                "  memo: \(look.glyphs.quoteOpen)\(focus.memoInOneLine)\(look.glyphs.quoteClose)",
                row: first,
                columns: min(column, geometry.size.columns)..<geometry.size.columns,
                ellipsis: look.glyphs.ellipsis
            )
        }
        let code = screen.code(of: focus)
        let rule = code.map { $0.definition.isEmpty ? $0.brief : $0.definition } ?? "This code is in no codebook."
        surface.putFitted(
            "   " + rule,
            row: first + 1,
            columns: 0..<geometry.size.columns,
            ellipsis: look.glyphs.ellipsis,
            style: look.quiet
        )
    }
}
