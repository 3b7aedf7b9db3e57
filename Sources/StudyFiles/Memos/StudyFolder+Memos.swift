// Writing memos: new ones, and fields of those that are there, in place. Each act goes through the journal.

package import CodingCore

extension StudyFolder {
    /// Makes a memo, called after its day, its coder and its title.
    ///
    /// - Throws: `FileTrouble`: malformed when it has no words.
    package func addMemo(
        _ text: String,
        kind: Memo.Kind,
        links: [MemoLink] = [],
        why: String = "",
        by author: Author
    ) throws -> Memo {
        let text = trimmedOfBlanks(text)
        guard !text.isEmpty else {
            throw FileTrouble(.malformed, "takes no memo without words.", path: MemoFile.folder)
        }
        let now = author.now()
        let id = try freeMemoID(for: text, at: now, by: author.coder)
        let memo = Memo(id: id, kind: kind, coder: author.coder, made: now, links: links, text: text)
        let object = "memo:\(id)"
        let edits =
            [FieldEdit(object, "", from: "", to: memo.title)]
            + MemoField.allCases.filter { !memo[$0].isEmpty }.map {
                FieldEdit(object, $0.rawValue, from: "", to: memo[$0])
            }
        try change([FileEdit(MemoFile.path(id), from: nil, to: MemoFile.bytes(of: memo), edits)], why: why, by: author)
        return memo
    }

    private func freeMemoID(for text: String, at moment: Moment, by coder: CoderID) throws -> MemoID {
        let slug = CodeName.slugOfWords(of: Memo.title(of: text))
        let stem = "\(moment.day)-\(coder)" + (slug.isEmpty ? "" : "-\(slug)")
        for number in 1...9_999 {
            if let id = MemoID(number == 1 ? stem : "\(stem)-\(number)"), !Disk.exists(path(MemoFile.path(id))) {
                return id
            }
        }
        throw FileTrouble(
            .malformed,
            "has too many memos called \(stem): give this one another first line.",
            path: MemoFile.folder
        )
    }

    /// Writes fields of a memo as one act; those that say the same already are left alone.
    ///
    /// - Returns: what was changed; empty when nothing was.
    /// - Throws: `FileTrouble`.
    @discardableResult
    package func setMemo(
        _ id: MemoID,
        _ fields: [(field: MemoField, words: String)],
        why: String = "",
        by author: Author
    ) throws -> [FieldEdit] {
        let edits = fields.map { FieldEdit("memo:\(id)", $0.field.rawValue, from: "", to: $0.words) }
        let file = try memoFile(id, applying: edits, checksBefore: false)
        if !file.edits.isEmpty { try change([file], why: why, by: author) }
        return file.edits
    }

    /// A memo's file with edits applied.
    ///
    /// - Parameter checksBefore: whether each field must say what the edit found, as when acts are taken back.
    /// - Throws: `FileTrouble`; malformed with what is there instead.
    func memoFile(_ id: MemoID, applying edits: [FieldEdit], checksBefore: Bool) throws -> FileEdit {
        try headedFile(MemoFile.path(id), MemoFile.layout, applying: edits, checksBefore: checksBefore)
    }
}
