// What commands do on the hits of a search over all texts: looking for other words, marking, coding what was marked.

import CodingCore
import Screen

extension AppState {
    /// Shows the search; with words they are looked for at once, else they are asked for where there are none yet.
    mutating func goToKeywords(_ words: String?) -> [Effect] {
        refreshStudy()
        let effects = go(to: .search)
        if keywords == nil { keywords = KeywordState() }
        if let words { return effects + lookForKeywords(words) }
        if keywords?.pattern == nil { askForKeywords() }
        return effects
    }

    /// Takes in what was found.
    mutating func take(keywords found: Concordance) {
        keywords?.take(found)
        if found.hits.isEmpty, let pattern = keywords?.pattern { refuse("“\(pattern.source)” is nowhere.") }
    }

    private mutating func askForKeywords() {
        overlay = .question(
            LineQuestion(
                .keywords,
                "search all texts",
                text: keywords?.pattern?.source ?? "",
                preview: ["words · either | or · confus* for words that begin so · /a regular expression/"]
            )
        )
    }

    /// Looks for words in all texts.
    ///
    /// - Returns: nothing to do when the words cannot be looked for; why is said.
    mutating func lookForKeywords(_ words: String) -> [Effect] {
        do throws(QueryError) {
            keywords?.pattern = try KeywordPattern(words)
            keywords?.unmark()
            keywords?.list.select(0, count: 1)
            return [.findKeywords]
        } catch {
            refuse("Column \(error.column): \(error.problem).")
            return []
        }
    }

    private var keywordHeight: Int { ListFrame.body(in: size).count }

    mutating func performInKeywords(_ command: Command, count: Int?) -> [Effect] {
        guard let shown = keywords else { return [] }
        let times = count ?? 1
        let height = keywordHeight
        switch command {
        case .rowDown: keywords?.move(times, height: height)
        case .rowUp: keywords?.move(-times, height: height)
        case .pageDown: keywords?.move(times * height, height: height)
        case .pageUp: keywords?.move(-times * height, height: height)
        case .top: keywords?.move(-.max / 2, height: height)
        case .bottom:
            keywords?.move(-.max / 2, height: height)
            keywords?.move(count.map { $0 - 1 } ?? .max / 2, height: height)
        case .open:
            guard let hit = shown.chosen else { return [] }
            return [.open(hit.document.id, place: hit.span.start)]
        case .mark:
            keywords?.toggleMark()
            keywords?.move(1, height: height)
        case .markAll: keywords?.markAll()
        case .dropSelection: keywords?.unmark()
        case .unit:
            keywords?.unit = Self.after(shown.unit)
            notice = Notice(text: "c codes the \(keywords?.unit.rawValue ?? "") round each marked hit.")
        case .order:
            keywords?.order = Self.after(shown.order)
            keywords?.arrange()
        case .onlyUncoded:
            keywords?.isOnlyUncoded.toggle()
            return [.findKeywords]
        case .filter: overlay = .filter(FilterState(shown.filter?.source ?? ""))
        case .search: askForKeywords()
        case .code: openPicker(forHits: shown.meant.count)
        default: break
        }
        return []
    }

    private static func after<Value: CaseIterable & Equatable>(_ value: Value) -> Value {
        let all = Array(Value.allCases)
        return all[((all.firstIndex(of: value) ?? 0) + 1) % all.count]
    }

    /// Why a command cannot be done on the hits; nothing when it can.
    func obstacleInKeywords(to command: Command) -> String? {
        switch command {
        case .open, .mark, .markAll, .code:
            keywords?.chosen == nil ? "There is no hit here to \(command.name)." : obstacleAnywhere(to: command)
        default: obstacleAnywhere(to: command)
        }
    }

    private mutating func openPicker(forHits count: Int) {
        overlay = .picker(
            PickerState(
                codebook: study.codebook,
                uses: uses,
                counts: CodeUses.counts(in: study),
                words: 0,
                quote: "",
                act: .hits(count)
            )
        )
    }

    /// Has what would be coded read, so that it is seen before anything is saved.
    mutating func previewHits(with codes: [Code]) -> [Effect] {
        guard let shown = keywords, !codes.isEmpty else { return [] }
        return [.previewHits(shown.meant, unit: shown.unit, codes: codes)]
    }

    /// Shows what would be coded, and asks.
    mutating func ask(toCode hits: HitsToCode, showing words: [String]) {
        guard !hits.passages.isEmpty else {
            refuse("All of them are coded so already.")
            return
        }
        let names = hits.codes.map { "\($0.tag) \($0.name)" }.joined(separator: ", ")
        let documents = Set(hits.passages.map(\.document.uuid)).count
        let unit = keywords?.unit ?? .sentence
        overlay = .question(
            LineQuestion(
                .codeHits(hits),
                "memo on each (may be empty)",
                preview: words + [
                    "Enter codes \(counted(hits.passages.count, unit.rawValue)) in \(counted(documents, "document")) \(names)"
                ]
            )
        )
    }

    /// Follows hits that were coded.
    mutating func codedHits(_ hits: HitsToCode) {
        keywords?.unmark()
        keywords?.isStale = true
        lastCodes = hits.codes.map(\.id)
    }

    /// A press chooses a hit, one on the chosen hit opens it; the wheel moves through the list.
    mutating func handleInKeywords(_ event: MouseEvent) -> [Effect] {
        guard let shown = keywords else { return [] }
        let height = keywordHeight
        switch event.action {
        case .wheelDown: keywords?.move(Self.wheelRows, height: height)
        case .wheelUp: keywords?.move(-Self.wheelRows, height: height)
        case .press where event.button == .left:
            let body = ListFrame.body(in: size)
            var list = shown.list
            let visible = list.visibleRows(count: shown.hits.count, height: body.count)
            guard body.contains(event.row), visible.contains(visible.lowerBound + event.row - body.lowerBound) else {
                return []
            }
            notice = nil
            let pressed = visible.lowerBound + event.row - body.lowerBound
            if pressed == shown.list.selection { return performInKeywords(.open, count: nil) }
            keywords?.list.select(pressed, count: shown.hits.count)
        case .press, .drag, .release: break
        }
        return []
    }
}
