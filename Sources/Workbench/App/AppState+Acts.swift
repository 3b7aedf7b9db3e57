// The acts that write: coding, uncoding, memos, undo and redo. Each asks for one line and changes nothing by itself;
// the state follows when the line is safe on disk.

import CodingCore
import Screen

extension AppState {
    /// Makes sure that something is selected: the sentence at the cursor, where nothing is.
    private mutating func selectForCoding() -> Bool {
        guard coding?.selection == nil else { return coding?.selectedSpan != nil }
        return coding?.selectSentences(1) == true
    }

    /// Opens the picker over the selection.
    mutating func openPicker() {
        guard !study.codebook.codes.isEmpty else {
            refuse("No codebook yet: put a YAML file into codebooks/ (docs/FORMAT.md says how).")
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
            counts: CodeUses.counts(in: study),
            words: screen.transcript.text.wordCount(in: span),
            quote: screen.transcript.text.string(in: span)
        )
        picker.topBefore = before?.top ?? screen.top
        picker.cursorBefore = before?.selection == nil ? before?.cursor : nil
        overlay = .picker(picker)
        showSelectionAbovePicker()
    }

    /// Gives the selection, or the sentence at the cursor, the same codes as last time.
    mutating func repeatLast(edit: CodingEdit) -> [Effect] {
        guard !lastCodes.isEmpty else {
            refuse("Nothing to repeat yet: c chooses a code first.")
            return []
        }
        let before = coding
        guard selectForCoding() else {
            refuse("There are no words here to code.")
            return []
        }
        let effects = apply(lastCodes.compactMap { study.codebook[$0] }, edit: edit)
        // A refusal leaves no selection behind that nobody made.
        if effects.isEmpty { coding = before }
        return effects
    }

    /// Gives the selection the code behind a digit.
    mutating func applySlot(_ digit: Int, edit: CodingEdit) -> [Effect] {
        guard digit >= 1, digit <= uses.slots.count, let code = study.codebook[uses.slots[digit - 1]] else {
            refuse("Nothing lies on \(digit) yet: codes take the digits in the order of their first use.")
            return []
        }
        return apply([code], edit: edit)
    }

    /// Applies codes to the selection.
    mutating func apply(_ codes: [Code], edit: CodingEdit) -> [Effect] {
        guard let screen = coding, let span = screen.selectedSpan else { return [] }
        let fresh = codes.filter { code in
            !screen.codings.contains { $0.coder == coder && $0.span == span && screen.code(of: $0)?.id == code.id }
        }
        guard !fresh.isEmpty,
            let line = edit.apply(
                fresh,
                to: span,
                of: screen.document.uuid,
                text: screen.transcript.text,
                version: screen.version
            )
        else {
            refuse("Already coded: \(locator(of: span)) \(codes.map(\.name).joined(separator: ", ")).")
            return []
        }
        let names = fresh.map { "\($0.tag) \($0.name)" }.joined(separator: ", ")
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: screen.document.uuid,
                    notice: "coded \(locator(of: span)) \(names) · u undoes",
                    focus: line.operations.first?.id,
                    place: span.start,
                    codes: fresh.map(\.id)
                )
            )
        ]
    }

    /// Takes the coding in focus away.
    mutating func uncode(edit: CodingEdit) -> [Effect] {
        guard let coding = ownFocus(to: "uncode"), let line = edit.uncode([coding]) else { return [] }
        let what = self.coding.map { "\($0.tag(of: coding)) \($0.name(of: coding))" } ?? ""
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: coding.document,
                    notice: "uncoded \(locator(of: coding.span)) \(what) · u brings it back"
                )
            )
        ]
    }

    /// The coding in focus, if it is the coder's own; says why not otherwise.
    private mutating func ownFocus(to verb: String) -> Coding? {
        guard let screen = coding, let focus = screen.focus else {
            refuse("No coding at the cursor to \(verb); ] goes to the next one.")
            return nil
        }
        guard screen.isMine(focus) else {
            refuse(
                "\(screen.name(of: focus)) here is \(focus.coder)'s coding, and you are \(coder): layers stay apart."
            )
            return nil
        }
        return focus
    }

    /// Opens the line for a memo on the coding in focus.
    mutating func openMemo() {
        guard let focus = ownFocus(to: "write a memo on"), let screen = coding else { return }
        overlay = .memo(
            MemoState(
                coding: focus,
                title: "memo on \(screen.tag(of: focus)) \(locator(of: focus.span))"
            )
        )
    }

    /// Writes a memo's line.
    mutating func saveMemo(_ text: String, on coding: Coding, edit: CodingEdit) -> [Effect] {
        let memo = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ").trimmingBlanks
        guard memo != coding.memo, let line = edit.change(coding, CodingChanges(memo: memo)) else {
            notice = Notice(text: "The memo is as it was.")
            return []
        }
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: coding.document,
                    notice: (memo.isEmpty ? "memo cleared" : "memo saved") + " · u undoes",
                    focus: coding.id
                )
            )
        ]
    }

    /// Undoes or redoes the next act.
    mutating func takeBack(_ command: Command, edit: CodingEdit) -> [Effect] {
        guard let history else { return [.readHistory(then: command)] }
        let act: UndoHistory.Act
        let line: LogLine?
        if command == .undo {
            guard let next = history.nextToUndo else {
                refuse("Nothing of yours to undo in this clone.")
                return []
            }
            act = next
            line = edit.undo(next.id)
        } else {
            guard let next = history.nextToRedo else {
                refuse("Nothing to redo.")
                return []
            }
            act = next.act
            line = edit.redo(undo: next.undo)
        }
        guard let line, let document = actDocuments[act.id], let record = self.document(document) else {
            refuse("That act belongs to a document that is not in the study any more.")
            return []
        }
        let place = place(of: act)
        let save = Effect.save(
            SaveRequest(
                line: line,
                document: document,
                notice: (command == .undo ? "undid " : "redid ") + describe(act) + " in "
                    + study.shortName(of: record.id) + (command == .undo ? " · U brings it back" : " · u undoes"),
                place: place
            )
        )
        // On a list one stays where one is; the sentence says where the act was.
        let stays = coding?.document.uuid == document || screen != .coding
        return stays ? [save] : [.open(record.id, place: place), save]
    }

    /// What an act did, in a few words.
    func describe(_ act: UndoHistory.Act) -> String {
        let words = act.operations.map { operation -> String in
            switch operation.body {
            case .code(_, _, let code, _, _, _, _):
                return "“code \(study.codebook[study.codebook.resolve(code)]?.tag ?? code.description)”"
            case .uncode: return "“uncode”"
            case .set(_, _, let changes):
                return "“" + (changes.fields.first.map { $0 == .span ? "extent" : $0.rawValue } ?? "change") + "”"
            case .undo, .redo, .unknown: return "an act"
            }
        }
        return words.count == 1 ? words[0] : "\(words.count) changes"
    }

    private func place(of act: UndoHistory.Act) -> Int? {
        for operation in act.operations {
            switch operation.body {
            case .code(_, let anchor, _, _, _, _, _): return anchor.span.start
            case .set(let on, _, _), .uncode(let on, _):
                let made = coding?.operations.first { $0.id == on }
                if case .code(_, let anchor, _, _, _, _, _)? = made?.body { return anchor.span.start }
            case .undo, .redo, .unknown: continue
            }
        }
        return nil
    }

    /// The locator of a passage of the open document.
    func locator(of span: TextSpan) -> String {
        guard let coding else { return "" }
        return study.locator(coding.document.id, lines: coding.transcript.lines.lines(of: span))
    }

    /// Follows a line that is safe on disk.
    mutating func saved(_ request: SaveRequest) {
        for operation in request.line.operations {
            history?.add(operation)
            actDocuments[operation.act] = actDocuments[operation.act] ?? request.document
            if case .code(_, _, let code, _, _, _, _) = operation.body { uses.remember(study.codebook.resolve(code)) }
        }
        if coding?.document.uuid == request.document {
            coding?.add(request.line.operations)
            if coding?.selection != nil { coding?.dropSelection() }
            if let place = request.place {
                coding?.move(to: place)
                coding?.centreCursor()
            }
            coding?.chosenFocus = request.focus
        }
        studyIsBehind = true
        if screen != .coding { refreshStudy() }
        if !request.codes.isEmpty { lastCodes = request.codes }
        notice = Notice(text: request.notice)
    }
}
