// The names in cues that are taken as speakers: voice tags, and words before colons that come back. Pure.

import CodingCore

/// Tells who speaks in a line of a cue.
struct BelievedNames {
    /// Whether anybody is named, so that a line without a name goes on with the speaker before.
    private(set) var isNamed = false

    /// The share of cues with a name from which on every name in the file is believed.
    static let namedShare = 0.8

    private var names: [SpeakerKey: String] = [:]
    /// The speakers by labels as they stand, each found once.
    private var known: [String: String?] = [:]
    private let choices: ImportChoices

    init(_ file: CueFile, _ choices: ImportChoices) {
        self.choices = choices
        let cues = file.cues
        var candidates: [LabelCandidate] = []
        for (number, cue) in cues.enumerated() {
            for line in file.lines[cue.lines] where line.voice == nil {
                if let candidate = LabelCandidate(line: number, in: line.words) { candidates.append(candidate) }
            }
        }
        var named = 0
        var last = -1
        for candidate in candidates where candidate.line != last { (named, last) = (named + 1, candidate.line) }
        if !cues.isEmpty, Double(named) >= Double(cues.count) * Self.namedShare {
            var seen: Set<String> = []
            for candidate in candidates where seen.insert(candidate.name).inserted {
                let key = SpeakerKey(candidate.name)
                if names[key] == nil { names[key] = candidate.name }
            }
        } else {
            let census = LabelCensus(candidates, paragraphs: cues.count, choices: choices)
            for (key, speaker) in census.speakers { names[key] = speaker.name }
        }
        for key in names.keys { names[key] = choices.refuses(key) ? nil : choices.alias(of: key) ?? names[key] }
        isNamed = !names.isEmpty || file.lines.contains { $0.voice != nil }
    }

    /// Who says a line, and the words without the name; nobody when it has no name that is believed.
    mutating func spoken(_ line: Cue.Line) -> (speaker: String?, words: ArraySlice<UInt8>) {
        if let voice = line.voice { return (choices.alias(of: SpeakerKey(voice)) ?? voice, line.words) }
        guard let label = LabelCandidate(line: 0, in: line.words), let name = speaker(label.name) else {
            return (nil, line.words)
        }
        return (name, line.words.dropFirst(label.byteCount))
    }

    private mutating func speaker(_ label: String) -> String? {
        if let found = known[label] { return found }
        let found = names[SpeakerKey(label)]
        known[label] = .some(found)
        return found
    }
}
