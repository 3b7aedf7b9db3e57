// Acts on codebooks, themes, memos and other files that people write too: the journal first, then the files. Knows that files
// may have changed meanwhile; nothing of what is in them.

package import CodingCore

extension StudyFolder {
    /// Changes files of the study as one act, and comes back when the journal and the files are safely on the disk.
    ///
    /// Programs of this clone take turns, and a file that is no longer what the change was made from is refused before
    /// anything is written.
    /// - Parameters:
    ///   - act: the act's id, where lines of other logs belong to it; else a new one.
    ///   - answering: the act that this one takes back or does again.
    ///   - why: the reason in the words of whoever did it; may be empty.
    /// - Returns: the act's id.
    /// - Throws: `FileTrouble`: `changedUnderneath` when a file is no longer as it was; and as writing does.
    @discardableResult
    package func change(
        _ files: [FileEdit],
        act: Identifier? = nil,
        answering: (operation: JournalEntry.Operation, act: Identifier)? = nil,
        why: String = "",
        by author: Author
    ) throws -> Identifier {
        let lock = try lockFiles()
        defer { withExtendedLifetime(lock) {} }
        for file in files where try bytes(of: file.name) != file.old {
            let sentence = "was changed meanwhile by another program, so nothing was written: look, then do it again."
            throw FileTrouble(.changedUnderneath, sentence, path: file.name)
        }
        let act = act ?? author.identifiers.next()
        var answer: [JournalEntry] = []
        if let answering {
            answer = [author.entry(answering.operation, act: act, object: "act:\(answering.act)")]
            answer[0].why = why
        }
        try Journal.append(answer + entries(of: files, act: act, why: why, by: author), by: author)
        for file in files {
            if let new = file.new {
                try write(new, to: file.name, calls: author.calls)
            } else if file.old != nil {
                try Disk.requireInside(path(file.name), root: root)
                try Disk.remove(path(file.name))
            }
        }
        return act
    }

    private func entries(of files: [FileEdit], act: Identifier, why: String, by author: Author) -> [JournalEntry] {
        files.flatMap { file in
            file.edits.map { edit in
                var entry = author.entry(.edit, act: act, object: edit.object)
                (entry.field, entry.before, entry.after) = (edit.field, edit.before, edit.after)
                entry.why = why
                entry.file = file.name
                entry.shaBefore = file.old.map { SHA256.hexadecimal(of: $0) } ?? ""
                entry.shaAfter = file.new.map { SHA256.hexadecimal(of: $0) } ?? ""
                return entry
            }
        }
    }

    /// Keeps other programs of this clone from the files that people write too; it is held for a moment only.
    private func lockFiles() throws -> LogLock {
        let place = path(".gloss/locks/files")
        try Disk.requireInside(place, root: root)
        return try LogLock.takingTurns { try LogLock(place) }
    }
}
