// Cases × codes, categories or themes: in each cell the passages and what a human made of them. Counts codings, writes nothing.

/// A framework matrix as it stands now.
package struct FrameworkMatrix: Sendable {
    /// A row.
    package struct Case: Sendable {
        /// As pages and the journal name it: a document's id, or a value.
        package let name: String
        /// For people: the document's short name, or the value.
        package let label: String
        /// What else is known of it: a document's attributes in the order of the table.
        package let facts: [String]
        /// The document, where the row is one.
        package let document: DocumentRecord?
    }

    /// A column.
    package struct Column: Sendable {
        package let column: FrameworkColumn
        package let name: String
    }

    /// How a cell stands.
    package enum State: String, Sendable, CaseIterable {
        /// No passage and no summary.
        case silent
        /// Passages, and nothing written yet.
        case unwritten = "empty"
        case written
        /// Written, and its passages are not what they were then.
        case stale
    }

    /// What a case says of a theme, as a cross-case meta-matrix has it (Miles and Huberman).
    package enum Stance: String, Sendable, CaseIterable {
        case supports, contradicts, mixed, silent
    }

    /// One cell.
    package struct Cell: Sendable {
        /// The codings behind it, in the order of extracts, each document's together. Behind a theme stand the codings of its codes,
        /// its key extracts, and what speaks against it.
        package fileprivate(set) var passages: [PlacedCoding] = []
        /// Those of the passages that speak against the column's theme.
        package fileprivate(set) var against: Set<Identifier> = []
        package fileprivate(set) var summary = FrameworkSummary()
        /// Codings that came since the summary was written.
        package fileprivate(set) var new: [Identifier] = []
        /// Codings whose words are others since.
        package fileprivate(set) var edited: [Identifier] = []
        /// Passages of the summary that are not behind the cell any more.
        package fileprivate(set) var gone: [SeenPassage] = []

        package var state: State {
            if summary.text.isEmpty { return passages.isEmpty ? .silent : .unwritten }
            return new.isEmpty && edited.isEmpty && gone.isEmpty ? .written : .stale
        }

        /// What the passages say of the column's theme; for a code, whether there are any.
        package var stance: Stance {
            if passages.isEmpty { return .silent }
            if against.isEmpty { return .supports }
            return against.count == passages.count ? .contradicts : .mixed
        }

        /// What made it stale, such as `2 new, 1 edited since`; empty when nothing did.
        package var changesInWords: String {
            let parts = [(new.count, "new"), (edited.count, "edited"), (gone.count, "gone")]
                .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            return parts.isEmpty ? "" : parts.joined(separator: ", ") + " since"
        }

        /// The passages that the summary rests on and that are still there.
        package var linked: [PlacedCoding] {
            let ids = Set(summary.passages.filter(\.isLinked).map(\.coding))
            return passages.filter { ids.contains($0.coding.id) }
        }
    }

    package let plan: FrameworkPlan
    package let rows: [Case]
    package let columns: [Column]
    /// A row for each case, a cell for each column.
    package let cells: [[Cell]]
    /// Summaries whose row or column is not shown.
    package let hidden: Int
    /// How many cells have passages.
    package let nonEmpty: Int
    private let states: [State: Int]

    /// Lays a matrix out.
    ///
    /// - Parameters:
    ///   - pages: what was written, case by case.
    ///   - query: the passages taken; its terms on documents and speakers restrict the rows too.
    ///   - mark: gives `FrameworkSummary.mark` of a coding.
    /// - Throws: what reading a transcript throws.
    package init(
        _ corpus: Corpus,
        plan: FrameworkPlan,
        pages: [FrameworkPage],
        query: Query = .everything,
        mark: (Coding) -> String
    ) throws {
        self.plan = plan
        let study = corpus.study
        let columns = plan.columns(in: study).map { Column(column: $0, name: $0.name(in: study)) }
        var gathering = Gathering(columns: columns.map(\.column), rows: plan.rows, study: study)
        try corpus.selectPassages(query, needsSpeakers: plan.rows != .documents) { gathering.add($0, $1) }
        let cases = gathering.cases
        let byDocument = Dictionary(pages.compactMap { page in page.document.map { ($0, page) } }) { first, _ in first }
        let byName = Dictionary(pages.map { ($0.name, $0) }) { first, _ in first }
        var shown = 0
        cells = cases.map { row in
            let page = row.document.map { byDocument[$0.uuid] ?? byName[row.name] } ?? byName[row.name]
            let passages = gathering.passages[row.name] ?? [:]
            return columns.indices.map { index in
                let summary = page?.summaries[columns[index].column]
                if summary != nil { shown += 1 }
                var cell = Self.cell(passages[index] ?? [], summary, mark: mark)
                cell.against = gathering.contrary[index, default: []].intersection(cell.passages.map(\.coding.id))
                return cell
            }
        }
        rows = cases
        self.columns = columns
        // Found once: a screen says them in every frame.
        nonEmpty = cells.joined().count { !$0.passages.isEmpty }
        states = cells.joined().reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
        hidden = pages.reduce(0) { $0 + $1.summaries.count } - shown
    }

    private static func cell(_ passages: [PlacedCoding], _ summary: FrameworkSummary?, mark: (Coding) -> String) -> Cell
    {
        var cell = Cell()
        cell.passages = passages
        guard let summary else { return cell }
        cell.summary = summary
        guard !summary.text.isEmpty else { return cell }
        let seen = Dictionary(summary.passages.map { ($0.coding, $0.mark) }) { first, _ in first }
        for placed in passages {
            guard let known = seen[placed.coding.id] else {
                cell.new.append(placed.coding.id)
                continue
            }
            if known != mark(placed.coding) { cell.edited.append(placed.coding.id) }
        }
        let here = Set(passages.map(\.coding.id))
        cell.gone = summary.passages.filter { !here.contains($0.coding) }
        return cell
    }

    /// All cells with their places, row by row.
    package var all: [(row: Int, column: Int, cell: Cell)] {
        rows.indices.flatMap { row in columns.indices.map { (row, $0, cells[row][$0]) } }
    }

    /// How many cells are in a state.
    package func count(_ state: State) -> Int { states[state] ?? 0 }

    /// The summary of a cell with other words, resting on the passages that are behind it now.
    ///
    /// - Parameters:
    ///   - linked: the codings that the writer chose; nothing to leave the choice as it is.
    ///   - locator: names a passage for people.
    package func summary(
        _ text: String,
        of cell: Cell,
        linked: Set<Identifier>? = nil,
        mark: (Coding) -> String,
        locator: (PlacedCoding) -> String
    ) -> FrameworkSummary {
        let chosen = linked ?? Set(cell.summary.passages.filter(\.isLinked).map(\.coding))
        let passages = cell.passages.map { placed in
            SeenPassage(
                placed.coding.id,
                mark: mark(placed.coding),
                isLinked: chosen.contains(placed.coding.id),
                note: locator(placed)
            )
        }
        return FrameworkSummary(text: text, passages: text.isEmpty ? passages.filter(\.isLinked) : passages)
    }
}

/// The passages of a matrix while they are gathered.
private struct Gathering {
    private let rows: TableColumns
    private let study: Study
    private var seen: Set<String> = []
    private var documents: [String: DocumentRecord] = [:]
    private var order: [String] = []
    /// By row, then by the place of the column.
    private(set) var passages: [String: [Int: [PlacedCoding]]] = [:]
    private var placesOfCode: [CodeID: [Int]] = [:]
    private var placesOfExtract: [Identifier: [Int]] = [:]
    /// The codings that speak against a theme, by the place of its column.
    private(set) var contrary: [Int: Set<Identifier>] = [:]
    private let columnOfCode: [CodeID: Int]
    private let themes: [(codes: Set<CodeID>, place: Int)]

    init(columns: [FrameworkColumn], rows: TableColumns, study: Study) {
        (self.rows, self.study) = (rows, study)
        var columnOfCode: [CodeID: Int] = [:]
        var themes: [(codes: Set<CodeID>, place: Int)] = []
        for (place, column) in columns.enumerated() {
            switch column {
            case .code(let id): columnOfCode[study.codebook.resolve(id)] = place
            case .theme(let id):
                guard let theme = study.themes.first(where: { $0.id == id }) else { continue }
                themes.append((theme.allCodes(in: study.codebook), place))
                for extract in theme.extracts + theme.contrary {
                    placesOfExtract[extract.coding, default: []].append(place)
                }
                contrary[place] = Set(theme.contrary.map(\.coding))
            }
        }
        (self.columnOfCode, self.themes) = (columnOfCode, themes)
    }

    /// Takes the voices and the passages of one document.
    mutating func add(_ voices: [Voice], _ placed: [PlacedCoding]) {
        for voice in voices { note(row(of: voice), voice.document) }
        for passage in placed {
            let row = row(of: passage.voice)
            note(row, passage.voice.document)
            for place in places(of: passage) { passages[row, default: [:]][place, default: []].append(passage) }
        }
    }

    private func row(of voice: Voice) -> String { rows.column(of: voice) ?? Voice.none }

    private mutating func note(_ row: String, _ document: DocumentRecord) {
        guard seen.insert(row).inserted else { return }
        order.append(row)
        if rows == .documents { documents[row] = document }
    }

    private mutating func places(of passage: PlacedCoding) -> [Int] {
        let ofCode = places(of: passage.code)
        guard let extra = placesOfExtract[passage.coding.id] else { return ofCode }
        return ofCode + extra.filter { !ofCode.contains($0) }.uniqued()
    }

    private mutating func places(of code: CodeID) -> [Int] {
        if let known = placesOfCode[code] { return known }
        let path = study.codebook.path(of: code).map(\.id)
        let own = (path.isEmpty ? [code] : path).compactMap { columnOfCode[$0] }
        let places = own + themes.filter { $0.codes.contains(code) }.map(\.place)
        placesOfCode[code] = places
        return places
    }

    /// In natural order, what has no value last; documents in the study's order.
    var cases: [FrameworkMatrix.Case] {
        let names =
            rows == .documents
            ? order
            : order.sorted { a, b in
                (a == Voice.none) != (b == Voice.none) ? b == Voice.none : naturallyPrecedes(a, b)
            }
        return names.map { name in
            let document = documents[name]
            return FrameworkMatrix.Case(
                name: name,
                label: document.map { study.shortName(of: $0.id) } ?? name,
                facts: document.map { $0.attributes.pairs.map(\.value).filter { !$0.isEmpty } } ?? [],
                document: document
            )
        }
    }
}
