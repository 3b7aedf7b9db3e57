import Testing

@testable import CodingCore

/// What is coded and what is not: words, sentences, stretches, by coder and by speaker.
@Suite struct LineCoverageTests {
    private func made() throws -> MadeStudy {
        var made = MadeStudy(codes: [try entry("a")])
        let id = try #require(DocumentID("D1"))
        let people = [
            SpeakerRecord(document: id, speaker: "P", participant: "P", isInterviewer: false),
            SpeakerRecord(document: id, speaker: "Int", participant: "", isInterviewer: true),
        ]
        let spans = try made.add("D1", speakers: people) {
            $0.front("Interview of two.")
            $0.turn("Int", "Who pays? «And why?»")
            $0.turn("P", "«Nobody pays.» Nobody «will». We know.")
        }
        try made.code("D1", spans[0], "a")
        try made.code("D1", spans[1], "a")
        try made.code("D1", spans[2], "a", by: "jm")
        return made
    }

    private func coverage(_ query: String = "", lines: ClosedRange<Int>? = nil) throws -> LineCoverage.Document {
        let made = try made()
        return try #require(try LineCoverage(made.corpus, query: made.query(query), lines: lines).documents.first)
    }

    @Test func aSentenceThatACodingTouchesHasACode() throws {
        let all = try coverage()
        #expect(all.sentences == 5)
        #expect(all.uncodedSentences.map(\.text) == ["Who pays?", "We know."])
        #expect(all.words == 10 && all.coded == 5)
        #expect(all.byCoder.map { "\($0.key) \($0.value)" }.sorted() == ["jm 1", "rs 4"])
        #expect(all.uncodedStretches.map(\.text) == ["Who pays", "Nobody", "We know"])
    }

    @Test func termsOnSpeakersSayWhatIsLookedAtAndTermsOnCodingsWhatCounts() throws {
        let people = try coverage("speaker:P")
        #expect(people.sentences == 3 && people.uncodedSentences.map(\.text) == ["We know."])
        let one = try coverage("coder:jm")
        #expect(one.sentences == 5 && one.uncodedSentences.count == 4 && one.coded == 1)
    }

    @Test func linesRestrictWhatIsLookedAt() throws {
        let made = try made()
        let record = try #require(made.study.documents.first)
        let transcript = try made.corpus.transcript(of: record)
        let line = transcript.lines.line(ofScalar: transcript.blocks[2].span.start)
        let part = try coverage(lines: line...line)
        #expect(part.sentences == 3 && part.words == 6)
        #expect(try coverage(lines: 900...901).sentences == 0)
    }
}
