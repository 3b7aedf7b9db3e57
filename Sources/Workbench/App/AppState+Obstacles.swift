// Why a command cannot be done now, in a sentence that says what would help. Help, the palette, the which-key box and the
// status line say it; the acts themselves do not ask again.

import CodingCore

extension AppState {
    /// Why a command cannot be done now; nothing when it can.
    func obstacle(to command: Command) -> String? {
        switch place {
        case .read: obstacleWhileReading(to: command)
        case .select, .extent: obstacleInText(to: command)
        case .extracts: obstacleInExtracts(to: command)
        case .dashboard, .documents: obstacleAnywhere(to: command)
        }
    }

    private func obstacleWhileReading(to command: Command) -> String? {
        switch command {
        case .uncode: whyNoOwnFocus(to: "uncode")
        case .memo: whyNoOwnFocus(to: "write a memo on")
        case .editExtent: whyNoOwnFocus(to: "change the extent of")
        case .replaceCode: whyNoOwnFocus(to: "recode")
        case .star: whyNoOwnFocus(to: "star")
        case .doubt: whyNoOwnFocus(to: "doubt")
        case .spotlight: coding?.spotlight == nil ? whyNoFocus(to: "put in the spotlight") : nil
        case .copy: whyNoFocus(to: "copy")
        case .focusNext, .focusPrevious: whyNoOtherFocus
        default: obstacleInText(to: command)
        }
    }

    private func obstacleInText(to command: Command) -> String? {
        switch command {
        case .again: lastCodes.isEmpty ? "Nothing to repeat yet: \(key(.code)) chooses a code first." : nil
        default: obstacleAnywhere(to: command)
        }
    }

    func obstacleAnywhere(to command: Command) -> String? {
        switch command {
        case .undo: history.map { $0.nextToUndo == nil } == true ? "Nothing of yours to undo in this clone." : nil
        case .redo: history.map { $0.nextToRedo == nil } == true ? "Nothing to redo." : nil
        case .open: study.documents.isEmpty ? "There is no document yet: leave with q and run gloss import FILE…" : nil
        default: nil
        }
    }

    /// How a command is called here: by its key, or by its name where it has none.
    private func key(_ command: Command) -> String { table.key(of: command, in: place) ?? ":" + command.name }

    // MARK: Focus

    private func whyNoFocus(to verb: String) -> String? {
        coding?.focus == nil ? "No coding at the cursor to \(verb); \(key(.nextCoding)) goes to the next one." : nil
    }

    private func whyNoOwnFocus(to verb: String) -> String? {
        guard let screen = coding, let focus = screen.focus else { return whyNoFocus(to: verb) }
        return whyNotMine(focus, named: screen.name(of: focus))
    }

    /// Why a coding cannot be changed, when it is another coder's.
    func whyNotMine(_ coding: Coding, named name: String) -> String? {
        guard coding.coder != coder else { return nil }
        return "\(name) here is \(coding.coder)'s coding, and you are \(coder): layers stay apart."
    }

    private var whyNoOtherFocus: String? {
        guard let screen = coding else { return nil }
        switch screen.codingsAtCursor.count {
        case 0: return "No coding here to turn to; \(key(.nextCoding)) goes to the next one."
        case 1: return "Only one coding here: " + (screen.focus.map { screen.name(of: $0) } ?? "") + "."
        default: return nil
        }
    }

    // MARK: Keys that mean nothing here

    /// Why keys do nothing here: they may do something once a selection is made, or dropped, or on another screen.
    func whyNothing(of keys: [String]) -> String {
        let typed = keys.joined()
        if let row = table.row(waitingAfter: keys.dropLast(), in: place), let argument = row.argument {
            return "\(keys.dropLast().joined()) (\(row.title)) needs \(argument.noun), not \(keys.last ?? "")."
        }
        let others = Place.allCases.filter { $0 != place }
        let inText = others.filter(\.isInText)
        for other in place.isInText ? inText + others : others {
            guard case .command(let command) = table.look(up: keys, in: other), let row = table.row(of: command, in: other)
            else { continue }
            return "\(typed) (\(row.title)) does nothing here\(remedy(towards: other))."
        }
        return "\(typed) does nothing here; ? shows what does."
    }

    private func remedy(towards other: Place) -> String {
        switch (place, other) {
        case (.read, .select): ": s, t or v makes a selection first"
        case (.select, .read): ": Esc drops the selection first"
        case (.extent, .read), (.extent, .select): ": Enter keeps the extent first, Esc leaves it as it was"
        default: ", only \(other.whereabouts)"
        }
    }
}
