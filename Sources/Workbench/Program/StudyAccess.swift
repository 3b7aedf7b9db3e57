// What the workbench needs of a study's files. The program takes it as a whole, so that tests can hand in their own.

import CodingCore
import Interchange
import StudyFiles

/// A document as its files have it now.
struct DocumentContents {
    let transcript: Transcript
    let version: VersionTag
    /// The operations of every coder on it.
    let operations: [LogOperation]
    /// What is odd about its turns or its files; nothing when all is as it should be.
    var remark: String?
}

/// A study's files, seen from the workbench.
protocol StudyAccess: AnyObject {
    /// Makes log lines in the coder's name, at the present time.
    var edit: CodingEdit { get }

    /// Reads a document's text, structure and operations.
    func open(_ document: DocumentRecord) throws -> DocumentContents

    /// Reads a document's text and structure alone, in the version that is the newest.
    func text(of document: DocumentRecord) throws -> Transcript

    /// Reads a document's text without its structure.
    func textAlone(of document: DocumentRecord) throws -> CanonicalText

    /// Reads every coder's operations on a document.
    func operations(on document: DocumentRecord) throws -> [LogOperation]

    /// The study as other programs left it; nothing when they wrote nothing since this one last looked.
    func news() throws -> Study?

    /// The present second.
    var now: Moment { get }

    /// Writes a line; returns when it is safe on disk.
    ///
    /// A line that the disk may not have taken is kept in memory, counted in `unsavedLines`, and written with the next.
    ///
    /// - Returns: the document's operations read anew, when the files had changed underneath; else nothing.
    func save(_ line: LogLine, in document: DocumentRecord) throws -> [LogOperation]?

    /// Writes the lines of one act, each to the log of its document; returns when all are safe on disk.
    ///
    /// - Returns: the operations on those documents whose files had changed underneath, read anew.
    func save(act: [(document: DocumentRecord, line: LogLine)]) throws -> [Identifier: [LogOperation]]

    /// The coder's own operations in this clone, over all documents.
    func ownOperations() throws -> [LogOperation]

    /// Everybody's acts on codes, themes and memos, oldest first.
    func journalActs() throws -> [JournalAct]

    /// Changes codebook, themes or memos as one act of the journal; returns when it is safe on disk.
    ///
    /// - Parameters:
    ///   - study: as the workbench has it, so that only what changed is read again.
    ///   - why: the reason that was given; may be empty.
    func change(_ change: StudyChange, in study: Study, why: String) throws -> ChangedStudy

    /// The study's memos, newest first.
    func memos() -> [Memo]

    /// A framework matrix's layout and pages, and the names of all there are.
    func framework(named name: String) -> (folder: FrameworkFolder, names: [String])

    /// Everything that was done, oldest first.
    func timeline() throws -> [TimelineEvent]

    /// The study as it was at a moment, with the files seen as they were then; nothing can be written through them.
    func past(asOf moment: Moment) throws -> (study: Study, access: any StudyAccess)

    /// A code, theme or memo as a form for an editor.
    func form(of subject: FormSubject, in study: Study) throws -> String

    /// The change that an edited form asks for; nothing when it says what was there.
    func change(from form: String, of subject: FormSubject, in study: Study) throws -> StudyChange?

    /// Makes a code in the coder's own file of proposed codes; returns when it is safe on disk.
    ///
    /// - Parameter codebook: the codebook as it is now, so that the id is new.
    func addCode(_ new: NewCode, to codebook: Codebook) throws -> ProposedCode

    /// Takes a code back that was made in this session and that no coding of this coder's uses.
    ///
    /// - Returns: whether the code is gone; not when others came after it, or somebody wrote into it.
    func takeBackCode(_ id: CodeID) throws -> Bool

    /// Puts words into a file, has it edited, and answers what is in it then; the file is gone afterwards.
    ///
    /// - Parameter editing: gets the file's path; what it throws is thrown on.
    func edited(_ text: String, by editing: (String) throws -> Void) throws -> String

    /// Keeps the codes behind the digits for this coder; what cannot be kept is no trouble.
    func keepSlots(_ slots: [Int: CodeID])

    /// Keeps the code whose extracts were looked at last; a code that cannot be kept is no trouble.
    func keepExtractsCode(_ code: CodeID)

    /// How many lines are in memory only because the disk failed.
    var unsavedLines: Int { get }

    /// Tries again to save them.
    func saveUnsaved() throws

    /// The names in a folder, as it was typed; where it cannot be listed, why.
    func list(_ folder: String) -> PathListing

    /// Reads a file as a transcript; nothing is written.
    ///
    /// - Throws: a sentence when it cannot be read, or is a folder.
    func read(_ path: ImportPath, choices: ImportChoices) throws -> ImportReading

    /// Takes a document into the study; returns when it is safe on disk.
    ///
    /// - Throws: `FileTrouble` when other bytes are there under that id, or something cannot be written.
    func add(_ addition: ImportAddition) throws -> ImportOutcome

    /// Where the coder last left a document.
    func place(in document: Identifier) -> ReadingPlace?

    /// Keeps where the coder is in a document; a place that cannot be kept is no trouble.
    func keepPlace(_ place: ReadingPlace, in document: Identifier)

    /// Keeps a memo whose writing is cut off; one that cannot be kept is lost, as nobody is left to be told.
    func keepDraft(_ draft: MemoDraft)

    /// Gives up a memo that was kept; one that stays is no trouble.
    func dropDraft(_ draft: MemoDraft)

    /// Keeps copied words in a file of the study that only the coder can read, in place of what was copied before.
    ///
    /// - Returns: the file's name within the study.
    func keepCopy(_ text: String) throws -> String
}
