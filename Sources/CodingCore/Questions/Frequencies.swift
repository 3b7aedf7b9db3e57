// Codes × counts, as report R5 of METHODS.md wants them: every figure with what it is counted out of.

/// How often codes were applied, with denominators, and in groups of an attribute.
package struct Frequencies: Sendable {
    /// n out of N in the unit of the table.
    package struct Share: Hashable, Sendable {
        package let n: Int
        package let of: Int

        package init(n: Int, of: Int) {
            self.n = n
            self.of = of
        }
    }

    /// One code with everything below it.
    package struct Row: Sendable {
        package let code: CodeID
        package let name: String
        package let parent: CodeID?
        /// 0 for the codes at the top.
        package let depth: Int
        package let total: Tally
        /// The code without what lies below it.
        package let own: Tally
        /// In the order of the table's groups.
        package let by: [Share]
    }

    /// One column.
    package struct Group: Sendable {
        package let value: String
        /// N in the unit of the table.
        package let of: Int
        package let documents: Int
        package let participants: Int
    }

    package let unit: CountingUnit
    /// What the columns stand for; nothing without columns.
    package let columns: TableColumns?
    package let groups: [Group]
    /// All that could be counted, in every unit.
    package let of: Tally
    /// All codings the query takes, whatever their code.
    package let all: Tally
    /// In codebook order, codes with no coding included; then codes that no codebook names.
    package let rows: [Row]
    /// Who made the codings counted.
    package let coders: [CoderID]
    /// How many of the codings counted are on an older text, so that their words are not counted.
    package let onOlderText: Int

    /// Counts.
    ///
    /// - Parameters:
    ///   - query: its terms on documents and speakers restrict n and N, its terms on codings only n.
    ///   - columns: what the codings are divided into.
    ///   - countsWords: whether words are counted besides; without them, and where nobody's voice matters, no text is read.
    /// - Throws: what reading a transcript throws.
    package init(
        _ corpus: Corpus,
        query: Query = .everything,
        by columns: TableColumns? = nil,
        unit: CountingUnit = .documents,
        countsWords: Bool = true
    )
        throws
    {
        let needsText = countsWords || Self.needsText(columns, unit, in: corpus.study)
        let counts = try corpus.gather { documents in
            var count = Count(corpus: corpus, query: query, columns: columns, unit: unit)
            if needsText {
                let reading: Corpus.Reading = unit == .words ? .all : .coded
                try corpus.select(query, reading: reading, among: documents, withoutText: { count.add(untouched: $0) })
                {
                    count.add($0)
                }
            } else {
                try corpus.selectByRecord(query, among: documents) { count.add($0, $1, $2, nil) }
            }
            return count
        }
        var count = counts[0]
        for other in counts.dropFirst() { count.add(other) }
        self.unit = unit
        self.columns = columns
        of = count.of.total
        all = count.all
        groups = count.groups
        rows = count.rows
        coders = count.coders.sorted()
        onOlderText = count.onOlderText
    }
}

extension Frequencies {
    /// Whether a table hangs on what texts say: on words, or on whose turn a passage is.
    private static func needsText(_ columns: TableColumns?, _ unit: CountingUnit, in study: Study) -> Bool {
        let ofSpeakers = Set(study.speakerAttributeNames + ["participant"])
        switch columns {
        case .speakers: return true
        case .attribute(let name) where ofSpeakers.contains(name): return true
        default: break
        }
        switch unit {
        case .words, .participants: return true
        case .attribute(let name): return ofSpeakers.contains(name)
        case .codings, .passages, .documents: return false
        }
    }
}

/// A tally as a whole and in groups.
private struct GroupedTally {
    var total = Tally()
    var groups: [String: Tally] = [:]

    mutating func add(_ other: GroupedTally) {
        total.add(other.total)
        for (group, tally) in other.groups { groups[group, default: Tally()].add(tally) }
    }
}

/// The count while it goes on.
private struct Count: Sendable {
    let corpus: Corpus
    let query: Query
    let columns: TableColumns?
    let unit: CountingUnit
    var of = GroupedTally()
    var all = Tally()
    var byCode: [CodeID: GroupedTally] = [:]
    var ownByCode: [CodeID: Tally] = [:]
    var coders: Set<CoderID> = []
    var onOlderText = 0
    private var lineages: [CodeID: [CodeID]] = [:]

    init(corpus: Corpus, query: Query, columns: TableColumns?, unit: CountingUnit) {
        self.corpus = corpus
        self.query = query
        self.columns = columns
        self.unit = unit
    }

    private var countedAttribute: String? {
        if case .attribute(let name) = unit { name } else { nil }
    }

    mutating func add(untouched voices: [Voice]) {
        of.total.add(document: voices, attribute: countedAttribute)
        for (group, members) in grouped(voices) {
            of.groups[group, default: Tally()].add(document: members, attribute: countedAttribute)
        }
    }

    /// Adds a count over other documents.
    mutating func add(_ other: Count) {
        of.add(other.of)
        all.add(other.all)
        for (code, tally) in other.byCode { byCode[code, default: GroupedTally()].add(tally) }
        for (code, tally) in other.ownByCode { ownByCode[code, default: Tally()].add(tally) }
        coders.formUnion(other.coders)
        onOlderText += other.onOlderText
    }

    mutating func add(_ document: SelectedDocument) {
        add(document.voices, document.inScope, document.matching, document.transcript)
    }

    /// Adds a document.
    ///
    /// - Parameter transcript: its text; without it no words are counted.
    mutating func add(
        _ voices: [Voice],
        _ inScope: [PlacedCoding],
        _ matching: [PlacedCoding],
        _ transcript: Transcript?
    ) {
        // A passage of nobody who counts as a participant still belongs to a group: its N is there with it.
        var known: Set<String> = []
        let speaking = inScope.map(\.voice).filter { known.insert($0.speaker).inserted }
        add(untouched: voices + speaking)
        var words = transcript.map { CodedWords($0) }
        addWhole(voices, inScope, words: words)
        guard !matching.isEmpty else { return }
        coders.formUnion(matching.map(\.coding.coder))
        onOlderText += matching.count { !$0.isOnCurrentText }
        all.add(matching, words: &words, attribute: countedAttribute)
        var families: [CodeID: [PlacedCoding]] = [:]
        for (code, placed) in Dictionary(grouping: matching, by: \.code) {
            var own = ownByCode[code] ?? Tally()
            own.add(placed, words: &words, attribute: countedAttribute)
            ownByCode[code] = own
            for ancestor in lineage(of: code) { families[ancestor, default: []] += placed }
        }
        for (code, placed) in families {
            var tally = byCode[code] ?? GroupedTally()
            tally.total.add(placed, words: &words, attribute: countedAttribute)
            for (group, members) in grouped(placed) {
                tally.groups[group, default: Tally()].add(members, words: &words, attribute: countedAttribute)
            }
            byCode[code] = tally
        }
    }

    /// The denominators of codings, passages and words.
    private mutating func addWhole(_ voices: [Voice], _ inScope: [PlacedCoding], words: CodedWords?) {
        let wordCount = unit == .words ? words?.count(in: Set(Block.Kind.allCases)) ?? 0 : 0
        of.total.add(codings: inScope, words: wordCount)
        guard let columns, columns != .coders else { return }
        let placed = Dictionary(grouped(inScope), uniquingKeysWith: +)
        let groups = Set(grouped(voices).map(\.0)).union(placed.keys)
        for group in groups {
            of.groups[group, default: Tally()].add(codings: placed[group] ?? [], words: wordCount)
        }
    }

    private func grouped(_ voices: [Voice]) -> [(String, [Voice])] {
        guard let columns, columns != .coders else { return [] }
        return Dictionary(grouping: voices) { columns.column(of: $0) ?? Voice.none }.map { ($0, $1) }
    }

    private func grouped(_ placed: [PlacedCoding]) -> [(String, [PlacedCoding])] {
        guard let columns else { return [] }
        return Dictionary(grouping: placed) { columns.column(of: $0) }.map { ($0, $1) }
    }

    /// The code and what lies above it.
    private mutating func lineage(of code: CodeID) -> [CodeID] {
        if let known = lineages[code] { return known }
        let path = corpus.study.codebook.path(of: code).map(\.id)
        let lineage = path.isEmpty ? [code] : path
        lineages[code] = lineage
        return lineage
    }

    private var groupNames: [String] {
        if columns == .coders { return coders.sorted().map(\.description) }
        return of.groups.keys.sorted { a, b in
            (a == Voice.none) != (b == Voice.none) ? b == Voice.none : naturallyPrecedes(a, b)
        }
    }

    var groups: [Frequencies.Group] {
        groupNames.map { name in
            let tally = whole(of: name)
            return Frequencies.Group(
                value: name,
                of: tally.count(unit),
                documents: tally.documents,
                participants: tally.participants
            )
        }
    }

    /// What could be counted in a column; for coders the same in each.
    private func whole(of group: String) -> Tally {
        columns == .coders ? of.total : of.groups[group] ?? Tally()
    }

    var rows: [Frequencies.Row] {
        let codebook = corpus.study.codebook
        let shown = shownCodes
        let listed = codebook.codes.filter { shown.contains($0.id) }.map {
            row($0.id, $0.name, codebook.depth(of: $0.id))
        }
        let strangers = byCode.keys.filter { codebook[$0] == nil }.sorted()
        return listed + strangers.map { row($0, $0.description, 0) }
    }

    /// The codes that the query may take and those above them; merged and retired ones only when something is there.
    private var shownCodes: Set<CodeID> {
        var shown = Set(byCode.keys)
        for code in corpus.study.codebook.codes where code.status == .agreed || code.status == .proposed {
            guard query.judge(QueryFacts(code: code.id)) != .no else { continue }
            shown.formUnion(corpus.study.codebook.path(of: code.id).map(\.id))
        }
        return shown
    }

    private func row(_ code: CodeID, _ name: String, _ depth: Int) -> Frequencies.Row {
        let tally = byCode[code] ?? GroupedTally()
        return Frequencies.Row(
            code: code,
            name: name,
            parent: corpus.study.codebook[code]?.parent,
            depth: depth,
            total: tally.total,
            own: ownByCode[code] ?? Tally(),
            by: groupNames.map { name in
                Frequencies.Share(
                    n: tally.groups[name]?.count(unit) ?? 0,
                    of: whole(of: name).count(unit)
                )
            }
        )
    }
}
