// The terms of a query with their names resolved, and how each is judged.

import Patterns

/// One condition of a query.
enum QueryTerm: Hashable, Sendable {
    /// A coding of any of these codes.
    case codes(Set<CodeID>)
    /// A coding of one of a theme's codes, or one of its key extracts.
    case theme(codes: Set<CodeID>, extracts: Set<Identifier>)
    case coder(String)
    /// The passage holds these words; folded.
    case text(String)
    /// The passage has a match.
    case textPattern(Pattern)
    /// The memo holds these words; folded.
    case memo(String)
    /// The memo has a match.
    case memoPattern(Pattern)
    /// The coding was made in these days.
    case coded(DaySpan)
    case star(QueryComparison, Int)
    case doubt(Bool)
    /// The coding was made under an older definition of its code, or not.
    case stale(Bool, Codebook.Rules)
    case document(DocumentID)
    /// The passage's speaker; folded.
    case speaker(String)
    /// An attribute of the document, or of the speaker where `ofSpeakers` says that any speaker has it.
    case attribute(String, ofSpeakers: Bool, QueryComparison, String)

    func judge(_ facts: QueryFacts) -> Truth {
        switch self {
        case .codes(let codes): facts.code.map { Truth(codes.contains($0)) } ?? .maybe
        case .theme(let codes, let extracts): judge(facts, codes: codes, extracts: extracts)
        case .coder(let coder): facts.coding.map { Truth($0.coder.description == coder) } ?? .maybe
        case .text(let words): facts.words.map { Truth(holds(foldedForSearch($0), words)) } ?? .maybe
        case .textPattern(let pattern): facts.words.map { Truth(matches($0, pattern)) } ?? .maybe
        case .memoPattern(let pattern): facts.coding.map { Truth(matches($0.memo, pattern)) } ?? .maybe
        case .coded(let days): facts.coding.map { Truth(days.contains($0.codedAt)) } ?? .maybe
        case .memo(let words): facts.coding.map { Truth(holds(foldedForSearch($0.memo), words)) } ?? .maybe
        case .star(let comparison, let wanted):
            facts.coding.map { Truth(comparison.holds($0.star < wanted, $0.star == wanted)) } ?? .maybe
        case .doubt(let wanted): facts.coding.map { Truth($0.doubt == wanted) } ?? .maybe
        case .stale(let wanted, let rules): facts.coding.map { Truth(rules.isOlder($0) == wanted) } ?? .maybe
        case .document(let id): facts.document.map { Truth($0.id == id) } ?? .maybe
        case .speaker(let name):
            facts.voice.map { Truth(name == Voice.none ? $0.speaker.isEmpty : foldedForSearch($0.speaker) == name) }
                ?? .maybe
        case .attribute(let name, let ofSpeakers, let comparison, let wanted):
            judgeAttribute(name, ofSpeakers, comparison, wanted, facts)
        }
    }

    private func judge(_ facts: QueryFacts, codes: Set<CodeID>, extracts: Set<Identifier>) -> Truth {
        if let coding = facts.coding, extracts.contains(coding.id) { return .yes }
        guard let code = facts.code else { return .maybe }
        if codes.contains(code) { return .yes }
        return facts.coding == nil && !extracts.isEmpty ? .maybe : .no
    }

    private func judgeAttribute(
        _ name: String,
        _ ofSpeakers: Bool,
        _ comparison: QueryComparison,
        _ wanted: String,
        _ facts: QueryFacts
    ) -> Truth {
        if let voice = facts.voice { return Truth(relation(voice[name], comparison, wanted)) }
        guard !ofSpeakers, let document = facts.document else { return .maybe }
        return Truth(relation(document.attributes[name], comparison, wanted))
    }
}

/// Whether an attribute's value stands in the wanted relation: as numbers when both are numbers, else as text in natural
/// order, which is the right one for dates written year first. Case is ignored; a missing value is only equal to `(none)`.
private func relation(_ value: String?, _ comparison: QueryComparison, _ wanted: String) -> Bool {
    guard let value else { return comparison == .equal && wanted == Voice.none }
    if let number = plainNumber(value), let wantedNumber = plainNumber(wanted) {
        return comparison.holds(number < wantedNumber, number == wantedNumber)
    }
    let folded = foldedForSearch(value)
    let wantedFolded = foldedForSearch(wanted)
    return comparison.holds(
        naturallyPrecedes(folded, wantedFolded),
        folded.utf8.elementsEqual(wantedFolded.utf8)
    )
}

/// A number as people write it in a table; `1E2`, `0x1A`, `inf` and `nan` are names of something.
private func plainNumber(_ text: String) -> Double? {
    let plain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2B || $0 == 0x2D }
    return plain ? Double(text) : nil
}

/// Words in the form in which search compares them: lower case, every run of blanks and line ends one blank.
func foldedForSearch(_ text: String) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.utf8.count)
    var afterBlank = false
    for scalar in text.unicodeScalars {
        if scalar == " " || scalar == "\n" || (!scalar.isASCII || scalar.value < 0x20) && scalar.properties.isWhitespace
        {
            if !afterBlank { folded.append(0x20) }
            afterBlank = true
            continue
        }
        afterBlank = false
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            folded.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
        } else {
            folded += scalar.properties.lowercaseMapping.utf8
        }
    }
    return String(decoding: folded, as: UTF8.self)
}

/// Whether a pattern matches; one that is given up on does not.
private func matches(_ text: String, _ pattern: Pattern) -> Bool { (try? pattern.matches(text)) ?? false }

/// Whether `words` stands in `text`, byte for byte.
private func holds(_ text: String, _ words: String) -> Bool {
    let wanted = Array(words.utf8)
    let bytes = Array(text.utf8)
    guard let first = wanted.first else { return true }
    guard wanted.count <= bytes.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
        bytes[$0] == first && bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
}
