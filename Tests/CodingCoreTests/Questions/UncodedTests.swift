import TestSupport
import Testing

@testable import CodingCore

@Suite struct UncodedTests {
    /// A talk in which what is marked is coded; answers every stretch that is not, from the start on and from the end back.
    private func stretches(_ build: (inout TalkBuilder) -> Void) -> (forward: [String], backward: [String]) {
        var talk = TalkBuilder()
        build(&talk)
        let (transcript, coded) = (talk.transcript, talk.marked)
        var forward: [TextSpan] = []
        var place = 0
        while let next = transcript.nextUncoded(after: place, coded: coded), forward.count < 100 {
            forward.append(next)
            place = next.start
        }
        var backward: [TextSpan] = []
        place = transcript.text.scalarCount
        while let next = transcript.previousUncoded(before: place, coded: coded), backward.count < 100 {
            backward.append(next)
            place = next.start
        }
        return (forward.map { transcript.text.string(in: $0) }, backward.map { transcript.text.string(in: $0) })
    }

    @Test func labelsAndFrontMatterAreNotToBeCoded() {
        let found = stretches {
            $0.front("Interview B07, March")
            $0.turn("INT", "How so?")
            $0.note("[tape off]")
            $0.turn("P1", "«All of it.»")
        }
        #expect(found.forward == ["How so", "tape off"])
        #expect(found.backward == found.forward.reversed())
    }

    @Test(arguments: [
        ("We «left» then, in May.", ["We", "then, in May"]), ("«We» «left».", []), ("«We left", ["We left"]),
        ("One «two «three» four» five «six»", ["One", "five"]), ("«two» – «three»…", []),
        ("we left well-kn«own» words", ["we left", "words"]), ("…(um) «yes»", ["um"]), ("– … –", []),
        ("我们«觉得»不清楚。", ["我们", "不清楚"]), ("«One» two «three» four", ["two", "four"]),
    ])
    func stretchesGoFromWordToWord(speech: String, expected: [String]) {
        let found = stretches { $0.turn("P1", speech) }
        #expect(found.forward == expected)
        #expect(found.backward == expected.reversed())
    }

    @Test func insideAStretchTheNextOneIsMeantAndTheStartOfThisOneIsBefore() {
        var talk = TalkBuilder()
        talk.turn("P1", "One two three «four» five")
        let transcript = talk.transcript
        let two = transcript.text.occurrences(of: "two")[0].start
        let five = transcript.text.occurrences(of: "five")[0]
        #expect(transcript.nextUncoded(after: two, coded: talk.marked) == five)
        #expect(transcript.previousUncoded(before: two, coded: talk.marked)?.start == 4)
        #expect(transcript.nextUncoded(after: five.start, coded: talk.marked) == nil)
        #expect(transcript.previousUncoded(before: 4, coded: talk.marked) == nil)
    }

    @Test func passagesOfNoLengthAndAnyOrderAreTaken() {
        var talk = TalkBuilder()
        talk.turn("P1", "One «two» three «four» five")
        let transcript = talk.transcript
        let coded = [TextSpan(5, 5)] + talk.marked.reversed() + talk.marked
        #expect(transcript.nextUncoded(after: 0, coded: coded).map { transcript.text.string(in: $0) } == "One")
        let nothing = Transcript(text: CanonicalText(""), blocks: [], measure: 66)
        #expect(nothing.nextUncoded(after: 0, coded: []) == nil)
        #expect(nothing.previousUncoded(before: 0, coded: []) == nil)
    }

    @Test(arguments: 0..<40) func stretchesAndCodedWordsTogetherAreAllWords(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var talk = TalkBuilder()
        for number in 0..<5 {
            let words = randomText(pieces: 25, using: &random)
            if number == 0 { talk.front("x" + words) } else { talk.turn("P1", words) }
        }
        let transcript = talk.transcript
        let count = transcript.text.scalarCount
        let coded = (0..<6).map { _ in
            let start = Int.random(in: 0...count, using: &random)
            return TextSpan(start, min(count, start + Int.random(in: 0...30, using: &random)))
        }
        var uncoded: [TextSpan] = []
        while let next = transcript.nextUncoded(after: uncoded.last?.start ?? -1 + 1, coded: coded) {
            uncoded.append(next)
        }
        let words = transcript.blocks.filter { $0.kind != .front }
            .flatMap { transcript.text.readingWords(in: $0.speechSpan) }
        for word in words where word.start > 0 {
            let isCoded = coded.contains { $0.overlaps(word) }
            #expect(uncoded.contains { $0.contains(word) } != isCoded)
            #expect(!isCoded || !uncoded.contains { $0.overlaps(word) })
        }
    }
}
