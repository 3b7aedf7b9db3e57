// The names of the stripes in the margin beside the text: each at its first row. No stripe stays nameless.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// What is worth knowing of a coding, after its name: `~` proposed code, `*` memo, `?` doubt, `!` disputed, `+` for each
    /// star.
    func marks(_ coding: Coding) -> String {
        let signs =
            (screen.code(of: coding)?.standingSign ?? "") + (coding.memo.isEmpty ? "" : "*") + (coding.doubt ? "?" : "")
            + (coding.disputed.isEmpty ? "" : "!")
            + String(repeating: "+", count: max(0, min(3, coding.star)))
        return signs.isEmpty ? "" : " " + signs
    }

    /// The initials of another coder; nothing for one's own coding.
    private func owner(_ coding: Coding) -> String {
        screen.isMine(coding) ? "" : " \(look.glyphs.dot) \(coding.coder)"
    }

    /// Draws the names into the margin: those that began above at the top, the others beside their first rows, sliding
    /// down where the place is taken.
    func drawMargin(into surface: inout Surface) {
        guard let margin = geometry.margin, margin.count > 8, !window.isEmpty else { return }
        let next = drawPinned(in: margin, into: &surface)
        drawStarting(in: margin, from: next, into: &surface)
    }

    /// Names the codings that began above the window, the one in focus first; answers the next free row.
    private func drawPinned(in margin: Range<Int>, into surface: inout Surface) -> Int {
        let (names, hidden) = pinnedNames
        for (entry, row) in names {
            putName(" \(look.glyphs.up)", entry, row: row, margin: margin, into: &surface)
        }
        let row = geometry.textTop + names.count
        guard hidden > 0 else { return row }
        putMore(look.glyphs.up, hidden, row: row, margin: margin, into: &surface)
        return row + 1
    }

    /// The codings that began above the window with the rows of their names, and how many found no place.
    private var pinnedNames: (names: [(entry: Entry, row: Int)], hidden: Int) {
        let pinned = focusFirst(stripes.filter { $0.rows.lowerBound < window.lowerBound })
        let most = max(1, window.count / 3)
        let shown = pinned.count > most ? most - 1 : pinned.count
        let names = pinned.prefix(shown).enumerated().map { (entry: $1, row: geometry.textTop + $0) }
        return (names, pinned.count - shown)
    }

    /// The coding whose name stands in the margin on a row of the window.
    func coding(namedOnRow row: Int) -> Coding? {
        let (pinned, hidden) = pinnedNames
        let first = geometry.textTop + pinned.count + (hidden > 0 ? 1 : 0)
        return (pinned + startingNames(from: first).names).first { $0.row == row }?.entry.coding
    }

    private func focusFirst(_ entries: [Entry]) -> [Entry] {
        entries.filter { $0.coding.id == focus?.id } + entries.filter { $0.coding.id != focus?.id }
    }

    private func drawStarting(in margin: Range<Int>, from first: Int, into surface: inout Surface) {
        let (names, hidden) = startingNames(from: first)
        if hidden > 0 {
            let last = geometry.textTop + geometry.textRows - 1
            putMore(look.glyphs.down, hidden, row: last, margin: margin, into: &surface)
        }
        for (entry, row) in names {
            let isBeside = row == line(of: entry.rows.lowerBound)
            let slid = String(look.glyphs.bottomLeft) + String(look.glyphs.horizontal)
            let leader = entry.coding.id == focus?.id ? look.glyphs.focusedLeader : look.glyphs.leader
            putName(isBeside ? leader : slid, entry, row: row, margin: margin, into: &surface)
        }
    }

    /// The codings that begin in the window with the rows of their names, and how many found no place.
    private func startingNames(from first: Int) -> (names: [(entry: Entry, row: Int)], hidden: Int) {
        let end = geometry.textTop + geometry.textRows
        let starting = stripes.filter { window.contains($0.rows.lowerBound) }
        var placed: [(entry: Entry, row: Int)] = []
        for entry in starting {
            let row = max(line(of: entry.rows.lowerBound), placed.last.map { $0.row + 1 } ?? first)
            guard row < end else { break }
            placed.append((entry, row))
        }
        guard placed.count < starting.count else { return (placed, 0) }
        // The last row counts those that found no place, the one that stood there among them.
        if placed.last?.row == end - 1 { placed.removeLast() }
        keepFocus(of: starting, in: &placed)
        return (placed, starting.count - placed.count)
    }

    /// Gives the coding in focus the last place where it found none.
    private func keepFocus(of starting: [Entry], in placed: inout [(entry: Entry, row: Int)]) {
        guard let focused = starting.first(where: { $0.coding.id == focus?.id }), let last = placed.last,
            !placed.contains(where: { $0.entry.coding.id == focused.coding.id })
        else { return }
        placed[placed.count - 1] = (focused, last.row)
    }

    private func putMore(_ sign: Character, _ count: Int, row: Int, margin: Range<Int>, into surface: inout Surface) {
        surface.put(
            " \(sign)\(count) more",
            row: row,
            column: margin.lowerBound,
            style: look.quiet,
            limit: margin.upperBound
        )
    }

    private func putName(_ leader: String, _ entry: Entry, row: Int, margin: Range<Int>, into surface: inout Surface) {
        let after = surface.put(
            leader,
            row: row,
            column: margin.lowerBound,
            style: entry.style,
            limit: margin.upperBound
        )
        // A long name is cut before its marks, which say more in less room.
        let marks = marks(entry.coding) + owner(entry.coding)
        let sign = entry.coding.id == focus?.id ? look.said("  ‹focus") : ""
        let room = max(0, margin.upperBound - after - displayWidth(of: marks))
        let whole = entry.tag + " " + entry.name
        // The name is worth more than the word; hue and heavy leader say the same.
        let hasRoom = displayWidth(of: whole) + displayWidth(of: sign) <= room
        let name = fitted(whole, columns: room, ellipsis: look.glyphs.ellipsis)
        let end = surface.put(name + marks, row: row, column: after, style: entry.style, limit: margin.upperBound)
        if hasRoom { surface.put(sign, row: row, column: end, style: look.accent, limit: margin.upperBound) }
    }
}
