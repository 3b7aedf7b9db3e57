// The picker among the rest: how it opens, what its keys and the mouse do, and what comes of the choice.

import CodingCore
import Screen

extension AppState {
    /// Opens the picker over the selection, or over the coding that gets another code.
    mutating func openPicker(for act: CodeAct = .apply) {
        if case .recode(let recoded) = act {
            openPicker(over: recoded, act)
            return
        }
        let before = coding
        guard selectForCoding(), let span = coding?.selectedSpan, let screen = coding else {
            refuse("There are no words here to code.")
            return
        }
        var picker = PickerState(
            codebook: study.codebook,
            uses: uses,
            counts: counts,
            words: screen.transcript.text.wordCount(in: span),
            quote: screen.transcript.text.string(in: span),
            act: act
        )
        picker.topBefore = before?.top ?? screen.top
        picker.cursorBefore = before?.selection == nil ? before?.cursor : nil
        overlay = .picker(picker)
        showSelectionAbovePicker()
    }

    private mutating func openPicker(over recoded: Coding, _ act: CodeAct) {
        var picker = PickerState(
            codebook: study.codebook,
            uses: uses,
            counts: counts,
            words: CanonicalText(recoded.anchor.quote).wordCount(in: CanonicalText(recoded.anchor.quote).wholeSpan),
            quote: recoded.anchor.quote,
            act: act
        )
        if screen == .coding, coding?.document.uuid == recoded.document {
            picker.topBefore = coding?.top
            coding?.show(recoded.span, aboveRow: PickerLayout.box(in: size).row)
        }
        overlay = .picker(picker)
    }

    /// How many codings each code has, those just made included.
    private var counts: [CodeID: Int] {
        var study = study
        if let coding, studyIsBehind { study.replaceCodings(of: coding.document.uuid, by: coding.codings) }
        return CodeUses.counts(in: study)
    }

    /// Follows a key in the picker.
    mutating func handle(_ press: KeyPress, in picker: PickerState, edit: CodingEdit) -> [Effect] {
        var picker = picker
        picker.remark = nil
        switch press.description {
        case "Enter": return take(picker, edit: edit)
        case "Ctrl-N" where picker.act.makesCodes: return take(picker, adding: .create, edit: edit)
        case "Tab", "S-Tab":
            picker.toggleMark()
            if case .recode = picker.act { picker.remark = "A coding has one code: Enter gives it the one under ›." }
        default:
            if let digit = press.typed?.wholeNumberValue, picker.point(toDigit: digit) {
                guard !picker.marked.isEmpty else { return take(picker, edit: edit) }
                picker.toggleMark()
            } else if let code = edited(&picker, press) {
                return finish(picker, with: [code], edit: edit)
            }
        }
        show(picker)
        return []
    }

    /// Takes a key into the list or the query; answers the code that is taken by its mnemonic alone.
    private func edited(_ picker: inout PickerState, _ press: KeyPress) -> Code? {
        if let typed = press.typed {
            picker.insert(String(typed))
            return preferences.mnemonics ? picker.exactMnemonic : nil
        }
        let height = PickerLayout(size, additions: picker.additions.count).list.rows
        // Ctrl-U clears what was typed, as it does in a shell; everywhere else the list comes first.
        let isForLine = press == KeyPress("u", .control) && !picker.query.isEmpty
        // Single steps go on to the rows that make a code; leaps end at the last code.
        let isStep = press.key == .up || press.key == .down || press == KeyPress("p", .control)
        let count = isStep || picker.rows.isEmpty ? picker.count : picker.rows.count
        if isForLine || !picker.list.handle(press, count: count, height: height) {
            _ = picker.edit { $0.handle(press) }
        }
        return nil
    }

    private mutating func show(_ picker: PickerState) {
        var picker = picker
        picker.keepInSight(height: PickerLayout(size, additions: picker.additions.count).list.rows)
        overlay = .picker(picker)
    }

    /// Follows the mouse: a press chooses a row, a press on the chosen row takes it, the wheel moves through the list.
    mutating func handle(_ event: MouseEvent, in picker: PickerState, edit: CodingEdit) -> [Effect] {
        var picker = picker
        switch event.action {
        case .wheelDown, .wheelUp:
            let step = event.action == .wheelDown ? 1 : -1
            picker.list.select(picker.list.selection + step, count: picker.count)
        case .press where event.button == .left:
            guard let row = row(at: event, in: picker) else { return [] }
            if row == picker.list.selection { return take(picker, edit: edit) }
            picker.list.select(row, count: picker.count)
        case .press, .drag, .release: return []
        }
        picker.remark = nil
        show(picker)
        return []
    }

    /// The row of the list, additions counted on, under the mouse.
    private func row(at event: MouseEvent, in picker: PickerState) -> Int? {
        let layout = PickerLayout(size, additions: picker.additions.count)
        if layout.additions.contains(row: event.row, column: event.column) {
            return picker.rows.count + event.row - layout.additions.row
        }
        guard layout.list.contains(row: event.row, column: event.column) else { return nil }
        let row = picker.view.top + event.row - layout.list.row
        return row < picker.rows.count ? row : nil
    }

    /// Takes what is marked or pointed at, and ends the picker unless something is missing.
    private mutating func take(
        _ picker: PickerState,
        adding addition: PickerState.Addition? = nil,
        edit: CodingEdit
    ) -> [Effect] {
        var picker = picker
        let addition = addition ?? picker.chosenAddition
        if addition != nil || picker.taken.isEmpty, picker.act.makesCodes, let why = study.codebook.whyNoNewCodes {
            picker.remark = why
            show(picker)
            return []
        }
        switch addition {
        case nil:
            guard !picker.taken.isEmpty else { return [] }
            return finish(picker, with: picker.taken, edit: edit)
        case .inVivo:
            guard let new = newCodeInVivo else {
                picker.remark = "The selection has no letters to name a code by."
                break
            }
            return finish(picker, making: new, edit: edit)
        case .create:
            let new = NewCode(name: picker.newName, parent: picker.newParent?.id, origin: "inductive")
            if new.name.isEmpty {
                picker.remark = "Type the name of the new code first."
            } else if case .unusable(let why) = study.codebook.namesake(of: new.name) {
                picker.remark = why
            } else {
                return finish(picker, making: new, edit: edit)
            }
        }
        show(picker)
        return []
    }

    private mutating func finish(_ picker: PickerState, making new: NewCode, edit: CodingEdit) -> [Effect] {
        closeOverlay()
        return settle(create(new, beside: picker.markedCodes, then: picker.act, edit: edit), after: picker)
    }

    private mutating func finish(_ picker: PickerState, with codes: [Code], edit: CodingEdit) -> [Effect] {
        closeOverlay()
        return settle(perform(picker.act, with: codes, edit: edit), after: picker)
    }

    /// A refusal leaves READ as it was when the picker had to select the sentence itself.
    private mutating func settle(_ effects: [Effect], after picker: PickerState) -> [Effect] {
        if effects.isEmpty, overlay == nil { dropSelectionMade(by: picker) }
        return effects
    }

    /// Leaves READ as it was when the picker had to select the sentence itself.
    mutating func dropSelectionMade(by picker: PickerState) {
        guard let cursor = picker.cursorBefore else { return }
        coding?.dropSelection()
        coding?.move(to: cursor)
        if let top = picker.topBefore { coding?.top = top }
        coding?.keepCursorInWindow()
    }
}
