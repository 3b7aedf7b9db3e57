// What each command does to the state, and what it asks of the edge. The only writer of the state but for the overlays.

import CodingCore
import StudyFiles

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
            // Who goes on typing after the key of a memo means words, not commands.
            ignoresTyping = command == .memo
            return []
        }
        if let done = performNamed(command, argument: argument, edit: edit) { return done }
        switch command {
        case .suspend: return [.suspend]
        case .redraw: return [.redraw]
        case .quit: return [.leave]
        case .privacy: isBlanked = true
        case .help: openHelp()
        case .palette: openPalette()
        case .back: return goBack()
        case .dashboard: return go(to: .dashboard)
        case .documents: return go(to: .documents)
        case .codebook: return goToNotebook(.codebook)
        case .themes: return goToNotebook(.themes)
        case .memos: return goToNotebook(.memos)
        case .timeline: return goToNotebook(.timeline)
        case .matrix: return goToMatrix()
        case .framework: return goToFramework()
        case .keywords: return goToKeywords(argument)
        case .extracts: return goToExtracts(argument)
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
        if command == .jumpBack || command == .jumpForward {
            return travel(forward: command == .jumpForward, times: count ?? 1)
        }
        switch screen {
        case .dashboard: return performOnDashboard(command, count: count, argument: argument, edit: edit)
        case .documents: return performInDocuments(command, count: count, argument: argument)
        case .extracts: return performInExtracts(command, count: count, argument: argument, edit: edit)
        case .importing: return performInImporting(command, count: count)
        case .matrix: return performInMatrix(command, count: count)
        case .framework: return performInFramework(command, count: count)
        case .search: return performInKeywords(command, count: count)
        case .notebook: return performInNotebook(command, count: count, argument: argument, edit: edit)
        case .coding:
            if let effects = travel(command, count: count, argument: argument) { return effects }
            if move(command, count: count) || select(command, count: count) || see(command) { return [] }
            return act(command, count: count, argument: argument, edit: edit)
        }
    }

    mutating func go(to screen: ScreenName) -> [Effect] {
        // A selection waits until the coder comes back; an extent being changed is left as it was.
        if coding?.editing != nil { coding?.dropSelection() }
        let effects = keepingPlace
        show(screen)
        return effects
    }

    /// Keeps where the reader is before another screen comes up.
    var keepingPlace: [Effect] {
        guard screen == .coding, let coding else { return [] }
        return [.keepPlace(coding.readingPlace, in: coding.document.uuid)]
    }

    private mutating func goBack() -> [Effect] {
        if screen == .importing {
            leaveImport()
            return []
        }
        if screen == .coding, coding?.selection != nil {
            coding?.dropSelection()
            return []
        }
        let effects = keepingPlace
        if screen == .coding, let left = coding { documents.choose(left.document.id) }
        let left = screen
        guard showScreenBefore() else { return [.leave] }
        // Whoever looked up extracts goes on reading where they were, whichever extract they opened meanwhile.
        if left == .extracts, screen == .coding, let place = placeBeforeExtracts, place != here {
            return effects + go(to: place)
        }
        return effects
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
        case .halfPageDown: coding?.moveHalfPages(times)
        case .halfPageUp: coding?.moveHalfPages(-times)
        case .rowStart: coding?.moveToRowEdge(end: false)
        case .rowEnd: coding?.moveToRowEdge(end: true)
        case .focusNext, .focusPrevious: coding?.cycleFocus(forward: command == .focusNext)
        default: return false
        }
        return true
    }

    /// Makes or changes a selection; false when the command does neither.
    private mutating func select(_ command: Command, count: Int?) -> Bool {
        switch command {
        case .selectSentence:
            let taken = coding?.selectSentences(count ?? 1) ?? 0
            if taken == 0 { refuse("There is no sentence here to select.") }
            if taken > 0, taken < count ?? 1 {
                notice = Notice(text: "The turn has no more sentences; ) takes in what comes after it.")
            }
        case .selectTurn:
            let taken = coding?.selectTurns(count ?? 1) ?? 0
            if taken == 0 { refuse("There is no turn here to select.") }
            if taken > 0, taken < count ?? 1 { notice = Notice(text: "No more turns come after this one.") }
        case .startOrGrow:
            if coding?.startOrGrow() != true {
                refuse("Nothing wider than a turn to grow to; motions go on from here.")
            }
        case .shrink: coding?.shrink()
        case .swapEnds: coding?.swapEnds()
        case .dropSelection:
            if coding?.selection == nil { coding?.hits = [] }
            coding?.dropSelection()
        default: return false
        }
        return true
    }

    private mutating func act(_ command: Command, count: Int?, argument: String?, edit: CodingEdit) -> [Effect] {
        switch command {
        case .code: openPicker()
        case .questions: openQuestions()
        case .again: return repeatLast(count: count, edit: edit)
        case .inVivo: return codeInVivo(edit: edit)
        case .assignSlot: return assignSlot(argument)
        case .extent: openExtent()
        case .keepExtent: return keepExtent(edit: edit)
        case .uncode, .recode, .star, .doubt: return changeFocus(command, edit: edit)
        case .memo: return openMemo()
        case .layer: toggleLayer()
        case .copy: return copyWords()
        default: break
        }
        return []
    }

    private mutating func toggleLayer() {
        guard var screen = coding else { return }
        screen.layer = screen.layer == .everyone ? .mine : .everyone
        screen.layOut(size)
        coding = screen
        let others = counted(screen.allCodings.count { $0.coder != coder }, "coding")
        let isAlone = !screen.allCodings.contains { $0.coder != coder }
        let rest = isAlone ? "nobody else has coded here." : "\(others) of other coders"
        notice = Notice(
            text: screen.layer == .mine
                ? "Only your own codings are shown; \(rest)" + (isAlone ? "" : " not: A shows them.")
                : "Everyone's codings are shown; \(rest)" + (isAlone ? "" : " among them.")
        )
    }
}
