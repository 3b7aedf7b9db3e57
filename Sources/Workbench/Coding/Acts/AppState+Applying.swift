// Giving codes to passages. Each act asks for one line and changes nothing by itself; the state follows when the line is
// safe on disk.

import CodingCore

extension AppState {
    /// Makes sure that something is selected: so many sentences from the cursor on, where nothing is.
    mutating func selectForCoding(sentences: Int = 1) -> Bool {
        guard coding?.selection == nil else { return coding?.selectedSpan != nil }
        return (coding?.selectSentences(sentences) ?? 0) > 0
    }

    /// Gives the selection, or as many sentences as were counted, the same codes as last time.
    mutating func repeatLast(count: Int?, edit: CodingEdit) -> [Effect] {
        applySelecting(repeatable, sentences: count ?? 1, edit: edit)
    }

    /// Gives the selection the code behind a digit.
    mutating func applySlot(_ digit: Int, edit: CodingEdit) -> [Effect] {
        guard let code = uses.code(on: digit).flatMap({ study.codebook[$0] }) else {
            refuse("Nothing lies on \(digit) yet: codes take the digits in the order of their first use.")
            return []
        }
        guard code.isApplicable else {
            refuse("\(code.name) on \(digit) is retired: = puts another code there.")
            return []
        }
        return apply([code], edit: edit)
    }

    /// Puts the code of the coding in focus, or the one used last, on a digit.
    mutating func assignSlot(_ argument: String?) -> [Effect] {
        guard let digit = argument.flatMap({ Int($0) }), CodeUses.digits.contains(digit) else {
            refuse("= goes with a digit from 1 to 9.")
            return []
        }
        let focused = coding?.focus.map { study.codebook.resolve($0.code) }
        guard let code = (focused ?? uses.latest).flatMap({ study.codebook[$0] }), code.isApplicable else {
            refuse("No code to put on a digit yet: c chooses one.")
            return []
        }
        let displaced = uses.assign(code.id, to: digit).flatMap { study.codebook[$0] }
        let moved = displaced.flatMap { old in uses.slots.first { $0.code == old.id } }
        let rest =
            displaced.map { old in
                moved.map { " \(old.tag) moved to \($0.digit)." } ?? " \(old.tag) has no digit any more."
            } ?? ""
        notice = Notice(text: "\(digit) is \(code.tag) \(code.name) from now on: s \(digit) codes a sentence.\(rest)")
        return [.keepSlots(Dictionary(uniqueKeysWithValues: uses.slots.map { ($0.digit, $0.code) }))]
    }

    /// Does with codes what they were chosen for.
    mutating func perform(_ act: CodeAct, with codes: [Code], edit: CodingEdit) -> [Effect] {
        switch act {
        case .apply: return apply(codes, edit: edit)
        case .applyWithMemo:
            openMemo(forPassageWith: codes)
            return []
        case .recode(let coding):
            guard let code = codes.first else { return [] }
            return recode(coding, to: code, edit: edit)
        case .hits: return previewHits(with: codes)
        case .recodeMarked: return codes.first.map { recodeMarked(to: $0, edit: edit) } ?? []
        case .extracts: return codes.first.map { showExtracts(of: .code($0.id)) } ?? []
        }
    }

    /// Applies codes to the selection; several are one act.
    mutating func apply(_ codes: [Code], memo: String = "", edit: CodingEdit) -> [Effect] {
        guard let screen = coding, let span = screen.selectedSpan else {
            refuse("There are no words here to code.")
            return []
        }
        let fresh = codes.filter { !hasOwn($0, on: span, in: screen.document.uuid) }
        guard !fresh.isEmpty,
            let line = edit.apply(
                fresh,
                to: span,
                of: screen.document.uuid,
                text: screen.transcript.text,
                version: screen.version,
                memo: memo
            )
        else {
            refuse("Already coded: \(locator(of: span)) \(codes.map(\.name).joined(separator: ", ")).")
            return []
        }
        let names = fresh.map { "\($0.tag) \($0.name)" }.joined(separator: ", ")
        let before = codes.filter { !fresh.contains($0) }.map(\.tag).joined(separator: ", ")
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: screen.document.uuid,
                    notice: "coded \(locator(of: span)) \(names)" + (before.isEmpty ? "" : ", besides \(before)")
                        + (memo.isEmpty ? "" : ", with a memo") + " · u undoes",
                    focus: line.operations.first?.id,
                    place: screen.cursorAfterCoding(span),
                    codes: codes.map(\.id)
                )
            )
        ]
    }

    /// Selects sentences where nothing is selected, and applies codes; a refusal leaves no selection that nobody made.
    mutating func applySelecting(_ codes: [Code], sentences: Int, edit: CodingEdit) -> [Effect] {
        let before = coding
        guard selectForCoding(sentences: sentences) else {
            refuse("There are no words here to code.")
            return []
        }
        let effects = apply(codes, edit: edit)
        if effects.isEmpty { coding = before }
        return effects
    }

    /// Whether the coder gave a passage this code already, not counting one coding.
    func hasOwn(_ code: Code, on span: TextSpan, in document: Identifier, besides other: Identifier? = nil) -> Bool {
        codings(of: document).contains {
            $0.coder == coder && $0.span == span && $0.id != other && study.codebook.resolve($0.code) == code.id
        }
    }
}
