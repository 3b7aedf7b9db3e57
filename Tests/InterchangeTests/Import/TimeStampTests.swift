import CodingCore
import Testing

@testable import Interchange

@Suite struct TimeStampTests {
    private func turns(_ text: String) -> Turns { Turns(StructuredText(CanonicalText(text))) }

    @Test(arguments: [
        ("[00:01:02] Well.", 62_000), ("(1:02) Well.", 62_000), ("{00:01:02} Well.", 62_000),
        ("#00:01:02-5# Well.", 62_500),
        ("1:02 Well.", 62_000), ("0:01:02\u{A0}Well.", 62_000), ("\\[01:02\\] Well.", 62_000),
        ("[00:12:01.03] x", 721_030),
    ])
    func aStampBeforeTheWordsIsWhenTheyBegin(speech: String, time: Int) {
        #expect(TimeStamps.leading(Array(speech.utf8)[...]) == time)
    }

    @Test(arguments: [
        "", "Well.", "[laughs] x", "(2020) x", "10:30", "10:30am x", "1.02 x", "12 x", "[1:2:3:4] x", "#name# x",
        "(1:02", ":30 x",
    ])
    func otherWordsAreNoStamp(speech: String) {
        #expect(TimeStamps.leading(Array(speech.utf8)[...]) == nil)
    }

    @Test func aStampAtTheEndIsWhenTheNextTurnBegins() {
        let talk =
            "I: Why? #00:00:05-2#\n\nB: So. #00:00:09-0#\n\nI: And? #00:00:12-4#\n\nB: Thus.\n\nI: Well.\n\nB: Yes.\n"
        let found = turns(talk)
        #expect(found.blocks.map(\.beginMilliseconds) == [nil, 5_200, 9_000, 12_400, nil, nil])
        #expect(found.blocks.map(\.endMilliseconds) == [5_200, 9_000, 12_400, nil, nil, nil])
        // The stamps stay in the text.
        #expect(found.blocks.map(\.span.end).last == talk.unicodeScalars.count)
        #expect(found.remarks.contains("Times that stand in the text were read for 3 turns."))
    }

    @Test func timesAreNeverPutInOrder() {
        let found = turns("A: [0:10] x\n\nB: [0:05] y\n\nA: [0:05] z\n\nB: w\n\nA: v\n\nB: u\n")
        #expect(found.blocks.map(\.beginMilliseconds) == [10_000, 5_000, 5_000, nil, nil, nil])
    }
}
