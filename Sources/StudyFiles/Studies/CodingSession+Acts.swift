// Acts over several documents: one line in the log of each. All of them are saved, or it is said which are not. Knows logs and
// lines; nothing of what an act does.

package import CodingCore

extension CodingSession {
    /// Appends the lines of one act, each to the author's log of its document, and comes back when all are safely on the
    /// disk.
    ///
    /// Before the first line is written, every log is opened, locked and looked at, so that what can be refused is refused
    /// while nothing of the act is there. A log that another program continued is read again; the lines name what their
    /// coder had seen, so they are true whatever came meanwhile.
    /// - Parameter act: what `CodingEdit.spread` made, one line for each document.
    /// - Returns: the operations on those documents whose logs had changed, read anew.
    /// - Throws: `FileTrouble`. `unsaved`: part of the act is in memory only, in `unsaved`; `saveUnsaved` tries again.
    ///   Others: nothing of the act was written.
    @discardableResult
    package func append(act: [(document: DocumentRecord, line: LogLine)]) throws -> [Identifier: [LogOperation]] {
        defer { letGo() }
        guard unsaved.isEmpty else {
            unsaved += act
            try saveUnsaved()
            return [:]
        }
        var anew: [Identifier: [LogOperation]] = [:]
        for (document, _) in act {
            do {
                try appender(for: document).requireReady()
            } catch let trouble as FileTrouble where trouble.code == .changedUnderneath {
                anew[document.uuid] = try operations(on: document).operations
                try appender(for: document).requireReady()
            }
        }
        if let draft = try draft(of: act) { drafts.append(draft) }
        for (index, part) in act.enumerated() {
            do {
                try write([part.line], to: part.document)
            } catch let trouble as FileTrouble where index > 0 || trouble.code == .unsaved {
                // What `append` did not keep itself waits with the rest: half an act is not what the coder did.
                unsaved += act[(unsaved.isEmpty ? index : index + 1)...]
                throw Self.incomplete(trouble, saved: index, of: act.count)
            } catch {
                removeDrafts()
                throw error
            }
        }
        removeDrafts()
        return anew
    }

    /// Writes down an act over several documents before its first line is in a log; nothing for an act on one.
    private func draft(of act: [(document: DocumentRecord, line: LogLine)]) throws -> ActDraft? {
        guard act.count > 1, let id = act.first?.line.act else { return nil }
        let lines = act.map { (document: $0.document.uuid, line: $0.line) }
        let draft = ActDraft(coder: author.coder, act: id, lines: lines)
        try draft.write(in: author.folder, calls: author.calls)
        return draft
    }

    /// Removes the drafts of acts that are done, or were never begun.
    func removeDrafts() {
        // One that cannot be removed is found to be done when it is read.
        for draft in drafts { try? draft.remove(in: author.folder) }
        drafts = []
    }

    private static func incomplete(_ trouble: FileTrouble, saved: Int, of count: Int) -> FileTrouble {
        let part = saved == 0 ? "no document" : saved == 1 ? "1 document" : "\(saved) documents"
        return FileTrouble(
            .unsaved,
            "could not be written: the act is saved in \(part) of \(count), and the rest is UNSAVED, in memory only. "
                + "Check the disk, then try again.",
            path: trouble.path,
            errno: trouble.errno
        )
    }
}
