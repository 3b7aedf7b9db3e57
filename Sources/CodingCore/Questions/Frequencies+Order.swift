// The order in which a table shows its rows. Counts nothing.

/// An order of codes in a table.
package enum RowOrder: String, Sendable, CaseIterable {
    /// The codebook's tree.
    case codebook
    /// The largest count first; equal ones in the order of the codebook.
    case count
    case name
}

extension Frequencies {
    /// The rows in an order.
    package func rows(in order: RowOrder) -> [Row] {
        switch order {
        case .codebook: return rows
        case .count:
            return rows.enumerated().sorted { a, b in
                let (x, y) = (a.element.total.count(unit), b.element.total.count(unit))
                return x == y ? a.offset < b.offset : x > y
            }
            .map(\.element)
        case .name: return rows.sorted { naturallyPrecedes($0.name.lowercased(), $1.name.lowercased()) }
        }
    }
}
