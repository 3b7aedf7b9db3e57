// What a framework matrix is laid out by: whose rows, which columns. Values only; knows no files and no codings.

/// A column of a framework matrix.
package enum FrameworkColumn: Hashable, Sendable, CustomStringConvertible {
    /// A code or category with everything below it.
    case code(CodeID)
    case theme(ThemeID)

    /// Reads `code:ID` or `theme:ID`; nothing for other words.
    package init?(_ words: some StringProtocol) {
        let parts = words.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "code":
            guard let id = CodeID(String(parts[1])) else { return nil }
            self = .code(id)
        case "theme":
            guard let id = ThemeID(parts[1]) else { return nil }
            self = .theme(id)
        default: return nil
        }
    }

    /// As files and the journal have it.
    package var description: String {
        switch self {
        case .code(let id): "code:\(id)"
        case .theme(let id): "theme:\(id)"
        }
    }

    /// The query that takes the passages of the column.
    package var query: String {
        switch self {
        case .code(let id): "under:\(id)"
        case .theme(let id): "theme:\(id)"
        }
    }

    /// What people call it.
    package func name(in study: Study) -> String {
        switch self {
        case .code(let id): study.codebook[id]?.name ?? id.description
        case .theme(let id): study.themes.first { $0.id == id }?.name ?? id.description
        }
    }

    /// Whether the study has it.
    package func isThere(in study: Study) -> Bool {
        switch self {
        case .code(let id): study.codebook[id] != nil
        case .theme(let id): study.themes.contains { $0.id == id }
        }
    }
}

/// The layout of one framework matrix (Gale et al. 2013: cases as rows, codes or themes as columns, summaries in the cells).
package struct FrameworkPlan: Hashable, Sendable {
    /// The name of its folder.
    package let name: String
    package var title = ""
    /// What a row is: a document, a participant or the value of an attribute. Never coders.
    package var rows = TableColumns.documents
    /// The columns that were chosen; empty for the usual ones.
    package var columns: [FrameworkColumn] = []
    /// A query that passages must fit; empty for all.
    package var filter = ""
    /// Words about the matrix, in Markdown.
    package var notes = ""

    /// The matrix that a study has without asking.
    package static let usualName = "main"

    package init(name: String = usualName) { self.name = name }

    /// Whether a name can be that of a framework: small letters, digits and `-`.
    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.count <= 40
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// The columns shown: those chosen; else the categories at the top of the codebook, or all codes at the top when there is no
    /// category.
    package func columns(in study: Study) -> [FrameworkColumn] {
        guard columns.isEmpty else { return columns }
        let top = study.codebook.codes.filter {
            study.codebook.depth(of: $0.id) == 0 && ($0.status == .agreed || $0.status == .proposed)
        }
        let categories = top.filter { $0.kind == .category }
        return (categories.isEmpty ? top : categories).map { .code($0.id) }
    }

    /// The query of the filter together with another.
    ///
    /// - Throws: where either goes wrong and what was expected there.
    package func query(and other: String, in study: Study) throws(QueryError) -> Query {
        // Each is understood by itself first, so that the place in an error is the place in what was written.
        let plan = try Query(filter, in: study)
        let asked = try Query(other, in: study)
        if plan.source.isEmpty { return asked }
        if asked.source.isEmpty { return plan }
        return try Query("(\(plan.source)) and (\(asked.source))", in: study)
    }
}

/// A field of a plan; the raw value is its key in files and in the journal.
package enum FrameworkField: String, Hashable, Sendable, CaseIterable {
    case title, rows, columns, filter, notes
}

extension FrameworkPlan {
    /// A field in words; the columns one a line.
    package subscript(field: FrameworkField) -> String {
        switch field {
        case .title: title
        case .rows: rows == .documents ? "" : rows.description
        case .columns: columns.map(\.description).joined(separator: "\n")
        case .filter: filter
        case .notes: notes
        }
    }

    /// Writes a field given in words.
    ///
    /// - Returns: what is no value of the field, and was left out.
    @discardableResult
    package mutating func set(_ field: FrameworkField, to words: String) -> [String] {
        switch field {
        case .title: title = words
        case .rows:
            let rows = TableColumns(words.isEmpty ? "document" : words)
            guard rows != .coders else { return [words] }
            self.rows = rows
        case .columns:
            let items = words.split(separator: "\n").map(String.init)
            columns = items.compactMap { FrameworkColumn($0) }.uniqued()
            return items.filter { FrameworkColumn($0) == nil }
        case .filter: filter = words
        case .notes: notes = words
        }
        return []
    }
}
