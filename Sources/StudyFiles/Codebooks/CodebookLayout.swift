// Where the entries of a codebook file stand: lines and columns. Knows nothing of what they say.

import CodingCore

/// The places of a codebook's entries and of their keys; lines are counted from 0.
struct CodebookLayout {
    /// In file order; also those that are no usable code.
    private(set) var entries: [YAMLEntry] = []
    /// The line of `codes:` where the list has no entry.
    private(set) var emptyList: Int?

    /// The entry of a code.
    subscript(id: CodeID) -> YAMLEntry? { entries.first { $0.id == id } }

    /// - Parameter ids: the codes by the lines of their entries, counted from 1.
    init(_ root: YAMLValue, of bytes: [UInt8], ids: [Int: CodeID]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        guard let keys = root.entries, let place = keys.firstIndex(where: { $0.key == "codes" }) else { return }
        let listEnd = place + 1 < keys.count ? keys[place + 1].line - 1 : lines.count
        let items = keys[place].value.items ?? []
        if items.isEmpty {
            emptyList = keys[place].line - 1
            return
        }
        let dashes = items.map { Self.dash(above: $0.line - 1, in: lines) }
        for (index, item) in items.enumerated() {
            let limit = index + 1 < items.count ? dashes[index + 1] : listEnd
            entries.append(Self.entry(item, id: ids[item.line], dash: dashes[index], limit: limit, in: lines))
        }
    }

    /// The line with the `-` of an item whose first key stands on `line`.
    private static func dash(above line: Int, in lines: [String]) -> Int {
        var place = min(line, lines.count - 1)
        while place > 0, !lines[place].drop(while: { $0 == " " || $0 == "\u{FEFF}" }).hasPrefix("-") { place -= 1 }
        return place
    }

    private static func entry(_ item: YAMLValue, id: CodeID?, dash: Int, limit: Int, in lines: [String]) -> YAMLEntry {
        let text = Array(lines[dash].utf8)
        let dashColumn = indentation(of: lines[dash])
        let behind = text[min(dashColumn + 1, text.count)...].prefix { $0 == 0x20 }.count
        let isAlone = dashColumn + 1 + behind >= text.count || text[dashColumn + 1 + behind] == 0x0D
        let members = item.entries ?? []
        let firstLine = members.first.map { $0.line - 1 } ?? dash
        let keyColumn = isAlone ? indentation(of: lines[min(firstLine, lines.count - 1)]) : dashColumn + 1 + behind
        var entry = YAMLEntry(
            id: id,
            dash: dash,
            dashColumn: dashColumn,
            keyColumn: keyColumn,
            keys: [],
            end: dash + 1,
            isFlow: Set(members.map(\.line)).count < members.count
                || text.indices.contains(keyColumn) && text[keyColumn] == 0x7B
        )
        entry.keys = YAMLEntry.keys(members, before: limit, column: keyColumn, in: lines)
        entry.end = max(dash + 1, entry.keys.last?.lines.upperBound ?? dash + 1)
        return entry
    }
}
