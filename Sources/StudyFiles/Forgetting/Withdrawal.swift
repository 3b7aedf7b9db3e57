// A participant withdrew: what of the study goes, said before anything is done, and the doing. Knows which documents hold the
// talk of whom; how remains are found and removed is `ForgottenRemains`.

package import CodingCore

/// The withdrawal of a participant or of a whole document.
package struct Withdrawal {
    /// The documents that go.
    package let documents: [DocumentRecord]
    /// The participant's talk in documents that others talk in too; those stay without it.
    package let talks: [WithdrawnTalk]
    /// Whose talk goes, interviewers left out.
    package let participants: [String]
    /// Codings in force that go, by coder.
    package let codings: [(coder: CoderID, count: Int)]
    /// What goes: each file with what of it, such as `transcripts/B07.txt` and nothing, or a log and `12 lines`.
    package let parts: [(file: String, extent: String)]
    /// Places elsewhere that repeat the words; they are left, for a person to mend.
    package let echoes: [Echo]
    /// Whether some git keeps earlier states of the folder.
    package let isUnderGit: Bool

    private let contents: StudyContents
    private let tombstones: [Tombstone]

    /// Finds out what goes.
    ///
    /// - Parameter name: a document's id or short name, else a participant of `speakers.csv`.
    /// - Throws: `FileTrouble` when nobody and nothing has that name, or a document that others talk in was changed outside
    ///   Gloss.
    package init(of name: String, in contents: StudyContents, _ folder: StudyFolder) throws {
        let (documents, talks) = try Self.found(name, in: contents.study, folder)
        let ids = Set(documents.map(\.id))
        self.contents = contents
        self.documents = documents
        self.talks = talks
        participants =
            talks.isEmpty
            ? contents.study.speakers.filter { ids.contains($0.document) && !$0.isInterviewer }
                .map { $0.participant.isEmpty ? $0.speaker : $0.participant }.uniqued().sorted()
            : [name]
        let (forgotten, tombstones) = Self.named(documents, talks, in: contents)
        self.tombstones = tombstones
        let gone = contents.study.codings.filter {
            forgotten.documents.contains($0.document) || forgotten.operations.contains($0.id)
        }
        codings = Dictionary(grouping: gone, by: \.coder).map { (coder: $0.key, count: $0.value.count) }
            .sorted { $0.coder < $1.coder }
        let remains = ForgottenRemains(of: forgotten, in: contents, folder)
        let texts = Dictionary(
            talks.map { (StudyFolder.textName($0.document.id), $0.remainder.text.utf8) },
            uniquingKeysWith: { first, _ in first }
        )
        let newest = talks.compactMap(\.document.versions.last).map(StudyFolder.versionName)
        parts =
            talks.map { (StudyFolder.textName($0.document.id), counted($0.spans.count, "turn")) }
            + newest.map { ($0, "") } + remains.files.map { ($0, "") }
            + remains.lines.map { ($0.file, counted($0.numbers.count, "line")) }
            + remains.wordy.map { ($0.file, "words in \(counted($0.numbers.count, "line"))") }
            + remains.rows.map { ($0.file, counted($0.count, "row")) }
            + talks.map { (SpeakerTable.name, counted($0.speakers.count, "row")) }
        echoes = Echo.all(
            of: Self.talk(of: documents, in: contents.study, folder) + talks.flatMap(\.words),
            in: folder,
            besides: Set(remains.files + newest),
            lines: remains.lines,
            changed: { name, bytes in
                texts[name] ?? (remains.wordy.contains { $0.file == name } ? remains.changed(bytes) : bytes)
            }
        )
        isUnderGit = folder.isUnderGit
    }

    /// What others than the interviewer say in documents that go.
    private static func talk(of documents: [DocumentRecord], in study: Study, _ folder: StudyFolder) -> [[UInt8]] {
        documents.flatMap { document -> [[UInt8]] in
            guard let bytes = try? folder.bytes(of: StudyFolder.textName(document.id)),
                let text = CanonicalText(utf8: bytes)
            else { return [] }
            let interviewers = Set(study.speakers(of: document.id).filter(\.isInterviewer).map(\.speaker))
            let blocks =
                (try? folder.blocks(of: document, text: text).blocks) ?? [Block(kind: .note, span: text.wholeSpan)]
            return blocks.filter { !interviewers.contains($0.speaker) }.map { Array(text.bytes(in: $0.span)) }
        }
    }

    /// Writes the tombstones, takes the talk out of texts that stay, then removes everything.
    ///
    /// What a crash leaves undone, the same command does, and `gloss check --repair` once the texts are without the talk.
    /// - Throws: `FileTrouble`. Before the tombstones nothing is removed; after them nothing of the documents that go is
    ///   shown any more.
    package func carryOut(why: String, by author: Author) throws {
        // What would keep the tables from being written is found out while nothing is gone.
        _ = try author.folder.documentTableForWriting()
        _ = try author.folder.speakerTableForWriting()
        let objects = documents + talks.map(\.document)
        var entry = author.entry(.forget, object: objects.map { "document:\($0.uuid)" }.joined(separator: " "))
        entry.why = why
        try Journal.append([entry], by: author)
        for tombstone in tombstones { try Scrubbing.append(tombstone, by: author) }
        for talk in talks { try takeOut(talk, by: author) }
        try Scrubbing.finish(talks.map(\.document), by: author)
    }

    /// Makes the text without the talk the newest version, and takes its speakers out of the table.
    private func takeOut(_ talk: WithdrawnTalk, by author: Author) throws {
        if !talk.spans.isEmpty {
            let reviser = Reviser(contents, session: CodingSession(author))
            _ = try reviser.save(reviser.preview(talk.remainder, of: talk.document, keeping: talk.kept))
        }
        var speakers = try author.folder.speakerTableForWriting().table
        speakers.remove(talk.speakers, of: talk.document.id)
        try author.folder.write(speakers.bytes, to: SpeakerTable.name, calls: author.calls)
    }

    /// The tombstones of documents and talk, and what they make forgotten.
    private static func named(
        _ documents: [DocumentRecord],
        _ talks: [WithdrawnTalk],
        in contents: StudyContents
    ) -> (Forgotten, [Tombstone]) {
        var tombstone = Tombstone(.forget, documents: documents.map(\.uuid))
        let kept = contents.study.documents.filter { !tombstone.documents.contains($0.uuid) }
        let inUse = Set(kept.flatMap(\.versions))
        tombstone.texts = documents.flatMap(\.versions).uniqued().filter { !inUse.contains($0) }
        var codings = Forgotten()
        codings.add(tombstone)
        let lines = contents.logs.flatMap(\.contents.lines)
        let operations = lines.flatMap(\.operations)
        let made = operations.filter { operation in
            codings.covers(operation) || talks.contains { $0.holds(operation) }
        }
        .map(\.id)
        codings.add(Tombstone(.forget, operations: made))
        let changed = operations.filter(codings.covers).map(\.id)
        let acts = lines.filter { $0.logs > 1 && $0.operations.contains(where: codings.covers) }.map(\.act)
        tombstone.operations = Set(made + changed + acts).sorted()
        var tombstones = documents.isEmpty && tombstone.operations.isEmpty ? [] : [tombstone]
        if !talks.isEmpty {
            tombstones.append(Scrubbing.tombstone(of: talks.map(\.document), operations.filter { !codings.covers($0) }))
        }
        var forgotten = Forgotten()
        for tombstone in tombstones { forgotten.add(tombstone) }
        return (forgotten, tombstones)
    }
}

extension Withdrawal {
    /// The documents that go, and the talk that goes from documents that others talk in.
    private static func found(
        _ name: String,
        in study: Study,
        _ folder: StudyFolder
    ) throws -> (documents: [DocumentRecord], talks: [WithdrawnTalk]) {
        var found: [DocumentRecord] = []
        var talks: [WithdrawnTalk] = []
        switch study.document(named: name) {
        case .found(let document): found = [document]
        case .ambiguous(let ids):
            let names = ids.map(\.description).joined(separator: ", ")
            throw FileTrouble(.malformed, "several documents are called so: \(names). Name one of them.", path: name)
        case .unknown: break
        }
        let rows = study.speakers.filter { !$0.isInterviewer && $0.participant.utf8.elementsEqual(name.utf8) }
        for id in rows.map(\.document).uniqued() where !found.contains(where: { $0.id == id }) {
            guard let document = study.documents.first(where: { $0.id == id }) else { continue }
            let isShared = study.speakers(of: id).contains { !$0.isInterviewer && $0.participant != name }
            if isShared {
                let speakers = rows.filter { $0.document == id }.map(\.speaker)
                talks.append(try WithdrawnTalk(of: speakers, in: document, folder))
            } else {
                found.append(document)
            }
        }
        guard !found.isEmpty || !talks.isEmpty else {
            let known = study.speakers.filter { !$0.isInterviewer && !$0.participant.isEmpty }.map(\.participant)
            let near = namesNear(name, among: known + study.documents.map(\.id.description)).uniqued()
            let hint =
                near.isEmpty ? "“gloss documents” lists the documents" : "near it: \(near.joined(separator: ", "))"
            throw FileTrouble(.missing, "is neither a participant nor a document of the study: \(hint).", path: name)
        }
        return (found.sorted { $0.id < $1.id }, talks.sorted { $0.document.id < $1.document.id })
    }
}
