// Acts on a coding that is there: uncode, recode, star, doubt. They take the coding, so that they serve every screen that
// lists codings, whether its document is open or not.

import CodingCore

extension AppState {
    /// Whether a coding is the coder's own; says that layers stay apart when it is not.
    mutating func isOwn(_ coding: Coding) -> Bool {
        guard let why = whyNotOwn(coding) else { return true }
        refuse(why)
        return false
    }

    /// Performs a command on the coding in focus.
    mutating func changeFocus(_ command: Command, edit: CodingEdit) -> [Effect] {
        guard let focus = coding?.focus else { return [] }
        switch command {
        case .uncode: return uncode(focus, edit: edit)
        case .star: return star(focus, edit: edit)
        case .doubt: return doubt(focus, edit: edit)
        default:
            openRecode(of: focus)
            return []
        }
    }

    /// Takes a coding away.
    mutating func uncode(_ coding: Coding, edit: CodingEdit) -> [Effect] {
        guard isOwn(coding), let line = edit.uncode([coding]) else { return [] }
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: coding.document,
                    notice: "uncoded \(described(coding)) · u brings it back"
                )
            )
        ]
    }

    /// Opens the picker for another code of a coding.
    mutating func openRecode(of coding: Coding) {
        guard isOwn(coding) else { return }
        openPicker(for: .recode(coding))
    }

    /// Gives a coding another code.
    mutating func recode(_ coding: Coding, to code: Code, edit: CodingEdit) -> [Effect] {
        guard isOwn(coding) else { return [] }
        guard study.codebook.resolve(coding.code) != code.id else {
            notice = Notice(text: "The code is \(code.tag) \(code.name) already.")
            return []
        }
        guard !hasOwn(code, on: coding.span, in: coding.document, besides: coding.id) else {
            refuse("These words are coded \(code.tag) \(code.name) already: x takes this coding away.")
            return []
        }
        return change(
            coding,
            CodingChanges(code: code.id, rule: code.rule),
            saying: "recoded \(described(coding)) to \(code.tag) \(code.name)",
            edit: edit
        )
    }

    /// Gives a coding one star more; after three, none.
    mutating func star(_ coding: Coding, edit: CodingEdit) -> [Effect] {
        guard isOwn(coding) else { return [] }
        let stars = (coding.star + 1) % 4
        let said =
            stars == 0
            ? "took the stars from \(described(coding))"
            : "gave \(described(coding)) \(stars) star\(stars == 1 ? "" : "s") \(String(repeating: "*", count: stars))"
        return change(coding, CodingChanges(star: stars), saying: said, edit: edit)
    }

    /// Marks a coding as doubtful, or takes the mark away.
    mutating func doubt(_ coding: Coding, edit: CodingEdit) -> [Effect] {
        guard isOwn(coding) else { return [] }
        return change(
            coding,
            CodingChanges(doubt: !coding.doubt),
            saying: (coding.doubt ? "no longer in doubt: " : "in doubt: ") + described(coding),
            edit: edit
        )
    }

    /// Writes new values of a coding's fields.
    func change(_ coding: Coding, _ changes: CodingChanges, saying said: String, edit: CodingEdit) -> [Effect] {
        guard let line = edit.change(coding, changes) else { return [] }
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: coding.document,
                    notice: said + " · u undoes",
                    focus: coding.id
                )
            )
        ]
    }

    /// Where a coding is and what it is, for the status line: `B07:3 BC Block contracts`.
    func described(_ coding: Coding) -> String {
        let code = study.codebook[study.codebook.resolve(coding.code)]
        return "\(locator(of: coding)) \(code?.tag ?? "??") \(code?.name ?? coding.code.description)"
    }

    /// The codings of a document as they are now.
    func codings(of document: Identifier) -> [Coding] {
        if let coding, coding.document.uuid == document { return coding.codings }
        return study.codings.filter { $0.document == document }
    }
}
