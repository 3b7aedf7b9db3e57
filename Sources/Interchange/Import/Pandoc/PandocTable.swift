// Tables in pandoc's document tree. Source: pandoc-types 1.22 (tables with head, bodies and foot).

/// A table, reduced to its rows.
struct PandocTable: Decodable, Equatable {
    let caption: [PandocBlock]
    let head: [Row]
    let rows: [Row]
    /// Whether the table is all that its file holds, as in CSV.
    let isWholeFile: Bool

    /// A table of words, as CSV has them.
    init(head: [String], rows: [[String]]) {
        caption = []
        isWholeFile = true
        self.head = [Row(words: head)]
        self.rows = rows.map { Row(words: $0) }
    }

    /// One row; each cell holds blocks.
    struct Row: Decodable, Equatable {
        let cells: [[PandocBlock]]

        /// A row of words; an empty line in a cell divides paragraphs.
        init(words: [String]) {
            cells = words.map { cell in
                cell.split(separator: "\n", omittingEmptySubsequences: true)
                    .map { .paragraph([.words(String($0))]) }
            }
        }

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            _ = try parts.decode(PandocIgnored.self)
            cells = try parts.decode([Cell].self).map(\.blocks)
        }
    }

    private struct Cell: Decodable {
        let blocks: [PandocBlock]

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            for _ in 0..<4 { _ = try parts.decode(PandocIgnored.self) }  // attributes, alignment, row span, column span
            blocks = try parts.decode([PandocBlock].self)
        }
    }

    /// A head or a foot: attributes and rows.
    private struct Section: Decodable {
        let rows: [Row]

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            _ = try parts.decode(PandocIgnored.self)
            rows = try parts.decode([Row].self)
        }
    }

    /// A body: attributes, columns of row heads, rows that head the body, rows.
    private struct Body: Decodable {
        let rows: [Row]

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            _ = try parts.decode(PandocIgnored.self)
            _ = try parts.decode(PandocIgnored.self)
            let headRows = try parts.decode([Row].self)
            rows = headRows + (try parts.decode([Row].self))
        }
    }

    init(from decoder: any Decoder) throws {
        isWholeFile = false
        var parts = try decoder.unkeyedContainer()
        _ = try parts.decode(PandocIgnored.self)
        var captionParts = try parts.nestedUnkeyedContainer()
        _ = try captionParts.decode(PandocIgnored.self)
        caption = try captionParts.decode([PandocBlock].self)
        _ = try parts.decode(PandocIgnored.self)
        head = try parts.decode(Section.self).rows
        let bodies = try parts.decode([Body].self).flatMap(\.rows)
        rows = bodies + (try parts.decode(Section.self).rows)
    }
}
