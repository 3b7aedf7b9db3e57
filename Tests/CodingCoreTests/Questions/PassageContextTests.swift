import TestSupport
import Testing

@testable import CodingCore

@Suite struct PassageContextTests {
    /// A talk and its first marked passage.
    private func talk(_ build: (inout TalkBuilder) -> Void) -> (transcript: Transcript, passage: TextSpan) {
        var talk = TalkBuilder()
        build(&talk)
        return (talk.transcript, talk.marked.first ?? TextSpan(0, 0))
    }

    private func words(_ step: Int, _ made: (transcript: Transcript, passage: TextSpan)) -> String {
        let context = PassageContext(of: made.passage, in: made.transcript, step: step)
        let text = made.transcript.text
        return [context.before, context.passage, context.after].map { text.string(in: $0) }.joined(separator: "|")
    }

    private var usual: (transcript: Transcript, passage: TextSpan) {
        talk {
            $0.turn("INT", "How so?")
            $0.turn("P1", "One. Two here. Three «is it», mostly. Four. Five. Six. Seven.")
            $0.turn("P2", "I see.")
        }
    }

    @Test(arguments: [
        (-1, "|is it|"), (0, "|is it|"), (1, "Three |is it|, mostly."), (2, "Two here. Three |is it|, mostly. Four."),
        (3, "P1: One. Two here. Three |is it|, mostly. Four. Five."),
        (4, "P1: One. Two here. Three |is it|, mostly. Four. Five. Six. Seven."),
        (5, "INT: How so?\n\nP1: One. Two here. Three |is it|, mostly. Four. Five. Six. Seven.\n\nP2: I see."),
        (9, "INT: How so?\n\nP1: One. Two here. Three |is it|, mostly. Four. Five. Six. Seven.\n\nP2: I see."),
    ])
    func eachStepAddsSentencesThenTheTurnThenItsNeighbours(step: Int, expected: String) {
        #expect(words(step, usual) == expected)
    }

    @Test func sentencesOfOthersDoNotCountAsContextOfATurn() {
        let made = talk {
            $0.turn("INT", "How so?")
            $0.turn("P1", "«Yes.»")
            $0.turn("INT", "Go on.")
        }
        for step in 1...4 { #expect(words(step, made) == "P1: |Yes.|") }
        #expect(words(5, made) == "INT: How so?\n\nP1: |Yes.|\n\nINT: Go on.")
    }

    @Test func aPassageOverTwoTurnsHasTheWholeOfBoth() throws {
        var made = talk {
            $0.note("[tape on]")
            $0.turn("INT", "First. How so?")
            $0.turn("P1", "Well then. Last.")
        }
        made.passage = try #require(made.transcript.text.occurrences(of: "so?\n\nP1: Well").first)
        #expect(words(1, made) == "How |so?\n\nP1: Well| then.")
        #expect(words(2, made) == "INT: First. How |so?\n\nP1: Well| then. Last.")
        #expect(words(5, made) == "[tape on]\n\nINT: First. How |so?\n\nP1: Well| then. Last.")
    }

    @Test func stepsThatShowNothingNewAreSkipped() {
        let (transcript, passage) = usual
        #expect(PassageContext.wider(than: 0, of: passage, in: transcript) == 1)
        #expect(PassageContext.wider(than: 5, of: passage, in: transcript) == nil)
        #expect(PassageContext.narrower(than: 0, of: passage, in: transcript) == nil)
        #expect(PassageContext.narrower(than: 3, of: passage, in: transcript) == 2)
        let short = talk {
            $0.turn("INT", "How so?")
            $0.turn("P1", "«Yes.»")
        }
        #expect(PassageContext.wider(than: 1, of: short.passage, in: short.transcript) == 5)
        #expect(PassageContext.narrower(than: 5, of: short.passage, in: short.transcript) == 1)
        #expect(PassageContext.narrower(than: 4, of: short.passage, in: short.transcript) == 0)
    }

    @Test func thereIsContextInAnEmptyText() {
        let transcript = Transcript(text: CanonicalText(""), blocks: [], measure: 66)
        #expect(PassageContext(of: TextSpan(0, 0), in: transcript, step: 5).whole == TextSpan(0, 0))
    }

    @Test(arguments: 0..<25) func everyStepHoldsTheOneBefore(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        var talk = TalkBuilder()
        for _ in 0..<4 {
            let words = randomText(pieces: 20, using: &random)
            if Bool.random(using: &random) { talk.turn("P1", words) } else { talk.note("x" + words) }
        }
        let transcript = talk.transcript
        let count = transcript.text.scalarCount
        for _ in 0..<6 {
            let start = Int.random(in: 0...count, using: &random)
            let passage = TextSpan(start, Int.random(in: start...count, using: &random))
            var last = passage
            for step in 0...PassageContext.widest {
                let context = PassageContext(of: passage, in: transcript, step: step)
                #expect(context.before.end == passage.start && context.after.start == passage.end)
                #expect(context.whole.contains(last))
                last = context.whole
                if let wider = PassageContext.wider(than: step, of: passage, in: transcript) {
                    #expect(PassageContext(of: passage, in: transcript, step: wider).whole.count > context.whole.count)
                }
                if let narrower = PassageContext.narrower(than: step, of: passage, in: transcript) {
                    let less = PassageContext(of: passage, in: transcript, step: narrower)
                    #expect(less.whole.count < context.whole.count)
                }
            }
        }
    }
}
