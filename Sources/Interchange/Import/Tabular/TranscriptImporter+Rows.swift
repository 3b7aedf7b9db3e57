// A table of answers, one document a row. Puts documents together; writes nothing.

package import CodingCore

/// A row of a table on its way to be a document.
package struct IncomingRow: Sendable {
    /// What names it: the id column, or the row's number.
    package var name: String
    /// The line of the table, counted from 1.
    package var line: Int
    package var document: IncomingDocument
}

extension TranscriptImporter {
    /// Reads a table whose rows are documents, such as the answers to a survey.
    ///
    /// Each answer is a turn of whoever the row is named for. With several columns of answers each has its column's head
    /// before it as a note. Columns that hold no answers become attributes.
    /// - Parameters:
    ///   - textColumns: the heads of the columns with answers.
    ///   - idColumn: the head of the column that names rows; nothing to number them.
    /// - Throws: `ImportError`, or what `readFile` throws.
    package func readRows(
        path: String,
        textColumns: [String],
        idColumn: String?,
        choices: ImportChoices = ImportChoices()
    ) throws -> [IncomingRow] {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let decoded = try decoded(try readFile(path), file: file, choices)
        let table = try TableReader(decoded.text, file: file)
        return try table.answers(textColumns: textColumns, idColumn: idColumn).map { answer in
            let document = document(
                of: answer,
                encoding: decoded.encoding,
                file: file,
                showsQuestions: textColumns.count > 1
            )
            return IncomingRow(name: answer.name, line: answer.line, document: document)
        }
    }

    private func document(
        of answer: TableReader.Answer,
        encoding: String,
        file: String,
        showsQuestions: Bool
    ) -> IncomingDocument {
        var words = ""
        var blocks: [Block] = []
        var start = 0
        func append(_ paragraph: String, _ kind: Block.Kind, speaker: String) {
            let end = start + paragraph.unicodeScalars.count
            blocks.append(Block(kind: kind, span: TextSpan(start, end), speaker: speaker))
            words += paragraph
            start = end
        }
        for (index, part) in answer.answers.enumerated() {
            if showsQuestions { append(part.question + "\n\n", .note, speaker: "") }
            append(part.words + (index == answer.answers.count - 1 ? "\n" : "\n\n"), .turn, speaker: answer.name)
        }
        let text = CanonicalText(words)
        var document = IncomingDocument(
            text: text,
            blocks: blocks,
            title: answer.name,
            origin: DocumentOrigin(
                fileName: file,
                sha256: sha256(text.utf8),
                encoding: encoding,
                labelStyle: "one row",
                format: SourceFormat.csv.rawValue
            ),
            speakers: [IncomingSpeaker(name: answer.name, turns: answer.answers.count, isInterviewer: false)]
        )
        document.attributes = Attributes(answer.attributes)
        return document
    }
}
