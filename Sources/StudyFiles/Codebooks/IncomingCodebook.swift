// Codes from a file of elsewhere, on their way into a codebook of their own. Knows YAML files, tables of codes and appendices.

package import CodingCore

/// A codebook that is to be taken in.
package struct IncomingCodebook: Sendable {
    /// The path inside the study that it gets.
    package let name: String
    package let codes: [Code]
    package let findings: [Finding]
    let bytes: [UInt8]

    /// How a file says its codes.
    package enum Form: Sendable {
        /// As the study's own codebooks; the bytes are kept as they are.
        case yaml
        /// CSV with a row for each code.
        case table
        /// Markdown as ‘gloss codes export --format md’ prints it.
        case appendix

        /// The form that a file's ending tells.
        package init(fileName: String) {
            let name = fileName.lowercased()
            if name.hasSuffix(".csv") {
                self = .table
            } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
                self = .appendix
            } else {
                self = .yaml
            }
        }
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: its name for errors.
    ///   - stem: the name of the file to be, without folder and ending.
    /// - Throws: `FileTrouble` when it is not in that form.
    package init(_ bytes: [UInt8], form: Form, file: String, as stem: String) throws {
        name = "\(CodebookFolder.name)/\(stem).yaml"
        let rows: [CodebookRow]
        switch form {
        case .yaml:
            let read = try CodebookReader.read(bytes, path: file)
            (codes, findings, self.bytes) = (read.codes.map(\.code), read.findings, bytes)
            return
        case .table: (rows, findings) = try Self.rows(ofTable: bytes, file: file)
        case .appendix: (rows, findings) = (try CodebookAppendixReader.rows(bytes, file: file), [])
        }
        var text = try CodebookText(Array("title: \(YAMLText.scalar(stem))\ncodes:\n".utf8), path: name)
        for row in rows {
            let written = row["id"]
            guard let id = CodeID(written.isEmpty ? CodeName.slug(of: row["name"]) : written), id.proposer == nil
            else {
                let sentence = "has no id that can be used here: use small letters, digits and -."
                throw FileTrouble(.malformed, sentence, path: file, line: row.line)
            }
            var code = Code(id: id, name: row["name"].isEmpty ? id.description : row["name"])
            for field in CodeField.allCases where field != .name && field != .was && !row[field.rawValue].isEmpty {
                guard let new = code.setting(field, to: row[field.rawValue]) else {
                    let sentence = "has “\(row[field.rawValue])” as \(field.rawValue), which no code can have."
                    throw FileTrouble(.malformed, sentence, path: file, line: row.line)
                }
                code = new
            }
            guard text[id] == nil else {
                throw FileTrouble(.malformed, "has the code \(id) twice.", path: file, line: row.line)
            }
            try text.add(code)
        }
        (codes, self.bytes) = (text.codes, text.bytes)
    }

    private static func rows(ofTable bytes: [UInt8], file: String) throws -> ([CodebookRow], [Finding]) {
        let (table, findings) = try CSVReader.read(bytes, file: file)
        let rows = table.rows.map { row in
            let cells = (["id"] + CodeField.allCases.map(\.rawValue)).map { column in
                (column, table.column(column).map { trimmedOfBlanks(row.cells[$0]) } ?? "")
            }
            return CodebookRow(line: row.line, cells: Dictionary(uniqueKeysWithValues: cells))
        }
        return (rows, findings)
    }
}

extension StudyFolder {
    /// Takes a codebook in as a file of its own; one act.
    ///
    /// - Throws: `FileTrouble`: alreadyExists when there is a file of that name.
    package func add(_ incoming: IncomingCodebook, why: String = "", by author: Author) throws {
        guard try bytes(of: incoming.name, limit: StrictYAML.limit) == nil else {
            let sentence = "is a codebook of the study already: name another with --as."
            throw FileTrouble(.alreadyExists, sentence, path: incoming.name)
        }
        let edits = incoming.codes.map { FieldEdit("code:\($0.id)", "", from: "", to: $0.name) }
        try change([FileEdit(incoming.name, from: nil, to: incoming.bytes, edits)], why: why, by: author)
    }
}
