// Tables of words, such as CSV: one transcript by its columns, or one document a row. The cells are read by StudyFiles'
// reader; what columns mean is for `TranscriptTable`.

import CodingCore
import StudyFiles

/// Reads a table as transcripts.
struct TableReader {
    private let table: Table
    private let file: String
    private(set) var remarks: [String] = []

    /// - Parameter text: the table, decoded.
    /// - Throws: `ImportError` when it cannot be read as a table.
    init(_ text: CanonicalText, file: String) throws(ImportError) {
        do {
            let (table, findings) = try CSVReader.read(text.utf8, file: file)
            self.table = table
            remarks = findings.prefix(8).map { "Line \($0.line ?? 1) \($0.what)." }
            if findings.count > 8 { remarks.append("\(findings.count - 8) more lines are odd in such a way.") }
        } catch let trouble as FileTrouble {
            throw ImportError(.damaged, file: file, line: trouble.line, "This table \(trouble.sentence)")
        } catch {
            throw ImportError(.damaged, file: file, "This table could not be read.", underlying: "\(error)")
        }
        self.file = file
    }

    /// The table as one transcript.
    ///
    /// - Throws: `ImportError` when no column can be told to hold names or words.
    func transcript() throws(ImportError) -> StructuredText {
        let tree = PandocTable(head: table.header, rows: table.rows.map(\.cells))
        guard TranscriptTable(tree) != nil else {
            let columns = table.header.prefix(12).map { "‘\($0)’" }.joined(separator: ", ")
            throw ImportError(
                .notReadYet,
                file: file,
                "This table has the columns \(columns), and no pair of them is known to hold speakers and words. Name "
                    + "them speaker and text; or, for a document a row, say --text-column COLUMN --id-column COLUMN."
            )
        }
        var text = PandocRenderer.render(PandocDocument(blocks: [.table(tree)]))
        text.remarks = remarks + text.remarks
        return text
    }

    /// One row of a survey.
    struct Answer {
        /// What the id column says; the row's number when there is none.
        var name: String
        /// Line in the file, counted from 1.
        var line: Int
        /// The questions that are answered, in the order of the columns asked for.
        var answers: [(question: String, words: String)]
        /// The other columns.
        var attributes: [(name: String, value: String)]
    }

    /// The rows of the table, each as a document of its own; rows without an answer are left out.
    ///
    /// - Throws: `ImportError` when the table has no such column.
    func answers(textColumns: [String], idColumn: String?) throws(ImportError) -> [Answer] {
        var texts: [Int] = []
        for name in textColumns { texts.append(try column(name)) }
        var id: Int?
        if let idColumn { id = try column(idColumn) }
        let others = table.header.indices.filter { !texts.contains($0) && $0 != id && !table.header[$0].isEmpty }
        var answers: [Answer] = []
        for (number, row) in table.rows.enumerated() {
            let words = texts.compactMap { index -> (question: String, words: String)? in
                let cell = Self.lines(row.cells[index])
                return cell.isEmpty ? nil : (table.header[index], cell)
            }
            guard !words.isEmpty else { continue }
            answers.append(
                Answer(
                    name: id.map { trimmedOfBlanks(row.cells[$0]) } ?? "\(number + 1)",
                    line: row.line,
                    answers: words,
                    attributes: others.map { (table.header[$0], trimmedOfBlanks(row.cells[$0])) }
                        .filter { !$0.1.isEmpty }
                )
            )
        }
        guard !answers.isEmpty else {
            throw ImportError(.nothingInside, file: file, "No row of this table has words in the columns asked for.")
        }
        return answers
    }

    private func column(_ name: String) throws(ImportError) -> Int {
        if let exact = table.column(name) { return exact }
        let alike = table.header.indices.filter { table.header[$0].lowercased() == name.lowercased() }
        if alike.count == 1 { return alike[0] }
        let columns = table.header.prefix(20).map { "‘\($0)’" }.joined(separator: ", ")
        throw ImportError(.notReadYet, file: file, "This table has no column ‘\(name)’. Its columns are \(columns).")
    }

    /// The words of a cell with LF as line end and no blank lines around them.
    private static func lines(_ cell: String) -> String {
        var bytes = Array(cell.utf8)
        _ = LineEnds(normalising: &bytes)
        return trimmedOfBlanks(String(decoding: bytes, as: UTF8.self))
    }
}
