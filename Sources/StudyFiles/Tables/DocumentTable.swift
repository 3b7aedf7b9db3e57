// `documents.csv`: the attributes of documents. Knows the columns; nothing of which documents exist.

package import CodingCore

/// The rows of `documents.csv`: a document's id, then its attributes.
package struct DocumentTable: Sendable {
    /// One document's row.
    package struct Row: Sendable, Equatable {
        package var document: DocumentID
        /// As many as there are columns.
        package var values: [String]
        /// The line in the file, counted from 1; 0 for a row not written yet.
        package var line: Int
    }

    package static let name = "documents.csv"
    /// The file of a study without documents.
    package static let empty = Array("document\n".utf8)

    /// The names of the attributes in the order of the columns.
    package private(set) var columns: [String]
    package private(set) var rows: [Row]
    private let dialect: Table.Dialect
    private var places: [DocumentID: Int]

    /// A table without rows.
    package init() {
        columns = []
        rows = []
        dialect = Table.Dialect()
        places = [:]
    }

    /// Reads the file.
    ///
    /// - Parameters:
    ///   - file: the path to name in findings.
    ///   - keys: the names that the first column may have.
    /// - Returns: the table, and what is wrong in it: ids that are none, and documents named twice, whose first row counts.
    /// - Throws: `FileTrouble` (malformed) when no table can be made of the bytes.
    package static func read(
        _ bytes: [UInt8],
        file: String = name
    ) throws -> (table: DocumentTable, findings: [Finding]) {
        var (table, findings) = try CSVReader.read(bytes, file: file)
        if table.header.isEmpty { table.header = ["document"] }
        guard let key = table.column("document") else {
            throw FileTrouble(
                .malformed,
                "has no column “document”: give the column that names the documents this header.",
                path: file,
                line: 1
            )
        }
        var documents = DocumentTable(table, key: key)
        for row in table.rows {
            let text = trimmedOfBlanks(row.cells[key])
            guard let id = DocumentID(text) else {
                let advice = "write the document's path under transcripts/ without .txt"
                findings.append(.problem(file, line: row.line, "“\(text)” is no id of a document", advice: advice))
                continue
            }
            guard documents.places[id] == nil else {
                let advice = "keep one of its rows"
                findings.append(.problem(file, line: row.line, "names \(id) a second time", advice: advice))
                continue
            }
            documents.places[id] = documents.rows.count
            var values = row.cells.map(trimmedOfBlanks)
            values.remove(at: key)
            documents.rows.append(Row(document: id, values: values, line: row.line))
        }
        return (documents, findings)
    }

    private init(_ table: Table, key: Int) {
        columns = table.header
        columns.remove(at: key)
        rows = []
        dialect = table.dialect
        places = [:]
    }

    /// The attributes of a document, one for every named column; nothing when it has no row.
    package subscript(document: DocumentID) -> Attributes? {
        guard let place = places[document] else { return nil }
        return Attributes(zip(columns, rows[place].values).filter { !$0.0.isEmpty }.map { (name: $0, value: $1) })
    }

    /// Gives a document a row, new columns for attributes not seen before, and the values; others stay as they are.
    ///
    /// - Returns: whether anything is different now.
    package mutating func set(_ attributes: Attributes, of document: DocumentID) -> Bool {
        var changed = false
        for (name, _) in attributes.pairs where !columns.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            columns.append(name)
            for index in rows.indices { rows[index].values.append("") }
            changed = true
        }
        let place = places[document] ?? rows.count
        if place == rows.count {
            rows.append(Row(document: document, values: columns.map { _ in "" }, line: 0))
            places[document] = place
            changed = true
        }
        for (name, value) in attributes.pairs {
            guard let column = columns.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }),
                !rows[place].values[column].utf8.elementsEqual(value.utf8)
            else { continue }
            rows[place].values[column] = value
            changed = true
        }
        return changed
    }

    /// Takes the rows of documents out.
    mutating func remove(_ documents: Set<DocumentID>) {
        rows.removeAll { documents.contains($0.document) }
        places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($0.element.document, $0.offset) })
    }

    /// The bytes of the file, rows in natural order of their documents.
    package var bytes: [UInt8] {
        let sorted = rows.sorted { $0.document < $1.document }
        return CSVText.bytes(
            of: Table(
                header: ["document"] + columns,
                rows: sorted.map { Table.Row(line: 0, cells: [$0.document.description] + $0.values) },
                dialect: dialect
            )
        )
    }
}
