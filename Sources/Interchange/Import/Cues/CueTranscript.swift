// Cues become a transcript: one paragraph a turn, times on the blocks. Pure.

import CodingCore

/// A caption file as canonical text, blocks and speakers.
struct CueTranscript {
    private(set) var text = CanonicalText("")
    private(set) var blocks: [Block] = []
    private(set) var labels: [(label: String, speaker: String)] = []
    private(set) var speakers: [IncomingSpeaker] = []
    private(set) var remarks: [String]

    /// The share of cues with a name from which on every name in the file is believed.
    static let namedShare = 0.8

    /// What one speaker says in cues that follow each other.
    private struct Turn {
        var speaker: String
        var words: [String]
        var begin: Int?
        var end: Int?
    }

    /// - Parameter choices: what a person decided about the speakers.
    init(_ file: CueFile, choices: ImportChoices = ImportChoices()) {
        remarks = file.remarks
        let names = Self.believedNames(in: file.cues, choices)
        let turns = Self.turns(file.cues, names: names, choices)
        let isNamed = turns.contains { !$0.speaker.isEmpty }
        render(turns, separator: isNamed ? "\n\n" : "\n")
        if !isNamed { remarks.append("Nobody is named in this file: every cue is a turn without a speaker.") }
        tally(turns)
        guessInterviewer(choices)
    }

    /// The names before colons that are taken as speakers, by folded label.
    private static func believedNames(in cues: [Cue], _ choices: ImportChoices) -> [SpeakerKey: String] {
        let candidates = cues.enumerated().flatMap { number, cue in
            cue.lines.filter { $0.voice == nil }.compactMap {
                LabelCandidate(line: number, in: Array($0.text.utf8)[...])
            }
        }
        var names: [SpeakerKey: String] = [:]
        let named = Set(candidates.map(\.line)).count
        if !cues.isEmpty, Double(named) >= Double(cues.count) * namedShare {
            for candidate in candidates where names[SpeakerKey(candidate.name)] == nil {
                names[SpeakerKey(candidate.name)] = candidate.name
            }
        } else {
            let census = LabelCensus(candidates, paragraphs: cues.count, choices: choices)
            for (key, speaker) in census.speakers { names[key] = speaker.name }
        }
        for key in names.keys {
            names[key] = choices.refuses(key) ? nil : choices.alias(of: key) ?? names[key]
        }
        return names
    }

    /// Joins the cues of one speaker; a line without a name goes to the speaker before. Without names each cue is a turn.
    private static func turns(_ cues: [Cue], names: [SpeakerKey: String], _ choices: ImportChoices) -> [Turn] {
        let hasVoices = cues.contains { $0.lines.contains { $0.voice != nil } }
        let isNamed = hasVoices || !names.isEmpty
        var turns: [Turn] = []
        for cue in cues {
            for (index, line) in cue.lines.enumerated() {
                var (speaker, words) = spoken(line, names: names)
                if let voice = line.voice { speaker = choices.alias(of: SpeakerKey(voice)) ?? voice }
                let continues = isNamed ? speaker == nil || speaker == turns.last?.speaker : index > 0
                if continues, let last = turns.indices.last {
                    turns[last].words.append(words)
                    turns[last].end = [turns[last].end, cue.end].compactMap { $0 }.max()
                } else {
                    turns.append(Turn(speaker: speaker ?? "", words: [words], begin: cue.begin, end: cue.end))
                }
            }
        }
        return turns
    }

    private static func spoken(_ line: Cue.Line, names: [SpeakerKey: String]) -> (speaker: String?, words: String) {
        if let voice = line.voice { return (voice, line.text) }
        let bytes = Array(line.text.utf8)
        guard let label = LabelCandidate(line: 0, in: bytes[...]), let name = names[SpeakerKey(label.name)] else {
            return (nil, line.text)
        }
        return (name, String(decoding: bytes[label.byteCount...], as: UTF8.self))
    }

    private mutating func render(_ turns: [Turn], separator: String) {
        var rendered = ""
        var start = 0
        for (index, turn) in turns.enumerated() {
            let label = turn.speaker.isEmpty ? "" : turn.speaker + ": "
            let words = turn.words.filter { !$0.isEmpty }.joined(separator: " ")
            let paragraph = label + words + (index == turns.count - 1 ? "\n" : separator)
            let end = start + paragraph.unicodeScalars.count
            rendered += paragraph
            blocks.append(
                Block(
                    kind: .turn,
                    span: TextSpan(start, end),
                    speaker: turn.speaker,
                    label: label,
                    beginMilliseconds: turn.begin,
                    endMilliseconds: turn.end
                )
            )
            start = end
        }
        text = CanonicalText(rendered)
    }

    private mutating func tally(_ turns: [Turn]) {
        var counts: [String: Int] = [:]
        for turn in turns where !turn.speaker.isEmpty {
            if counts[turn.speaker] == nil {
                speakers.append(IncomingSpeaker(name: turn.speaker, turns: 0, isInterviewer: false))
            }
            counts[turn.speaker, default: 0] += 1
        }
        for index in speakers.indices { speakers[index].turns = counts[speakers[index].name] ?? 0 }
        labels = speakers.sorted { $0.turns > $1.turns }.map { ($0.name, $0.name) }
    }

    private mutating func guessInterviewer(_ choices: ImportChoices) {
        let guess = InterviewerGuess(
            blocks: blocks,
            text: text,
            roles: Dictionary(
                speakers.map { ($0.name, RoleWords.role(of: SpeakerKey($0.name))) },
                uniquingKeysWith: { first, _ in first }
            ),
            stated: choices.interviewers
        )
        for index in speakers.indices { speakers[index].isInterviewer = guess.names.contains(speakers[index].name) }
        if let remark = guess.remark { remarks.append(remark) }
    }
}
