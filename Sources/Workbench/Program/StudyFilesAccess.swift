// The study's real files, as the workbench sees them.

import CodingCore
import StudyFiles

/// Reads and writes through one coder's session.
final class StudyFilesAccess: StudyAccess {
    let session: CodingSession
    private let measure: Int
    private var places: WorkbenchMemory
    private var watch: StudyWatch
    /// The study as it was, while that is looked at: what is read is of then, and nothing is written or remembered.
    let past: StudyPast?

    init(session: CodingSession, measure: Int, places: WorkbenchMemory, watch: StudyWatch, past: StudyPast? = nil) {
        self.session = session
        self.measure = measure
        self.places = places
        self.watch = watch
        self.past = past
    }

    func past(asOf moment: Moment) throws -> (study: Study, access: any StudyAccess) {
        let past = try author.folder.past(asOf: moment)
        let session = CodingSession(author)
        return (
            past.study,
            StudyFilesAccess(session: session, measure: measure, places: places, watch: watch, past: past)
        )
    }

    var author: Author { session.author }
    var edit: CodingEdit { session.edit }
    var unsavedLines: Int { session.unsaved.count }

    func saveUnsaved() throws {
        let documents = session.unsaved.map(\.document)
        try session.saveUnsaved()
        documents.forEach(noteOwnLog)
    }

    func news() throws -> Study? { past == nil ? try watch.news() : nil }

    /// Codebooks and themes that this program changed are no news to it.
    func noteCodebooksAndThemes() { watch.noteCodebooksAndThemes() }

    /// What this program wrote itself is no news to it.
    private func noteOwnLog(of document: DocumentRecord) {
        if let own = session.ownLog(of: document) { watch.note(own.stamp, of: own.path) }
    }

    func open(_ document: DocumentRecord) throws -> DocumentContents {
        let opened = try session.author.folder.open(document, measure: measure)
        let operations = try operations(on: document)
        return DocumentContents(
            transcript: opened.transcript,
            version: opened.version,
            operations: operations,
            remark: opened.findings.first { $0.severity == .problem }?.description
        )
    }

    func text(of document: DocumentRecord) throws -> Transcript {
        try session.author.folder.open(document, measure: measure).transcript
    }

    func operations(on document: DocumentRecord) throws -> [LogOperation] {
        let all = try session.operations(on: document).operations
        return past?.operations(all) ?? all
    }

    var now: Moment { past?.moment ?? session.author.now() }

    func save(_ line: LogLine, in document: DocumentRecord) throws -> [LogOperation]? {
        try keeping([(document, line)]) {
            do {
                try session.append(line, to: document)
                return nil
            } catch let trouble as FileTrouble where trouble.code == .changedUnderneath {
                // The line names what its coder had seen, so it is true whatever others wrote meanwhile.
                let anew = try session.operations(on: document).operations
                try session.append(line, to: document)
                return anew
            }
        }
    }

    func save(act: [(document: DocumentRecord, line: LogLine)]) throws -> [Identifier: [LogOperation]] {
        try keeping(act) { try session.append(act: act) }
    }

    /// Writes lines; those that a disk without room, or a failing one, did not take are kept in memory.
    private func keeping<Answer>(
        _ lines: [(document: DocumentRecord, line: LogLine)],
        _ write: () throws -> Answer
    ) throws -> Answer {
        let before = unsavedLines
        defer { for line in lines { noteOwnLog(of: line.document) } }
        do {
            return try write()
        } catch let trouble as FileTrouble where trouble.isOfTheDisk {
            if unsavedLines == before { session.keep(lines) }
            throw trouble
        }
    }

    func ownOperations() throws -> [LogOperation] { try session.ownOperations() }

    func keepSlots(_ slots: [Int: CodeID]) {
        guard past == nil else { return }
        for digit in WorkbenchMemory.slotNumbers { places.assign(slots[digit], toSlot: digit) }
        places.save()
    }

    func keepExtractsCode(_ code: CodeID) {
        guard past == nil else { return }
        places.extractsCode = code
        places.save()
    }

    func place(in document: Identifier) -> ReadingPlace? { places.place(in: document) }

    func keepPlace(_ place: ReadingPlace, in document: Identifier) {
        guard past == nil else { return }
        places.note(place, in: document)
        places.save()
    }

    func keepDraft(_ draft: MemoDraft) { try? author.folder.keep(draft, by: author.coder) }

    func dropDraft(_ draft: MemoDraft) { try? author.folder.remove(draft, by: author.coder) }

    func keepCopy(_ text: String) throws -> String {
        let name = ".gloss/clipboard.txt"
        let folder = session.author.folder
        try Disk.makeFolder(folder.path(".gloss"))
        try Disk.writeDurably(Array(text.utf8), to: folder.path(name))
        return name
    }
}
