// The edge of the workbench: draws frames, waits for keys, and does what the state asks for. Decides nothing itself.

import CodingCore
import Screen
import StudyFiles

/// A terminal that shows frames and tells what happens.
protocol WorkbenchTerminal: TerminalScreen {
    /// Waits for something to happen and answers it.
    func nextEvents() -> [TerminalEvent]
    /// Stops the program as the shell's job control does; returns when it goes on.
    func suspendProgram()
    /// Forgets what the terminal shows, so that the next frame is drawn whole.
    func forgetFrame()
}

/// The running workbench.
final class WorkbenchProgram {
    private(set) var state: AppState
    private let access: any StudyAccess
    private let terminal: any WorkbenchTerminal
    private let look: Look
    private var isRunning = true
    /// Whether the coder was told that leaving loses lines.
    private var hasWarned = false

    init(state: AppState, access: any StudyAccess, terminal: any WorkbenchTerminal, look: Look) {
        self.state = state
        self.access = access
        self.terminal = terminal
        self.look = look
    }

    /// Opens a document before the first frame.
    ///
    /// - Parameter line: the numbered line to go to, counted from 1; without it, where the coder left.
    func open(_ document: DocumentRecord, line: Int? = nil) throws {
        try show(document, place: nil)
        if let line { state.coding?.goToLine(line) }
    }

    /// Runs until the coder leaves or the terminal is gone.
    func run() {
        while isRunning {
            let frame = state.frame(look)
            terminal.present(frame.surface, cursor: frame.cursor)
            for event in terminal.nextEvents() where isRunning {
                perform(state.handle(event, edit: access.edit))
            }
        }
        keepPlace()
    }

    /// Does what is asked in order; what follows a document that cannot be opened is left undone.
    private func perform(_ effects: [Effect]) {
        for effect in effects {
            guard perform(effect) else { return }
        }
    }

    private func perform(_ effect: Effect) -> Bool {
        switch effect {
        case .leave: leave()
        case .leaveNow:
            isRunning = false
            if access.unsavedLines > 0 { try? access.saveUnsaved() }
        case .redraw: terminal.forgetFrame()
        case .suspend:
            keepPlace()
            terminal.suspendProgram()
            let size = terminal.size
            state.resize(to: WindowSize(rows: size.rows, columns: size.columns))
        case .save(let request): save(request)
        case .open(let id, let place):
            guard let document = state.study.documents.first(where: { $0.id == id }) else { return false }
            do {
                try show(document, place: place)
            } catch {
                alarm(error)
                return false
            }
        case .keepPlace(let offset, let document): access.keepPlace(offset, in: document)
        case .readHistory(let command): readHistory(then: command)
        }
        return true
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
        if let place = place ?? access.place(in: document.uuid) {
            screen.move(to: place)
            screen.centreCursor()
        }
        state.coding = screen
    }

    private func save(_ request: SaveRequest) {
        guard let document = state.document(request.document) else { return }
        defer { state.unsaved = access.unsavedLines }
        let before = access.unsavedLines
        do {
            let anew = try access.save(request.line, in: document)
            if let anew, state.coding?.document.uuid == request.document { state.coding?.replaceOperations(anew) }
            state.saved(request)
        } catch {
            // A line kept in memory is on the screen like any other, and the screen says that it is not safe.
            if access.unsavedLines > before { state.saved(request) }
            state.notice = Notice(text: "NOT SAVED: \(sentence(error))", kind: .alarm)
        }
    }

    private func readHistory(then command: Command) {
        do {
            let own = try access.ownOperations()
            var owners = Dictionary(
                state.study.codings.map { ($0.id, $0.document) },
                uniquingKeysWith: { first, _ in first }
            )
            for operation in own {
                if case .code(let document, _, _, _, _, _, _) = operation.body { owners[operation.id] = document }
            }
            var history = UndoHistory([])
            for operation in own {
                let owner: Identifier?
                switch operation.body {
                case .code: owner = owners[operation.id]
                case .set(let on, _, _), .uncode(let on, _): owner = owners[on]
                case .undo, .redo, .unknown:
                    history.add(operation)
                    continue
                }
                // An act on a document that is gone cannot be taken back, and must not stand before those that can.
                guard let owner, state.document(owner) != nil else { continue }
                history.add(operation)
                state.actDocuments[operation.act] = owner
            }
            state.history = history
            perform(state.perform(command, edit: access.edit))
        } catch {
            alarm(error)
        }
    }

    private func alarm(_ error: any Error) {
        state.notice = Notice(text: sentence(error), kind: .alarm)
    }

    private func keepPlace() {
        if let coding = state.coding { access.keepPlace(coding.cursor, in: coding.document.uuid) }
    }
}

/// What an error says to a person; long paths are left out, since the status line is short.
func sentence(_ error: any Error) -> String {
    guard let trouble = error as? FileTrouble else { return String(describing: error) }
    let name = trouble.path.split(separator: "/").last.map(String.init) ?? trouble.path
    return (trouble.code == .locked ? "the log" : name) + " " + trouble.sentence
}
