import CodingCore
import Testing

@testable import Interchange

@Suite struct QuestionLinesTests {
    private func turns(_ text: String, bold: [Int: Int] = [:]) -> Turns {
        var source = StructuredText(CanonicalText(text))
        source.boldRuns = bold
        return Turns(source)
    }

    private static let numbered =
        "Interview 4\n\n1. Why did you come?\n\nBecause.\n\nIt was time.\n\n2) And then?\n\n[pause]\n\nNothing.\n\n3. Was it good?\nYes.\n"

    @Test func numberedQuestionsAndTheirAnswersAreTwoSpeakers() {
        let found = turns(Self.numbered)
        #expect(found.labelStyle == "questions and answers")
        #expect(found.blocks.map(\.kind) == [.front, .turn, .turn, .turn, .note, .turn, .turn, .turn])
        #expect(
            found.blocks.map(\.speaker) == [
                "", "Interviewer", "Participant", "Interviewer", "", "Participant", "Interviewer", "Participant",
            ]
        )
        #expect(
            found.speakers.map { "\($0.name) \($0.turns) \($0.isInterviewer)" } == [
                "Interviewer 3 true", "Participant 3 false",
            ]
        )
        #expect(found.blocks.count { $0.label.isEmpty } == 8)
        #expect(found.remarks.contains { $0.hasPrefix("Read as 3 questions and answers") })
    }

    @Test(arguments: ["**Why did you come?**", "__Why did you come?__", "**1. Why did you come?**"])
    func boldQuestionsNeedNoNumber(question: String) {
        let text = (0..<3).map { _ in "\(question)\n\nBecause.\n" }.joined(separator: "\n")
        #expect(turns(text).speakers.map(\.turns) == [3, 3])
    }

    @Test func boldnessOfAWordProcessorCounts() {
        let text = "Why?\n\nSo.\n\nHow?\n\nThus.\n\nWhen?\n\nThen.\n"
        #expect(turns(text).speakers.isEmpty)
        #expect(turns(text, bold: [0: 4, 11: 4, 24: 5]).speakers.map(\.turns) == [3, 3])
    }

    @Test(arguments: [
        "1. Why?\n\nSo.\n\n2. How?\n\nThus.\n", "1. Milk\n\n2. Bread\n\n3. Why?\n\n4. How?\n",
        "1. Why?\n2. How?\n3. When?\n4. Where?\nSo.\n", "Why?\n\nSo.\n\nHow?\n\nThus.\n\nWhen?\n\nThen.\n",
    ])
    func otherTextsAreNoInterview(text: String) { #expect(turns(text).speakers.isEmpty) }

    @Test func labelsAreBelievedFirst() {
        let text = "Ann: 1. Why?\n\nBob: x\n\nAnn: 2. How?\n\nBob: y\n\nAnn: 3. When?\n\nBob: z\n"
        #expect(turns(text).speakers.map(\.name) == ["Ann", "Bob"])
    }

    @Test func whoAnswersCanBeNamed() {
        var choices = ImportChoices()
        choices.aliases = ["Participant": "B07", "interviewer": "Rosa"]
        let found = Turns(StructuredText(CanonicalText(Self.numbered)), choices: choices)
        #expect(found.speakers.map(\.name) == ["Rosa", "B07"])
    }

    // MARK: Labels without a colon

    @Test func namesAloneOnTheirLinesAreLabels() {
        let text =
            "Interviewer 1\nWhy?\n\nMary B\nSo it was.\nAnd more.\n\nInterviewer 1\nAnd then?\n\nMary B\nThus.\n\nInterviewer 1\nYes?\n\nMary B\nYes.\n"
        let found = turns(text)
        #expect(found.labelStyle == "name on its own line")
        #expect(found.speakers.map { "\($0.name) \($0.turns)" } == ["Interviewer 1 3", "Mary B 3"])
    }

    @Test func namesInBracketsAreLabelsAndSoundsAreNot() {
        let text =
            "[id1] Why?\n[id2] So.\n[laughs] x\n[id1] How?\n[id2] Thus.\n[laughs] y\n[id1] And?\n[id2] Yes.\n[laughs] z\n"
        let found = turns(text)
        #expect(found.labelStyle == "name in brackets")
        #expect(found.speakers.map { "\($0.name) \($0.turns)" } == ["id1 3", "id2 3"])
        #expect(found.blocks.first?.label == "[id1] ")
    }

    @Test(arguments: [
        "[Alan] was there.\n\nHe left.\n\n[Alan] came back.\n\nAll went.\n\nThe end.\n\nMore.\n\nMore.\n\nMore.\n\nMore.\n\nMore.\n\nMore.\n",
        "Yes\n\nNo\n\nYes\n\nNo.\n", "One\ntwo\nthree\n",
    ])
    func rareOrLoneOnesAreNot(text: String) { #expect(turns(text).speakers.isEmpty) }
}
