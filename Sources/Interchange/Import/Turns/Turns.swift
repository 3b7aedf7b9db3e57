// A text becomes blocks: front matter, turns and notes. The one place where speakers are found in running text. Pure.

package import CodingCore

/// The blocks of a text and the speakers found in it.
package struct Turns: Sendable {
    /// The blocks in text order; they cover the text exactly.
    package private(set) var blocks: [Block] = []
    /// How speakers are marked: `name and colon`, `bold name and colon`, `full-width colon`,
    /// `name and time` or `none`.
    package private(set) var labelStyle = "none"
    /// The labels as they stand, without marks and colon, and their speakers; most frequent first.
    package private(set) var labels: [(label: String, speaker: String)] = []
    /// The speakers in order of appearance; turns are counted by labels.
    package private(set) var speakers: [IncomingSpeaker] = []
    /// Sentences about labels that were guessed at or left undecided.
    package private(set) var remarks: [String] = []

    /// What a person may want to decide otherwise.
    package private(set) var findings = ImportFindings()

    /// Finds the turns of a text.
    ///
    /// - Parameter choices: what a person decided about its speakers.
    package init(_ source: StructuredText, choices: ImportChoices = ImportChoices()) {
        let utf8 = source.text.utf8
        let lines = TextLine.lines(of: utf8)
        let labelLike = Self.candidates(lines, in: source)
        let header = HeaderLines.end(lines, candidates: labelLike, utf8: utf8)
        let candidates = labelLike.filter { $0.line >= header }
        let census = LabelCensus(candidates, paragraphs: Self.paragraphCount(lines), choices: choices)
        let accepted = candidates.filter { census.speaker(named: $0.name) != nil }
        let questionsOnly =
            !census.speakers.isEmpty && census.speakers.keys.allSatisfy { RoleWords.isQuestion($0.word) }
        var builder = BlockBuilder(source: source, lines: lines, census: census, questionsOnly: questionsOnly)
        blocks = builder.build(accepted)
        labelStyle = Self.style(of: accepted)
        labels = Self.labels(of: accepted, census: census)
        speakers = Self.speakers(of: blocks)
        remarks = Self.remarks(census, questionsOnly: questionsOnly)
        let roles = Dictionary(census.speakers.values.map { ($0.name, $0.role) }, uniquingKeysWith: { $0 ?? $1 })
        let interviewers = InterviewerGuess(
            blocks: blocks,
            text: source.text,
            roles: roles,
            stated: choices.interviewers
        )
        for index in speakers.indices {
            speakers[index].isInterviewer = interviewers.names.contains(speakers[index].name)
        }
        if let remark = interviewers.remark { remarks.append(remark) }
        findings.maybes = census.maybes.map { ImportFindings.Label(name: $0.name, count: $0.count) }
    }

    /// Every line that begins like a label, with the boldness that the source's format tells.
    private static func candidates(_ lines: [TextLine], in source: StructuredText) -> [LabelCandidate] {
        let utf8 = source.text.utf8
        return lines.indices.compactMap { index in
            let line = lines[index]
            guard !line.isBlank,
                var candidate = LabelCandidate(line: index, in: utf8[line.start..<line.contentEnd])
            else { return nil }
            if let bold = source.boldRuns[line.start] {
                // Bold up to the colon or through it; a line that is bold throughout says nothing about its label.
                let least = candidate.name.utf8.count
                candidate.isBold = bold >= least && bold <= candidate.byteCount
            }
            return candidate
        }
    }

    private static func paragraphCount(_ lines: [TextLine]) -> Int {
        var count = 0
        for index in lines.indices where !lines[index].isBlank && (index == 0 || lines[index - 1].isBlank) {
            count += 1
        }
        return count > 1 ? count : lines.count { !$0.isBlank }
    }

    private static func style(of accepted: [LabelCandidate]) -> String {
        guard !accepted.isEmpty else { return "none" }
        if accepted.count(where: \.isOwnLine) * 2 > accepted.count { return "name and time" }
        if accepted.count(where: \.isFullWidth) * 2 > accepted.count { return "full-width colon" }
        return accepted.count(where: \.isBold) * 2 > accepted.count ? "bold name and colon" : "name and colon"
    }

    private static func labels(
        of accepted: [LabelCandidate],
        census: LabelCensus
    ) -> [(label: String, speaker: String)] {
        var counts: [String: (count: Int, first: Int)] = [:]
        for candidate in accepted { counts[candidate.name, default: (0, candidate.line)].count += 1 }
        return counts.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }
            .compactMap { label, _ in census.speaker(named: label).map { (label, $0.name) } }
    }

    private static func speakers(of blocks: [Block]) -> [IncomingSpeaker] {
        var order: [String] = []
        var turns: [String: Int] = [:]
        for block in blocks where block.kind == .turn && !block.label.isEmpty {
            if turns[block.speaker] == nil { order.append(block.speaker) }
            turns[block.speaker, default: 0] += 1
        }
        return order.map { IncomingSpeaker(name: $0, turns: turns[$0] ?? 0, isInterviewer: false) }
    }

    private static func remarks(_ census: LabelCensus, questionsOnly: Bool) -> [String] {
        var remarks: [String] = []
        if census.speakers.isEmpty {
            remarks.append("Nobody is named in this text: every paragraph is a turn without a speaker.")
        }
        if questionsOnly {
            remarks.append("Only questions are marked; what follows each question is a turn without a speaker.")
        }
        if !census.takenByStyle.isEmpty {
            remarks.append(
                "Named once or twice, but taken as speakers because the labels are bold like all others: "
                    + census.takenByStyle.joined(separator: ", ") + "."
            )
        }
        if !census.maybes.isEmpty {
            let shown = census.maybes.prefix(12).map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
            let rest = census.maybes.count - 12
            remarks.append(
                "Not taken as speakers, though a colon follows: \(shown)" + (rest > 0 ? " and \(rest) more." : ".")
            )
        }
        return remarks
    }
}
