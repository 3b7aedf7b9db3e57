// Taking an act of the journal back, and doing it again. Knows which editor an object has; nothing of codings in logs.

package import CodingCore

extension StudyFolder {
    /// Takes an act back: every field that it changed says again what it said before.
    ///
    /// - Parameter redo: the undo that is itself taken back, when the act is done again.
    /// - Returns: the id of the new act.
    /// - Throws: `FileTrouble`; malformed with what is there instead when something was changed since. Nothing is written
    ///   then.
    @discardableResult
    package func takeBack(_ act: JournalAct, why: String = "", by author: Author) throws -> Identifier {
        try change(
            files(for: act.reversedEdits, by: author),
            answering: (.undo, act.id),
            why: why,
            by: author
        )
    }

    /// Does an act again that was taken back.
    ///
    /// - Throws: `FileTrouble`, as `takeBack`.
    @discardableResult
    package func doAgain(_ act: JournalAct, by author: Author) throws -> Identifier {
        guard let undo = act.takenBackBy else { return act.id }
        return try change(files(for: act.edits, by: author), answering: (.redo, undo), by: author)
    }

    /// The files as they are to be after some edits.
    private func files(for edits: [(edit: FieldEdit, file: String)], by author: Author) throws -> [FileEdit] {
        var codes = CodebookEditor(self, CodebookFolder.read(root: root), by: author)
        for (edit, file) in edits where edit.object.hasPrefix("code:") { try codes.apply(edit, in: file) }
        return codes.files
    }
}

extension JournalAct {
    /// The edits that take the act back, last one first; of an object that goes altogether only its going.
    fileprivate var reversedEdits: [(edit: FieldEdit, file: String)] {
        let made = Set(edits.filter { $0.edit.field.isEmpty && $0.edit.before.isEmpty }.map(\.edit.object))
        return edits.reversed().filter { $0.edit.field.isEmpty || !made.contains($0.edit.object) }
            .map { ($0.edit.reversed, $0.file) }
    }
}
