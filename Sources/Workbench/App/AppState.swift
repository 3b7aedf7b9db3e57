// The whole workbench as one value. `perform` and the overlays' updates are its only writers; drawing only reads it.

import CodingCore
import Screen
import StudyFiles

/// The screens that fill the window.
enum ScreenName: Equatable {
    case dashboard, documents, coding, extracts, importing, matrix, framework, search
    case notebook(NotebookPage)
}

/// What lies over the screen and takes the keys.
enum Overlay {
    case picker(PickerState)
    case help(HelpState)
    case memo(MemoState)
    case filter(FilterState)
    case palette(PaletteState)
    case search(SearchState)
    case questions(QuestionState)
    case prompt(ImportPrompt)
    case question(LineQuestion)
}

/// A sentence in the status line.
struct Notice: Equatable {
    enum Kind { case told, refused, alarm }
    var text: String
    var kind = Kind.told
}

/// The state of the workbench.
struct AppState {
    var size: WindowSize
    var study: Study
    let coder: CoderID
    /// What the person likes; `:set` changes it until they leave.
    var preferences: Preferences
    /// The commands with the person's own keys.
    let table: CommandTable
    /// The screens from the first to the one that is shown; never empty.
    var trail: [ScreenName]
    var dashboard: DashboardState
    var documents: DocumentsState
    /// The document that is open.
    var coding: CodingState?
    var extracts: ExtractsState?
    /// The file that is about to be imported.
    var importing: ImportingState?
    /// The matrix, once it was looked at.
    var matrix: MatrixState?
    /// The framework matrix, once it was looked at.
    var framework: FrameworkState?
    /// The search over all texts, once it was looked at.
    var keywords: KeywordState?
    /// The pages of the notebook that were looked at.
    var notebook: [NotebookPage: NotebookState] = [:]
    /// The memos, newest first, as they were read for the page.
    var memos: [Memo] = []
    /// Everything that was done, oldest first, as it was read for the page.
    var timeline: [TimelineEvent] = []
    /// What the cards say of all codings, counted when a page comes up and not for each frame.
    var cardFigures = CardFigures()
    /// The moment that the study is shown as of; nothing while it is shown as it is.
    var past: Moment?
    /// The coder's acts on codes, themes and memos in this study, newest last; nothing before they were first needed.
    var acts: [JournalAct] = []
    /// The code whose extracts were looked at last, in this session or one before.
    var extractsCode: CodeID?
    /// Where the coder was reading when the extracts came up.
    var placeBeforeExtracts: TextPlace?
    /// What is known of the documents' words, for the lists.
    var measures: DocumentMeasures
    /// The texts that lists show passages of.
    var texts = TextShelf()
    /// The present second; told by the edge before every frame.
    var now: Moment {
        didSet { if dayNumber(now) != dayNumber(oldValue) { updateLists() } }
    }
    var overlay: Overlay?
    var notice: Notice?
    /// Memos of the coder that were cut off when the terminal went away, until they are written.
    var drafts: [MemoDraft] = []
    /// Whether the open document has codings that the study's figures do not know yet.
    var studyIsBehind = false
    /// Whether the screen is blanked so that nobody can look over the coder's shoulder.
    var isBlanked = false
    /// How many lines are in memory only because the disk failed.
    var unsaved = 0
    /// A count typed before a command.
    var count: Int?
    /// Keys of a sequence that is not complete.
    var sequence: [String] = []
    /// Whether the keys that go on from the sequence are shown, since the person hesitates.
    var showsWhichKey = false
    /// The coder's own acts in this clone; nothing before they were first needed.
    var history: UndoHistory?
    /// The documents of every act in the history, each once; more than one for an act over several.
    var actDocuments: [Identifier: [Identifier]] = [:]
    var uses: CodeUses
    /// Whether what is typed is dropped until the person pauses: a line for words was asked for and did not open.
    var ignoresTyping = false
    /// The codes made in this session, and those of them that were taken back.
    var making = CodeMaking()
    /// The codes that `.` gives again.
    var lastCodes: [CodeID] = []
    var jumps = JumpList()
    /// What stands beside the text, in every document.
    var pane = Arrangement.Pane.names
    /// Whether the text stands alone.
    var isZoomed = false
    /// What was run from the palette, newest last.
    var paletteHistory: [String] = []
    var search = SearchMemory()
    /// What was done in this session.
    var tally: SessionTally

    init(
        size: WindowSize,
        study: Study,
        coder: CoderID,
        screens: [ScreenName] = [.coding],
        preferences: Preferences = Preferences(),
        now: Moment = Moment(secondsSince1970: 0)
    ) {
        precondition(!screens.isEmpty, "a screen is always shown")
        self.size = size
        self.size.hasHints = preferences.hints
        self.study = study
        self.coder = coder
        self.now = now
        self.preferences = preferences
        table = CommandTable(rows: KeyBindings(applying: preferences.keys, to: CommandTable.standard.rows).rows)
        trail = screens
        let figures = ListFigures(study, coder: coder, now: now)
        documents = DocumentsState(figures)
        dashboard = DashboardState(study, figures, coder: coder)
        measures = DocumentMeasures(study)
        uses = CodeUses(study: study, coder: coder)
        lastCodes = CodeUses.givenLast(in: study, by: coder)
        tally = SessionTally(study: study, coder: coder)
    }

    /// The screen that is shown.
    var screen: ScreenName { trail[trail.count - 1] }

    /// Where the keyboard is.
    var place: Place {
        switch screen {
        case .dashboard: return .dashboard
        case .documents: return .documents
        case .extracts: return .extracts
        case .importing: return .importing
        case .matrix: return .matrix
        case .framework: return .framework
        case .search: return .search
        case .notebook(let page): return page.place
        case .coding:
            guard let coding, coding.selection != nil else { return .read }
            return coding.editing == nil ? .select : .extent
        }
    }

    private static let longestTrail = 16

    /// Shows a screen; `q` goes back to the one shown now.
    mutating func show(_ screen: ScreenName) {
        guard screen != self.screen else { return }
        // Whoever opens an extract from a document comes back to the extract, and then to the text.
        if screen != .coding || self.screen != .extracts { trail.removeAll { $0 == screen } }
        trail.append(screen)
        trail.removeFirst(max(0, trail.count - Self.longestTrail))
        refreshStudy()
    }

    /// Goes back to the screen before; false when there is none.
    mutating func showScreenBefore() -> Bool {
        guard trail.count > 1 else { return false }
        trail.removeLast()
        refreshStudy()
        return true
    }

    /// Lays everything out for a window of a new size.
    mutating func resize(to size: WindowSize) {
        self.size = size
        self.size.hasHints = preferences.hints
        arrange()
        coding?.centreCursor()
        importing?.layOut(size)
        keepMatrixInSight()
        keepFrameworkInSight()
        makeRoomForPalette()
        guard case .picker(var picker) = overlay else { return }
        if picker.topBefore != nil { picker.topBefore = coding?.top }
        picker.keepInSight(height: PickerLayout(size, additions: picker.additions.count).list.rows)
        overlay = .picker(picker)
        showSelectionAbovePicker()
    }

    /// Scrolls so that the words about to be coded stand above the picker.
    mutating func showSelectionAbovePicker() {
        guard let span = coding?.selectedSpan else { return }
        coding?.show(span, aboveRow: PickerLayout.box(in: size).row)
    }

    /// Takes the codings of the open document into the study and the figures that are drawn from it.
    ///
    /// Done when another screen comes up and not at every act, since it goes through the whole study.
    mutating func refreshStudy() {
        guard let coding, studyIsBehind else { return }
        studyIsBehind = false
        study.replaceCodings(of: coding.document.uuid, by: coding.allCodings)
        studyChanged()
    }

    /// Says why something cannot be done.
    mutating func refuse(_ why: String) { notice = Notice(text: why, kind: .refused) }

    /// The document record of an id in the logs.
    func document(_ uuid: Identifier) -> DocumentRecord? { study.documents.first { $0.uuid == uuid } }
}
