// Which of the labels in a text are speakers. Decides by counting; what it does not take it lists. Pure.

/// The labels of a text, counted and judged.
struct LabelCensus {
    /// A label that is taken as a speaker.
    struct Speaker: Equatable {
        /// The name as it first stands in the text, without marks and colon.
        var name: String
        var role: Role?
        /// How many lines bear the label.
        var count: Int
    }

    /// The speakers by folded label.
    private(set) var speakers: [SpeakerKey: Speaker] = [:]
    /// Lines that look like labels but are not taken, by name, with counts; most frequent first.
    private(set) var maybes: [(name: String, count: Int)] = []
    /// Speakers named fewer times than usual, taken because their labels are bold like all others.
    private(set) var takenByStyle: [String] = []

    /// How often a label must stand in a text to be a speaker.
    static let threshold = 3
    /// The same for a label that names a role or begins with a title.
    static let roleThreshold = 2
    /// The share of paragraphs that one lone speaker's labels must begin.
    static let loneShare = 0.2

    /// Labels such as `A03`, in lower case, that come back with the same number: people, not counted answers.
    private let people: Set<String>
    /// The speakers by labels as they are spelled.
    private var known: [String: Speaker] = [:]

    private struct Tally {
        var name: String
        var count = 0
        var boldCount = 0
        var first: Int
    }

    /// - Parameters:
    ///   - candidates: in text order; `isBold` set where marks or the source's format make the label bold.
    ///   - paragraphs: how many paragraphs the text has.
    ///   - choices: which labels a person said are speakers, are none, or stand for another name.
    init(_ candidates: [LabelCandidate], paragraphs: Int, choices: ImportChoices = ImportChoices()) {
        let spellings = Self.spellings(candidates)
        people = Self.people(spellings)
        var tallies: [SpeakerKey: Tally] = [:]
        for spelling in spellings.sorted(by: { $0.first < $1.first }) {
            let key = key(spelling.name)
            var tally = tallies[key] ?? Tally(name: displayName(spelling.name), first: spelling.first)
            tally.count += spelling.count
            tally.boldCount += spelling.boldCount
            tallies[key] = tally
        }
        let open = tallies.filter { !choices.refuses($0.key) }
        for (key, tally) in open where Self.isFrequent(key, tally) {
            speakers[key] = Speaker(name: tally.name, role: RoleWords.role(of: key), count: tally.count)
        }
        takeByStyle(open)
        takeShortTalk(open, paragraphs: paragraphs)
        takeNumbered(open)
        if !explains(paragraphs: paragraphs) {
            speakers = [:]
            takenByStyle = []
        }
        for (key, tally) in open where choices.forces(key) {
            speakers[key] = Speaker(name: tally.name, role: RoleWords.role(of: key), count: tally.count)
            takenByStyle.removeAll { $0 == tally.name }
        }
        for key in speakers.keys {
            if let name = choices.alias(of: key) { speakers[key]?.name = name }
        }
        for spelling in spellings { if let speaker = speakers[key(spelling.name)] { known[spelling.name] = speaker } }
        maybes = tallies.filter { speakers[$0.key] == nil }.values
            .sorted { ($1.count, $0.first) < ($0.count, $1.first) }
            .map { ($0.name, $0.count) }
    }

    /// The speaker whom a label names; nothing for a label that is not taken.
    func speaker(named name: String) -> Speaker? { known[name] }

    private func key(_ name: String) -> SpeakerKey { SpeakerKey(name, isPerson: people.contains(name.lowercased())) }

    /// The labels as they are spelled, each once: a long text has many lines and few labels.
    private static func spellings(_ candidates: [LabelCandidate]) -> [Tally] {
        var places: [String: Int] = [:]
        var spellings: [Tally] = []
        for candidate in candidates {
            let place = places[candidate.name] ?? spellings.count
            if place == spellings.count {
                places[candidate.name] = place
                spellings.append(Tally(name: candidate.name, first: candidate.line))
            }
            spellings[place].count += 1
            if candidate.isBold { spellings[place].boldCount += 1 }
        }
        return spellings
    }

    private static func people(_ spellings: [Tally]) -> Set<String> {
        var counts: [String: Int] = [:]
        for spelling in spellings { counts[spelling.name.lowercased(), default: 0] += spelling.count }
        return Set(counts.filter { $0.value >= threshold && ("0"..."9").contains($0.key.last ?? " ") }.keys)
    }

    /// The name of a speaker: for a counted question or answer the word alone.
    private func displayName(_ name: String) -> String {
        let key = key(name)
        guard key.digits.isEmpty, RoleWords.isQuestionOrAnswer(key.word) else { return name }
        let bare = name.reversed().drop { ("0"..."9").contains($0) || $0 == " " }
        return bare.isEmpty ? name : String(bare.reversed())
    }

    private static func isFrequent(_ key: SpeakerKey, _ tally: Tally) -> Bool {
        guard !RoleWords.isFormEntry(key.folded) else { return false }
        let known = RoleWords.role(of: key) != nil || RoleWords.beginsWithTitle(key.folded)
        return tally.count >= (known ? roleThreshold : threshold)
    }

    /// Takes rare labels too where every label of the text is bold and theirs are as well.
    private mutating func takeByStyle(_ tallies: [SpeakerKey: Tally]) {
        let taken = tallies.filter { speakers[$0.key] != nil }.values
        let total = taken.reduce(0) { $0 + $1.count }
        let bold = taken.reduce(0) { $0 + $1.boldCount }
        guard total >= 4, bold * 10 >= total * 9 else { return }
        let rare = tallies.filter { speakers[$0.key] == nil && $0.value.boldCount == $0.value.count }
        for (key, tally) in rare.sorted(by: { $0.value.first < $1.value.first })
        where !RoleWords.isFormEntry(key.folded) {
            speakers[key] = Speaker(name: tally.name, role: RoleWords.role(of: key), count: tally.count)
            takenByStyle.append(tally.name)
        }
    }

    /// Takes the labels of a short talk, in which nobody speaks often: two at least that stand twice each and together begin
    /// four paragraphs in five. One of them alone would have the words of the others.
    private mutating func takeShortTalk(_ tallies: [SpeakerKey: Tally], paragraphs: Int) {
        guard speakers.count < 2 else { return }
        let repeated = tallies.filter { $0.value.count >= 2 && !RoleWords.isFormEntry($0.key.folded) }
        let total = repeated.values.reduce(0) { $0 + $1.count }
        guard repeated.count > 1, total * 5 >= paragraphs * 4 else { return }
        take(repeated)
    }

    /// Takes a rare label that is numbered as several speakers are: `P3` beside `P1` and `P2`.
    private mutating func takeNumbered(_ tallies: [SpeakerKey: Tally]) {
        let series = Dictionary(grouping: speakers.keys.filter { !$0.digits.isEmpty }, by: \.word).filter {
            $1.count > 1
        }
        take(tallies.filter { !$0.key.digits.isEmpty && series[$0.key.word] != nil })
    }

    private mutating func take(_ tallies: [SpeakerKey: Tally]) {
        for (key, tally) in tallies where speakers[key] == nil {
            speakers[key] = Speaker(name: tally.name, role: RoleWords.role(of: key), count: tally.count)
        }
    }

    /// Whether the speakers explain the file: two of them, or one with a role, or one whose labels are many.
    private func explains(paragraphs: Int) -> Bool {
        guard let only = speakers.values.first else { return false }
        return speakers.count > 1 || only.role != nil
            || Double(only.count) >= Double(paragraphs) * Self.loneShare
    }
}
