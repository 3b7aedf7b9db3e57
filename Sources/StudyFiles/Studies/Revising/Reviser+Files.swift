// What a revision writes and in which order, so that a crash leaves something that the same command goes on from. Knows files;
// nothing of codings.

import CodingCore

extension Reviser {
    /// Makes sure that a text has words, and turns that cover it.
    func requireText(_ incoming: IncomingDocument, _ document: DocumentRecord) throws {
        let isBlank = incoming.text.utf8.allSatisfy { $0 <= 0x20 || $0 == 0x7F }
        guard !isBlank else {
            throw FileTrouble(
                .malformed,
                "holds no words, so nothing is changed. Put the text back, or take the document out with its codings.",
                path: incoming.origin.fileName
            )
        }
        guard Transcript.covers(incoming.blocks, scalarCount: incoming.text.scalarCount) else {
            throw FileTrouble(
                .malformed,
                "was cut into turns that do not cover it, which is a fault of Gloss: nothing was changed.",
                path: incoming.origin.fileName
            )
        }
    }

    /// Nobody else's words are written over: the text's file is as it was, and either the newest version or the new one.
    func requireUnchanged(_ revision: Revision) throws {
        let name = StudyFolder.textName(revision.document.id)
        let bytes = try folder.bytes(of: name)
        let sha256 = bytes.map(SHA256.hexadecimal(of:)) ?? ""
        guard sha256 == revision.fileNow else {
            throw FileTrouble(.changedUnderneath, "was changed just now: begin again.", path: name)
        }
        if bytes == nil || revision.document.versions.contains(sha256) || sha256 == revision.sha256 { return }
        guard revision.takesFile else { throw folder.changedOutside(revision.document) }
    }

    /// Writes a new version: its copy first, then the journal, new speakers, a draft of its turns, and the document's own file,
    /// with which the version is the document's text; then its turns and the text, which until then are read from the draft
    /// and the copy.
    func write(_ revision: Revision) throws {
        let document = revision.document
        let name = StudyFolder.documentName(document.id)
        let old = try Disk.read(folder.path(name), limit: StrictYAML.limit)
        let new = try DocumentFile.revised(
            old,
            adding: revision.sha256,
            origin: revision.changesOrigin ? revision.incoming.origin : nil,
            file: name
        )
        let text = revision.incoming.text.utf8
        let copy = StudyFolder.versionName(revision.sha256)
        if try folder.bytes(of: copy).map({ $0 != text }) ?? true { try write(text, to: copy) }
        let own = FileChange(name, from: old, to: new)
        let others = contents.study.documents.map(\.id).filter { $0 != document.id }
        let speakers = try folder.speakerTable(adding: revision.incoming.speakers, of: document.id, beside: others)
        try journal(revision, own, speakers)
        if let speakers { try write(speakers.bytes, to: speakers.name) }
        let draft = TurnsDraft(of: document.uuid, version: revision.sha256, in: folder)
        try write(TurnTable.bytes(of: revision.incoming.blocks), to: draft.name)
        try write(own.bytes, to: own.name)
        try put(text, revision.incoming.blocks, of: document)
    }

    /// Puts the newest text and its turns in their place, as far as they are not there.
    func put(_ text: [UInt8], _ blocks: [Block], of document: DocumentRecord) throws {
        let turns = TurnTable.bytes(of: blocks)
        for (bytes, name) in [
            (turns, StudyFolder.turnsName(document.id)), (text, StudyFolder.textName(document.id)),
        ] where try folder.bytes(of: name) != bytes {
            try write(bytes, to: name)
        }
        try TurnsDraft.removeAll(of: document.uuid, in: folder)
    }

    /// One entry for each version that is replaced, and one for the table of speakers.
    private func journal(_ revision: Revision, _ own: FileChange, _ speakers: FileChange?) throws {
        var entries: [JournalEntry] = []
        let parents = revision.parents.isEmpty ? revision.document.versions.suffix(1) : revision.parents[...]
        for parent in parents {
            var entry = author.entry(.edit, act: entries.first?.act, object: TextHistory.object(revision.document))
            entry.field = TextHistory.field
            (entry.before, entry.after) = (parent, revision.sha256)
            entries.append(own.noted(in: entry))
        }
        if let speakers {
            entries.append(speakers.noted(in: author.entry(.edit, act: entries.first?.act, object: speakers.name)))
        }
        try Journal.append(entries, by: author)
    }

    private func write(_ bytes: [UInt8], to name: String) throws {
        try folder.write(bytes, to: name, calls: author.calls)
    }
}
