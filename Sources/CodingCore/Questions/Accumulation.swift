// How many new codes each transcript brings, and what share that is of those before: report R11 of METHODS.md (Guest, Namey and
// Chen 2020). Claims nothing about saturation.

/// New codes from document to document.
package struct Accumulation: Sendable {
    /// One document in the order of coding or of the list.
    package struct Step: Sendable {
        package let document: DocumentRecord
        /// How many codes it has.
        package let codes: Int
        /// How many of them no document before it has.
        package let new: Int
        /// How many there are up to here.
        package let total: Int
    }

    /// A run of documents and what it brings.
    package struct Run: Sendable, Equatable {
        /// The places of the first and last document, counted from 1.
        package let first: Int
        package let last: Int
        package let new: Int
        /// The codes of the base.
        package let base: Int

        /// New codes in the run out of codes in the base; nothing without a base.
        package var ratio: Double? { base == 0 ? nil : Double(new) / Double(base) }
    }

    package let steps: [Step]
    /// The runs after the base, each a document further.
    package let runs: [Run]
    /// The codes of the base.
    package let base: Int

    /// Counts.
    ///
    /// - Parameters:
    ///   - query: which documents, and which codings count.
    ///   - byDay: whether documents stand in the order in which they were first coded; else in the study's.
    ///   - base: how many documents make the base; at least 1.
    ///   - run: how many documents make a run; at least 1.
    /// - Throws: what reading a transcript throws.
    package init(_ corpus: Corpus, query: Query = .everything, byDay: Bool = false, base: Int = 4, run: Int = 2) throws
    {
        var found: [(document: DocumentRecord, codes: Set<CodeID>, first: Moment?)] = []
        try corpus.selectPassages(query, needsSpeakers: false) { voices, placed in
            guard let document = voices.first?.document, !placed.isEmpty else { return }
            found.append((document, Set(placed.map(\.code)), placed.map(\.coding.codedAt).min()))
        }
        if byDay {
            let order = found.indices.sorted { a, b in
                let (x, y) = (found[a].first, found[b].first)
                return x == y ? a < b : (x ?? Moment(secondsSince1970: 0)) < (y ?? Moment(secondsSince1970: 0))
            }
            found = order.map { found[$0] }
        }
        var seen: Set<CodeID> = []
        let steps = found.map { document, codes, _ in
            let new = codes.subtracting(seen).count
            seen.formUnion(codes)
            return Step(document: document, codes: codes.count, new: new, total: seen.count)
        }
        self.init(steps: steps, base: base, run: run)
    }

    /// Takes what each document brings.
    init(steps: [Step], base: Int, run: Int) {
        let (base, run) = (max(1, base), max(1, run))
        self.steps = steps
        let codes = steps.prefix(base).reduce(0) { $0 + $1.new }
        self.base = codes
        let first = base
        let last = steps.count - run
        runs =
            first > last
            ? []
            : (first...last).map { start in
                let new = steps[start..<(start + run)].reduce(0) { $0 + $1.new }
                return Run(first: start + 1, last: start + run, new: new, base: codes)
            }
    }
}
