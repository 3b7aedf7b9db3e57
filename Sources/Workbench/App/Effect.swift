// What the state asks of the edge. Values only; the program does them.

import CodingCore
import StudyFiles

/// A line to be written, and what happens once it is safe on disk.
struct SaveRequest {
    var line: LogLine
    var document: Identifier
    /// What the status line says then.
    var notice: String
    /// The coding that is in focus then.
    var focus: Identifier?
    /// The scalar to go to then.
    var place: Int?
    /// Whether the next open question comes up then.
    var asksOn = false
    /// Codes to repeat with `.` from then on.
    var codes: [CodeID] = []
    /// The act that the line takes back or brings again; where it was is gone to then.
    var act: UndoHistory.Act?
    /// The documents of that act besides `document`.
    var others: [Identifier] = []
}

/// The lines of one act, one for each document it is about, and what the status line says once all are safe on disk.
struct ActRequest {
    var lines: [(document: Identifier, line: LogLine)]
    var notice: String
}

/// What has to be done outside the state.
enum Effect {
    case save(SaveRequest)
    /// Writes an act on codings of several documents.
    case saveAct(ActRequest)
    /// Makes a code in the coder's own file; then goes on with the act it was made for, with further codes before it.
    case addCode(NewCode, beside: [CodeID], then: CodeAct)
    /// Takes codes back that were made by mistake and that nothing is coded with, and says so in the place of a sentence.
    case takeBackCodes([CodeID], notice: String)
    /// Makes codes again that were taken back; where one cannot be made, what follows is left undone.
    case makeAgain([NewCode])
    /// Has words written in the coder's editor, beginning with those that are there.
    case write(String, about: MemoSubject)
    /// Keeps the codes behind the digits for this coder.
    case keepSlots([Int: CodeID])
    /// Keeps the code whose extracts were looked at last.
    case keepExtractsCode(CodeID)
    /// Opens a document, at a scalar where one is given.
    case open(DocumentID, place: Int?)
    /// Turns to a coding of the document that is open.
    case focus(Identifier)
    /// Reads texts that a list shows passages or figures of, by the documents' ids in the logs.
    case readTexts([Identifier])
    /// Keeps where the coder left a document.
    case keepPlace(ReadingPlace, in: Identifier)
    /// Reads the coder's own acts in this clone, then performs the command again.
    case readHistory(then: Command)
    /// Hands words to the clipboard, or to the file that stands in for it; the sentence is told with where they went.
    case copy(String, notice: String)
    /// Changes codebook, themes or memos as one act of the journal.
    case change(StudyChange, why: String)
    /// Reads what a page of the notebook shows.
    case readNotebook(NotebookPage)
    /// Counts what the matrix shows.
    case countMatrix
    /// Reads the framework matrix that is shown.
    case readFramework
    /// Has the summary of the chosen cell written in the coder's editor.
    case editCell
    /// Looks for the words of the search in all texts.
    case findKeywords
    /// Reads the passages round hits, and shows what would be coded.
    case previewHits([KeywordHit], unit: HitUnit, codes: [Code])
    /// Codes passages as one act.
    case codeHits(HitsToCode, memo: String)
    /// Shows the study as it was at a moment, until the coder leaves that.
    case showPast(Moment)
    /// Has a code, theme or memo written in the coder's editor, as a form.
    case editForm(FormSubject)
    /// Reads a file that may be imported; nothing is written.
    case readImport(ImportRequest)
    /// Takes a document into the study.
    case addImport(ImportAddition)
    /// Lists a folder, as it was typed, for completing a path.
    case listFolder(String)
    /// Switches the mouse on or off.
    case useMouse(Bool)
    /// Keeps a memo whose writing is cut off.
    case keepDraft(MemoDraft)
    /// Gives up a memo that was kept, since it is written now.
    case dropDraft(MemoDraft)
    /// Leaves, once nothing is in memory only, or the coder insists.
    case leave
    /// Leaves at once: the terminal is gone, or the system says so.
    case leaveNow
    case suspend
    case redraw
}
