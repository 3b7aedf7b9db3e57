// The edge of the workbench: draws frames, waits for keys, and does what the state asks for. Decides nothing itself.

import CodingCore
import Screen
import StudyFiles

/// A terminal that shows frames and tells what happens.
protocol WorkbenchTerminal: TerminalScreen, TerminalClipboard {
    /// Waits for something to happen and answers it.
    ///
    /// - Parameter limit: how long to wait at most; then nothing is answered.
    func nextEvents(within limit: Duration?) -> [TerminalEvent]
    /// Has the mouse reported, or left to the terminal for marking text.
    func setMouse(_ isOn: Bool)
    /// Stops the program as the shell's job control does; returns when it goes on.
    func suspendProgram()
    /// Gives the terminal to another program for as long as `body` runs.
    func handOver(_ body: () throws -> Void) throws
    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    func forgetFrame()
}

/// The running workbench.
final class WorkbenchProgram {
    var state: AppState
    let access: any StudyAccess
    let terminal: any WorkbenchTerminal
    /// How the preferences look on this terminal.
    let look: (Preferences) -> Look
    let editor: ExternalEditor
    var isRunning = true
    /// Whether the terminal or the system ended it.
    private(set) var wasEnded = false
    /// Whether the coder was told that leaving loses lines.
    private var hasWarned = false

    init(
        state: AppState,
        access: any StudyAccess,
        terminal: any WorkbenchTerminal,
        look: @escaping (Preferences) -> Look,
        editor: ExternalEditor = ExternalEditor(preferred: "")
    ) {
        self.state = state
        self.access = access
        self.terminal = terminal
        self.look = look
        self.editor = editor
    }

    /// Opens a document before the first frame.
    ///
    /// - Parameter line: the numbered line to go to, counted from 1; without it, where the coder left.
    func open(_ document: DocumentRecord, line: Int? = nil) throws {
        try show(document, place: nil)
        guard let line else { return }
        state.coding?.dropSelection()
        state.coding?.goToLine(line)
    }

    /// Opens a document, or shows the dashboard and says why it cannot be opened.
    func openOrShowList(_ document: DocumentRecord) {
        do {
            try open(document)
        } catch {
            state.trail = [.dashboard]
            alarm(error)
        }
    }

    /// Runs until the coder leaves or the terminal is gone.
    func run() {
        while isRunning {
            state.noteSeen()
            state.now = access.now
            present()
            // What a list still has to read is read after the frame, a little at a time, and every key comes first.
            let needs = state.needs
            let events = terminal.nextEvents(within: needs.isEmpty ? patience : .zero)
            if events.isEmpty, !needs.isEmpty {
                perform(needs)
                continue
            }
            if events.isEmpty {
                if state.hesitation != nil { state.pause() }
                saveWhatWaits()
            }
            let isSameText = events.isEmpty || takeInNews()
            for event in events where isRunning && (isSameText || !event.isTyped) {
                perform(state.handle(event, edit: access.edit))
            }
        }
        keepPlace()
    }

    private func present() {
        let frame = state.frame(look(state.preferences))
        terminal.present(frame.surface, cursor: frame.cursor)
    }

    /// How long to wait for a key; not for ever while lines are in memory only.
    private var patience: Duration? {
        guard access.unsavedLines > 0 else { return state.hesitation }
        return min(state.hesitation ?? Self.betweenTries, Self.betweenTries)
    }

    /// How long a full disk is left alone between two tries.
    private static let betweenTries = Duration.seconds(1)

    /// Tries again, without being asked, to save what is in memory only.
    private func saveWhatWaits() {
        let count = access.unsavedLines
        guard count > 0 else { return }
        defer { state.unsaved = access.unsavedLines }
        guard (try? access.saveUnsaved()) != nil else { return }
        hasWarned = false
        let what = "\(counted(count, "act")) that \(count == 1 ? "was" : "were") in memory only"
        state.notice = Notice(text: "\(what) \(count == 1 ? "is" : "are") saved now.")
    }

    /// Takes in what other programs wrote meanwhile: another window of this coder, a colleague in a shared folder, git. Done
    /// before every key, so that what it acts on is what the files say.
    ///
    /// - Returns: false when another text is on the screen now, or none, so that the key was not meant for it.
    private func takeInNews() -> Bool {
        guard state.isReadyForNews, let study = (try? access.news()) ?? nil else { return true }
        let open = state.coding?.document
        state.take(news: study)
        if state.screen == .framework { readFramework() }
        guard let open else { return true }
        guard let record = state.document(open.uuid) else { return false }
        if record.id == open.id, record.versions == open.versions {
            if let operations = try? access.operations(on: record) { state.coding?.replaceOperations(operations) }
        } else if state.screen == .coding {
            do {
                try show(record, place: nil)
                state.notice = Notice(
                    text: "\(record.id) was changed meanwhile: this is its newest version.",
                    kind: .refused
                )
            } catch {
                alarm(error)
            }
            return false
        }
        return true
    }

    /// Does what is asked in order; what follows a document that cannot be opened is left undone.
    private func perform(_ effects: [Effect]) {
        for effect in effects {
            guard state.past == nil || !effect.writes else {
                return state.refuse("Nothing was written: this is the study as it was.")
            }
            guard perform(effect) else { return }
        }
    }

    private func perform(_ effect: Effect) -> Bool {
        switch effect {
        case .leave: leave()
        case .leaveNow:
            isRunning = false
            wasEnded = true
            if access.unsavedLines > 0 { try? access.saveUnsaved() }
        case .redraw: terminal.forgetFrame()
        case .suspend:
            keepPlace()
            terminal.suspendProgram()
            let size = terminal.size
            state.resize(to: WindowSize(rows: size.rows, columns: size.columns))
        case .save(let request): save(request)
        case .saveAct(let request): save(request)
        case .open(let id, let place):
            guard let document = state.study.documents.first(where: { $0.id == id }) else { return false }
            do {
                try show(document, place: place)
            } catch {
                alarm(error)
                return false
            }
        case .focus(let coding): state.coding?.chosenFocus = coding
        case .readTexts(let documents): for document in documents { readText(of: document) }
        case .keepPlace(let place, let document): access.keepPlace(place, in: document)
        case .readHistory(let command): readHistory(then: command)
        case .addCode(let new, let beside, let act): return addCode(new, beside: beside, then: act)
        case .takeBackCodes(let codes, let notice): takeBack(codes, notice: notice)
        case .makeAgain(let codes): return makeAgain(codes)
        case .write(let text, let subject): write(text, about: subject)
        case .change(let change, let why): return make(change, why: why)
        case .readNotebook(let page): readNotebook(page)
        case .showPast(let moment): showPast(moment)
        case .countMatrix: afterPresenting(countMatrix)
        case .readFramework: afterPresenting(readFramework)
        case .editCell: editCell()
        case .findKeywords: afterPresenting(findKeywords)
        case .previewHits(let hits, let unit, let codes): previewHits(hits, unit: unit, codes: codes)
        case .codeHits(let hits, let memo): return codeHits(hits, memo: memo)
        case .editForm(let subject): editForm(subject)
        case .keepSlots(let slots): access.keepSlots(slots)
        case .keepExtractsCode(let code): access.keepExtractsCode(code)
        case .keepDraft(let draft): access.keepDraft(draft)
        case .dropDraft(let draft): access.dropDraft(draft)
        case .copy(let text, let notice): copy(text, notice: notice)
        case .useMouse(let isUsed): terminal.setMouse(isUsed)
        case .listFolder(let folder): state.take(access.list(folder))
        case .readImport(let request):
            present()
            perform(state.read(request, through: access))
        case .addImport(let addition):
            present()
            state.add(addition, through: access)
        }
        return true
    }

    /// Does what reads many texts; where that may take a while, the screen says so before.
    private func afterPresenting(_ work: () -> Void) {
        if state.study.documents.count > 100 { present() }
        work()
    }

    private func readText(of document: Identifier) {
        guard let record = state.document(document) else { return }
        do {
            state.take(try access.text(of: record), of: record)
        } catch {
            state.take(unreadable: sentence(error), of: record)
        }
    }

    private func leave() {
        guard access.unsavedLines > 0, !hasWarned else {
            isRunning = false
            return
        }
        do {
            try access.saveUnsaved()
            isRunning = false
        } catch {
            hasWarned = true
            state.unsaved = access.unsavedLines
            let what = "\(state.unsaved) act\(state.unsaved == 1 ? " is" : "s are") NOT SAVED"
            state.notice = Notice(
                text: "\(what): \(sentence(error)) Leave again to give them up.",
                kind: .alarm
            )
        }
    }

    private func show(_ document: DocumentRecord, place: Int?) throws {
        let opened = try access.open(document)
        keepPlace()
        var screen = CodingState(
            document: document,
            transcript: opened.transcript,
            version: opened.version,
            measure: state.study.settings.measure,
            coder: state.coder,
            codebook: state.study.codebook,
            operations: opened.operations,
            size: state.size,
            sha256: sha256
        )
        screen.layer = Layer(state.preferences.layer)
        screen.layOut(state.size)
        if let kept = access.place(in: document.uuid) { screen.restore(kept) }
        if let place {
            // What is gone to has to be seen, whatever was selected or in the spotlight the last time.
            screen.dropSelection()
            screen.turnSpotlight(to: nil)
            screen.move(to: place)
            screen.centreCursor()
        }
        state.opened(screen)
        if let remark = opened.remark { state.refuse(remark) }
    }

    private func save(_ request: SaveRequest) {
        guard let document = state.document(request.document) else { return }
        defer { state.unsaved = access.unsavedLines }
        let before = access.unsavedLines
        do {
            let anew = try access.save(request.line, in: document)
            if let anew {
                if state.coding?.document.uuid == request.document { state.coding?.replaceOperations(anew) }
                // Another window of this coder may have been there, whose acts are undone from here too.
                state.history = nil
            }
            follow(request, anew: anew)
        } catch {
            // A line kept in memory is on the screen like any other, and the screen says that it is not safe.
            if access.unsavedLines > before { follow(request) }
            state.notice = Notice(text: "NOT SAVED: \(sentence(error))", kind: .alarm)
        }
    }

    func save(_ act: ActRequest) {
        let parts = act.lines.compactMap { part in state.document(part.document).map { (document: $0, line: part.line) }
        }
        defer { state.unsaved = access.unsavedLines }
        let before = access.unsavedLines
        do {
            let anew = try access.save(act: parts)
            let open = state.coding?.document.uuid
            if let open, let operations = anew[open] { state.coding?.replaceOperations(operations) }
            state.saved(act)
            for (document, operations) in anew where document != open {
                let own = act.lines.filter { $0.document == document }.flatMap(\.line.operations)
                state.takeIn(operations + own, of: document)
            }
        } catch {
            if access.unsavedLines > before { state.saved(act) }
            state.notice = Notice(text: "NOT SAVED: \(sentence(error))", kind: .alarm)
        }
    }

    /// Follows a line that was written. What documents that are not open come to is read anew, for every coder's sake.
    private func follow(_ request: SaveRequest, anew: [LogOperation]? = nil) {
        state.saved(request)
        for uuid in [request.document] + request.others where uuid != state.coding?.document.uuid {
            let known = uuid == request.document ? anew : nil
            guard let document = state.document(uuid), let written = try? known ?? access.operations(on: document)
            else {
                continue
            }
            state.takeIn(written + request.line.operations, of: uuid)
        }
    }

    /// Makes a code and goes on with it; where it cannot be made, nothing is coded.
    private func addCode(_ new: NewCode, beside: [CodeID], then act: CodeAct) -> Bool {
        do {
            let made = try access.addCode(new, to: state.study.codebook)
            perform(state.added(made, beside: beside, then: act, edit: access.edit))
            return true
        } catch {
            state.notice = Notice(text: "Nothing is coded: \(sentence(error))", kind: .alarm)
            return false
        }
    }

    /// Takes codes back that nothing is coded with any more; one that cannot go stays, and nothing else is said.
    private func takeBack(_ codes: [CodeID], notice: String) {
        guard access.unsavedLines == 0 else { return }
        for code in codes where state.isUnused(code) {
            guard (try? access.takeBackCode(code)) == true else { return }
            state.tookBack(code, notice: notice)
        }
    }

    private func makeAgain(_ codes: [NewCode]) -> Bool {
        do {
            for new in codes { state.madeAgain(try access.addCode(new, to: state.study.codebook).code) }
            return true
        } catch {
            state.notice = Notice(text: "Nothing is brought back: \(sentence(error))", kind: .alarm)
            return false
        }
    }

    private func write(_ text: String, about subject: MemoSubject) {
        do {
            let written = try access.edited(text) { path in
                try terminal.handOver { try editor.edit(path) }
            }
            terminal.forgetFrame()
            perform(state.written(written, about: subject, edit: access.edit))
        } catch {
            terminal.forgetFrame()
            state.couldNotWrite(sentence(error))
        }
    }

    private func readHistory(then command: Command) {
        do {
            let own = try access.ownOperations()
            state.takeIn(history: own, acts: try access.journalActs())
            perform(state.perform(command, edit: access.edit))
        } catch {
            alarm(error)
        }
    }

    private func alarm(_ error: any Error) {
        state.notice = Notice(text: sentence(error), kind: .alarm)
    }

    private func keepPlace() {
        if let coding = state.coding { access.keepPlace(coding.readingPlace, in: coding.document.uuid) }
    }
}

/// What an error says to a person; long paths are left out, since the status line is short.
func sentence(_ error: any Error) -> String {
    guard let trouble = error as? FileTrouble else { return String(describing: error) }
    let name = trouble.path.split(separator: "/").last.map(String.init) ?? trouble.path
    return (trouble.code == .locked ? "the log" : name) + " " + trouble.sentence
}
