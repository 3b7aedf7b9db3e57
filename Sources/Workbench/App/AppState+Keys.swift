// From keys to commands: counts, sequences, digits, and the overlays that take the keys for themselves.

import CodingCore
import Screen

extension AppState {
    /// Follows an event of the terminal.
    mutating func handle(_ event: TerminalEvent, edit: CodingEdit) -> [Effect] {
        switch event {
        case .key(let press):
            if isPrivacyKey(press) { return blank(!isBlanked) }
            if isBlanked { return press.key == .escape ? blank(false) : [] }
            guard size.isUsable else { return press.typed == "q" || press.typed == "Q" ? [.leave] : [] }
            if overlay != nil { return handleInOverlay(press, edit: edit) }
            return handleOnScreen(press, edit: edit)
        case .paste(let text):
            return isBlanked ? [] : paste(text)
        case .mouse(let event): return isBlanked ? [] : handle(event, edit: edit)
        case .resize(let rows, let columns):
            resize(to: WindowSize(rows: rows, columns: columns))
            return []
        case .signal(.terminate), .signal(.hangUp), .signal(.interrupt):
            return [unfinishedMemo.map { .keepDraft($0) }, .leaveNow].compactMap(\.self)
        case .signal(.suspend): return [.suspend]
        case .signal(.resumed): return [.redraw]
        case .wake: return []
        }
    }

    /// Whether a key blanks the screen, or shows it again: at once, whatever lies over it and whatever was typed before.
    private func isPrivacyKey(_ press: KeyPress) -> Bool {
        // Where words are typed, a letter is a letter.
        guard isBlanked || overlay == nil || press.typed == nil else { return false }
        return table.look(up: [press.description], in: place) == .command(.privacy)
    }

    /// Nothing that is typed at a blank screen acts on the words behind it.
    private mutating func blank(_ isBlank: Bool) -> [Effect] {
        forgetTyped()
        isBlanked = isBlank
        return []
    }

    /// Follows a moment in which nothing was typed: the person may wonder how a sequence goes on.
    mutating func pause() {
        showsWhichKey = !sequence.isEmpty
        ignoresTyping = false
    }

    /// How long to wait for a key before `pause`; nothing for as long as it takes.
    var hesitation: Duration? {
        if ignoresTyping { return .milliseconds(400) }
        guard !sequence.isEmpty, !showsWhichKey, overlay == nil, let after = preferences.whichKey, after > 0 else {
            return nil
        }
        return .milliseconds(after)
    }

    private mutating func handleOnScreen(_ press: KeyPress, edit: CodingEdit) -> [Effect] {
        if ignoresTyping, press.typed != nil {
            refuse("No line was opened, so the words typed after it did nothing.")
            return []
        }
        ignoresTyping = false
        if sequence.isEmpty, let digit = press.typed?.wholeNumberValue, press.typed?.isASCII == true {
            if place == .select, digit > 0 { return applySlot(digit, edit: edit) }
            if place != .select, digit > 0 || count != nil {
                notice = nil
                count = min((count ?? 0) * 10 + digit, 999_999)
                return []
            }
        }
        let name = press.description
        if name == "Esc" || name == "Ctrl-C", sequence.isEmpty == false || count != nil {
            forgetTyped()
            return []
        }
        let keys = sequence + [name]
        switch table.look(up: keys, in: place) {
        case .prefix:
            notice = nil
            sequence = keys
            return []
        case .command(let command):
            let times = count
            forgetTyped()
            return perform(command, count: times, edit: edit)
        case .commandWith(let command, let argument):
            let times = count
            forgetTyped()
            return perform(command, count: times, argument: argument, edit: edit)
        case .none where name == "?" && !sequence.isEmpty:
            showsWhichKey = true
            return []
        case .none:
            let whyNot = whyNothing(of: keys)
            forgetTyped()
            if name == "Ctrl-C" { coding?.dropSelection() }
            if name == "Esc" || name == "Ctrl-C" {
                notice = nil
            } else {
                refuse(whyNot)
            }
            return []
        }
    }

    private mutating func forgetTyped() {
        (sequence, count, showsWhichKey) = ([], nil, false)
    }

    mutating func handleInOverlay(_ press: KeyPress, edit: CodingEdit) -> [Effect] {
        let name = press.description
        if name == "Ctrl-Z" { return [.suspend] }
        if name == "Ctrl-L" { return [.redraw] }
        if name == "Esc" || name == "Ctrl-C" {
            let left = overlay
            closeOverlay()
            if case .picker(let picker) = left { dropSelectionMade(by: picker) }
            if case .search(let search) = left { giveUp(search) }
            if case .questions = left { coding?.hits = [] }
            if case .memo(let memo) = left { return takingBackCodes(madeFor: memo) }
            return []
        }
        switch overlay {
        case .picker(let picker): return handle(press, in: picker, edit: edit)
        case .help(var help):
            if press.key == .enter {
                let chosen = help.chosen
                closeOverlay()
                return chosen.map { perform($0, edit: edit) } ?? []
            }
            handle(press, in: &help)
            overlay = .help(help)
        case .palette(let palette): return handle(press, in: palette, edit: edit)
        case .memo(let memo): return handle(press, in: memo, edit: edit)
        case .search(let search): handle(press, in: search)
        case .filter(let filter): return handle(press, in: filter)
        case .questions(let asked): return handle(press, in: asked, edit: edit)
        case .prompt(let prompt): return handle(press, in: prompt)
        case .question(let question): return handle(press, in: question)
        case nil: break
        }
        return []
    }

    private func handle(_ press: KeyPress, in help: inout HelpState) {
        let height = HelpDraw.listHeight(in: size)
        switch press.key {
        case .up: help.move(-1)
        case .down: help.move(1)
        case .pageUp, .pageDown, .home, .end:
            _ = help.list.handle(press, count: help.lines.count, height: height)
            if help.chosen == nil { help.move(1) }
        default: _ = help.edit { $0.handle(press) }
        }
        _ = help.list.visibleRows(count: help.lines.count, height: height)
    }

    /// Opens the help of the place.
    mutating func openHelp() {
        overlay = .help(HelpState(place: place, table: table, obstacles: obstacles))
    }

    mutating func closeOverlay() {
        if case .picker(let picker) = overlay, let top = picker.topBefore { coding?.top = top }
        if case .palette(let palette) = overlay { coding?.top = palette.topBefore }
        overlay = nil
        coding?.keepCursorInWindow()
    }

    private mutating func paste(_ text: String) -> [Effect] {
        func insert(_ line: inout PromptLine) -> Bool {
            line.insert(text)
            return true
        }
        switch overlay {
        case .picker(var picker):
            picker.insert(text)
            overlay = .picker(picker)
        case .help(var help):
            _ = help.edit(insert)
            overlay = .help(help)
        case .memo(var memo):
            _ = insert(&memo.line)
            overlay = .memo(memo)
        case .filter(var filter):
            filter.trouble = nil
            _ = insert(&filter.line)
            overlay = .filter(filter)
        case .palette(var palette):
            _ = palette.edit(insert)
            overlay = .palette(palette)
            return wantedListing
        case .search(let search): edit(search) { search, _ in insert(&search.line) }
        case .prompt(var prompt):
            prompt.remark = nil
            _ = insert(&prompt.line)
            overlay = .prompt(prompt)
        case .question(var question):
            question.remark = nil
            _ = insert(&question.line)
            overlay = .question(question)
        case .questions: break
        case nil where isFileDropped(text):
            openPalette("\(Command.import.name) \(ImportPath(text).words)")
            return wantedListing
        case nil: refuse("Texts are never edited, so nothing is pasted here: gloss import brings them in.")
        }
        return []
    }
}
