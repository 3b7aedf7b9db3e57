import Testing

@testable import Interchange

@Suite struct LabelCensusTests {
    /// A census of labels that stand on lines of their own, in this order; a `*` before a label makes it bold.
    private func census(_ labels: [String], paragraphs: Int? = nil) throws -> LabelCensus {
        let candidates = try labels.enumerated().map { line, label in
            let isBold = label.hasPrefix("*")
            let text = (isBold ? "**\(label.dropFirst())**" : label) + ": x"
            return try #require(LabelCandidate(line: line, in: Array(text.utf8)[...]))
        }
        return LabelCensus(candidates, paragraphs: paragraphs ?? labels.count)
    }

    private func names(_ census: LabelCensus) -> [String] { census.speakers.values.map(\.name).sorted() }

    @Test(
        arguments: [
            (["Ann", "Bob", "Ann", "Bob", "Ann", "Bob"], ["Ann", "Bob"]),
            (["Ann", "Bob", "Ann", "Bob", "Ann"], ["Ann", "Bob"]),
            (["Ann", "Bob", "Ann", "Ann", "Ann"], ["Ann"]),
            (["P1", "P2", "P1", "P2", "P3"], ["P1", "P2", "P3"]),
            (["P1", "P2", "P1", "P2", "Q3"], ["P1", "P2"]),
            (["Interviewer", "Ann", "Interviewer", "Ann", "Ann"], ["Ann", "Interviewer"]),
            (["Mr Hill", "Ms Lee", "Mr Hill", "Ms Lee"], ["Mr Hill", "Ms Lee"]),
            (["P1", "P2", "P1", "P2"], ["P1", "P2"]),
            (["Q1", "A1", "Q2", "A2"], ["A", "Q"]),
            (["Note", "Note", "Note", "Note", "Ann", "Ann", "Ann", "Bob", "Bob", "Bob"], ["Ann", "Bob"]),
            (["Ann"], []),
            ([], []),
        ] as [([String], [String])]
    ) func threeTimesMakeASpeakerAndTwiceWithARole(_ labels: [String], _ expected: [String]) throws {
        #expect(names(try census(labels)) == expected)
    }

    @Test func oneLoneSpeakerMustBeginAFifthOfTheParagraphs() throws {
        let labels = ["Ann", "Ann", "Ann"]
        #expect(names(try census(labels, paragraphs: 15)) == ["Ann"])
        #expect(try census(labels, paragraphs: 16).speakers.isEmpty)
        #expect(names(try census(["Interviewer", "Interviewer"], paragraphs: 900)) == ["Interviewer"])
    }

    @Test func maybesAreListedMostFrequentFirstThenAsTheyCome() throws {
        let census = try census(["Sum", "Ann", "Bob", "Ann", "Bob", "Point", "Ann", "Bob", "Point", "End"])
        #expect(census.maybes.map(\.name) == ["Point", "Sum", "End"])
        #expect(census.maybes.map(\.count) == [2, 1, 1])
    }

    @Test func nineBoldLabelsInTenBringTheRareOnesIn() throws {
        let regular = ["*Ann", "*Bob", "*Ann", "*Bob", "*Ann", "*Bob"]
        let all = try census(regular + ["*Eva", "Sum", "*Date"])
        #expect(names(all) == ["Ann", "Bob", "Eva"])
        #expect(all.takenByStyle == ["Eva"])
        let mixed = try census(regular + ["Ann", "*Eva"])
        #expect(names(mixed) == ["Ann", "Bob"])
    }

    @Test func aSpeakerKeepsTheRoleOfTheLabel() throws {
        let census = try census(["Moderator", "P7", "Moderator", "P7"])
        #expect(census.speakers[SpeakerKey("moderator")]?.role == .interviewer)
        #expect(census.speakers[SpeakerKey("P7")]?.role == .participant)
        #expect(census.speakers[SpeakerKey("P7")]?.count == 2)
    }
}
