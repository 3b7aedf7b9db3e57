// A list of extracts: which codings are in it, in which order, and where the pointer is. Draws nothing, reads nothing.

import CodingCore
import Screen

/// The extracts screen's state.
struct ExtractsState {
    /// One extract: a coding and what it is of.
    struct Entry {
        let coding: Coding
        /// What the coding's code stands for now.
        let code: CodeID
        /// The place of the document among the study's documents.
        let document: Int
    }

    /// The extracts of one document.
    struct Group {
        /// Every coding of the document, whatever its code and coder.
        var codings = 0
        /// Those in the list.
        var listed = 0
    }

    /// What a filter said of a document's codings, and of how many.
    private struct Answer {
        let asked: Set<Identifier>
        let taken: Set<Identifier>
    }

    private(set) var subject: ExtractsSubject
    private(set) var layer = Layer.everyone
    /// The query that leaves codings out; nothing where all are listed.
    private(set) var filter: Query?
    var context = ExtractsContext.sentence
    /// The extracts: document in the study's order, start, end, code, coder.
    private(set) var entries: [Entry] = []
    private(set) var groups: [Int: Group] = [:]
    /// How many there are of the subject before layer and filter leave some out.
    private(set) var total = 0
    /// Documents whose text the filter has to see before it can say which of their codings it takes.
    private(set) var undecided: [Identifier] = []
    /// Codings in documents whose text the filter cannot see.
    private(set) var unreadable = 0
    private(set) var selection = 0
    /// The first extract in sight.
    var top = 0
    /// The codings marked for an act on all of them.
    private(set) var marked: Set<Identifier> = []
    /// For each document where its codings stand among the study's.
    private var places: [Identifier: Range<Int>] = [:]
    private var answers: [Identifier: Answer] = [:]
    private var cannotBeRead: Set<Identifier> = []
    private let coder: CoderID

    init(
        _ subject: ExtractsSubject,
        study: Study,
        coder: CoderID,
        layer: Layer = .everyone,
        filter: Query? = nil,
        unplaced: Set<Identifier>
    ) {
        self.subject = subject
        self.coder = coder
        self.layer = layer
        self.filter = filter
        update(study, unplaced: unplaced)
    }

    /// The extract under the pointer.
    var chosen: Entry? { entries.indices.contains(selection) ? entries[selection] : nil }

    /// The marked extracts in their order; the one under the pointer where none is marked.
    var meant: [Entry] {
        guard !marked.isEmpty else { return chosen.map { [$0] } ?? [] }
        return entries.filter { marked.contains($0.coding.id) }
    }

    /// In how many documents the extracts lie.
    var documentCount: Int { groups.values.count { $0.listed > 0 } }

    /// Chooses an extract, or the nearest there is.
    mutating func select(_ index: Int) { selection = max(0, min(index, entries.count - 1)) }

    /// Chooses a coding's extract, if it is listed.
    mutating func select(_ coding: Identifier) {
        if let index = entries.firstIndex(where: { $0.coding.id == coding }) { select(index) }
    }

    /// Marks the extract under the pointer, or takes its mark away.
    mutating func toggleMark() {
        guard let id = chosen?.coding.id else { return }
        if marked.remove(id) == nil { marked.insert(id) }
    }

    /// Takes all marks away.
    mutating func unmark() { marked = [] }

    /// Shows one layer or all.
    mutating func show(_ layer: Layer, study: Study, unplaced: Set<Identifier>) {
        self.layer = layer
        update(study, unplaced: unplaced)
    }

    /// Sets the filter, or takes it away.
    mutating func filter(by query: Query?, study: Study, unplaced: Set<Identifier>) {
        filter = query
        answers = [:]
        cannotBeRead = []
        update(study, unplaced: unplaced)
    }

    /// Takes in what the study says now; the pointer stays on its coding, or where that was.
    mutating func update(_ study: Study, unplaced: Set<Identifier>) {
        let chosen = chosen?.coding.id
        let corpus = filter.map { _ in
            Corpus(study) { _ in Transcript(text: CanonicalText(""), blocks: [], measure: 1) }
        }
        var order: [Identifier: Int] = [:]
        for (index, document) in study.documents.enumerated() { order[document.uuid] = index }
        (entries, groups, places, undecided, total, unreadable) = ([], [:], [:], [], 0, 0)
        var start = 0
        while start < study.codings.count {
            let document = study.codings[start].document
            let end = study.codings[start...].firstIndex { $0.document != document } ?? study.codings.count
            defer { start = end }
            guard let index = order[document] else { continue }
            places[document] = start..<end
            groups[index] = Group(codings: end - start)
            let all = listed(study.codings[start..<end], in: study, document: index, unplaced: unplaced)
            total += all.count
            let shown = layer == .mine ? all.filter { $0.coding.coder == coder } : all
            let taken = corpus.map { passing(shown, of: study.documents[index], $0) } ?? shown
            groups[index]?.listed = taken.count
            entries += taken
        }
        if !marked.isEmpty { marked.formIntersection(entries.map(\.coding.id)) }
        if let chosen, let index = entries.firstIndex(where: { $0.coding.id == chosen }) { selection = index }
        select(selection)
        top = max(0, min(top, selection))
    }

    /// The codings of one document that the subject takes, in the order of extracts; the same one twice counts once.
    private func listed(
        _ codings: ArraySlice<Coding>,
        in study: Study,
        document: Int,
        unplaced: Set<Identifier>
    ) -> [Entry] {
        let family = family(in: study.codebook)
        let current = study.documents[document].versions.last.flatMap { VersionTag($0) }
        let found = codings.compactMap { coding -> Entry? in
            let code = study.codebook.resolve(coding.code)
            switch subject {
            case .code: guard family.contains(code) else { return nil }
            case .everything: break
            case .disputed: guard !coding.disputed.isEmpty else { return nil }
            case .notPlaced: guard unplaced.contains(coding.id) || coding.anchor.version != current else { return nil }
            }
            return Entry(coding: coding, code: code, document: document)
        }
        let sorted = found.sorted { a, b in
            if a.coding.span != b.coding.span { return a.coding.span < b.coding.span }
            if a.code != b.code { return a.code < b.code }
            return (a.coding.coder, a.coding.id) < (b.coding.coder, b.coding.id)
        }
        var kept: [Entry] = []
        for entry in sorted where kept.last.map({ !$0.isSame(as: entry) }) ?? true { kept.append(entry) }
        return kept
    }

    private func family(in codebook: Codebook) -> Set<CodeID> {
        guard case .code(let code) = subject else { return [] }
        return Set(codebook.family(of: code).map(\.id) + [code])
    }

    /// The extracts of a document that the filter takes, as far as it can say.
    private mutating func passing(_ entries: [Entry], of document: DocumentRecord, _ corpus: Corpus) -> [Entry] {
        guard let filter, !entries.isEmpty else { return entries }
        let asked = Set(entries.map(\.coding.id))
        let codings = entries.map(\.coding)
        let taken: Set<Identifier>
        if let sure = corpus.matches(of: filter, among: codings, in: document, transcript: nil) {
            taken = sure
        } else if cannotBeRead.contains(document.uuid) {
            unreadable += codings.count
            taken = corpus.matchesOfQuotes(of: filter, among: codings, in: document)
        } else if let answer = answers[document.uuid], answer.asked == asked {
            taken = answer.taken
        } else {
            undecided.append(document.uuid)
            taken = answers[document.uuid]?.taken ?? []
        }
        return entries.filter { taken.contains($0.coding.id) }
    }

    /// Takes in a text that was read: the filter can say now which of its codings it takes.
    mutating func decide(
        on document: DocumentRecord,
        text: TextShelf.Entry,
        study: Study,
        unplaced: Set<Identifier>
    ) {
        guard undecided.contains(document.uuid), let filter, let index = study.documents.firstIndex(of: document),
            let place = places[document.uuid]
        else { return }
        if let transcript = text.transcript {
            let all = listed(study.codings[place], in: study, document: index, unplaced: unplaced)
            let shown = (layer == .mine ? all.filter { $0.coding.coder == coder } : all).map(\.coding)
            let corpus = Corpus(study) { _ in transcript }
            let taken = corpus.matches(of: filter, among: shown, in: document, transcript: transcript) ?? []
            answers[document.uuid] = Answer(asked: Set(shown.map(\.id)), taken: taken)
        } else {
            cannotBeRead.insert(document.uuid)
        }
        update(study, unplaced: unplaced)
    }

    /// The codings of an extract's document that share words with it, but for those of the same code.
    func beside(_ entry: Entry, in study: Study) -> [Coding] {
        guard let place = places[entry.coding.document], place.upperBound <= study.codings.count else { return [] }
        return study.codings[place].filter { other in
            other.anchor.version == entry.coding.anchor.version && other.span.overlaps(entry.coding.span)
                && study.codebook.resolve(other.code) != entry.code && (layer == .everyone || other.coder == coder)
        }
    }
}

extension ExtractsState.Entry {
    /// Whether both are the same coder's same code on the same words.
    fileprivate func isSame(as other: Self) -> Bool {
        coding.coder == other.coding.coder && code == other.code && coding.span == other.coding.span
            && coding.anchor.version == other.coding.anchor.version
    }
}
