// What the rows of the notebook say: codes as a tree, themes, memos, and what was done by day. Pure.

import CodingCore
import StudyFiles

extension AppState {
    /// Makes the rows of a page anew.
    mutating func refreshNotebook(_ page: NotebookPage) {
        var state = notebook[page] ?? NotebookState(page)
        if page == .codebook || page == .themes { cardFigures = CardFigures(study) }
        switch page {
        case .codebook: state.update(codeRows, headings: ["codings", "docs"])
        case .themes: state.update(themeRows, headings: ["codes", "quotes"])
        case .memos: state.update(memoRows(state), headings: ["made"])
        case .timeline: state.update(eventRows(state), headings: [])
        }
        notebook[page] = state
    }

    private var codeRows: [NotebookState.Row] {
        let codebook = study.codebook
        var codings: [CodeID: Int] = [:]
        var documents: [CodeID: Set<Identifier>] = [:]
        for coding in study.codings {
            let code = study.codebook.resolve(coding.code)
            codings[code, default: 0] += 1
            documents[code, default: []].insert(coding.document)
        }
        return codebook.codes.compactMap { code in
            if case .mergedInto = code.status { return nil }
            // A category says what is below it.
            let family = code.kind == .category ? codebook.family(of: code.id).map(\.id) : [code.id]
            let count = family.reduce(0) { $0 + (codings[$1] ?? 0) }
            let places = family.reduce(into: Set<Identifier>()) { $0.formUnion(documents[$1] ?? []) }
            let mark = code.status == .proposed ? " (proposed by \(code.id.proposer?.description ?? "?"))" : ""
            return NotebookState.Row(
                subject: .code(code.id),
                depth: codebook.depth(of: code.id),
                tag: code.kind == .category ? "" : code.tag,
                words: code.name + mark + (code.status == .retired ? " (retired)" : ""),
                figures: [figure(count), figure(places.count)],
                isQuiet: code.status == .retired
            )
        }
    }

    private func figure(_ count: Int) -> String { count == 0 ? "·" : "\(count)" }

    private var themeRows: [NotebookState.Row] {
        study.themes.map { theme in
            NotebookState.Row(
                subject: .theme(theme.id),
                tag: theme.status.rawValue,
                words: theme.name,
                figures: [figure(theme.codes.count), figure(theme.extracts.count)],
                isQuiet: theme.status == .aside
            )
        }
    }

    private func memoRows(_ state: NotebookState) -> [NotebookState.Row] {
        let wanted = state.filter.lowercased()
        return memos.filter { memo in
            (state.kind.map { memo.kind == $0 } ?? true)
                && (wanted.isEmpty || memo.text.lowercased().firstRange(of: wanted) != nil)
        }
        .map { memo in
            NotebookState.Row(
                subject: .memo(memo.id),
                tag: memo.kind.rawValue,
                words: memo.title,
                figures: [[memo.made?.day, memo.coder?.description].compactMap { $0 }.joined(separator: " ")]
            )
        }
    }

    private func eventRows(_ state: NotebookState) -> [NotebookState.Row] {
        var rows: [NotebookState.Row] = []
        var day = ""
        for (place, event) in timeline.enumerated().reversed() {
            if event.at.day != day {
                day = event.at.day
                rows.append(
                    NotebookState.Row(
                        subject: .heading(day),
                        words: "\(day)  \(dayWords(event.at, now: now))",
                        isQuiet: true
                    )
                )
            }
            rows.append(
                NotebookState.Row(
                    subject: .event(event.id, place),
                    depth: 1,
                    tag: String(event.at.description.dropFirst(11).prefix(5)) + " " + event.by.description,
                    words: words(of: event),
                    isQuiet: event.isTakenBack
                )
            )
        }
        return rows
    }

    /// An event in a few words.
    func words(of event: TimelineEvent) -> String {
        let names = event.documents.compactMap { document($0).map { study.shortName(of: $0.id) } }
        let place =
            names.isEmpty ? "" : " in " + names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " …" : "")
        let object = named(event.object)
        let field = event.field.isEmpty || event.verb == "add" ? "" : " \(event.field)"
        let count = event.documents.isEmpty || event.count < 2 ? "" : " (\(event.count))"
        return event.verb + " " + object + field + count + place + (event.isTakenBack ? " · taken back" : "")
    }

    /// An object of the journal by the name that people know.
    private func named(_ object: String) -> String {
        let parts = object.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            return CodeID(object).flatMap { study.codebook[$0]?.name } ?? object
        }
        switch parts[0] {
        case "code": return "code " + (CodeID(parts[1]).flatMap { study.codebook[$0]?.name } ?? parts[1])
        case "theme": return "theme " + (study.themes.first { $0.id.description == parts[1] }?.name ?? parts[1])
        case "memo": return "memo " + (memos.first { $0.id.description == parts[1] }?.title ?? parts[1])
        case "document":
            let record = Identifier(parts[1]).flatMap { document($0) }
            return record.map { study.shortName(of: $0.id) } ?? "a document"
        case "act":
            let event = timeline.first { $0.id.description == parts[1] && $0.object != object }
            return event.map { "of " + $0.verb + " " + named($0.object) } ?? ""
        default: return parts[1]
        }
    }
}
