// What commands do on the pages of the notebook: moving, going elsewhere, marking. What changes the study stands beside.

import CodingCore
import Screen
import StudyFiles

extension AppState {
    /// Shows a page, as the files have it now.
    mutating func goToNotebook(_ page: NotebookPage) -> [Effect] {
        refreshStudy()
        let effects = go(to: .notebook(page))
        refreshNotebook(page)
        // Codes and themes name memos too; the timeline is read anew each time.
        return effects + [.readNotebook(page)]
    }

    /// The page that is shown; nothing on other screens.
    var shownPage: NotebookState? {
        guard case .notebook(let page) = screen else { return nil }
        return notebook[page]
    }

    /// Takes in what was read for a page.
    mutating func take(memos: [Memo], timeline: [TimelineEvent]?) {
        self.memos = memos
        if let timeline { self.timeline = timeline }
        for page in notebook.keys { refreshNotebook(page) }
    }

    private var listHeight: Int { NotebookLayout(size, count: shownPage?.rows.count ?? 0).list.rows }

    mutating func performInNotebook(_ command: Command, count: Int?, argument: String?, edit: CodingEdit) -> [Effect] {
        guard case .notebook(let page) = screen, var state = notebook[page] else { return [] }
        let height = listHeight
        let times = count ?? 1
        switch command {
        case .rowDown: state.move(times, height: height)
        case .rowUp: state.move(-times, height: height)
        case .pageDown: state.move(times * height, height: height)
        case .pageUp: state.move(-times * height, height: height)
        case .top: state.move(-.max / 2, height: height)
        case .bottom:
            state.move(-.max / 2, height: height)
            state.move(count.map { $0 - 1 } ?? .max / 2, height: height)
        case .mark:
            state.toggleMark()
            state.move(1, height: height)
        case .dropSelection: state.unmark()
        case .map: state.showsMap.toggle()
        case .kind:
            state.kind = Self.kindAfter(state.kind)
            notebook[page] = state
            refreshNotebook(page)
            return []
        case .open: return openFromNotebook(state)
        default: return changeFromNotebook(command, state)
        }
        notebook[page] = state
        return []
    }

    private static func kindAfter(_ kind: Memo.Kind?) -> Memo.Kind? {
        guard let kind, let place = Memo.Kind.allCases.firstIndex(of: kind) else { return Memo.Kind.allCases.first }
        return place + 1 < Memo.Kind.allCases.count ? Memo.Kind.allCases[place + 1] : nil
    }

    private mutating func openFromNotebook(_ state: NotebookState) -> [Effect] {
        switch state.chosen?.subject {
        case .code(let id): return showExtracts(of: .code(id))
        case .theme(let id): return showExtracts(of: .everything, filter: "theme:\(id)")
        case .memo(let id):
            guard let memo = memos.first(where: { $0.id == id }) else { return [] }
            for link in memo.links { if let effects = go(to: link) { return effects } }
            refuse("This memo is linked to nothing: e opens it in your editor.")
            return []
        case .event(let act, _):
            let event = timeline.first { $0.id == act }
            if let uuid = event?.documents.first, let record = document(uuid) { return [.open(record.id, place: nil)] }
            refuse("There is no text to go to: the card says what was changed.")
            return []
        case .heading, nil: return []
        }
    }

    /// Goes to what a memo is about; nothing where it cannot be shown.
    private mutating func go(to link: MemoLink) -> [Effect]? {
        switch link {
        case .passage(let id, _):
            guard let coding = study.codings.first(where: { $0.id == id }), let record = document(coding.document)
            else {
                return nil
            }
            return [.open(record.id, place: coding.span.start), .focus(coding.id)]
        case .document(let id): return study.documents.contains { $0.id == id } ? [.open(id, place: nil)] : nil
        case .code(let id): return study.codebook[id] == nil ? nil : showExtracts(of: .code(study.codebook.resolve(id)))
        case .theme(let id):
            let effects = goToNotebook(.themes)
            notebook[.themes]?.choose(.theme(id))
            return effects
        case .memo: return nil
        }
    }

    /// A press chooses a row, one on the chosen row opens it; the wheel moves through the rows.
    mutating func handleInNotebook(_ event: MouseEvent, edit: CodingEdit) -> [Effect] {
        guard case .notebook(let page) = screen, var state = notebook[page] else { return [] }
        switch event.action {
        case .wheelDown: state.move(Self.wheelRows, height: listHeight)
        case .wheelUp: state.move(-Self.wheelRows, height: listHeight)
        case .press where event.button == .left:
            let area = NotebookLayout(size, count: state.rows.count).list
            guard area.contains(row: event.row, column: event.column) else { return [] }
            let pressed =
                state.list.visibleRows(count: state.rows.count, height: area.rows).lowerBound + event.row - area.row
            guard state.rows.indices.contains(pressed) else { return [] }
            notice = nil
            if pressed == state.list.selection { return openFromNotebook(state) }
            state.list.select(pressed, count: state.rows.count)
        case .press, .drag, .release: break
        }
        notebook[page] = state
        return []
    }

    /// Why a command cannot be done on a page now; nothing when it can.
    func obstacleInNotebook(to command: Command) -> String? {
        let page = shownPage
        switch command {
        case .open, .mark, .define, .rename, .nest, .lift, .lower, .raise, .retire, .merge, .split, .adopt, .tie,
            .revert:
            if page?.chosen == nil { return "There is nothing here to \(command.name)." }
        default: break
        }
        switch command {
        case .revert:
            let event = page?.event.flatMap { timeline.indices.contains($0.place) ? timeline[$0.place] : nil }
            if event?.canBeTakenBack == true { return nil }
            return event?.isTakenBack == true
                ? "This act was taken back already."
                : "This act is not taken back from here: u undoes your own acts, newest first."
        case .adopt:
            return page?.code?.proposer == nil ? "Only a proposed code can be adopted; this one is in a codebook." : nil
        default: return obstacleAnywhere(to: command)
        }
    }
}
