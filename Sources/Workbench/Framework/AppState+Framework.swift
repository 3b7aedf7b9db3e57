// What commands do on the framework matrix: moving, looking at it in other ways, writing cells, linking passages.

import CodingCore
import Screen
import StudyFiles

extension AppState {
    /// Shows the framework matrix as the files have it now.
    mutating func goToFramework() -> [Effect] {
        refreshStudy()
        let effects = go(to: .framework)
        if framework == nil { framework = FrameworkState() }
        return effects + [.readFramework]
    }

    /// Takes in what was read.
    mutating func take(framework matrix: FrameworkMatrix, names: [String]) {
        framework?.take(matrix, names: names)
        keepFrameworkInSight()
    }

    mutating func keepFrameworkInSight() {
        guard let shown = framework else { return }
        let layout = FrameworkLayout(shown, size)
        framework?.keepInSight(rows: layout.cases, columns: layout.columns)
    }

    /// The texts of the passages of the chosen cell that were not read yet, so that their lines can be said.
    var textsOfFramework: [Identifier] {
        let passages = framework?.cell?.passages ?? []
        return passages.map(\.coding.document).uniqued().prefix(TextShelf.most / 2).filter {
            transcript(of: $0) == nil && texts[$0] == nil
        }
    }

    mutating func performInFramework(_ command: Command, count: Int?) -> [Effect] {
        guard let shown = framework else { return [] }
        let times = count ?? 1
        let page = FrameworkLayout(shown, size).cases
        switch command {
        case .rowDown, .rowUp: moveInFramework(down: command == .rowDown ? times : -times, right: 0)
        case .characterRight, .characterLeft:
            moveInFramework(down: 0, right: command == .characterRight ? times : -times)
        case .pageDown: moveInFramework(down: times * page, right: 0)
        case .pageUp: moveInFramework(down: -times * page, right: 0)
        case .top: framework?.move(rows: -shown.row, columns: 0)
        case .bottom: framework?.move(rows: count.map { $0 - 1 - shown.row } ?? .max / 2, columns: 0)
        case .rowStart: framework?.move(rows: 0, columns: -shown.column)
        case .rowEnd: framework?.move(rows: 0, columns: .max / 2)
        case .focusNext: framework?.movePassage(times)
        case .focusPrevious: framework?.movePassage(-times)
        case .pane: lookOtherwise(shown)
        case .columns: return showNextFramework(shown)
        case .nextUncoded, .previousUncoded:
            if framework?.go(to: [.unwritten], forward: command == .nextUncoded) != true {
                refuse("No other cell has passages and no summary.")
            }
        case .nextStale:
            if framework?.go(to: [.stale], forward: true) != true { refuse("No other cell is stale.") }
        case .open: return openPassage(shown)
        case .define: return [.editCell]
        case .keep: return keepCell(shown)
        case .mark: return linkPassage(shown)
        case .quote: return quotePassage(shown)
        default: return []
        }
        keepFrameworkInSight()
        return []
    }

    /// Up and down go through what stands below each other in the view, left and right through the rest.
    private mutating func moveInFramework(down: Int, right: Int) {
        switch framework?.view {
        case .cell:
            framework?.movePassage(down)
            framework?.move(rows: 0, columns: right)
        case .row: framework?.move(rows: right, columns: down)
        default: framework?.move(rows: down, columns: right)
        }
    }

    private mutating func lookOtherwise(_ shown: FrameworkState) {
        let all = FrameworkState.View.allCases
        let place = all.firstIndex(of: shown.view) ?? 0
        framework?.view = all[(place + 1) % all.count]
    }

    private mutating func showNextFramework(_ shown: FrameworkState) -> [Effect] {
        guard shown.names.count > 1, let place = shown.names.firstIndex(of: shown.name) else {
            refuse("There is no other matrix: “gloss framework define --name NAME” lays one down.")
            return []
        }
        framework?.name = shown.names[(place + 1) % shown.names.count]
        return [.readFramework]
    }

    private mutating func openPassage(_ shown: FrameworkState) -> [Effect] {
        guard let passage = shown.chosenPassage, let record = document(passage.coding.document) else {
            refuse("There is no passage behind this cell.")
            return []
        }
        return [.open(record.id, place: passage.span.start), .focus(passage.coding.id)]
    }

    /// The change that gives the chosen cell other words or links; it rests on what is behind the cell now.
    func cellChange(text: String, linked: Set<Identifier>? = nil) -> StudyChange? {
        guard let matrix = framework?.matrix, let cell = framework?.cell else { return nil }
        let after = matrix.summary(
            text,
            of: cell,
            linked: linked,
            mark: { FrameworkSummary.mark(of: $0, sha256: sha256) },
            locator: { locator(of: $0.coding) }
        )
        return cellChange(after)
    }

    private mutating func keepCell(_ shown: FrameworkState) -> [Effect] {
        guard let cell = shown.cell, cell.state == .stale, let change = cellChange(text: cell.summary.text) else {
            refuse("This cell is not stale: its passages are what they were.")
            return []
        }
        return [.change(change, why: "")]
    }

    /// Links the chosen passage to the summary, or unlinks it. Only what is linked changes: what is new stays new.
    private mutating func linkPassage(_ shown: FrameworkState) -> [Effect] {
        guard let cell = shown.cell, let passage = shown.chosenPassage else {
            refuse("There is no passage behind this cell to link.")
            return []
        }
        let linked = cell.summary.linking(passage, at: locator(of: passage.coding))
        return cellChange(linked).map { [.change($0, why: "")] } ?? []
    }

    /// Puts the chosen passage's words into the summary and links it.
    private mutating func quotePassage(_ shown: FrameworkState) -> [Effect] {
        guard let cell = shown.cell, let passage = shown.chosenPassage else {
            refuse("There is no passage behind this cell to quote.")
            return []
        }
        let quote = "“\(words(of: passage.coding))” [\(locator(of: passage.coding))]"
        var linked = Set(cell.summary.passages.filter(\.isLinked).map(\.coding))
        linked.insert(passage.coding.id)
        let text = cell.summary.text.isEmpty ? quote : cell.summary.text + "\n" + quote
        return cellChange(text: text, linked: linked).map { [.change($0, why: "")] } ?? []
    }

    private func cellChange(_ after: FrameworkSummary) -> StudyChange? {
        guard let shown = framework, let plan = shown.matrix?.plan, let cell = shown.cell, let row = shown.chosenCase,
            let column = shown.chosenColumn
        else { return nil }
        return .setCell(
            CellChange(
                framework: plan.name,
                row: row.name,
                document: row.document?.uuid,
                column: column.column,
                before: cell.summary,
                after: after
            )
        )
    }

    /// A press chooses a cell or a passage, one on what is chosen opens it; the wheel moves.
    mutating func handleInFramework(_ event: MouseEvent) -> [Effect] {
        guard let shown = framework else { return [] }
        let layout = FrameworkLayout(shown, size)
        switch event.action {
        case .wheelDown: moveInFramework(down: 1, right: 0)
        case .wheelUp: moveInFramework(down: -1, right: 0)
        case .press where event.button == .left && shown.view == .linked:
            notice = nil
            if layout.passages.contains(event.row) {
                let height = layout.passages.count
                let count = shown.cell?.passages.count ?? 0
                let top = max(0, min(shown.passage - height + 1, count - height))
                let pressed = top + event.row - layout.passages.lowerBound
                guard pressed < count else { return [] }
                if pressed == shown.passage { return openPassage(shown) }
                framework?.movePassage(pressed - shown.passage)
                return []
            }
            guard event.row > layout.heading, event.row < layout.rule, event.column >= layout.labels.upperBound else {
                return []
            }
            let row = shown.top + (event.row - layout.heading - 1) / layout.lines
            framework?.choose(row: row, column: shown.left + (event.column - layout.labels.upperBound) / layout.width)
        case .press, .drag, .release: break
        }
        keepFrameworkInSight()
        return []
    }
}

extension FrameworkSummary {
    /// The summary with a passage linked, or no longer; its words and what else was seen stay.
    func linking(_ placed: PlacedCoding, at locator: String) -> FrameworkSummary {
        var summary = self
        if let place = summary.passages.firstIndex(where: { $0.coding == placed.coding.id }) {
            summary.passages[place].isLinked.toggle()
            if summary.text.isEmpty { summary.passages.removeAll { !$0.isLinked } }
        } else {
            let mark = FrameworkSummary.mark(of: placed.coding, sha256: sha256)
            summary.passages.append(SeenPassage(placed.coding.id, mark: mark, isLinked: true, note: locator))
        }
        return summary
    }
}
