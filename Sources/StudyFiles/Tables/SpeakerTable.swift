// `speakers.csv`: who speaks in which document. Knows the columns; nothing of which documents exist.

package import CodingCore

/// The rows of `speakers.csv`: document, speaker, participant, interviewer (yes or no), then attributes of that speaker.
package struct SpeakerTable: Sendable {
    package static let name = "speakers.csv"
    private static let keys = ["document", "speaker", "participant", "interviewer"]
    /// The file of a study without speakers.
    package static let empty = Array((keys.joined(separator: ",") + "\n").utf8)

    /// The names of the attributes in the order of the columns.
    package private(set) var columns: [String]
    /// The speakers in file order, each with the line of its row; 0 for a row not written yet.
    package private(set) var rows: [(record: SpeakerRecord, line: Int)]
    private let dialect: Table.Dialect

    /// A table without rows.
    package init() {
        self.init(columns: [], dialect: Table.Dialect())
    }

    private init(columns: [String], dialect: Table.Dialect) {
        self.columns = columns
        self.dialect = dialect
        rows = []
    }

    /// The speakers in file order.
    package var records: [SpeakerRecord] { rows.map(\.record) }

    /// Reads the file.
    ///
    /// - Parameter file: the path to name in findings.
    /// - Returns: the table, and what is wrong in it: ids that are none, speakers named twice, an `interviewer` that is
    ///   neither yes nor no.
    /// - Throws: `FileTrouble` (malformed) when no table can be made of the bytes.
    package static func read(
        _ bytes: [UInt8],
        file: String = name
    ) throws -> (table: SpeakerTable, findings: [Finding]) {
        var (table, findings) = try CSVReader.read(bytes, file: file)
        if table.header.isEmpty { table.header = keys }
        let places = keys.map(table.column)
        guard let document = places[0], let speaker = places[1] else {
            throw FileTrouble(
                .malformed,
                "has no column “document” or “speaker”: its header begins \(keys.joined(separator: ",")).",
                path: file,
                line: 1
            )
        }
        let others = table.header.indices.filter { !places.contains($0) }
        var speakers = SpeakerTable(columns: others.map { table.header[$0] }, dialect: table.dialect)
        // As bytes: two spellings of one letter are two speakers.
        var seen: Set<[UInt8]> = []
        for row in table.rows {
            let name = trimmedOfBlanks(row.cells[speaker])
            guard let id = DocumentID(trimmedOfBlanks(row.cells[document])), !name.isEmpty else {
                let what = "“\(row.cells[document])”, “\(name)” is no speaker of a document"
                let advice = "write the document's path under transcripts/ without .txt, and the speaker's name"
                findings.append(.problem(file, line: row.line, what, advice: advice))
                continue
            }
            guard seen.insert(Array("\(id)\n\(name)".utf8)).inserted else {
                let what = "names “\(name)” of \(id) a second time"
                findings.append(.problem(file, line: row.line, what, advice: "keep one of the rows"))
                continue
            }
            let answer = places[3].map { trimmedOfBlanks(row.cells[$0]).lowercased() } ?? ""
            if !["yes", "no", ""].contains(answer) {
                let what = "“\(answer)” in the column interviewer is neither yes nor no"
                findings.append(.problem(file, line: row.line, what, advice: "write yes or no; it counts as no"))
            }
            let record = SpeakerRecord(
                document: id,
                speaker: name,
                participant: places[2].map { trimmedOfBlanks(row.cells[$0]) } ?? "",
                isInterviewer: answer == "yes",
                attributes: Attributes(
                    others.map { (name: table.header[$0], value: trimmedOfBlanks(row.cells[$0])) }
                )
            )
            speakers.rows.append((record, row.line))
        }
        return (speakers, findings)
    }

    /// Adds a speaker unless the document has one of that name.
    ///
    /// - Returns: whether a row was added.
    package mutating func add(_ record: SpeakerRecord) -> Bool {
        let known = rows.contains {
            $0.record.document == record.document && $0.record.speaker.utf8.elementsEqual(record.speaker.utf8)
        }
        if known { return false }
        for (name, _) in record.attributes.pairs where !columns.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
            columns.append(name)
        }
        rows.append((record, 0))
        return true
    }

    /// Makes the speakers of a document those that an import found: others go, and who asks is said anew. Attributes stay.
    mutating func correct(_ found: [SpeakerRecord], of document: DocumentID) -> Bool {
        let before = records
        let names = Set(found.map { Array($0.speaker.utf8) })
        rows.removeAll { $0.record.document == document && !names.contains(Array($0.record.speaker.utf8)) }
        for record in found where !add(record) {
            for index in rows.indices
            where rows[index].record.document == document && rows[index].record.speaker == record.speaker
                && rows[index].record.isInterviewer != record.isInterviewer
            {
                rows[index].record.isInterviewer = record.isInterviewer
                rows[index].record.participant = record.participant
            }
        }
        return records != before
    }

    /// Takes the speakers of documents out.
    mutating func remove(_ documents: Set<DocumentID>) { rows.removeAll { documents.contains($0.record.document) } }

    /// Takes speakers of one document out.
    mutating func remove(_ speakers: [String], of document: DocumentID) {
        let names = Set(speakers.map { Array($0.utf8) })
        rows.removeAll { $0.record.document == document && names.contains(Array($0.record.speaker.utf8)) }
    }

    /// Gives the speakers of a document, and the participants they are, other names.
    ///
    /// - Returns: whether any name is another one now.
    mutating func rename(in document: DocumentID, _ change: (String) -> String) -> Bool {
        var isChanged = false
        for index in rows.indices where rows[index].record.document == document {
            let record = rows[index].record
            rows[index].record.speaker = change(record.speaker)
            rows[index].record.participant = change(record.participant)
            if rows[index].record != record { isChanged = true }
        }
        return isChanged
    }

    /// The bytes of the file, rows by document and otherwise in the order they came.
    package var bytes: [UInt8] {
        let sorted = rows.map(\.record).enumerated().sorted {
            $0.element.document == $1.element.document
                ? $0.offset < $1.offset : $0.element.document < $1.element.document
        }
        let table = Table(
            header: Self.keys + columns,
            rows: sorted.map { _, record in
                Table.Row(
                    line: 0,
                    cells: [
                        record.document.description, record.speaker, record.participant,
                        record.isInterviewer ? "yes" : "no",
                    ] + columns.map { record.attributes[$0] ?? "" }
                )
            },
            dialect: dialect
        )
        return CSVText.bytes(of: table)
    }
}
