// A participant withdrew: what of the study goes, said before anything is done, and the doing. Knows which documents hold the
// talk of whom; how remains are found and removed is `ForgottenRemains`.

package import CodingCore

/// The withdrawal of a participant or of a whole document.
package struct Withdrawal {
    /// The documents that go.
    package let documents: [DocumentRecord]
    /// Whose talk they hold, interviewers left out.
    package let participants: [String]
    /// Codings in force that go, by coder.
    package let codings: [(coder: CoderID, count: Int)]
    /// What goes: each file with what of it, such as `transcripts/B07.txt` and nothing, or a log and `12 lines`.
    package let parts: [(file: String, extent: String)]
    /// Places elsewhere that repeat the words; they are left, for a person to mend.
    package let echoes: [Echo]
    /// Whether some git keeps earlier states of the folder.
    package let isUnderGit: Bool

    private let remains: ForgottenRemains
    private let tombstone: Tombstone

    /// Finds out what goes.
    ///
    /// - Parameter name: a document's id or short name, else a participant of `speakers.csv`.
    /// - Throws: `FileTrouble` when nobody and nothing has that name, or a document holds the talk of others too.
    package init(of name: String, in contents: StudyContents, _ folder: StudyFolder) throws {
        let documents = try Self.documents(named: name, in: contents.study)
        let ids = Set(documents.map(\.id))
        self.documents = documents
        participants = contents.study.speakers.filter { ids.contains($0.document) && !$0.isInterviewer }
            .map { $0.participant.isEmpty ? $0.speaker : $0.participant }.uniqued().sorted()
        let uuids = Set(documents.map(\.uuid))
        let gone = contents.study.codings.filter { uuids.contains($0.document) }
        codings = Dictionary(grouping: gone, by: \.coder).map { (coder: $0.key, count: $0.value.count) }
            .sorted { $0.coder < $1.coder }
        let (forgotten, tombstone) = Self.named(documents, in: contents)
        self.tombstone = tombstone
        remains = ForgottenRemains(of: forgotten, in: contents, folder)
        parts =
            remains.files.map { ($0, "") } + remains.lines.map { ($0.file, counted($0.numbers.count, "line")) }
            + remains.rows.map { ($0.file, counted($0.count, "row")) }
        echoes = Echo.all(of: documents, in: folder, besides: Set(remains.files), lines: remains.lines)
        isUnderGit = Self.isUnderGit(folder)
    }

    /// Writes the tombstone, then removes everything. What a crash leaves undone, `gloss check --repair` does to its end.
    ///
    /// - Throws: `FileTrouble`. Before the tombstone nothing is removed; after it nothing of the documents is shown any more.
    package func carryOut(why: String, by author: Author) throws {
        // What would keep the tables from being written is found out while nothing is gone.
        _ = try author.folder.documentTableForWriting()
        _ = try author.folder.speakerTableForWriting()
        var entry = author.entry(.forget, object: documents.map { "document:\($0.uuid)" }.joined(separator: " "))
        entry.why = why
        try Journal.append([entry], by: author)
        guard let place = Self.place(by: author) else { return }
        let operation = LogOperation(
            id: author.identifiers.next(),
            by: author.coder,
            at: author.now(),
            body: .tombstone(tombstone)
        )
        try LogAppender(place, calls: author.calls).append(LogLineWriter.bytes(LogLine(operation)))
        try remains.remove(from: author.folder, calls: author.calls)
    }

    /// The author's log of tombstones: named for no document, since none is left to name it for.
    private static func place(by author: Author) -> LogPlace? {
        LogPlace.tombstones.map { name in
            .codings(
                root: author.folder.root,
                coder: author.coder,
                document: name,
                uuid: author.study,
                replica: author.replica
            )
        }
    }

    /// The tombstone of documents, and what it makes forgotten.
    private static func named(
        _ documents: [DocumentRecord],
        in contents: StudyContents
    ) -> (Forgotten, Tombstone) {
        var tombstone = Tombstone(.forget, documents: documents.map(\.uuid))
        let kept = contents.study.documents.filter { !tombstone.documents.contains($0.uuid) }
        let inUse = Set(kept.flatMap(\.versions))
        tombstone.texts = documents.flatMap(\.versions).uniqued().filter { !inUse.contains($0) }
        var codings = Forgotten()
        codings.add(tombstone)
        let lines = contents.logs.flatMap(\.contents.lines)
        let operations = lines.flatMap(\.operations)
        let made = operations.filter(codings.covers).map(\.id)
        codings.add(Tombstone(.forget, operations: made))
        let changed = operations.filter(codings.covers).map(\.id)
        let acts = lines.filter { $0.logs > 1 && $0.operations.contains(where: codings.covers) }.map(\.act)
        tombstone.operations = Set(made + changed + acts).sorted()
        var forgotten = Forgotten()
        forgotten.add(tombstone)
        return (forgotten, tombstone)
    }
}

extension Withdrawal {
    private static func documents(named name: String, in study: Study) throws -> [DocumentRecord] {
        var found: [DocumentRecord] = []
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
            let others = study.speakers(of: id).filter { !$0.isInterviewer && $0.participant != name }
                .map { $0.participant.isEmpty ? $0.speaker : $0.participant }.uniqued()
            guard others.isEmpty else {
                let sentence =
                    "holds the talk of \(others.joined(separator: ", ")) too, so nothing was removed. Take the turns of \(name) "
                    + "out of that text and import it anew, then name the old document: gloss forget \(id)."
                throw FileTrouble(.malformed, sentence, path: StudyFolder.textName(id))
            }
            found.append(document)
        }
        guard !found.isEmpty else {
            let known = study.speakers.filter { !$0.isInterviewer && !$0.participant.isEmpty }.map(\.participant)
            let near = namesNear(name, among: known + study.documents.map(\.id.description)).uniqued()
            let hint =
                near.isEmpty ? "“gloss documents” lists the documents" : "near it: \(near.joined(separator: ", "))"
            throw FileTrouble(.missing, "is neither a participant nor a document of the study: \(hint).", path: name)
        }
        return found.sorted { $0.id < $1.id }
    }

    private static func isUnderGit(_ folder: StudyFolder) -> Bool {
        var place = folder.root
        while true {
            if Disk.exists(place + "/.git") { return true }
            let above = Disk.folder(of: place)
            if above == place || above == "." { return false }
            place = above
        }
    }
}
