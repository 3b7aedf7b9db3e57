// A study and a terminal for the program to work with, both in memory: what was asked of them can be read afterwards.

import CodingCore
import Interchange
import Screen
import StudyFiles

@testable import Workbench

/// Keeps documents, logs and reading places in memory.
@MainActor
final class FakeStudy: StudyAccess {
    /// Why something fails.
    struct Trouble: Error, CustomStringConvertible {
        let description: String
    }

    /// What was asked, in order.
    private(set) var asked: [String] = []
    private(set) var saved: [LogLine] = []
    var places: [Identifier: ReadingPlace] = [:]
    var texts: [Identifier: String] = [:]
    var operations: [Identifier: [LogOperation]] = [:]
    /// Operations of this clone; nothing when the logs cannot be read.
    var own: [LogOperation]? = []
    /// Fails the next saves with this sentence.
    var savingFails: String?
    /// Whether a line that was not saved is kept in memory.
    var keepsUnsaved = false
    private(set) var unsavedLines = 0
    var openingFails: String?
    /// Memos that were cut off.
    private(set) var drafts: [MemoDraft] = []
    /// What is odd about every document.
    var remark: String?
    /// Operations that other clones wrote underneath; told with the next save.
    var arrived: [LogOperation]?
    private let ids = Bench.Counter()
    let coder: CoderID

    init(coder: CoderID) { self.coder = coder }

    var edit: CodingEdit {
        CodingEdit(
            coder: coder,
            at: Moment(secondsSince1970: 1_700_000_000),
            newID: ids.id,
            sha256: SHA256.hexadecimal(of:)
        )
    }

    /// The study as somebody else left it; told once.
    var writtenElsewhere: Study?
    func news() throws -> Study? {
        defer { writtenElsewhere = nil }
        return writtenElsewhere
    }

    func saveUnsaved() throws {
        asked.append("saveUnsaved")
        if let savingFails { throw Trouble(description: savingFails) }
        unsavedLines = 0
    }

    func open(_ document: DocumentRecord) throws -> DocumentContents {
        asked.append("open \(document.id)")
        if let openingFails { throw Trouble(description: openingFails) }
        let text = CanonicalText(texts[document.uuid] ?? "")
        guard let version = VersionTag(SHA256.hexadecimal(of: text.utf8)) else {
            throw Trouble(description: "no version")
        }
        return DocumentContents(
            transcript: Transcript(text: text, blocks: Bench.blocks(of: text), measure: 66),
            version: version,
            operations: operations[document.uuid] ?? [],
            remark: remark
        )
    }

    /// Reads a text; one that was never put here cannot be read.
    func text(of document: DocumentRecord) throws -> Transcript {
        asked.append("text of \(document.id)")
        guard let words = texts[document.uuid] else {
            throw Trouble(description: "\(document.id).txt was changed outside Gloss.")
        }
        let text = CanonicalText(words)
        return Transcript(text: text, blocks: Bench.blocks(of: text), measure: 66)
    }

    func textAlone(of document: DocumentRecord) throws -> CanonicalText { try text(of: document).text }

    /// The framework matrix that a test put here.
    var frameworkFolder = FrameworkFolder.read(root: "/nowhere")
    func framework(named name: String) -> (folder: FrameworkFolder, names: [String]) {
        (frameworkFolder, [FrameworkPlan.usualName])
    }

    func operations(on document: DocumentRecord) throws -> [LogOperation] {
        asked.append("operations on \(document.id)")
        let others = operations.filter { $0.key != document.uuid }.values.joined().filter { operation in
            switch operation.body {
            case .undo, .redo: true
            case .code, .set, .uncode, .tombstone, .unknown: false
            }
        }
        return (operations[document.uuid] ?? []) + others
    }

    func save(act: [(document: DocumentRecord, line: LogLine)]) throws -> [Identifier: [LogOperation]] {
        var anew: [Identifier: [LogOperation]] = [:]
        for part in act { anew[part.document.uuid] = try save(part.line, in: part.document) }
        return anew
    }

    var now = Moment(secondsSince1970: 1_700_000_000)

    func save(_ line: LogLine, in document: DocumentRecord) throws -> [LogOperation]? {
        asked.append("save in \(document.id)")
        if let savingFails {
            if keepsUnsaved { unsavedLines += 1 }
            throw Trouble(description: savingFails)
        }
        unsavedLines = 0
        saved.append(line)
        operations[document.uuid, default: []] += line.operations
        guard let arrived else { return nil }
        operations[document.uuid, default: []] += arrived
        self.arrived = nil
        return operations[document.uuid]
    }

    func ownOperations() throws -> [LogOperation] {
        asked.append("read history")
        guard let own else { throw Trouble(description: "The log cannot be read.") }
        return own + saved.flatMap(\.operations).filter { line in !own.contains { $0.id == line.id } }
    }

    /// Why no code can be made.
    var makingFails: String?
    private(set) var made: [NewCode] = []
    func addCode(_ new: NewCode, to codebook: Codebook) throws -> ProposedCode {
        asked.append("make \(new.name)")
        if let makingFails { throw Trouble(description: makingFails) }
        made.append(new)
        guard let id = ProposedCodes.id(for: new.name, by: coder, in: codebook) else {
            throw Trouble(description: "id")
        }
        if let there = codebook.applicable(named: new.name) { return .exists(there) }
        return .made(
            Code(id: id, name: new.name, parent: new.parent, status: .proposed, origin: new.origin, rule: "eeeeeeee")
        )
    }

    private(set) var takenBack: [CodeID] = []
    func takeBackCode(_ id: CodeID) throws -> Bool {
        asked.append("take back \(id)")
        guard makingFails == nil else { return false }
        takenBack.append(id)
        return true
    }

    /// What the file of a memo holds after it was edited; nothing leaves it as it is.
    var written: String?
    func edited(_ text: String, by editing: (String) throws -> Void) throws -> String {
        asked.append("edit \(text)")
        try editing("/dev/null")
        return written ?? text
    }

    private(set) var slots: [Int: CodeID] = [:]
    func keepSlots(_ slots: [Int: CodeID]) { self.slots = slots }

    private(set) var extractsCode: CodeID?
    func keepExtractsCode(_ code: CodeID) { extractsCode = code }

    /// What was copied into the study's file, newest last.
    private(set) var copies: [String] = []
    func keepDraft(_ draft: MemoDraft) {
        asked.append("keepDraft")
        drafts.append(draft)
    }

    func dropDraft(_ draft: MemoDraft) {
        asked.append("dropDraft")
        drafts.removeAll { $0 == draft }
    }

    func keepCopy(_ text: String) throws -> String {
        if let savingFails { throw Trouble(description: savingFails) }
        copies.append(text)
        return ".gloss/clipboard.txt"
    }
    func place(in document: Identifier) -> ReadingPlace? { places[document] }

    /// Files outside the study, by path.
    var files: [String: String] = [:]
    func list(_ folder: String) -> PathListing {
        asked.append("list \(folder)")
        let below = files.keys.filter { $0.hasPrefix(folder) }.sorted().map { $0.dropFirst(folder.count) }
        guard !below.isEmpty || folder.isEmpty else {
            return PathListing(folder: folder, why: "There is no such folder.")
        }
        let names = below.map { $0.prefix { $0 != "/" } }
        let entries = zip(names, below).map { PathListing.Entry(name: String($0), isFolder: $0.count < $1.count) }
        return PathListing(folder: folder, entries: entries.reduce(into: []) { if $0.last != $1 { $0.append($1) } })
    }

    func read(_ path: ImportPath, choices: ImportChoices) throws -> ImportReading {
        asked.append("read \(path.words)")
        guard let words = files[path.words] else { throw Trouble(description: "\(path.words) could not be read.") }
        let incoming = try TranscriptImporter().read(bytes: Array(words.utf8), fileName: path.name, choices: choices)
        return ImportReading(incoming: incoming, suggested: ImportName.id(forFile: path.words))
    }

    /// The study that documents are taken into.
    var study: Study?
    /// What was taken in.
    private(set) var added: [ImportAddition] = []
    /// Why nothing can be taken in.
    var addingFails: (any Error)?
    /// What is said of a document that is taken in.
    var addingRemarks: [String] = []
    func add(_ addition: ImportAddition) throws -> ImportOutcome {
        asked.append("add \(addition.id)")
        if let addingFails { throw addingFails }
        guard var study else { throw Trouble(description: "no study") }
        let version = SHA256.hexadecimal(of: addition.incoming.text.utf8)
        if let there = study.documents.first(where: { $0.id == addition.id }) {
            guard there.versions.last == version else {
                throw FileTrouble(.alreadyExists, "has other bytes than \(addition.id).", path: "x.txt")
            }
            return ImportOutcome(isNew: false, remarks: [], study: study)
        }
        added.append(addition)
        let record = DocumentRecord(
            id: addition.id,
            uuid: ids.id(),
            title: addition.incoming.title,
            versions: [version],
            attributes: addition.attributes
        )
        texts[record.uuid] = String(decoding: addition.incoming.text.utf8, as: UTF8.self)
        study.documents.append(record)
        study.documents.sort { $0.id < $1.id }
        self.study = study
        return ImportOutcome(isNew: true, remarks: addingRemarks, study: study)
    }

    func keepPlace(_ place: ReadingPlace, in document: Identifier) { places[document] = place }

    // MARK: The notebook

    var acts: [JournalAct] = []
    func journalActs() throws -> [JournalAct] { acts }

    /// The changes that were asked for, each with its reason.
    private(set) var changes: [(change: StudyChange, why: String)] = []
    /// The study after a change; nothing where it stays as it was.
    var changed: ((StudyChange, Study) throws -> Study)?
    func change(_ change: StudyChange, in study: Study, why: String) throws -> ChangedStudy {
        if let savingFails { throw Trouble(description: savingFails) }
        changes.append((change, why))
        return ChangedStudy(study: try changed?(change, study) ?? study, notice: "changed")
    }

    var notes: [Memo] = []
    func memos() -> [Memo] { notes }

    var events: [TimelineEvent] = []
    func timeline() throws -> [TimelineEvent] { events }

    /// The study as it was; without one, asking for it fails.
    var earlier: (study: Study, access: FakeStudy)?
    /// The moments that were asked for.
    private(set) var moments: [Moment] = []
    func past(asOf moment: Moment) throws -> (study: Study, access: any StudyAccess) {
        moments.append(moment)
        guard let earlier else { throw Trouble(description: "There is no past.") }
        return earlier
    }

    func form(of subject: FormSubject, in study: Study) throws -> String {
        if case .code(let id) = subject { return study.codebook[id].map { CodeForm.text(of: $0) } ?? "" }
        if case .newMemo(let words, _, _) = subject { return words }
        return "form"
    }

    func change(from form: String, of subject: FormSubject, in study: Study) throws -> StudyChange? {
        if case .code(let id) = subject { return .setCode(id, try CodeForm.fields(of: form)) }
        if case .newMemo(_, let kind, let links) = subject { return .addMemo(form, kind, links) }
        return nil
    }
}

/// Plays a script of events and records frames.
@MainActor
final class FakeTerminal: WorkbenchTerminal {
    var size: (rows: Int, columns: Int) = (24, 80)
    /// What comes next, batch by batch; an empty one is a while in which nobody types.
    var script: [[TerminalEvent]]
    /// How long the program was ready to wait for each batch.
    private(set) var limits: [Duration?] = []
    /// Called before each batch, with how many are left.
    var beforeEvents: (Int) -> Void = { _ in }
    /// The text of every frame shown.
    private(set) var frames: [String] = []
    private(set) var suspensions = 0
    private(set) var forgotten = 0
    /// The size of the window when the program comes back from the shell.
    var sizeAfterSuspension: (rows: Int, columns: Int)?

    init(_ script: [[TerminalEvent]]) { self.script = script }

    /// Keys as help names them; at the end the terminal is gone.
    convenience init(keys: String) {
        self.init(keys.split(separator: " ").compactMap { KeyPress(name: String($0)).map { [.key($0)] } })
    }

    func present(_ surface: Surface, cursor: CursorPlace?) { frames.append(surface.text) }

    func nextEvents(within limit: Duration?) -> [TerminalEvent] {
        // Nobody types while the program works: what it has to read is read before the next key.
        if limit == .zero { return [] }
        limits.append(limit)
        beforeEvents(script.count)
        return script.isEmpty ? [.signal(.hangUp)] : script.removeFirst()
    }

    func suspendProgram() {
        suspensions += 1
        if let sizeAfterSuspension { size = sizeAfterSuspension }
    }

    private(set) var handedOver = 0
    func handOver(_ body: () throws -> Void) throws {
        handedOver += 1
        try body()
    }

    /// What was handed to the clipboard.
    private(set) var copied: [String] = []
    var copyOutcome = CopyOutcome.sent
    func copy(_ text: String) -> CopyOutcome {
        if copyOutcome == .sent { copied.append(text) }
        return copyOutcome
    }

    /// Every switch of the mouse.
    private(set) var mouse: [Bool] = []
    func setMouse(_ isOn: Bool) { mouse.append(isOn) }

    func forgetFrame() { forgotten += 1 }
}
