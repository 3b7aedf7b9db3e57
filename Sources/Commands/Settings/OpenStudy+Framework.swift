// How commands find the rows, columns and cells of a framework matrix, and write them. Knows no command.

import CodingCore
import StudyFiles

/// A cell that a person named.
struct NamedCell {
    let matrix: FrameworkMatrix
    let row: Int
    let column: Int

    var cell: FrameworkMatrix.Cell { matrix.cells[row][column] }
}

extension FrameworkColumn {
    var isTheme: Bool { if case .theme = self { true } else { false } }
}

extension OpenStudy {
    /// A framework's files; what could not be read goes to standard error.
    func framework(_ name: String, on console: Console) -> FrameworkFolder {
        let read = FrameworkFolder.read(root: folder.root, name: name)
        for finding in read.findings { console.say("gloss: \(finding)") }
        return read
    }

    /// - Throws: a sentence with what is near when rows cannot be that.
    func frameworkRows(named words: String) throws -> TableColumns {
        let rows = try study.columns(named: words)
        guard rows != .coders else {
            throw CommandFailure.couldNot(
                "a row is a case, not a coder: use document, participant, speaker or an attribute"
            )
        }
        return rows
    }

    /// Columns as a person names them, with commas between them.
    func frameworkColumns(named words: String) throws -> [FrameworkColumn] {
        let codebook = study.codebook
        return try words.split(separator: ",").map { trimmedOfBlanks(String($0)) }.filter { !$0.isEmpty }
            .flatMap { word -> [FrameworkColumn] in
                switch word {
                case "themes":
                    let themes = study.themes.filter { $0.status != .aside }
                    guard !themes.isEmpty else {
                        throw CommandFailure.couldNot("there are no themes yet; ‘gloss themes add’ makes one")
                    }
                    return themes.map { .theme($0.id) }
                case "categories":
                    let categories = codebook.codes.filter { $0.kind == .category }
                    guard !categories.isEmpty else {
                        throw CommandFailure.couldNot("the codebook has no categories; name codes instead")
                    }
                    return categories.map { .code($0.id) }
                default: return [try frameworkColumn(named: word)]
                }
            }
            .uniqued()
    }

    private func frameworkColumn(named word: String) throws -> FrameworkColumn {
        if let column = FrameworkColumn(word), column.isThere(in: study) { return column }
        let name = word.split(separator: ":", maxSplits: 1).last.map(String.init) ?? word
        if let theme = try? theme(named: word.hasPrefix("theme:") ? name : word) { return .theme(theme.id) }
        return .code(try code(named: word.hasPrefix("code:") ? name : word).id)
    }

    func matrix(_ plan: FrameworkPlan, _ pages: [FrameworkPage], _ query: Query) throws -> FrameworkMatrix {
        try FrameworkMatrix(corpus, plan: plan, pages: pages, query: query, mark: Self.mark)
    }

    static func mark(_ coding: Coding) -> String {
        FrameworkSummary.mark(of: coding) { SHA256.hexadecimal(of: $0) }
    }

    /// The locators of passages, each document read once; those of an older text have none.
    func locators(of passages: [PlacedCoding]) throws -> [Identifier: String] {
        let (corpus, study) = (corpus, study)
        let groups = Array(Dictionary(grouping: passages, by: \.voice.document.uuid).values)
        let found = inParallel(groups) { group in
            Result {
                guard let document = group.first?.voice.document else { return [(Identifier, String)]() }
                let transcript = try corpus.transcript(of: document)
                let name = study.shortName(of: document.id)
                return group.filter { $0.isOnCurrentText && transcript.text.contains($0.span) }.map { placed in
                    let lines = transcript.lines.lines(of: placed.span)
                    return (placed.coding.id, Study.locator(named: name, lines: lines))
                }
            }
        }
        return Dictionary(try found.flatMap { try $0.get() }) { first, _ in first }
    }

    /// Passages as extracts, in their order.
    func extracts(of passages: [PlacedCoding]) throws -> [Identifier: Extract] {
        let wanted = Set(passages.map(\.coding.id))
        guard !wanted.isEmpty else { return [:] }
        let documents = Set(passages.map(\.voice.document.id))
        let query = try Query(
            documents.sorted().map { "doc:\"\($0)\"" }.joined(separator: " or "),
            in: study
        )
        let all = try Extracts(corpus, query: query, sha256: { SHA256.hexadecimal(of: $0) }).extracts
        let found = all.filter { wanted.contains($0.coding.id) }.map { ($0.coding.id, $0) }
        return Dictionary(found) { first, _ in first }
    }

    /// The row that a person names: as it is shown, or a document by any of its names.
    func row(named name: String, of matrix: FrameworkMatrix) throws -> Int {
        if let row = matrix.rows.firstIndex(where: { $0.name == name || $0.label == name }) { return row }
        if matrix.plan.rows == .documents {
            let document = try document(named: name)
            if let row = matrix.rows.firstIndex(where: { $0.document?.uuid == document.uuid }) { return row }
        }
        let near = namesNear(name, among: matrix.rows.map(\.label))
        let shown = near.isEmpty ? matrix.rows.prefix(12).map(\.label) : near
        throw CommandFailure.couldNot(
            "there is no \(matrix.plan.rows) ‘\(name)’ among the rows; \(near.isEmpty ? "known" : "near it"): "
                + shown.joined(separator: ", ")
        )
    }

    func column(named name: String, of matrix: FrameworkMatrix) throws -> Int {
        let column = try frameworkColumn(named: name)
        guard let place = matrix.columns.firstIndex(where: { $0.column == column }) else {
            throw CommandFailure.couldNot(
                "\(column) is no column of this matrix; it has "
                    + matrix.columns.map(\.column.description).joined(separator: ", ")
            )
        }
        return place
    }

    /// The cell that a person names.
    func cell(_ row: String, _ column: String, in framework: String, on console: Console) throws -> NamedCell {
        let read = self.framework(framework, on: console)
        let query = try read.plan.query(and: "", in: study)
        let matrix = try matrix(read.plan, read.pages, query)
        return NamedCell(
            matrix: matrix,
            row: try self.row(named: row, of: matrix),
            column: try self.column(named: column, of: matrix)
        )
    }

    /// Writes a summary and answers with a sentence for the person.
    ///
    /// - Parameter linked: the codings that it rests on; nothing to leave the choice as it is.
    func write(_ text: String, _ linked: Set<Identifier>?, into named: NamedCell, why: String, by author: Author)
        throws -> String
    {
        let (matrix, cell) = (named.matrix, named.cell)
        let locators = try locators(of: cell.passages)
        let summary = matrix.summary(text, of: cell, linked: linked, mark: Self.mark) {
            locators[$0.coding.id] ?? study.shortName(of: $0.voice.document.id)
        }
        let (row, column) = (matrix.rows[named.row], matrix.columns[named.column])
        let isChanged = try folder.setCell(
            column.column,
            ofCase: row.name,
            document: row.document?.uuid,
            in: matrix.plan.name,
            to: summary,
            expecting: cell.summary,
            why: why,
            by: author
        )
        guard isChanged else { return "nothing to change: it says that already\n" }
        if text.isEmpty { return "cleared \(row.label) × \(column.name)\n" }
        return "saved \(row.label) × \(column.name), resting on \(counted(cell.passages.count, "passage"))\n"
    }
}
