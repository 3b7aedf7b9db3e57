// Writing memos: in one line over the text, or in the coder's editor for more.

import CodingCore
import Screen

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
        overlay = .memo(MemoState(.coding(coding), title: "memo on \(tag) \(locator(of: coding))"))
        return []
    }

    /// Opens the line for a memo that is written together with codes on the selection.
    mutating func openMemo(forPassageWith codes: [Code]) {
        guard let span = coding?.selectedSpan else { return }
        let tags = codes.map(\.tag).joined(separator: ", ")
        overlay = .memo(MemoState(.passage(codes), title: "memo with \(tags) \(locator(of: span))"))
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

    /// The words in the memo's line that are nowhere else yet; nothing when there are none.
    var unsavedWords: String? {
        guard case .memo(let memo) = overlay else { return nil }
        let words = memo.line.text.trimmingBlanks
        if case .coding(let coding) = memo.subject, coding.memo == words { return nil }
        return words.isEmpty ? nil : words
    }

    /// Writes a memo's line.
    private mutating func saveMemo(_ memo: String, about subject: MemoSubject, edit: CodingEdit) -> [Effect] {
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
