import TestSupport
import Testing

@testable import CodingCore

@Suite struct TranscriptTests {
    private let text = CanonicalText(
        "Site B, 3 March\n\nINT: Who pays for the ward?\n\nP1: We do. The trust pays.\n\n[laughs]\n"
    )

    private var blocks: [Block] {
        [
            Block(kind: .front, span: TextSpan(0, 17)),
            Block(kind: .turn, span: TextSpan(17, 46), speaker: "INT", label: "INT: "),
            Block(kind: .turn, span: TextSpan(46, 74), speaker: "P1", label: "P1: "),
            Block(kind: .note, span: TextSpan(74, text.scalarCount)),
        ]
    }

    private var transcript: Transcript { Transcript(text: text, blocks: blocks, measure: 12) }

    @Test func theBlocksOfTheExampleCoverIt() {
        #expect(Transcript.covers(blocks, scalarCount: text.scalarCount))
    }

    @Test(
        arguments: [
            ([], 0, true),
            ([], 1, false),
            ([(0, 5)], 5, true),
            ([(0, 5), (5, 9)], 9, true),
            ([(0, 5), (6, 9)], 9, false),  // a gap
            ([(0, 5), (4, 9)], 9, false),  // an overlap
            ([(1, 9)], 9, false),
            ([(0, 8)], 9, false),
            ([(0, 10)], 9, false),
            ([(0, 5), (5, 5), (5, 9)], 9, false),  // an empty block
        ] as [([(Int, Int)], Int, Bool)]
    )
    func blocksCoverATextEdgeToEdge(spans: [(Int, Int)], scalarCount: Int, covers: Bool) {
        let blocks = spans.map { Block(kind: .note, span: TextSpan($0.0, $0.1)) }
        #expect(Transcript.covers(blocks, scalarCount: scalarCount) == covers)
    }

    @Test func everyScalarBelongsToTheBlockThatHoldsIt() {
        for offset in 0..<text.scalarCount {
            #expect(transcript.blockIndex(at: offset) == blocks.firstIndex { $0.span.contains(offset) })
        }
        #expect(transcript.blockIndex(at: text.scalarCount) == 3)
        #expect(Transcript(text: CanonicalText(""), blocks: [], measure: 66).blockIndex(at: 0) == nil)
    }

    @Test func blocksAreTouchedWhereTheyShareAScalar() {
        for start in 0..<text.scalarCount {
            for end in (start + 1)...text.scalarCount {
                let span = TextSpan(start, end)
                #expect(Array(transcript.blocks(touching: span)) == blocks.filter { $0.span.overlaps(span) })
            }
        }
        #expect(transcript.blocks(touching: TextSpan(50, 50)).map(\.speaker) == ["P1"])
        #expect(Transcript(text: text, blocks: [], measure: 66).blocks(touching: TextSpan(0, 5)).isEmpty)
    }

    @Test(arguments: [
        (0, "Site B, 3 March"), (17, "Who pays for the ward?"), (45, "Who pays for the ward?"),
        (60, "We do. The trust pays."), (74, "[laughs]"),
    ])
    func speechIsWhatIsSaidWithoutLabelAndBlanks(offset: Int, words: String) throws {
        let speech = try #require(transcript.speech(at: offset))
        #expect(text.string(in: speech) == words)
    }

    @Test(arguments: [
        ("P1: ", 10, 14), ("", 10, 10), ("A label longer than its block: ", 10, 20), ("é\u{301}: ", 10, 14),
    ])
    func theLabelIsPartOfTheBlock(label: String, start: Int, end: Int) {
        let block = Block(kind: .turn, span: TextSpan(10, 20), label: label)
        #expect(block.labelSpan == TextSpan(start, end))
        #expect(block.speechSpan == TextSpan(end, 20))
    }

    // MARK: Lines

    @Test func linesAreTheRowsOfTheTextCountedFromOne() {
        let rows = [
            "Site B, 3 ", "March\n", "\n",
            "INT: Who ", "pays for the ", "ward?\n", "\n",
            "P1: We do. ", "The trust ", "pays.\n", "\n",
            "[laughs]\n",
        ]
        #expect(rows.joined() == text.string(in: text.wholeSpan))
        let lines = transcript.lines
        #expect(lines.count == rows.count)
        let expected = rows.enumerated().flatMap { Array(repeating: $0 + 1, count: $1.unicodeScalars.count) }
        #expect((0..<text.scalarCount).map(lines.line(ofScalar:)) == expected)
        #expect(lines.line(ofScalar: text.scalarCount) == rows.count)
    }

    @Test(arguments: [(0, 5, 1...1), (0, 10, 1...1), (0, 11, 1...2), (12, 12, 2...2), (8, 20, 1...4)])
    func aSpanTouchesTheLinesOfItsFirstAndItsLastScalar(start: Int, end: Int, expected: ClosedRange<Int>) {
        #expect(transcript.lines.lines(of: TextSpan(start, end)) == expected)
    }

    @Test func anEmptyTextStandsOnLineOne() {
        let lines = LineTable(CanonicalText(""), measure: 66)
        #expect(lines.line(ofScalar: 0) == 1)
        #expect(lines.lines(of: TextSpan(0, 0)) == 1...1)
    }
}
