// In which columns of a table a code is found: “in every site”, “in one kind of source only”. Counts nothing itself.

/// Where one code is found and where not.
package struct Presence: Sendable {
    package let code: CodeID
    /// The columns with at least one, in their order.
    package let present: [String]
    /// The columns without one that has something to count.
    package let absent: [(column: String, of: Int)]

    /// Whether it is found in every column.
    package var isEverywhere: Bool { absent.isEmpty && !present.isEmpty }
    /// Whether it is found in one column of several.
    package var isInOneOnly: Bool { present.count == 1 && !absent.isEmpty }
}

extension Frequencies {
    /// The codes with codings, categories left out, each with where it is found; empty for a table without columns.
    ///
    /// A column in which nothing can be counted, such as a group without documents, says nothing.
    package func presence(in codebook: Codebook) -> [Presence] {
        rows.filter { $0.total.codings > 0 && codebook[$0.code]?.kind != .category }.map { row in
            let columns = zip(groups, row.by).filter { $0.1.of > 0 }
            return Presence(
                code: row.code,
                present: columns.filter { $0.1.n > 0 }.map(\.0.value),
                absent: columns.filter { $0.1.n == 0 }.map { ($0.0.value, $0.1.of) }
            )
        }
    }
}
