// Draws the picker over the lower part of the window, so that the words about to be coded stay in sight.

import CodingCore
import Screen
import TextMetrics

/// Draws the picker.
struct PickerDraw {
    let picker: PickerState
    let look: Look
    let size: WindowSize
    let layout: PickerLayout

    init(picker: PickerState, look: Look, size: WindowSize) {
        self.picker = picker
        self.look = look
        self.size = size
        layout = PickerLayout(size, additions: picker.additions.count)
    }

    /// Draws the picker and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace {
        let box = layout.box
        surface.fill(Rectangle(row: box.row, column: 0, rows: box.rows, columns: size.columns))
        surface.drawBox(
            box,
            title: title,
            footer: look.said(footer),
            glyphs: look.glyphs,
            style: look.quiet,
            titleStyle: look.strong
        )
        let cursor = drawQuery(into: &surface)
        drawList(into: &surface)
        drawRules(into: &surface)
        drawAdditions(into: &surface)
        drawDefinition(into: &surface)
        return CursorPlace(row: layout.query.row, column: cursor)
    }

    private var title: String {
        let quote = picker.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
        let words = "\(picker.words) word\(picker.words == 1 ? "" : "s")"
        let quoted = "\(look.glyphs.quoteOpen)\(quote)\(look.glyphs.quoteClose)"
        switch picker.act {
        case .apply: return "code \(words): \(quoted)"
        case .applyWithMemo: return "code, then a memo on \(words): \(quoted)"
        case .recode(let coding):
            let code = picker.codebook[picker.codebook.resolve(coding.code)]
            return "recode \(code?.tag ?? "??") \(code?.name ?? coding.code.description): \(quoted)"
        case .hits(let count): return "code what is round \(counted(count, "hit"))"
        case .recodeMarked(let count): return "recode \(counted(count, "marked extract"))"
        case .extracts: return look.said("extracts of…")
        }
    }

    private var footer: String {
        if case .extracts = picker.act { return "Enter show  type to find  Esc back" }
        if case .hits = picker.act {
            return "Enter look at it first  Tab mark several (\(picker.marked.count))  Esc back"
        }
        guard picker.act.makesCodes else { return "Enter recode  type to find  Esc back" }
        guard picker.act.takesSeveral else { return "Enter recode  Ctrl-N create  Up wraps to “+”  Esc back" }
        return "Enter apply  Tab mark several (\(picker.marked.count))  Ctrl-N create  Up wraps to “+”  Esc back"
    }

    /// A rule between the codes and what makes one, and a stronger one, from edge to edge, over the definition.
    private func drawRules(into surface: inout Surface) {
        if layout.hasInnerRule {
            let columns = layout.list.column..<layout.list.endColumn
            surface.drawRule(row: layout.list.endRow, columns: columns, glyphs: look.glyphs, style: look.quiet)
        }
        let (row, box) = (layout.additions.endRow, layout.box)
        surface.drawRule(row: row, columns: box.column..<box.endColumn, glyphs: look.glyphs, style: look.quiet)
        surface.put(String(look.glyphs.teeRight), row: row, column: box.column, style: look.quiet)
        surface.put(String(look.glyphs.teeLeft), row: row, column: box.endColumn - 1, style: look.quiet)
    }

    private func drawQuery(into surface: inout Surface) -> Int {
        let area = layout.query
        let count = "\(picker.rows.count) of \(picker.candidateCount) codes"
        surface.put("> ", row: area.row, column: area.column, style: look.accent)
        surface.put(count, row: area.row, column: area.endColumn - displayWidth(of: count), style: look.quiet)
        var query = picker.query
        return query.draw(
            into: &surface,
            row: area.row,
            column: area.column + 2,
            columns: max(2, area.columns - 4 - displayWidth(of: count)),
            style: picker.beginsAnew ? look.quiet : .plain
        )
    }

    private func drawAdditions(into surface: inout Surface) {
        for (number, addition) in picker.additions.enumerated() where number < layout.additions.rows {
            let row = layout.additions.row + number
            let isChosen = picker.chosenAddition == addition
            let (text, hint) = words(for: addition)
            let columns = layout.additions.column + 4..<layout.additions.endColumn - displayWidth(of: hint)
            let pointer = isChosen ? String(look.glyphs.pointer) : " "
            surface.put(pointer, row: row, column: layout.additions.column + 2, style: look.accent)
            let style = isChosen ? look.strong : Style.plain
            surface.putFitted(look.said(text), row: row, columns: columns, ellipsis: look.glyphs.ellipsis, style: style)
            surface.put(look.said(hint), row: row, column: columns.upperBound, style: look.quiet)
        }
    }

    private func words(for addition: PickerState.Addition) -> (text: String, hint: String) {
        switch addition {
        case .create where picker.newName.isEmpty: return ("+ create a code: type its name", "  Ctrl-N")
        case .create:
            let under = picker.newParent.map { " (under: \($0.name))" } ?? ""
            return ("+ create “\(picker.newName)”\(under)", "  Ctrl-N")
        case .inVivo: return ("+ in-vivo code from the selected words", "  (i in the text)")
        }
    }
}
