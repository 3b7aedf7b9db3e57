// Writing framework matrices: a cell, or the layout. Each act goes through the journal.

package import CodingCore

extension StudyFolder {
    /// Writes a cell as one act; an empty summary takes it out.
    ///
    /// - Parameters:
    ///   - expected: the cell as the writer saw it; where it is another now, nothing is written.
    /// - Returns: whether anything was changed.
    /// - Throws: `FileTrouble`: changedUnderneath when somebody else wrote into the cell meanwhile; and as writing does.
    @discardableResult
    package func setCell(
        _ column: FrameworkColumn,
        ofCase row: String,
        document: Identifier?,
        in framework: String,
        to summary: FrameworkSummary,
        expecting expected: FrameworkSummary,
        why: String = "",
        by author: Author
    ) throws -> Bool {
        let folder = FrameworkFolder.read(root: root, name: framework)
        let known = folder.path(ofCase: row, document: document)
        let path = known ?? folder.freePath(forCase: row)
        let old = try bytes(of: path, limit: HeadedText.limit)
        if known == nil, old != nil {
            // A file that could not be read may hold this very case.
            throw FileTrouble(.malformed, "cannot be read as a page of the matrix: “gloss check” says why.", path: path)
        }
        var text = try FrameworkPageText(old ?? FrameworkPageText.bytes(case: row, document: document), path: path)
        let now = text[column]
        guard FrameworkSummary(words: now) == expected else {
            let sentence = "has other words in this cell by now, so nothing was written: look, then do it again."
            throw FileTrouble(.changedUnderneath, sentence, path: path)
        }
        let words = summary.words
        guard !now.utf8.elementsEqual(words.utf8) else { return false }
        try text.set(column, to: words)
        let object = FrameworkFile.object(of: framework, case: text.page.name)
        let edit = FieldEdit(object, column.description, from: now, to: words)
        try change([FileEdit(path, from: old, to: text.bytes, [edit])], why: why, by: author)
        return true
    }

    /// Writes fields of a layout as one act; those that say the same already are left alone.
    ///
    /// - Returns: what was changed; empty when nothing was.
    /// - Throws: `FileTrouble`.
    @discardableResult
    package func setFramework(
        _ name: String,
        _ fields: [(field: FrameworkField, words: String)],
        why: String = "",
        by author: Author
    ) throws -> [FieldEdit] {
        let object = FrameworkFile.object(ofPlan: name)
        let edits = fields.map { FieldEdit(object, $0.field.rawValue, from: "", to: $0.words) }
        let file = try frameworkPlanFile(name, applying: edits, checksBefore: false)
        if !file.edits.isEmpty { try change([file], why: why, by: author) }
        return file.edits
    }

    /// The file of an object of the journal, with edits applied; nothing for objects that are no framework's.
    ///
    /// - Parameter path: where the journal has it.
    /// - Throws: `FileTrouble`; malformed with what is there instead when it is not as the edits found it.
    func frameworkFile(_ object: String, _ path: String, applying edits: [FieldEdit]) throws -> FileEdit? {
        guard let parts = FrameworkFile.parts(of: object) else { return nil }
        guard parts.row != nil else {
            return try frameworkPlanFile(parts.framework, applying: edits, checksBefore: true)
        }
        guard let old = try bytes(of: path, limit: HeadedText.limit) else {
            throw FileTrouble(.missing, "is not there any more, so nothing is put back into it.", path: path)
        }
        var text = try FrameworkPageText(old, path: path)
        for edit in edits {
            guard let column = FrameworkColumn(edit.field) else { continue }
            guard text[column].utf8.elementsEqual(edit.before.utf8) else {
                let sentence =
                    "has other words in \(column) by now; change it by hand, or take back what came later first."
                throw FileTrouble(.malformed, sentence, path: path)
            }
            try text.set(column, to: edit.after)
        }
        return FileEdit(path, from: old, to: text.bytes, edits)
    }

    /// A layout's file with edits applied; a new one where there is none.
    private func frameworkPlanFile(_ name: String, applying edits: [FieldEdit], checksBefore: Bool) throws -> FileEdit {
        let path = FrameworkFile.planPath(name)
        if let old = try bytes(of: path, limit: HeadedText.limit) {
            // What was made by an act that is taken back goes altogether, as long as nobody wrote more into it.
            let left = Set(edits.map(\.field))
            let text = try HeadedText(old, path: path, FrameworkFile.planLayout)
            let wereThere = Dictionary(edits.map { ($0.field, $0.before) }) { first, _ in first }
            let isAll = Set(text.values.keys).isSubset(of: left) && text.body == wereThere["notes"] ?? ""
            let made = FrameworkFile.planLayout.order.map { ($0, wereThere[$0] ?? "") }
            if checksBefore, isAll, edits.allSatisfy(\.after.isEmpty),
                old == HeadedText.bytes(made, FrameworkFile.planLayout, body: text.body)
            {
                return FileEdit(path, from: old, to: nil, edits)
            }
        } else {
            let made = edits.filter { !$0.after.isEmpty }
            let head = made.filter { $0.field != FrameworkField.notes.rawValue }.map { ($0.field, $0.after) }
            let order = FrameworkFile.planLayout.order
            let sorted = head.sorted { (order.firstIndex(of: $0.0) ?? 0) < (order.firstIndex(of: $1.0) ?? 0) }
            let notes = made.first { $0.field == FrameworkField.notes.rawValue }?.after ?? ""
            return FileEdit(
                path,
                from: nil,
                to: HeadedText.bytes(sorted, FrameworkFile.planLayout, body: notes),
                made
            )
        }
        return try headedFile(path, FrameworkFile.planLayout, applying: edits, checksBefore: checksBefore) { edit in
            var probe = FrameworkPlan(name: name)
            return FrameworkField(rawValue: edit.field).flatMap { probe.set($0, to: edit.after).first }
        }
    }
}
