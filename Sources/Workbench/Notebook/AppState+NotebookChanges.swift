// Changes made on the pages of the notebook: what is asked first, and what is then asked of the files. Writes nothing itself.

import CodingCore
import Screen
import StudyFiles

extension AppState {
    /// Performs a command that changes codebook, themes or memos.
    mutating func changeFromNotebook(_ command: Command, _ state: NotebookState) -> [Effect] {
        switch state.page {
        case .codebook: return changeCodebook(command, state)
        case .themes: return changeThemes(command, state)
        case .memos: return changeMemos(command, state)
        case .timeline:
            if command == .revert, let event = state.event { ask(.why(.undo(event.act)), "why take this act back") }
            if command == .snapshot {
                ask(
                    .snapshot,
                    "name for the codebook as it is",
                    offers: ["codebook v\(timeline.count { $0.verb == "snapshot" } + 1)"]
                )
            }
            if command == .asOf, let event = state.event, timeline.indices.contains(event.place) {
                return [.showPast(timeline[event.place].at)]
            }
            return []
        }
    }

    private mutating func ask(
        _ purpose: LineQuestion.Purpose,
        _ title: String,
        text: String = "",
        preview: [String] = [],
        offers: [String] = []
    ) {
        overlay = .question(LineQuestion(purpose, title, text: text, preview: preview, offers: offers))
    }

    private mutating func changeCodebook(_ command: Command, _ state: NotebookState) -> [Effect] {
        guard command != .add else {
            let chosen = state.code.flatMap { study.codebook[$0] }
            let under = chosen?.kind == .category ? chosen?.id : chosen?.parent
            let place = under.flatMap { study.codebook[$0]?.name } ?? "the top"
            ask(.newCode(under: under, after: chosen?.kind == .category ? nil : chosen?.id), "new code below \(place)")
            return []
        }
        guard let id = state.code, let code = study.codebook[id] else { return [] }
        switch command {
        case .rename: ask(.renameCode(id), "another name for \(code.id)", text: code.name)
        case .define: return [.editForm(.code(id))]
        case .nest: return nest(code, state)
        case .lift:
            return [.change(.moveCodes([id], under: code.parent.flatMap { study.codebook[$0]?.parent }), why: "")]
        case .lower, .raise: return order(code, forward: command == .lower)
        case .move: askWhereTo(state.meantCodes)
        case .merge: merge(state, into: code)
        case .split:
            let effects = showExtracts(of: .code(id))
            let key = table.key(of: .split, in: .extracts) ?? ":" + Command.split.name
            notice = Notice(text: "Space marks what moves, \(key) gives it another code.")
            return effects
        case .retire:
            if code.status == .retired { return [.change(.restore(id), why: "")] }
            let used = study.codings.count { study.codebook.resolve($0.code) == id }
            let said = "\(code.name) is offered no longer; its \(counted(used, "coding")) stay."
            ask(.why(.retire(state.meantCodes)), "why retire it", preview: [said])
        case .adopt: ask(.why(.adopt(id)), "why adopt \(code.name)")
        case .tie: askTheme(.tieCodes(state.meantCodes))
        case .relook: return showExtracts(of: .everything, filter: "stale:yes under:\(id)")
        default: break
        }
        return []
    }

    /// Puts a code below the one before it on its level.
    private mutating func nest(_ code: Code, _ state: NotebookState) -> [Effect] {
        let siblings = study.codebook.codes.filter { $0.parent == code.parent && $0.isShown }
        guard let place = siblings.firstIndex(where: { $0.id == code.id }), place > 0 else {
            refuse("There is no code before it to stand below.")
            return []
        }
        return [.change(.moveCodes([code.id], under: siblings[place - 1].id), why: "")]
    }

    private mutating func order(_ code: Code, forward: Bool) -> [Effect] {
        let siblings = study.codebook.codes.filter { $0.parent == code.parent && $0.isShown }
        guard let place = siblings.firstIndex(where: { $0.id == code.id }),
            siblings.indices.contains(place + (forward ? 1 : -1))
        else {
            refuse(forward ? "It is the last one of its level." : "It is the first one of its level.")
            return []
        }
        // Upwards, the one before goes behind this one: what is first of a level follows something of another.
        if forward { return [.change(.orderCode(code.id, after: siblings[place + 1].id), why: "")] }
        return [.change(.orderCode(siblings[place - 1].id, after: code.id), why: "")]
    }

    private mutating func askWhereTo(_ codes: [CodeID]) {
        let offers = study.codebook.codes.filter { $0.kind == .category }.map(\.name)
        ask(.moveCodes(codes), "below which code (empty: the top)", offers: offers)
    }

    private mutating func merge(_ state: NotebookState, into heir: Code) {
        let sources = state.meantCodes.filter { $0 != heir.id }
        guard !sources.isEmpty else {
            refuse("Space marks the codes that go; then M on the one that stays merges them.")
            return
        }
        let preview = MergePreview(of: sources, into: heir.id, in: study)
        let lines = preview.sources.map { source in
            let name = study.codebook[source.code]?.name ?? source.code.description
            return "\(name): \(counted(source.passages, "passage")) (\(counted(source.codings, "coding"))) move, "
                + "\(source.overlapping) overlapping, \(source.same) the same"
                + (source.below == 0 ? "" : "; \(counted(source.below, "code")) below it too")
        }
        let total =
            "\(heir.name): \(counted(preview.passages, "passage")) now, \(preview.passagesAfter) afterwards · u undoes"
        ask(.why(.merge(sources, into: heir.id)), "why merge into \(heir.name)", preview: lines + [total])
    }

    private mutating func askTheme(_ purpose: LineQuestion.Purpose) {
        let names = study.themes.filter { $0.status != .aside }.map(\.name)
        guard !names.isEmpty else {
            refuse("There is no theme yet: \(table.key(of: .themes, in: place) ?? ":themes"), then a, makes one.")
            return
        }
        ask(purpose, "tie to which theme", offers: names)
    }

    private mutating func changeThemes(_ command: Command, _ state: NotebookState) -> [Effect] {
        switch command {
        case .add:
            ask(
                .newTheme,
                "new theme",
                preview: ["A theme is a claim, not a topic: “Nobody owns what everybody supports”."]
            )
        case .define, .rename: return state.theme.map { [.editForm(.theme($0))] } ?? []
        case .retire:
            guard let id = state.theme, let theme = study.themes.first(where: { $0.id == id }) else { return [] }
            let status = theme.status == .aside ? "" : Theme.Status.aside.rawValue
            ask(.why(.setTheme(id, [(.status, status)])), status.isEmpty ? "why take it up again" : "why set it aside")
        default: break
        }
        return []
    }

    private mutating func changeMemos(_ command: Command, _ state: NotebookState) -> [Effect] {
        switch command {
        case .add:
            let prompts = study.settings.method == .reflexive ? [Self.prompt(now)] : []
            let focus = memoFocus
            let about = focus.map { ["It is linked to \(locator(of: $0)), where you were reading."] } ?? []
            let links = focus.map { [MemoLink.passage($0.id, note: locator(of: $0))] } ?? []
            ask(.newMemo(links), "new \((state.kind ?? .analytic).rawValue) memo", preview: prompts + about)
        case .define: return state.memo.map { [.editForm(.memo($0))] } ?? []
        case .filter: ask(.filterMemos, "only memos with these words (empty: all)", text: state.filter)
        default: break
        }
        return []
    }

    /// Asks for a memo once more, with the words that could not be written.
    mutating func askForMemo(_ words: String, _ links: [MemoLink]) {
        let kind = notebook[.memos]?.kind ?? .analytic
        overlay = .question(LineQuestion(.newMemo(links), "new \(kind.rawValue) memo", text: words))
    }

    /// The coding that was in focus when the memos came up over a text.
    private var memoFocus: Coding? { trail.dropLast().last == .coding ? coding?.focus : nil }

    /// A question to think about, another one each day; it is shown above the line and asks for nothing.
    static func prompt(_ now: Moment) -> String {
        let prompts = [
            "What surprised you today, and what does that say about what you expected?",
            "Whose account did you believe at once? Whose did you doubt?",
            "What do you know about this field that the speaker could not know you know?",
            "Which passage did you leave uncoded, and why?",
            "Where do you hear a complaint and the speaker may mean a fact?",
            "What would somebody who disagrees with you make of the same words?",
            "Which code do you like most? Would you miss it?",
        ]
        return prompts[Int(dayNumber(now)) % prompts.count]
    }

    // MARK: Answers

    /// Follows a key in a question.
    mutating func handle(_ press: KeyPress, in question: LineQuestion) -> [Effect] {
        if press.key == .enter { return answer(question) }
        if press == KeyPress("o", .control), case .newMemo(let links) = question.purpose {
            overlay = nil
            return [.editForm(.newMemo(question.line.text, notebook[.memos]?.kind ?? .analytic, links))]
        }
        var question = question
        question.handle(press)
        overlay = .question(question)
        return []
    }

    private mutating func answer(_ question: LineQuestion) -> [Effect] {
        let words = question.line.text.trimmingBlanks
        var question = question
        func refused(_ remark: String) -> [Effect] {
            question.remark = remark
            overlay = .question(question)
            return []
        }
        overlay = nil
        switch question.purpose {
        case .why(let change): return [.change(change, why: words)]
        case .newCode(let under, let after):
            if words.isEmpty { return refused("A code needs a name.") }
            return [.change(.addCode(CodeDraft(words, parent: under), after: after), why: "")]
        case .renameCode(let id):
            if words.isEmpty { return refused("A code needs a name.") }
            ask(.why(.setCode(id, [(.name, words)])), "why rename it to \(words)")
        case .moveCodes(let ids):
            if words.isEmpty { return [.change(.moveCodes(ids, under: nil), why: "")] }
            guard let parent = study.codebook.find(words) else { return refused("There is no code “\(words)”.") }
            return [.change(.moveCodes(ids, under: parent.id), why: "")]
        case .splitInto(let codings):
            if words.isEmpty { return refused("Name a code, or a new one.") }
            guard let from = codings.first.map({ study.codebook.resolve($0.code) }) else { return [] }
            let count = study.codings.count { study.codebook.resolve($0.code) == from }
            let preview =
                "\(study.codebook[from]?.name ?? from.description): \(count) → \(count - codings.count) + \(codings.count) \(words)"
            ask(.why(.split(codings, into: words, from: from)), "why split it", preview: [preview])
        case .newTheme:
            if words.isEmpty { return refused("A theme needs a name.") }
            return [.change(.addTheme(words), why: "")]
        case .tieCodes(let ids):
            guard let theme = theme(named: words) else { return refused("There is no theme “\(words)”.") }
            let codes = (theme.codes + ids).uniqued()
            return [.change(.setTheme(theme.id, [(.codes, codes.map(\.description).joined(separator: "\n"))]), why: "")]
        case .tieExtracts(let codings):
            guard let theme = theme(named: words) else { return refused("There is no theme “\(words)”.") }
            var extracts = theme.extracts
            for coding in codings where !extracts.contains(where: { $0.coding == coding.id }) {
                extracts.append(ThemeExtract(coding.id, note: locator(of: coding)))
            }
            return [.change(.setTheme(theme.id, [(.extracts, extracts.map(\.words).joined(separator: "\n"))]), why: "")]
        case .newMemo(let links):
            if words.isEmpty { return refused("A memo needs words; Ctrl-O opens your editor.") }
            let kind = notebook[.memos]?.kind ?? .analytic
            return [.change(.addMemo(words, kind, links), why: "")]
        case .filterMemos:
            notebook[.memos]?.filter = words
            refreshNotebook(.memos)
        case .keywords:
            do throws(QueryError) { _ = try KeywordPattern(words) } catch {
                return refused("Column \(error.column): \(error.problem).")
            }
            return lookForKeywords(words)
        case .codeHits(let hits): return [.codeHits(hits, memo: words)]
        case .snapshot:
            if words.isEmpty { return refused("Give it a name, such as codebook v1.") }
            return [.change(.snapshot(words), why: "")]
        }
        return []
    }

    private func theme(named words: String) -> Theme? {
        study.themes.first { $0.name == words || $0.id.description == words }
            ?? study.themes.first { $0.name.lowercased() == words.lowercased() }
    }

    /// Takes over the study as a change left it.
    mutating func take(_ changed: ChangedStudy) {
        study = changed.study
        history = nil
        coding?.take(study.codebook)
        studyChanged()
        // A change of the codebook may be seen in the list of extracts, and a mark on what is gone means nothing.
        extracts?.unmark()
        for page in notebook.keys { refreshNotebook(page) }
        if let made = changed.made, case .notebook(let page) = screen { notebook[page]?.choose(made) }
        notice = Notice(text: changed.notice)
    }

    // MARK: From the extracts

    /// Asks what the marked extracts, or the chosen one, are to be coded with instead.
    mutating func askSplit() -> [Effect] {
        let codings = (extracts?.meant ?? []).map(\.coding)
        ask(
            .splitInto(codings),
            "code for \(counted(codings.count, "extract"))",
            offers: study.codebook.codes.filter(\.isApplicable).map(\.name)
        )
        return []
    }

    /// Asks which theme the marked extracts, or the chosen one, show well.
    mutating func askTieExtracts() -> [Effect] {
        askTheme(.tieExtracts((extracts?.meant ?? []).map(\.coding)))
        return []
    }
}

extension Code {
    /// Whether the tree shows it.
    var isShown: Bool { if case .mergedInto = status { false } else { true } }
}
