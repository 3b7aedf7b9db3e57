// Codes from a file of elsewhere, on their way into a codebook of their own. Knows YAML files and tables of codes.

package import CodingCore

/// A codebook that is to be taken in.
package struct IncomingCodebook: Sendable {
    /// The path inside the study that it gets.
    package let name: String
    package let codes: [Code]
    package let findings: [Finding]
    let bytes: [UInt8]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - isTable: whether it is CSV; else it is YAML, and its bytes are kept as they are.
    ///   - file: its name for errors.
    ///   - stem: the name of the file to be, without folder and ending.
    /// - Throws: `FileTrouble` when it is neither.
    package init(_ bytes: [UInt8], isTable: Bool, file: String, as stem: String) throws {
        name = "\(CodebookFolder.name)/\(stem).yaml"
        guard isTable else {
            let read = try CodebookReader.read(bytes, path: file)
            (codes, findings, self.bytes) = (read.codes.map(\.code), read.findings, bytes)
            return
        }
        let (table, findings) = try CSVReader.read(bytes, file: file)
        var text = try CodebookText(Array("title: \(YAMLText.scalar(stem))\ncodes:\n".utf8), path: name)
        for row in table.rows {
            func cell(_ column: String) -> String {
                table.column(column).map { trimmedOfBlanks(row.cells[$0]) } ?? ""
            }
            let written = cell("id")
            guard let id = CodeID(written.isEmpty ? CodeName.slug(of: cell("name")) : written), id.proposer == nil
            else {
                let sentence = "has no id that can be used in this row: use small letters, digits and -."
                throw FileTrouble(.malformed, sentence, path: file, line: row.line)
            }
            var code = Code(id: id, name: cell("name").isEmpty ? id.description : cell("name"))
            for field in CodeField.allCases where field != .name && field != .was && !cell(field.rawValue).isEmpty {
                guard let new = code.setting(field, to: cell(field.rawValue)) else {
                    let sentence = "has “\(cell(field.rawValue))” as \(field.rawValue), which no code can have."
                    throw FileTrouble(.malformed, sentence, path: file, line: row.line)
                }
                code = new
            }
            guard text[id] == nil else {
                throw FileTrouble(.malformed, "has the code \(id) twice.", path: file, line: row.line)
            }
            try text.add(code)
        }
        (codes, self.findings, self.bytes) = (text.codes, findings, text.bytes)
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
