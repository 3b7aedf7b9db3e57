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
        try headedFile(ThemeFile.path(id), ThemeFile.layout, applying: edits, checksBefore: checksBefore) { edit in
            var probe = Theme(id: id, name: "")
            return ThemeField(rawValue: edit.field).flatMap { probe.set($0, to: edit.after).first }
        }
    }
}
