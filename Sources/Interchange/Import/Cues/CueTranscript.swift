// Cues become a transcript: one paragraph a turn, times on the blocks. Pure.

import CodingCore

/// A caption file as canonical text, blocks and speakers.
struct CueTranscript {
    private(set) var text = CanonicalText("")
    private(set) var blocks: [Block] = []
    private(set) var labels: [(label: String, speaker: String)] = []
    private(set) var speakers: [IncomingSpeaker] = []
    private(set) var remarks: [String]

    /// What one speaker says in cues that follow each other.
    private struct Turn {
        var speaker: String
        /// In UTF-8, cues joined by a blank.
        var words: [UInt8]
        var begin: Int?
        var end: Int?
    }

    /// - Parameter choices: what a person decided about the speakers.
    init(_ file: CueFile, choices: ImportChoices = ImportChoices()) {
        remarks = file.remarks
        var names = BelievedNames(file.cues, choices)
        let turns = Self.turns(file.cues, &names)
        let isNamed = turns.contains { !$0.speaker.isEmpty }
        render(turns, separator: isNamed ? "\n\n" : "\n")
        if !isNamed { remarks.append("Nobody is named in this file: every cue is a turn without a speaker.") }
        tally(turns)
        guessInterviewer(choices)
    }

    /// Joins the cues of one speaker; a line without a name goes to the speaker before. Without names each cue is a turn.
    private static func turns(_ cues: [Cue], _ names: inout BelievedNames) -> [Turn] {
        var turns: [Turn] = []
        for cue in cues {
            for (index, line) in cue.lines.enumerated() {
                let (speaker, words) = names.spoken(line)
                let continues = names.isNamed ? speaker == nil || speaker == turns.last?.speaker : index > 0
                if continues, let last = turns.indices.last {
                    if !words.isEmpty, !turns[last].words.isEmpty { turns[last].words.append(0x20) }
                    turns[last].words.append(contentsOf: words)
                    if let end = cue.end, end > turns[last].end ?? -1 { turns[last].end = end }
                } else {
                    turns.append(Turn(speaker: speaker ?? "", words: Array(words), begin: cue.begin, end: cue.end))
                }
            }
        }
        return turns
    }

    private mutating func render(_ turns: [Turn], separator: String) {
        var rendered: [UInt8] = []
        rendered.reserveCapacity(turns.reduce(0) { $0 + $1.words.count + $1.speaker.utf8.count + 4 })
        var start = 0
        for (index, turn) in turns.enumerated() {
            let first = rendered.count
            let label = turn.speaker.isEmpty ? "" : turn.speaker + ": "
            rendered.append(contentsOf: label.utf8)
            rendered.append(contentsOf: turn.words)
            rendered.append(contentsOf: (index == turns.count - 1 ? "\n" : separator).utf8)
            let end = start + rendered[first...].count { $0 & 0xC0 != 0x80 }
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
        text = CanonicalText(utf8: rendered) ?? CanonicalText(String(decoding: rendered, as: UTF8.self))
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
