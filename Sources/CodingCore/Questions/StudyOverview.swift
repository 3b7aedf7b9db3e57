// The figures of the dashboard: how far the study is and what wants doing. Reads no text, so that it is there at once; words
// and shares, which need the texts, come from `DocumentCoverage`, one document at a time.

/// Where a study stands, seen by one coder. The same coder, code and passage twice counts once throughout.
package struct StudyOverview: Sendable {
    /// One document's figures.
    package struct Document: Sendable {
        package let record: DocumentRecord
        /// Codings of all coders.
        package let codings: Int
        /// Codings of the coder who looks.
        package let own: Int
        package let lastCoded: Moment?
        /// Who made the newest coding.
        package let lastCoder: CoderID?
        /// Codings with the mark of doubt.
        package let doubts: Int
    }

    /// How often one code was used; codes below it not counted.
    package struct CodeUse: Sendable, Hashable {
        /// What the logs' codes stand for now: merged and adopted ones are followed.
        package let code: CodeID
        package let codings: Int
        package let documents: Int
        /// When the newest of the codings was made.
        package let last: Moment
    }

    /// One day in UTC, as log lines have it.
    package struct Day: Sendable, Hashable {
        /// `2026-11-22`.
        package let day: String
        /// Codings made on that day and still in force, all coders.
        package let codings: Int
        /// Those of the coder who looks.
        package let own: Int
    }

    /// How many days are looked back on.
    package static let dayCount = 14

    /// In natural order.
    package let documents: [Document]
    /// The codes used, the most used first, then in the codebook's order.
    package let codes: [CodeUse]
    /// The codes that can be applied and have no definition, in the codebook's order.
    package let withoutDefinition: [CodeID]
    /// The last days, today at the end.
    package let days: [Day]
    /// Codings with the mark of doubt, in the documents' order, each document's in text order.
    package let doubts: [Coding]
    /// Codings made under an older definition of their code, in the same order.
    package let older: [Coding]
    /// Codings over which two changes did not know of one another, in the same order.
    package let disputed: [Coding]

    /// Codings of all coders and documents.
    package var codings: Int { documents.reduce(0) { $0 + $1.codings } }

    /// The documents without a coding of the coder who looks.
    package var uncodedByMe: [DocumentRecord] { documents.filter { $0.own == 0 }.map(\.record) }

    /// Adds up.
    ///
    /// - Parameters:
    ///   - coder: who looks.
    ///   - today: any second of the day in UTC that the last of `days` is to be.
    /// - Complexity: O(*n* log *n*) in the number of codings.
    package init(_ corpus: Corpus, coder: CoderID, today: Moment) {
        let codebook = corpus.study.codebook
        let byDocument = corpus.study.documents.map { ($0, corpus.codings(of: $0)) }
        documents = byDocument.map { Self.document($0, $1, coder) }
        codes = Self.uses(byDocument.map(\.1), codebook)
        withoutDefinition = codebook.codes.filter { code in
            code.isApplicable && !code.definition.unicodeScalars.contains { !$0.properties.isWhitespace }
        }
        .map(\.id)
        days = Self.days(byDocument.flatMap(\.1), coder, today)
        doubts = byDocument.flatMap { $1.filter(\.doubt).sorted(by: Coding.inTextOrder) }
        older = byDocument.flatMap { $1.filter(codebook.isUnderOlderDefinition).sorted(by: Coding.inTextOrder) }
        disputed = byDocument.flatMap { $1.filter { !$0.disputed.isEmpty }.sorted(by: Coding.inTextOrder) }
    }

    private static func document(_ record: DocumentRecord, _ codings: [Coding], _ coder: CoderID) -> Document {
        let newest = codings.max { ($0.codedAt, $0.id) < ($1.codedAt, $1.id) }
        return Document(
            record: record,
            codings: codings.count,
            own: codings.count { $0.coder == coder },
            lastCoded: newest?.codedAt,
            lastCoder: newest?.coder,
            doubts: codings.count(where: \.doubt)
        )
    }

    private static func uses(_ documents: [[Coding]], _ codebook: Codebook) -> [CodeUse] {
        var codings: [CodeID: Int] = [:]
        var places: [CodeID: Int] = [:]
        var last: [CodeID: Moment] = [:]
        for document in documents {
            let codes = document.map { codebook.resolve($0.code) }
            for (code, coding) in zip(codes, document) {
                codings[code, default: 0] += 1
                last[code] = max(last[code] ?? coding.codedAt, coding.codedAt)
            }
            for code in Set(codes) { places[code, default: 0] += 1 }
        }
        let rank = Dictionary(
            codebook.codes.enumerated().map { ($1.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let uses = codings.compactMap { code, count in
            last[code].map { CodeUse(code: code, codings: count, documents: places[code] ?? 0, last: $0) }
        }
        return uses.sorted { a, b in
            if a.codings != b.codings { return a.codings > b.codings }
            // Codes that no codebook has stand last, by their ids.
            let (x, y) = (rank[a.code] ?? .max, rank[b.code] ?? .max)
            return x == y ? a.code < b.code : x < y
        }
    }

    private static func days(_ codings: [Coding], _ coder: CoderID, _ today: Moment) -> [Day] {
        let last = number(ofDay: today)
        var all = Array(repeating: (codings: 0, own: 0), count: dayCount)
        for coding in codings {
            let place = number(ofDay: coding.codedAt) - last + Int64(dayCount) - 1
            guard place >= 0, place < dayCount else { continue }
            all[Int(place)].codings += 1
            if coding.coder == coder { all[Int(place)].own += 1 }
        }
        return all.enumerated().map { place, count in
            let day = last - Int64(dayCount) + 1 + Int64(place)
            return Day(
                day: Moment(secondsSince1970: day * 86_400).day,
                codings: count.codings,
                own: count.own
            )
        }
    }

    /// Days since 1970-01-01.
    private static func number(ofDay moment: Moment) -> Int64 {
        let seconds = moment.secondsSince1970
        return (seconds - ((seconds % 86_400) + 86_400) % 86_400) / 86_400
    }
}
