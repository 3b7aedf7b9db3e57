// What each command does to the state, and what it asks of the edge. The only writer of the state but for the overlays.

import CodingCore

extension AppState {
    /// Performs a command.
    ///
    /// - Parameters:
    ///   - count: what was typed before it, if anything.
    ///   - argument: what it was given: the letter or digit after its key, or the words after its name.
    ///   - edit: makes log lines in the name of the coder.
    mutating func perform(
        _ command: Command,
        count: Int? = nil,
        argument: String? = nil,
        edit: CodingEdit
    ) -> [Effect] {
        notice = nil
        if let why = obstacle(to: command) {
            refuse(why)
            return []
        }
        switch command {
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .quit: return [.leave]
        case .privacy: isBlanked = true
        case .help: overlay = .help(HelpState(place: place, table: table))
        case .back: return goBack()
        case .dashboard: return go(to: .dashboard)
        case .documents: return go(to: .documents)
        case .undo, .redo: return takeBack(command, edit: edit)
        default: return performOnScreen(command, count: count, argument: argument, edit: edit)
        }
        return []
    }

    private mutating func performOnScreen(
        _ command: Command,
        count: Int?,
        argument: String?,
        edit: CodingEdit
    ) -> [Effect] {
        switch screen {
        case .dashboard: return performOnDashboard(command, count: count, argument: argument)
        case .documents: return performInDocuments(command, count: count, argument: argument)
        case .extracts: return performInExtracts(command, count: count, argument: argument, edit: edit)
        case .coding:
            if move(command, count: count) || select(command, count: count) || see(command) { return [] }
            return act(command, argument: argument, edit: edit)
        }
    }

    private mutating func go(to screen: ScreenName) -> [Effect] {
        coding?.dropSelection()
        let effects = keepingPlace
        show(screen)
        return effects
    }

    /// Keeps where the reader is before another screen comes up.
    var keepingPlace: [Effect] {
        guard screen == .coding, let coding else { return [] }
        return [.keepPlace(coding.cursor, in: coding.document.uuid)]
    }

    private mutating func goBack() -> [Effect] {
        if screen == .coding, coding?.selection != nil {
            coding?.dropSelection()
            return []
        }
        let effects = keepingPlace
        if screen == .coding, let left = coding { documents.choose(left.document.id) }
        return showScreenBefore() ? effects : [.leave]
    }

    /// Performs a motion; false when the command is none.
    private mutating func move(_ command: Command, count: Int?) -> Bool {
        let times = count ?? 1
        switch command {
        case .rowDown: coding?.moveRows(times)
        case .rowUp: coding?.moveRows(-times)
        case .characterRight: coding?.moveCharacters(times)
        case .characterLeft: coding?.moveCharacters(-times)
        case .wordForward: coding?.moveUnits(.word, times)
        case .wordBack: coding?.moveUnits(.word, -times)
        case .sentenceForward: coding?.moveUnits(.sentence, times)
        case .sentenceBack: coding?.moveUnits(.sentence, -times)
        case .turnForward: coding?.moveUnits(.turn, times)
        case .turnBack: coding?.moveUnits(.turn, -times)
        case .pageDown: coding?.movePages(times)
        case .pageUp: coding?.movePages(-times)
        case .halfPageDown: coding?.movePages(times, half: true)
        case .halfPageUp: coding?.movePages(-times, half: true)
        case .rowStart: coding?.moveToRowEdge(end: false)
        case .rowEnd: coding?.moveToRowEdge(end: true)
        case .top: coding?.goToLine(count ?? 1)
        case .bottom: coding?.goToLine(count ?? .max)
        case .nextCoding, .previousCoding: goToCoding(forward: command == .nextCoding, times: times)
        case .focusNext, .focusPrevious: cycleFocus(forward: command == .focusNext)
        default: return false
        }
        return true
    }

    private mutating func goToCoding(forward: Bool, times: Int) {
        for _ in 0..<times {
            guard coding?.goToCoding(forward: forward) == true else {
                refuse(forward ? "No coding begins after this place." : "No coding begins before this place.")
                return
            }
        }
        coding?.centreCursor()
    }

    private mutating func cycleFocus(forward: Bool) {
        switch coding?.codingsAtCursor.count ?? 0 {
        case 0: refuse("No coding here to turn to; ] goes to the next one.")
        case 1: refuse("Only one coding here: " + (coding?.focus.flatMap { coding?.name(of: $0) } ?? "") + ".")
        default: coding?.cycleFocus(forward: forward)
        }
    }

    /// Makes or changes a selection; false when the command does neither.
    private mutating func select(_ command: Command, count: Int?) -> Bool {
        switch command {
        case .selectSentence:
            if coding?.selectSentences(count ?? 1) != true { refuse("There is no sentence here to select.") }
        case .selectTurn:
            if coding?.selectTurn() != true { refuse("There is no turn here to select.") }
        case .startOrGrow:
            if coding?.startOrGrow() != true {
                refuse("Nothing wider than a turn to grow to; motions go on from here.")
            }
        case .shrink: coding?.shrink()
        case .swapEnds: coding?.swapEnds()
        case .dropSelection: coding?.dropSelection()
        default: return false
        }
        return true
    }

    private mutating func act(_ command: Command, argument: String?, edit: CodingEdit) -> [Effect] {
        switch command {
        case .code: openPicker()
        case .again: return repeatLast(edit: edit)
        case .uncode: return uncode(edit: edit)
        case .memo: openMemo()
        case .layer: toggleLayer()
        default: break
        }
        return []
    }

    private mutating func toggleLayer() {
        guard var screen = coding else { return }
        screen.layer = screen.layer == .everyone ? .mine : .everyone
        screen.layOut(size)
        coding = screen
        let others = screen.codings.count { $0.coder != coder }
        notice = Notice(
            text: screen.layer == .mine
                ? "Only your own codings are shown; \(others) of other coders are not. A shows them."
                : "Everyone's codings are shown, \(others) of other coders among them."
        )
    }
}
