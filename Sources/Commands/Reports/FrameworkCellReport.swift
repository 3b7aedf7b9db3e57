// One cell of the framework matrix with its passages, for reading. Lays out; gathers nothing.

import CodingCore

/// Cells one below the other.
struct FrameworkCellReport {
    let matrix: FrameworkMatrix
    let study: Study
    /// The passages with their words, by coding.
    let extracts: [Identifier: Extract]

    func text(row: Int, column: Int) -> String {
        let cell = matrix.cells[row][column]
        var lines = ["\(matrix.rows[row].label) × \(matrix.columns[column].name)  (\(state(cell)))"]
        if !cell.summary.text.isEmpty {
            lines += cell.summary.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
        }
        let linked = Set(cell.summary.passages.filter(\.isLinked).map(\.coding))
        for placed in cell.passages {
            guard let extract = extracts[placed.coding.id] else { continue }
            let marks =
                (linked.contains(placed.coding.id) ? ["linked"] : [])
                + (cell.new.contains(placed.coding.id) && !cell.summary.text.isEmpty ? ["new"] : [])
                + (cell.edited.contains(placed.coding.id) ? ["edited"] : [])
                + (cell.against.contains(placed.coding.id) ? ["against"] : [])
            let facts = [placed.code.description, placed.coding.coder.description] + marks
            lines.append("  \(extract.locator)  \(facts.joined(separator: " · "))  \(placed.coding.id)")
            lines.append("    “\(inOneLine(extract.text))”")
        }
        for passage in cell.gone {
            lines.append("  \(passage.note.isEmpty ? passage.coding.description : passage.note)  gone since")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func state(_ cell: FrameworkMatrix.Cell) -> String {
        switch cell.state {
        case .silent: "no passage"
        case .unwritten: "empty: \(counted(cell.passages.count, "passage"))"
        case .written: counted(cell.passages.count, "passage")
        case .stale: "stale: \(cell.changesInWords)"
        }
    }
}
