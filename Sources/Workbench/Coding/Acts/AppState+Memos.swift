// Writing memos: in one line over the text, or in the coder's editor for more.

import CodingCore
import Screen
import StudyFiles

extension AppState {
    /// Opens a memo on the coding in focus; with a selection, chooses a code first.
    mutating func openMemo() -> [Effect] {
        if coding?.selection != nil {
            openPicker(for: .applyWithMemo)
            return []
        }
        return coding?.focus.map { openMemo(on: $0) } ?? []
    }

    /// Opens the line for a memo on a coding; the editor, where the memo has several lines already.
    mutating func openMemo(on coding: Coding) -> [Effect] {
        guard isOwn(coding) else {
            // Who goes on typing means words, not commands.
            ignoresTyping = true
            return []
        }
        guard !coding.memo.contains(where: \.isNewline) else { return [.write(coding.memo, about: .coding(coding))] }
        let tag = study.codebook[study.codebook.resolve(coding.code)]?.tag ?? "??"
        let subject = MemoSubject.coding(coding)
        let title = "memo on \(tag) \(locator(of: coding))"
        overlay = .memo(MemoState(subject, title: title, draft: draft(about: subject)?.text))
        return []
    }

    /// Opens the line for a memo that is written together with codes on the selection.
    mutating func openMemo(forPassageWith codes: [Code]) {
        guard let span = coding?.selectedSpan else { return }
        let tags = codes.map(\.tag).joined(separator: ", ")
        let subject = MemoSubject.passage(codes)
        let title = "memo with \(tags) \(locator(of: span))"
        overlay = .memo(MemoState(subject, title: title, draft: draft(about: subject)?.text))
    }

    /// Follows a key in the memo's line.
    mutating func handle(_ press: KeyPress, in memo: MemoState, edit: CodingEdit) -> [Effect] {
        var memo = memo
        memo.remark = nil
        if press.key == .enter {
            overlay = nil
            return saveMemo(memo.line.text.trimmingBlanks, about: memo.subject, edit: edit)
        }
        if press == KeyPress("o", .control) {
            overlay = .memo(memo)
            return [.write(memo.line.text, about: memo.subject)]
        }
        _ = memo.line.handle(press)
        overlay = .memo(memo)
        return []
    }

    /// Follows what was written in the editor; an empty text is a change of mind.
    mutating func written(_ text: String, about subject: MemoSubject, edit: CodingEdit) -> [Effect] {
        overlay = nil
        let memo = text.trimmingBlanks
        guard !memo.isEmpty else {
            notice = Notice(text: "Nothing was written, so nothing is changed.")
            return []
        }
        return saveMemo(memo, about: subject, edit: edit)
    }

    /// Says why nothing could be written in the editor; the line, where it is open, keeps its words.
    mutating func couldNotWrite(_ why: String) {
        guard case .memo(var memo) = overlay else {
            notice = Notice(text: why, kind: .alarm)
            return
        }
        memo.remark = why
        overlay = .memo(memo)
    }

    /// Writes a memo's line; what was kept of it goes.
    private mutating func saveMemo(_ memo: String, about subject: MemoSubject, edit: CodingEdit) -> [Effect] {
        let kept = draft(about: subject)
        drafts.removeAll { $0 == kept }
        return save(memo, about: subject, edit: edit) + [kept.map { .dropDraft($0) }].compactMap(\.self)
    }

    private mutating func save(_ memo: String, about subject: MemoSubject, edit: CodingEdit) -> [Effect] {
        switch subject {
        case .passage(let codes): return apply(codes, memo: memo, edit: edit)
        case .coding(let coding):
            guard memo != coding.memo else {
                notice = Notice(text: "The memo is as it was.")
                return []
            }
            let said = memo.isEmpty ? "memo cleared" : "memo saved"
            return change(coding, CodingChanges(memo: memo), saying: said, edit: edit)
        }
    }
}

// MARK: Memos that are cut off

extension AppState {
    /// The memo that is being written, to be kept when the terminal goes away; nothing without words of its own.
    var unfinishedMemo: MemoDraft? {
        guard case .memo(let memo) = overlay, let place = place(of: memo.subject) else { return nil }
        let words = memo.line.text
        if words.trimmingBlanks.isEmpty { return nil }
        if case .coding(let coding) = memo.subject, words == coding.memo { return nil }
        return MemoDraft(document: place.document, coding: place.coding, text: words)
    }

    /// What was kept of a memo.
    private func draft(about subject: MemoSubject) -> MemoDraft? {
        guard let place = place(of: subject) else { return nil }
        return drafts.first { $0.document == place.document && $0.coding == place.coding }
    }

    private func place(of subject: MemoSubject) -> (document: Identifier, coding: Identifier?)? {
        switch subject {
        case .coding(let coding): (coding.document, coding.id)
        case .passage: coding.map { ($0.document.uuid, nil) }
        }
    }

    /// That a memo was cut off, and where it comes back; nothing when none was.
    var aboutDrafts: String? {
        guard let draft = drafts.first, let document = document(draft.document) else { return nil }
        let key = table.row(of: .memo, in: .read)?.keys.first ?? ":" + Command.memo.name
        let place = draft.coding == nil ? "the passage" : "the coding"
        let what =
            "A memo was cut off when the terminal went away: \(key) on \(place) in \(study.shortName(of: document.id))"
        return what + " brings it back."
    }
}
