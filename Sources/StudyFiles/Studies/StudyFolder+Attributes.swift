// Attributes of documents, one by one or from a table. Knows `documents.csv`; nothing of what attributes mean.

package import CodingCore

/// What a table of attributes came to.
package struct AttributeReport: Sendable, Equatable {
    /// The documents whose row is different now, in the table's order.
    package var changed: [DocumentID] = []
    /// The names in the table that no document has, or more than one, with their lines.
    package var unknown: [(name: String, line: Int)] = []
    /// What was odd about the table.
    package var findings: [Finding] = []

    package static func == (a: AttributeReport, b: AttributeReport) -> Bool {
        a.changed == b.changed && a.findings == b.findings
            && a.unknown.elementsEqual(b.unknown) { $0.name == $1.name && $0.line == $1.line }
    }
}

extension StudyFolder {
    /// Takes attributes of documents from a table whose column `document` or `id` names them, by id or by a last part
    /// that is unique. An empty cell leaves an attribute as it is; the same table again changes nothing.
    ///
    /// - Parameters:
    ///   - file: the table's path for findings and errors.
    ///   - study: the study as it is now.
    /// - Throws: `FileTrouble` when either table cannot be read, or the study's cannot be written.
    package func setAttributes(
        fromTable bytes: [UInt8],
        file: String,
        in study: Study,
        by author: Author
    ) throws -> AttributeReport {
        let (table, findings) = try CSVReader.read(bytes, file: file)
        guard let key = table.column("document") ?? table.column("id") else {
            throw FileTrouble(
                .malformed,
                "has no column “document” or “id”: give the column that names the documents one of these headers.",
                path: file,
                line: 1
            )
        }
        var report = AttributeReport(findings: findings)
        var wanted: [(document: DocumentRecord, attributes: Attributes)] = []
        for row in table.rows {
            let name = trimmedOfBlanks(row.cells[key])
            guard case .found(let document) = study.document(named: name) else {
                report.unknown.append((name, row.line))
                continue
            }
            let pairs = table.header.indices.filter { $0 != key && !table.header[$0].isEmpty }
                .map { (name: table.header[$0], value: trimmedOfBlanks(row.cells[$0])) }
            wanted.append((document, Attributes(pairs.filter { !$0.value.isEmpty })))
        }
        report.changed = try setAttributes(wanted, by: author)
        return report
    }

    /// Gives documents attributes; those not named stay as they are. One act in the journal.
    ///
    /// - Returns: the documents whose row is different now.
    /// - Throws: `FileTrouble` when the table cannot be read or written, or would lose rows.
    package func setAttributes(
        _ wanted: [(document: DocumentRecord, attributes: Attributes)],
        by author: Author
    ) throws -> [DocumentID] {
        var (table, old) = try documentTableForWriting()
        var changed: [DocumentID] = []
        var entries: [JournalEntry] = []
        for (document, attributes) in wanted {
            let before = table[document.id]
            guard table.set(attributes, of: document.id) else { continue }
            changed.append(document.id)
            for (name, value) in attributes.pairs {
                let was = before?[name] ?? ""
                if was.utf8.elementsEqual(value.utf8) { continue }
                var entry = author.entry(.edit, act: entries.first?.act, object: "document:\(document.uuid)")
                entry.field = name
                entry.before = was
                entry.after = value
                entries.append(entry)
            }
        }
        guard !changed.isEmpty else { return [] }
        if entries.isEmpty { entries = [author.entry(.edit, object: DocumentTable.name)] }
        let change = FileChange(DocumentTable.name, from: old, to: table.bytes)
        try Journal.append(entries.map(change.noted), by: author)
        try write(change.bytes, to: change.name, calls: author.calls)
        return changed
    }
}
