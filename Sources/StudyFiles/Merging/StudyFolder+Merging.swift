// Carries a merge out. Whatever is cut off leaves a study that loads, and the same merge again does the rest. Knows the order of
// writing; decides nothing.

import CodingCore

extension StudyFolder {
    /// Takes in what a plan says, and comes back when it is safely on the disk.
    ///
    /// The journal comes first; then documents, each with its own file last; then codes, so that no coding names one that is
    /// not there, with themes and memos; then the logs, each by one write.
    /// - Throws: `FileTrouble`: locked when another program writes one of the logs; the merge can be repeated.
    package func merge(_ plan: MergePlan, by author: Author) throws {
        guard !plan.isEmpty else { return }
        let act = try noteMerge(plan, by: author)
        for document in plan.documents { try take(document, act: act, by: author) }
        for file in plan.codebooks + plan.notes { try write(file.bytes, to: file.name, calls: author.calls) }
        for addition in plan.journals + plan.logs {
            try LogAppender(addition.place, calls: author.calls).append(addition.bytes)
        }
    }

    /// Tells the journal what is about to be taken in.
    ///
    /// - Returns: the act that all entries of the merge belong to.
    private func noteMerge(_ plan: MergePlan, by author: Author) throws -> Identifier {
        var merge = author.entry(.merge, object: "study:\(author.study)")
        merge.file = plan.other
        var entries = [merge]
        for document in plan.documents {
            var entry = author.entry(.import, act: merge.act, object: "document:\(document.uuid)")
            entry.after = document.id.description
            if let own = document.files.last { entry = FileChange(own.name, from: nil, to: own.bytes).noted(in: entry) }
            entries.append(entry)
        }
        for change in plan.codebooks {
            entries.append(change.noted(in: author.entry(.edit, act: merge.act, object: "codebook:\(change.name)")))
        }
        for change in plan.notes {
            entries.append(change.noted(in: author.entry(.edit, act: merge.act, object: "file:\(change.name)")))
        }
        try Journal.append(entries, by: author)
        return merge.act
    }

    /// Writes a document's files, then its rows, then the file that makes it one.
    private func take(_ document: MergePlan.NewDocument, act: Identifier, by author: Author) throws {
        for (name, bytes) in document.files.dropLast() { try writeIfOther(bytes, to: name, by: author) }
        var (table, oldTable) = try documentTableForWriting()
        if table.set(document.attributes, of: document.id) {
            try write(table.bytes, to: DocumentTable.name, after: oldTable, act: act, by: author)
        }
        var (speakers, oldSpeakers) = try speakerTableForWriting()
        let added = document.speakers.map { speakers.add($0) }
        if added.contains(true) {
            try write(speakers.bytes, to: SpeakerTable.name, after: oldSpeakers, act: act, by: author)
        }
        if let own = document.files.last { try write(own.bytes, to: own.name, calls: author.calls) }
    }

    private func writeIfOther(_ bytes: [UInt8], to name: String, by author: Author) throws {
        if try self.bytes(of: name) != bytes { try write(bytes, to: name, calls: author.calls) }
    }

    /// Writes a table, after the journal was told.
    private func write(_ bytes: [UInt8], to name: String, after old: [UInt8]?, act: Identifier, by author: Author)
        throws
    {
        let change = FileChange(name, from: old, to: bytes)
        try Journal.append([change.noted(in: author.entry(.edit, act: act, object: name))], by: author)
        try write(bytes, to: name, calls: author.calls)
    }
}
