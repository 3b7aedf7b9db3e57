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
        var choices = choices
        choices.speakers += source.names
        let utf8 = source.text.utf8
        let lines = TextLine.lines(of: utf8)
        let labelLike = Self.candidates(lines, in: source)
        let header = HeaderLines.end(lines, candidates: labelLike, utf8: utf8)
        var candidates = labelLike.filter { $0.line >= header }
        let paragraphs = Self.paragraphCount(lines)
        var census = LabelCensus(candidates, paragraphs: paragraphs, choices: choices)
        var questions: Set<Int> = []
        if census.speakers.isEmpty {
            questions = QuestionLines.find(lines, in: source)
            let others = questions.isEmpty ? RepeatedLabels.find(lines, from: header, in: utf8) : []
            let otherCensus = LabelCensus(others, paragraphs: paragraphs, choices: choices)
            if otherCensus.speakers.count > 1 { (candidates, census) = (others, otherCensus) }
        }
        let accepted = candidates.filter { census.speaker(named: $0.name) != nil }
        let questionsOnly =
            !census.speakers.isEmpty && census.speakers.keys.allSatisfy { RoleWords.isQuestion($0.word) }
        var builder = BlockBuilder(
            source: source,
            lines: lines,
            census: census,
            questionsOnly: questionsOnly,
            questions: questions,
            choices: choices
        )
        blocks = builder.build(accepted)
        let stamped = TimeStamps.read(&blocks, in: source.text)
        labelStyle = questions.isEmpty ? Self.style(of: accepted) : "questions and answers"
        labels = Self.labels(of: accepted, census: census)
        let unlabelled = questions.isEmpty ? [builder.answerer] : [builder.asker, builder.answerer]
        speakers = Self.speakers(of: blocks, unlabelled: unlabelled)
        remarks = Self.remarks(census, questions: questionsOnly ? builder.answerer : nil, blocks: questions.count)
        if stamped > 0 { remarks.append("Times that stand in the text were read for \(counted(stamped, "turn")).") }
        // Of two labels of one person the one that asks tells more.
        var roles = Dictionary(
            census.speakers.values.map { ($0.name, $0.role) },
            uniquingKeysWith: { $0 == .interviewer || $1 == .interviewer ? .interviewer : $0 ?? $1 }
        )
        if !questions.isEmpty { roles = [builder.asker: .interviewer, builder.answerer: .participant] }
        if questionsOnly { roles[builder.answerer] = .participant }
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
        remarks += Self.unknown(
            choices,
            besides: source.names,
            labels: candidates.map(\.name),
            speakers: speakers.map(\.name)
        )
        let front = blocks.prefix { $0.kind == .front }.last.map { source.text.byteOffset(ofScalar: $0.span.end) } ?? 0
        let isForm = labelLike.filter { lines[$0.line].start < front }
        findings.header = HeaderLines.entries(isForm, lines, utf8)
        let form = Set(findings.header.map(\.name))
        findings.maybes = census.maybes.filter { $0.count > 1 || !form.contains($0.name) }
            .map { ImportFindings.Label(name: $0.name, count: $0.count) }
        findings.nearNames = ImportFindings.NearNames.all(among: speakers, and: findings.maybes)
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
        if accepted.count(where: \.isOwnLine) * 2 > accepted.count {
            return accepted.contains { $0.begin != nil } ? "name and time" : "name on its own line"
        }
        if accepted.count(where: \.isBracketed) * 2 > accepted.count { return "name in brackets" }
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

    /// Sentences on decisions about labels and speakers that the text does not have.
    private static func unknown(
        _ choices: ImportChoices,
        besides given: [String],
        labels: [String],
        speakers: [String]
    ) -> [String] {
        let known = Set(labels.map { SpeakerKey($0) } + labels.map { SpeakerKey($0, isPerson: true) })
        let stated =
            choices.speakers.filter { !given.contains($0) } + choices.notSpeakers + choices.aliases.keys.sorted()
        let noLabels = stated.filter {
            !known.contains(SpeakerKey($0)) && !known.contains(SpeakerKey($0, isPerson: true))
        }
        let folded = Set(speakers.map { SpeakerKey($0).folded })
        let nobody = (choices.interviewers ?? []).filter { !folded.contains(SpeakerKey($0).folded) }
        func sentence(_ what: String, _ name: String, _ names: [String]) -> String {
            let near = namesNear(name, among: Set(names))
            return "\(what) “\(name)” in this text, so that decision changed nothing"
                + (near.isEmpty ? "." : "; near it: \(near.sorted().joined(separator: ", ")).")
        }
        return noLabels.uniqued().map { sentence("There is no label", $0, labels) }
            + nobody.map { sentence("Nobody is called", $0, speakers) }
    }

    /// - Parameter unlabelled: speakers whose turns have no label.
    private static func speakers(of blocks: [Block], unlabelled: [String]) -> [IncomingSpeaker] {
        var order: [String] = []
        var turns: [String: Int] = [:]
        for block in blocks where block.kind == .turn && (!block.label.isEmpty || unlabelled.contains(block.speaker)) {
            if turns[block.speaker] == nil { order.append(block.speaker) }
            turns[block.speaker, default: 0] += 1
        }
        return order.map { IncomingSpeaker(name: $0, turns: turns[$0] ?? 0, isInterviewer: false) }
    }

    /// - Parameters:
    ///   - answerer: who answers where only questions are labelled.
    ///   - blocks: how many questions without a label there are.
    private static func remarks(_ census: LabelCensus, questions answerer: String?, blocks: Int) -> [String] {
        var remarks: [String] = []
        if blocks > 0 {
            remarks.append(
                "Read as \(counted(blocks, "question")) and answers: questions are turns of \(QuestionLines.asker), what "
                    + "follows each is a turn of \(QuestionLines.answerer)."
            )
        } else if census.speakers.isEmpty {
            remarks.append("Nobody is named in this text: every paragraph is a turn without a speaker.")
        }
        if let answerer {
            remarks.append("Only questions are marked: what follows each question is taken as a turn of \(answerer).")
        }
        if !census.takenByStyle.isEmpty {
            remarks.append(
                "Named once or twice, but taken as speakers because the labels are bold like all others: "
                    + census.takenByStyle.joined(separator: ", ") + "."
            )
        }
        return remarks
    }
}
