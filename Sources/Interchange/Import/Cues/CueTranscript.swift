// Cues become a transcript: one paragraph a turn, times on the blocks. Pure.

import CodingCore

/// A caption file as canonical text, blocks and speakers.
struct CueTranscript {
    private(set) var text = CanonicalText("")
    private(set) var blocks: [Block] = []
    private(set) var labels: [(label: String, speaker: String)] = []
    private(set) var speakers: [IncomingSpeaker] = []
    private(set) var remarks: [String]

    /// - Parameter choices: what a person decided about the speakers.
    init(_ file: CueFile, choices: ImportChoices = ImportChoices()) {
        remarks = file.remarks
        var names = BelievedNames(file, choices)
        write(file, &names)
        if blocks.allSatisfy(\.speaker.isEmpty) {
            remarks.append("Nobody is named in this file: every cue is a turn without a speaker.")
        }
        if let remark = Self.remarkOnOrder(file.cues) { remarks.append(remark) }
        let backwards = file.cues.count { cue in cue.begin.map { $0 > cue.end ?? $0 } ?? false }
        if backwards > 0 {
            remarks.append(
                "The end lies before the beginning in \(counted(backwards, "cue")); the times are kept as they stand."
            )
        }
        if names.isNamed, file.cues.count > blocks.count {
            remarks.append(
                "\(counted(file.cues.count, "cue")) were joined into \(counted(blocks.count, "turn")): a turn has the first beginning and the last end."
            )
        }
        tally()
        guessInterviewer(choices)
    }

    /// Cues are taken in the order of the file; where their times go back, a person has to know it.
    private static func remarkOnOrder(_ cues: [Cue]) -> String? {
        var latest = Int.min
        var (count, first) = (0, 0)
        for (number, cue) in cues.enumerated() {
            guard let begin = cue.begin else { continue }
            if begin < latest {
                if count == 0 { first = number + 1 }
                count += 1
            }
            latest = max(latest, begin)
        }
        guard count > 0 else { return nil }
        return "Times go back in \(counted(count, "cue")), first in cue \(first); the order of the file is kept."
    }

    /// Joins the cues of one speaker; a line without a name goes to the speaker before. Without names each cue is a turn.
    private mutating func write(_ file: CueFile, _ names: inout BelievedNames) {
        var turns = TurnWriter(
            separator: names.isNamed ? "\n\n" : "\n",
            capacity: file.lines.reduce(0) { $0 + $1.words.count + 2 }
        )
        for cue in file.cues {
            for index in cue.lines {
                let (speaker, words) = names.spoken(file.lines[index])
                let continues =
                    names.isNamed ? speaker == nil || speaker == turns.speaker : index > cue.lines.lowerBound
                if !continues || turns.isEmpty { turns.begin(speaker ?? "", at: cue.begin) }
                turns.add(words, until: cue.end)
            }
        }
        (text, blocks) = turns.finish()
    }

    private mutating func tally() {
        var counts: [String: Int] = [:]
        for turn in blocks where !turn.speaker.isEmpty {
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
