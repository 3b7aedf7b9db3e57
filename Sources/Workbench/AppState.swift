// The whole workbench as one value. `perform` and the overlays' updates are its only writers; drawing only reads it.

import CodingCore
import Screen

/// What lies over the screen and takes the keys.
enum Overlay {
    case picker(PickerState)
    case help(HelpState)
    case memo(MemoState)
}

/// A sentence in the status line.
struct Notice: Equatable {
    enum Kind { case told, refused, alarm }
    var text: String
    var kind = Kind.told
}

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
    /// Codes to repeat with `.` from then on.
    var codes: [CodeID] = []
}

/// What has to be done outside the state.
enum Effect {
    case save(SaveRequest)
    /// Opens a document, at a scalar where one is given.
    case open(DocumentID, place: Int?)
    /// Keeps where the coder left a document.
    case keepPlace(Int, in: Identifier)
    /// Reads the coder's own acts in this clone, then performs the command again.
    case readHistory(then: Command)
    /// Leaves, once nothing is in memory only, or the coder insists.
    case leave
    /// Leaves at once: the terminal is gone, or the system says so.
    case leaveNow
    case suspend
    case redraw
}

/// The state of the workbench.
struct AppState {
    var size: WindowSize
    var study: Study
    let coder: CoderID
    /// The list of documents to go back to; nothing when a document was opened straight away.
    var documents: DocumentsState?
    /// The document that is open.
    var coding: CodingState?
    var overlay: Overlay?
    var notice: Notice?
    /// How many lines are in memory only because the disk failed.
    var unsaved = 0
    /// A count typed before a command.
    var count: Int?
    /// Keys of a sequence that is not complete.
    var sequence: [String] = []
    /// The coder's own acts in this clone; nothing before they were first needed.
    var history: UndoHistory?
    /// The document of every act in the history.
    var actDocuments: [Identifier: Identifier] = [:]
    var uses: CodeUses
    /// The codes that `.` gives again.
    var lastCodes: [CodeID] = []

    init(size: WindowSize, study: Study, coder: CoderID) {
        self.size = size
        self.study = study
        self.coder = coder
        uses = CodeUses(study: study, coder: coder)
    }

    /// Where the keyboard is.
    var place: Place {
        guard let coding else { return .documents }
        return coding.selection == nil ? .read : .select
    }

    /// Lays everything out for a window of a new size.
    mutating func resize(to size: WindowSize) {
        self.size = size
        coding?.layOut(size)
        coding?.centreCursor()
        guard case .picker(var picker) = overlay, let screen = coding else { return }
        picker.topBefore = screen.top
        overlay = .picker(picker)
        showSelectionAbovePicker()
    }

    /// Scrolls so that the words about to be coded stand above the picker.
    mutating func showSelectionAbovePicker() {
        guard let span = coding?.selectedSpan else { return }
        coding?.show(span, aboveRow: PickerDraw.area(in: size).row)
    }

    /// Takes the figures of the documents list from the codings of the open document.
    mutating func refreshDocuments() {
        guard let coding else { return }
        study.codings.removeAll { $0.document == coding.document.uuid }
        study.codings += coding.codings
        documents?.update(study)
    }

    /// Says why something cannot be done.
    mutating func refuse(_ why: String) { notice = Notice(text: why, kind: .refused) }

    /// The document record of an id in the logs.
    func document(_ uuid: Identifier) -> DocumentRecord? { study.documents.first { $0.uuid == uuid } }
}
