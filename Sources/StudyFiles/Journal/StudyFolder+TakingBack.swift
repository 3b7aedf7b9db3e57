// Taking an act of the journal back, and doing it again. Knows which editor an object has; nothing of codings in logs.

package import CodingCore

extension StudyFolder {
    /// Takes an act back: every field that it changed says again what it said before.
    ///
    /// Whether codings use a code that would go is the caller's to know.
    /// - Returns: the id of the new act.
    /// - Throws: `FileTrouble`; malformed with what is there instead when something was changed since. Nothing is written
    ///   then.
    @discardableResult
    package func takeBack(_ act: JournalAct, why: String = "", by author: Author) throws -> Identifier {
        try requireUntouched(act)
        for entry in act.entries where entry.field.isEmpty && entry.before.isEmpty && !entry.object.hasPrefix("code:") {
            let now = try bytes(of: entry.file).map { SHA256.hexadecimal(of: $0) }
            guard now == nil || now == entry.shaAfter else {
                let sentence = "was changed since it was made, so it is not removed: clear or set it aside instead."
                throw FileTrouble(.malformed, sentence, path: entry.file)
            }
        }
        return try change(
            files(for: act.reversedEdits, by: author),
            answering: (.undo, act.id),
            why: why,
            by: author
        )
    }

    /// - Throws: `FileTrouble` (malformed) when a code that the act made is no longer as it was made, or others stand below it or
    ///   went into it: then it is somebody's work, and does not go.
    private func requireUntouched(_ act: JournalAct) throws {
        let made = act.madeCodes
        guard !made.isEmpty else { return }
        let book = CodebookFolder.read(root: root)
        for id in made {
            guard let place = book.places[id], let bytes = try bytes(of: place.file, limit: StrictYAML.limit) else {
                continue
            }
            let text = try CodebookText(bytes, path: place.file, proposer: id.proposer)
            let left = act.fieldsLeft(of: id)
            let isChanged = CodeField.allCases.contains { field in
                !text.written(field, of: id).utf8.elementsEqual((left[field.rawValue] ?? "").utf8)
            }
            // What it adopted is a proposal again, as before.
            let adopted = book.codebook[id]?.was ?? []
            let isNeeded = book.codebook.codes.contains { code in
                !made.contains(code.id) && !adopted.contains(code.id)
                    && (code.parent == id || code.status == .mergedInto(id))
            }
            guard isChanged || isNeeded else { continue }
            let why = isNeeded ? "other codes stand below it or went into it" : "it was changed since it was made"
            throw FileTrouble(
                .malformed,
                "keeps \(id), because \(why): retire it instead.",
                path: place.file,
                line: place.line
            )
        }
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
        return try codes.files + headedFiles(for: edits)
    }

    /// The files of themes, memos and framework matrices; one that was made by the act goes, as long as it is as the act left it.
    private func headedFiles(for edits: [(edit: FieldEdit, file: String)]) throws -> [FileEdit] {
        var files: [FileEdit] = []
        for object in edits.map(\.edit.object).uniqued() {
            let own = edits.filter { $0.edit.object == object }
            let (theme, memo) = (Self.theme(object), Self.memo(object))
            if let file = own.first?.file, let framework = try frameworkFile(object, file, applying: own.map(\.edit)) {
                files.append(framework)
                continue
            }
            guard theme != nil || memo != nil, let file = own.first?.file else { continue }
            if let whole = own.first(where: { $0.edit.field.isEmpty })?.edit {
                files.append(try whole.after.isEmpty ? removing(file, whole) : making(file, own.map(\.edit)))
            } else if let theme {
                files.append(try themeFile(theme, applying: own.map(\.edit), checksBefore: true))
            } else if let memo {
                files.append(try memoFile(memo, applying: own.map(\.edit), checksBefore: true))
            }
        }
        return files
    }

    private func removing(_ file: String, _ edit: FieldEdit) throws -> FileEdit {
        FileEdit(file, from: try bytes(of: file, limit: HeadedText.limit), to: nil, [edit])
    }

    private func making(_ file: String, _ edits: [FieldEdit]) throws -> FileEdit {
        guard try self.bytes(of: file, limit: HeadedText.limit) == nil else {
            throw FileTrouble(.alreadyExists, "was made anew meanwhile, so nothing is put in its place.", path: file)
        }
        let bytes: [UInt8]
        if let id = edits.first.flatMap({ Self.theme($0.object) }) {
            var theme = Theme(id: id, name: "")
            for edit in edits { theme.set(ThemeField(rawValue: edit.field) ?? .name, to: edit.after) }
            bytes = ThemeFile.bytes(of: theme)
        } else {
            let head = edits.filter { !$0.field.isEmpty && $0.field != MemoField.text.rawValue }.map {
                ($0.field, $0.after)
            }
            let text = edits.first { $0.field == MemoField.text.rawValue }?.after ?? ""
            bytes = HeadedText.bytes(head, MemoFile.layout, body: text)
        }
        return FileEdit(file, from: nil, to: bytes, edits)
    }

    private static func theme(_ object: String) -> ThemeID? {
        object.hasPrefix("theme:") ? ThemeID(object.dropFirst("theme:".count)) : nil
    }

    private static func memo(_ object: String) -> MemoID? {
        object.hasPrefix("memo:") ? MemoID(object.dropFirst("memo:".count)) : nil
    }
}

extension JournalAct {
    /// The codes that the act made.
    package var madeCodes: Set<CodeID> {
        Set(
            edits.filter { $0.edit.field.isEmpty && $0.edit.before.isEmpty }.compactMap { edit, _ in
                edit.object.hasPrefix("code:") ? CodeID(edit.object.dropFirst("code:".count)) : nil
            }
        )
    }

    /// What the fields of a code said when the act was done, by their keys.
    fileprivate func fieldsLeft(of id: CodeID) -> [String: String] {
        var fields: [String: String] = [:]
        for (edit, _) in edits where edit.object == "code:\(id)" {
            fields[edit.field.isEmpty ? CodeField.name.rawValue : edit.field] = edit.after
        }
        return fields
    }

    /// The edits that take the act back, last one first; of an object that goes altogether only its going.
    fileprivate var reversedEdits: [(edit: FieldEdit, file: String)] {
        let made = Set(edits.filter { $0.edit.field.isEmpty && $0.edit.before.isEmpty }.map(\.edit.object))
        return edits.reversed().filter { $0.edit.field.isEmpty || !made.contains($0.edit.object) }
            .map { ($0.edit.reversed, $0.file) }
    }
}
