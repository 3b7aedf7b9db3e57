// The names of the stripes in two rows below the text, where no margin shows them. No stripe stays nameless.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// A code on screen with what its codings there have in common.
    private struct LegendEntry {
        let tag: String
        let name: String
        let marks: String
        let style: Style
        /// Its codings on screen: that in focus first, then those at the cursor's row.
        let codings: [Coding]

        func label(nameColumns: Int, ellipsis: String) -> String {
            tag + " " + fitted(name, columns: nameColumns, ellipsis: ellipsis) + marks
        }
    }

    /// Draws the legend: the tags on screen with their names, that of the focus first, then those at the cursor's row.
    ///
    /// Names are shortened as far as brings all of them in; only then are some counted instead.
    func drawLegend(into surface: inout Surface) {
        guard !geometry.legend.isEmpty else { return }
        let entries = legendEntries
        guard !entries.isEmpty else { return }
        let columns = nameColumns(for: entries)
        let places = places(entries, nameColumns: columns)
        for (entry, place) in zip(entries, places) {
            surface.put(
                entry.label(nameColumns: columns, ellipsis: look.glyphs.ellipsis),
                row: place.row,
                column: place.column,
                style: entry.style,
                limit: geometry.size.columns - 1
            )
        }
        guard let last = places.last, places.count < entries.count else { return }
        let end = last.column + displayWidth(of: label(entries[places.count - 1], columns))
        let row = geometry.legend.upperBound - 1
        let column = last.row == row ? end + 3 : 1
        surface.put("+\(entries.count - places.count) more", row: row, column: column, style: look.quiet)
    }

    /// The coding whose name stands at a place of the legend; of several of one code the one after the focus in the text.
    func coding(inLegendAtRow row: Int, column: Int) -> Coding? {
        guard geometry.legend.contains(row) else { return nil }
        let entries = legendEntries
        let nameColumns = nameColumns(for: entries)
        let named = zip(entries, places(entries, nameColumns: nameColumns)).first { entry, place in
            let end = min(place.column + displayWidth(of: label(entry, nameColumns)), geometry.size.columns - 1)
            return place.row == row && (place.column..<end).contains(column)
        }
        guard let codings = named?.0.codings.sorted(by: { Coding.inTextOrder($0, $1) }) else { return nil }
        guard let current = codings.firstIndex(where: { $0.id == focus?.id }) else { return named?.0.codings.first }
        return codings[(current + 1) % codings.count]
    }

    /// The most columns for a name with which all labels find a place; the least, where there are too many for any.
    private func nameColumns(for entries: [LegendEntry]) -> Int {
        let longest = entries.map { displayWidth(of: $0.name) }.max() ?? 0
        guard places(entries, nameColumns: longest).count < entries.count else { return longest }
        var (low, high) = (min(longest, 8), longest)
        while high - low > 1 {
            let middle = (low + high) / 2
            if places(entries, nameColumns: middle).count < entries.count { high = middle } else { low = middle }
        }
        return low
    }

    private func label(_ entry: LegendEntry, _ nameColumns: Int) -> String {
        entry.label(nameColumns: nameColumns, ellipsis: look.glyphs.ellipsis)
    }

    /// Where the labels stand, as far as they find a place; room is kept to count the others.
    private func places(_ entries: [LegendEntry], nameColumns: Int) -> [CursorPlace] {
        let end = geometry.size.columns - 1
        let forMore = displayWidth(of: "   +\(entries.count) more")
        var places: [CursorPlace] = []
        var (row, column) = (geometry.legend.lowerBound, 1)
        for (index, entry) in entries.enumerated() {
            let width = displayWidth(of: label(entry, nameColumns))
            if column > 1, column + width > end { (row, column) = (row + 1, 1) }
            let isLastRow = row >= geometry.legend.upperBound - 1
            let room = end - (isLastRow && index < entries.count - 1 ? forMore : 0)
            guard row < geometry.legend.upperBound, column + width <= room || places.isEmpty else { return places }
            places.append(CursorPlace(row: row, column: column))
            column += width + 3
        }
        return places
    }

    /// What the legend names: each code on screen once, with the marks and the coders of all its codings there.
    private var legendEntries: [LegendEntry] {
        var order: [CodeID] = []
        var codings: [CodeID: [Entry]] = [:]
        let atCursor = stripes(onRow: cursorRow)
        let focused = stripes.filter { $0.coding.id == focus?.id }
        for entry in focused + atCursor + stripes {
            let code = screen.codebook.resolve(entry.coding.code)
            if codings[code] == nil { order.append(code) }
            if codings[code]?.contains(where: { $0.coding.id == entry.coding.id }) != true {
                codings[code, default: []].append(entry)
            }
        }
        return order.compactMap { code in
            guard let all = codings[code], let first = all.first else { return nil }
            return LegendEntry(
                tag: first.tag,
                name: first.name,
                marks: marks(all) + owners(all),
                style: first.style,
                codings: all.map(\.coding)
            )
        }
    }

    private func marks(_ entries: [Entry]) -> String {
        let here = Set(entries.flatMap { marks($0.coding) })
        let signs =
            ["~", "*", "?", "!"].filter { here.contains(Character($0)) }.joined() + (here.contains("+") ? "+" : "")
        return signs.isEmpty ? "" : " " + signs
    }

    /// The coders of codings, unless they are all one's own.
    private func owners(_ entries: [Entry]) -> String {
        var coders: [CoderID] = []
        for entry in entries where !coders.contains(entry.coding.coder) { coders.append(entry.coding.coder) }
        return coders == [screen.coder]
            ? ""
            : " \(look.glyphs.dot) "
                + coders.sorted { $0.description < $1.description }.map(\.description).joined(separator: " ")
    }
}
