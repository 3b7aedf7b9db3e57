// Writing themes: new ones, and fields of those that are there, in place. Each act goes through the journal.

package import CodingCore

extension StudyFolder {
    /// Makes a theme.
    ///
    /// - Returns: the theme with its id.
    /// - Throws: `FileTrouble`: malformed when the name gives no id that is free.
    package func addTheme(_ theme: Theme, why: String = "", by author: Author) throws -> Theme {
        let path = ThemeFile.path(theme.id)
        guard try bytes(of: path) == nil else {
            throw FileTrouble(.alreadyExists, "is a theme already: choose another name or id.", path: path)
        }
        let object = "theme:\(theme.id)"
        let edits =
            [FieldEdit(object, "", from: "", to: theme.name)]
            + ThemeField.allCases.filter { $0 != .name && !theme[$0].isEmpty }
            .map { FieldEdit(object, $0.rawValue, from: "", to: theme[$0]) }
        try change([FileEdit(path, from: nil, to: ThemeFile.bytes(of: theme), edits)], why: why, by: author)
        return theme
    }

    /// The id for a new theme: `t-` and the slug of its name, with a number where that is taken.
    package func freeThemeID(for name: String) -> ThemeID? {
        let latin = CodeName.slugOfWords(of: name)
        let slug = latin.isEmpty ? String(SHA256.hexadecimal(of: Array(name.utf8)).prefix(6)) : latin
        for number in 1...999 {
            guard let id = ThemeID("t-\(slug)" + (number == 1 ? "" : "-\(number)")) else { return nil }
            if !Disk.exists(path(ThemeFile.path(id))) { return id }
        }
        return nil
    }

    /// Writes fields of a theme as one act; those that say the same already are left alone.
    ///
    /// - Returns: what was changed; empty when nothing was.
    /// - Throws: `FileTrouble`.
    @discardableResult
    package func setTheme(
        _ id: ThemeID,
        _ fields: [(field: ThemeField, words: String)],
        why: String = "",
        by author: Author
    ) throws -> [FieldEdit] {
        let edits = fields.map { FieldEdit("theme:\(id)", $0.field.rawValue, from: "", to: $0.words) }
        let file = try themeFile(id, applying: edits, checksBefore: false)
        if !file.edits.isEmpty { try change([file], why: why, by: author) }
        return file.edits
    }

    /// A theme's file with edits applied.
    ///
    /// - Parameter checksBefore: whether each field must say what the edit found, as when acts are taken back.
    /// - Throws: `FileTrouble`; malformed with what is there instead.
    func themeFile(_ id: ThemeID, applying edits: [FieldEdit], checksBefore: Bool) throws -> FileEdit {
        let path = ThemeFile.path(id)
        guard let old = try bytes(of: path, limit: HeadedText.limit) else {
            throw FileTrouble(.missing, "is no theme: “gloss themes” lists them.", path: path)
        }
        var text = try HeadedText(old, path: path, order: ThemeFile.order, lists: ThemeFile.lists)
        var done: [FieldEdit] = []
        for edit in edits {
            guard let field = ThemeField(rawValue: edit.field) else { continue }
            let now = field == .story ? text.body : text.values[edit.field] ?? ""
            if checksBefore { try HeadedText.require(now, is: edit.before, field: edit.field, path: path) }
            var probe = Theme(id: id, name: "")
            if let odd = probe.set(field, to: edit.after).first {
                throw FileTrouble(.malformed, "cannot take “\(odd)” as \(edit.field).", path: path)
            }
            guard !now.utf8.elementsEqual(edit.after.utf8) else { continue }
            if field == .story { try text.set(body: edit.after) } else { try text.set(edit.field, to: edit.after) }
            done.append(FieldEdit(edit.object, edit.field, from: now, to: edit.after))
        }
        return FileEdit(path, from: old, to: text.bytes, done)
    }
}

extension HeadedText {
    /// - Throws: `FileTrouble` (malformed) when a field says something else than an act left there.
    static func require(_ now: String, is before: String, field: String, path: String) throws {
        guard !now.utf8.elementsEqual(before.utf8) else { return }
        let sentence =
            "has “\(now)” as \(field), which was changed since; change it by hand, or take back what came later first."
        throw FileTrouble(.malformed, sentence, path: path)
    }
}
