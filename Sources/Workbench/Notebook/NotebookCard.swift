// What the card beside a list says of the chosen row. Pure; widths are the drawing's.

import CodingCore
import StudyFiles

/// One paragraph of a card, under a heading or alone.
struct NotebookEntry {
    /// Empty for a paragraph of its own.
    var heading = ""
    var words: String
    var isStrong = false
}

extension AppState {
    /// The card of the chosen row.
    func card(of state: NotebookState) -> [NotebookEntry] {
        switch state.chosen?.subject {
        case .code(let id): study.codebook[id].map { card(of: $0) } ?? []
        case .theme(let id): study.themes.first { $0.id == id }.map { card(of: $0) } ?? []
        case .memo(let id): memos.first { $0.id == id }.map { card(of: $0) } ?? []
        case .event(_, let place): timeline.indices.contains(place) ? card(of: timeline[place]) : []
        case .heading, nil: []
        }
    }

    private func card(of code: Code) -> [NotebookEntry] {
        var entries = [
            NotebookEntry(words: (code.kind == .category ? "" : code.tag + "  ") + code.name, isStrong: true)
        ]
        let facts = [code.id.description, code.kind.rawValue, code.status.words, code.origin, code.colour]
        entries.append(NotebookEntry(words: facts.filter { !$0.isEmpty }.joined(separator: " · ")))
        if !code.brief.isEmpty { entries.append(NotebookEntry(heading: "Brief", words: code.brief)) }
        let definition = code.definition.isEmpty && code.kind != .category ? "none yet: e writes one" : code.definition
        if !definition.isEmpty { entries.append(NotebookEntry(heading: "Definition", words: definition)) }
        entries += code.include.map { NotebookEntry(heading: "Include", words: $0) }
        entries += code.exclude.map { NotebookEntry(heading: "Exclude", words: $0) }
        if !code.example.isEmpty { entries.append(NotebookEntry(heading: "Example", words: code.example)) }
        if !code.was.isEmpty {
            entries.append(
                NotebookEntry(heading: "Adopted", words: code.was.map(\.description).joined(separator: ", "))
            )
        }
        let themes = study.themes.filter { $0.allCodes(in: study.codebook).contains(code.id) && $0.status != .aside }
        entries += themes.map { NotebookEntry(heading: "Theme", words: $0.name) }
        entries += memos.about(.code(code.id)).map { NotebookEntry(heading: "Memo", words: $0.title) }
        let older = cardFigures.older[code.id] ?? 0
        if older > 0 {
            entries.append(
                NotebookEntry(heading: "Re-look", words: "\(counted(older, "coding")) made under an older definition")
            )
        }
        return entries
    }

    private func card(of theme: Theme) -> [NotebookEntry] {
        var entries = [NotebookEntry(words: theme.name, isStrong: true)]
        entries.append(NotebookEntry(words: "\(theme.id) · \(theme.status.rawValue)"))
        if let hint = theme.hint(in: study.codebook) { entries.append(NotebookEntry(heading: "Hint", words: hint)) }
        let concept = theme.concept.isEmpty ? "none yet: one sentence, e writes it" : theme.concept
        entries.append(NotebookEntry(heading: "Concept", words: concept))
        if !theme.question.isEmpty { entries.append(NotebookEntry(heading: "Question", words: theme.question)) }
        entries.append(NotebookEntry(heading: "Evidence", words: evidence(of: theme)))
        entries += theme.codes.map { code in
            let now = study.codebook.resolve(code)
            return NotebookEntry(heading: "Code", words: study.codebook[now]?.name ?? code.description)
        }
        entries += theme.boundaries.map { NotebookEntry(heading: "Not about", words: $0) }
        entries += theme.relations.map { relation in
            let name = study.themes.first { $0.id == relation.to }?.name ?? relation.to.description
            return NotebookEntry(heading: relation.how.isEmpty ? "Bears on" : relation.how, words: "→ " + name)
        }
        entries += theme.extracts.map { NotebookEntry(heading: "Quote", words: quote($0)) }
        entries += theme.contrary.map { NotebookEntry(heading: "Against", words: quote($0)) }
        entries += memos.about(.theme(theme.id)).map { NotebookEntry(heading: "Memo", words: $0.title) }
        if !theme.story.isEmpty { entries += [NotebookEntry(words: "")] + paragraphs(theme.story) }
        return entries
    }

    /// How much is coded with the theme's codes; who says it only the texts tell, and the command prints that.
    private func evidence(of theme: Theme) -> String {
        let figures = cardFigures.evidence[theme.id] ?? (0, 0)
        return "\(counted(figures.codings, "coding")) in \(figures.documents)/\(study.documents.count) documents, "
            + "\(counted(theme.contrary.count, "contrary case")); gloss themes show says whose"
    }

    private func quote(_ extract: ThemeExtract) -> String {
        guard let coding = study.codings.first(where: { $0.id == extract.coding }) else {
            return "\(extract.note) no longer coded"
        }
        let words = coding.anchor.quote.split(whereSeparator: \.isNewline).joined(separator: " ")
        return "\(extract.note.isEmpty ? "" : extract.note + "  ")“\(words)”"
    }

    private func card(of memo: Memo) -> [NotebookEntry] {
        let head = [memo.kind.rawValue, memo.coder?.description, memo.made?.description].compactMap { $0 }
        var entries = [NotebookEntry(words: head.joined(separator: " · "))]
        entries += memo.links.map { NotebookEntry(heading: "→", words: linkWords($0)) }
        entries += memos.about(.memo(memo.id)).map { NotebookEntry(heading: "←", words: $0.title) }
        return entries + [NotebookEntry(words: "")] + paragraphs(memo.text)
    }

    private func linkWords(_ link: MemoLink) -> String {
        switch link {
        case .code(let id): "code " + (study.codebook[study.codebook.resolve(id)]?.name ?? id.description)
        case .theme(let id): "theme " + (study.themes.first { $0.id == id }?.name ?? id.description)
        case .document(let id): "document \(id)"
        case .passage(let id, let note): "passage " + quote(ThemeExtract(id, note: note))
        case .memo(let id): "memo " + (memos.first { $0.id == id }?.title ?? id.description)
        }
    }

    private func card(of event: TimelineEvent) -> [NotebookEntry] {
        var entries = [NotebookEntry(words: words(of: event), isStrong: true)]
        entries.append(NotebookEntry(words: "\(event.by) · \(event.at) · act \(event.id)"))
        if !event.why.isEmpty { entries.append(NotebookEntry(heading: "Why", words: event.why)) }
        if !event.before.isEmpty { entries.append(NotebookEntry(heading: "Before", words: event.before)) }
        if !event.after.isEmpty { entries.append(NotebookEntry(heading: "After", words: event.after)) }
        if event.canBeTakenBack { entries.append(NotebookEntry(words: "R takes this act back.")) }
        return entries
    }

    /// The paragraphs of Markdown: lines that only end where a file's do go on, lists, quotes and headings begin a line.
    private func paragraphs(_ text: String) -> [NotebookEntry] {
        var paragraphs: [String] = []
        var goesOn = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let isOwn = line.trimmingBlanks.isEmpty || "-*>#|".contains(line.first ?? " ") || line.hasPrefix("  ")
            if goesOn, !isOwn, let last = paragraphs.indices.last {
                paragraphs[last] += " " + line
            } else {
                paragraphs.append(line)
            }
            goesOn = !line.trimmingBlanks.isEmpty && !line.hasPrefix("#")
        }
        return paragraphs.map { NotebookEntry(words: $0) }
    }
}
