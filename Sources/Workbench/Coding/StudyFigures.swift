// How often codes were given in the documents that are not open. Counted once, since nothing changes there meanwhile.

import CodingCore

/// The codings of all documents but the open one, counted by code and by part of the study.
struct StudyFigures {
    /// The documents, where there are few, else the values of an attribute; never more than eight.
    let parts: [String]
    /// The attribute whose values the parts are; nothing where they are documents.
    let attribute: String?
    /// The part that the open document belongs to.
    let openPart: Int?
    private let codings: [Coding]
    /// For each code the places of its codings in `codings`.
    private let places: [CodeID: [Int]]
    private let counts: [CodeID: Counts]
    private let names: [Identifier: String]
    private let coder: CoderID

    private static let mostParts = 8

    /// - Parameter open: the document that is open; its codings are counted elsewhere, since they change.
    init(_ study: Study, open: Identifier, coder: CoderID) {
        (attribute, parts) = Self.parts(of: study)
        let (attribute, parts) = (attribute, parts)
        self.coder = coder
        codings = study.codings
        var partOfDocument: [Identifier: Int] = [:]
        var names: [Identifier: String] = [:]
        let short = study.documents.reduce(into: [String: Int]()) { $0[$1.id.lastComponent, default: 0] += 1 }
        for (index, document) in study.documents.enumerated() {
            let last = document.id.lastComponent
            names[document.uuid] = short[last] == 1 ? last : document.id.description
            partOfDocument[document.uuid] =
                attribute.map { name in document.attributes[name].flatMap { parts.firstIndex(of: $0) } }
                ?? (parts.indices.contains(index) ? index : nil)
        }
        self.names = names
        openPart = partOfDocument[open]
        // One look-up for each code as written, not one for each coding.
        var asWritten: [CodeID: [Int]] = [:]
        for (place, coding) in codings.enumerated() where coding.document != open {
            asWritten[coding.code, default: []].append(place)
        }
        places = Dictionary(asWritten.map { (study.codebook.resolve($0.key), $0.value) }, uniquingKeysWith: +)
            .mapValues { $0.sorted() }
        let codings = codings
        counts = places.mapValues { places in
            var counts = Counts(parts: parts.count)
            for place in places {
                let part = partOfDocument[codings[place].document]
                counts.add(part: part, isMine: codings[place].coder == coder)
            }
            return counts
        }
    }

    /// How often a code was given in each part.
    func counts(of code: CodeID, isMineOnly: Bool) -> [Int] {
        let counts = counts[code] ?? Counts(parts: parts.count)
        return isMineOnly ? counts.mine : counts.everyones
    }

    /// How often a code was given in all other documents.
    func count(of code: CodeID, isMineOnly: Bool) -> Int {
        (isMineOnly ? counts[code]?.allMine : counts[code]?.all) ?? 0
    }

    /// The first codings of a code in the order of the documents.
    func codings(of code: CodeID, isMineOnly: Bool, atMost most: Int) -> [Coding] {
        Array((places[code] ?? []).lazy.map { codings[$0] }.filter { !isMineOnly || $0.coder == coder }.prefix(most))
    }

    /// The codings of one code, by part and in all: everyone's and the coder's own.
    private struct Counts {
        private(set) var everyones: [Int]
        private(set) var mine: [Int]
        private(set) var all = 0
        private(set) var allMine = 0

        init(parts: Int) {
            everyones = Array(repeating: 0, count: parts)
            mine = everyones
        }

        mutating func add(part: Int?, isMine: Bool) {
            all += 1
            if isMine { allMine += 1 }
            guard let part else { return }
            everyones[part] += 1
            if isMine { mine[part] += 1 }
        }
    }

    /// The name of a document in locators.
    func name(of document: Identifier) -> String { names[document] ?? "?" }

    /// A letter or digit for each part, by which the parts can be told apart, after what they have in common:
    /// `S1234` for S1 to S4; nothing where they have no such letter.
    var heading: String? {
        let letters = parts.map(Array.init)
        guard let shortest = letters.map(\.count).min(), parts.count > 1 else { return nil }
        for place in 0..<shortest where Set(letters.map { $0[place] }).count == parts.count {
            let before = Set(letters.map { String($0[..<place]) })
            return (before.count == 1 && place <= 2 ? before.first ?? "" : "") + String(letters.map { $0[place] })
        }
        return nil
    }

    /// The parts that a study is shown in: its documents where there are few, else the values of the first attribute
    /// that has few enough of them.
    private static func parts(of study: Study) -> (attribute: String?, parts: [String]) {
        guard study.documents.count > mostParts else {
            return (nil, study.documents.map { study.shortName(of: $0.id) })
        }
        for name in study.documents.first?.attributes.pairs.map(\.name) ?? [] {
            let values = Set(study.documents.compactMap { $0.attributes[name] })
            if (2...mostParts).contains(values.count) { return (name, values.sorted(by: naturallyPrecedes)) }
        }
        return (nil, [])
    }
}
