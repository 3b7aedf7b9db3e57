// Why a command cannot be done now, in a sentence that says what would help. Help, the palette, the which-key box and the
// status line all say it, and the acts say nothing of their own about it.

import CodingCore

extension AppState {
    /// Why a command cannot be done now; nothing when it can.
    func obstacle(to command: Command) -> String? {
        if let why = obstacleInThePast(to: command) { return why }
        return switch place {
        case .read: obstacleWhileReading(to: command)
        case .select, .extent: obstacleInText(to: command)
        case .extracts: obstacleInExtracts(to: command)
        case .importing: obstacleInImporting(to: command)
        case .codebook, .themes, .memos, .timeline: obstacleInNotebook(to: command)
        case .search: obstacleInKeywords(to: command)
        case .dashboard, .documents, .matrix, .framework: obstacleAnywhere(to: command)
        }
    }

    /// Why commands of this place cannot be done now; nothing for those that can.
    var obstacles: [Command: String] {
        table.rows(in: place).reduce(into: [:]) { $0[$1.command] = obstacle(to: $1.command) }
    }

    private func obstacleWhileReading(to command: Command) -> String? {
        switch command {
        case .uncode: whyNoOwnFocus(to: "uncode")
        case .memo: whyNoOwnFocus(to: "write a memo on")
        case .extent: whyNoOwnFocus(to: "change the extent of")
        case .recode: whyNoOwnFocus(to: "recode")
        case .star: whyNoOwnFocus(to: "star")
        case .doubt: whyNoOwnFocus(to: "doubt")
        case .spotlight: coding?.spotlight == nil ? whyNoFocus(to: "put in the spotlight") : nil
        case .copy: whyNoFocus(to: "copy")
        case .questions: whyNoQuestions
        case .focusNext, .focusPrevious: whyNoOtherFocus
        case .assignSlot:
            coding?.focus == nil && uses.latest == nil
                ? "No code to put on a digit yet: \(key(.code)) chooses one." : nil
        default: obstacleInText(to: command)
        }
    }

    private func obstacleInText(to command: Command) -> String? {
        switch command {
        case .again: repeatable.isEmpty ? "Nothing to repeat yet: \(key(.code)) chooses a code first." : nil
        case .nextHit, .previousHit:
            search.pattern == nil ? "Nothing was looked for yet: \(key(.search)) and some words begin a search." : nil
        case .goToMark:
            coding?.marks.isEmpty == true && jumps.latest == nil
                ? "No mark is set in this document: \(key(.setMark)) and a letter sets one." : nil
        case .pane:
            size.columns < preferences.namesFrom && !isZoomed
                ? "Panes need a window of \(preferences.namesFrom) columns; below that names stand under the text."
                : nil
        default: obstacleAnywhere(to: command)
        }
    }

    /// Why a command that many places have cannot be done now.
    func obstacleAnywhere(to command: Command) -> String? {
        switch command {
        case .undo:
            history.map { $0.nextToUndo == nil } == true && actToUndo == nil
                ? "Nothing of yours to undo in this clone." : nil
        case .redo: history.map { $0.nextToRedo == nil } == true && actToRedo == nil ? "Nothing to redo." : nil
        case .open where place == .documents:
            documents.chosen == nil ? "There is no document yet: \(key(.import)) brings one in." : nil
        case .import: whyNoImport
        case .extracts: study.codebook.codes.isEmpty ? Self.noCodebook : nil
        case .jumpBack:
            target(forward: false) == nil ? "There is no place to go back to: no jump was made." : nil
        case .jumpForward: target(forward: true) == nil ? "There is no place to go forward to." : nil
        default: nil
        }
    }

    private static let noCodebook = "No codebook yet: put a YAML file into codebooks/ (docs/FORMAT.md says how)."

    /// The codes that `.` gives again, those that can be given now.
    var repeatable: [Code] {
        lastCodes.compactMap { study.codebook[study.codebook.resolve($0)] }.filter(\.isApplicable)
    }

    private func target(forward: Bool) -> TextPlace? {
        guard let here else { return nil }
        var jumps = jumps
        return forward ? jumps.forward(from: here) : jumps.back(from: here)
    }

    /// How a command is called here: by its key, or by its name where it has none.
    private func key(_ command: Command) -> String { table.key(of: command, in: place) ?? ":" + command.name }

    // MARK: Codings

    private func whyNoFocus(to verb: String) -> String? {
        coding?.focus == nil ? "No coding at the cursor to \(verb); \(key(.nextCoding)) goes to the next one." : nil
    }

    /// Why there is no coding at the cursor that the coder can change.
    func whyNoOwnFocus(to verb: String) -> String? {
        whyNoFocus(to: verb) ?? coding?.focus.flatMap { whyNotOwn($0) }
    }

    /// Why a coding cannot be changed by this coder.
    func whyNotOwn(_ coding: Coding) -> String? {
        guard coding.coder != coder else { return nil }
        let name = study.codebook[study.codebook.resolve(coding.code)]?.name ?? coding.code.description
        return "\(name) here is \(coding.coder)'s coding, and you are \(coder): layers stay apart, so code it anew."
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
        for other in place.isInText ? others.filter(\.isInText) + others : others {
            let row: CommandRow? =
                switch table.look(up: keys, in: other) {
                case .command(let command): table.row(of: command, in: other)
                case .prefix where keys.count == 1: table.row(waitingAfter: keys, in: other)
                default: nil
                }
            if let row { return "\(typed) (\(row.title)) does nothing here\(remedy(towards: other))." }
        }
        return "\(typed) does nothing here; ? shows what does."
    }

    private func remedy(towards other: Place) -> String {
        switch (place, other) {
        case (.read, .extent): ": c codes, e changes how far the coding in focus goes"
        case (.read, .select): ": s, t or v makes a selection first"
        case (.select, .read): ": Esc drops the selection first"
        case (.extent, .read), (.extent, .select): ": Enter keeps the extent first, Esc leaves it as it was"
        default: ", only \(other.whereabouts)"
        }
    }
}
