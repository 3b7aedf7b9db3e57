import TestSupport
import Testing

@testable import CodingCore

/// The quick ways find what a look over the whole block finds.
@Suite struct ReadingUnitTests {
    /// A text cut into blocks of random kinds, some with labels.
    private func randomTranscript(using random: inout SeededGenerator) -> Transcript {
        var text = String.UnicodeScalarView()
        var blocks: [Block] = []
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let start = text.count
            let label = Bool.random(using: &random) ? "P1: " : ""
            text.append(contentsOf: label.unicodeScalars)
            text.append(contentsOf: randomTalk(pieces: Int.random(in: 0...60, using: &random), &random).unicodeScalars)
            if text.count == start { text.append("\n") }
            let kind = Block.Kind.allCases.randomElement(using: &random) ?? .turn
            blocks.append(Block(kind: kind, span: TextSpan(start, text.count), label: label))
        }
        return Transcript(text: CanonicalText(String(text)), blocks: blocks, measure: 66)
    }

    /// Random words and marks with more of what sentences end in and of what joins words.
    private func randomTalk(pieces: Int, _ random: inout SeededGenerator) -> String {
        let stock = [
            "a", "we ", "don’t", "-", "'", "‐", " ", " ", ". ", ".", " . ", "? ", "!", "…", "…” ", ") ", "\"", "。", "！",
            "\n", "e.g.",
            "No.", "5", " J.", "etc.", "\u{301}", "\u{200D}", "我", "们", "한국", "é", "😀", "long-winded ", "P.M. ", "\t",
            "．",
        ]
        return (0..<pieces).map { _ in stock.randomElement(using: &random) ?? "" }.joined()
    }

    private func plainUnits(_ unit: ReadingUnit, of block: Block, in text: CanonicalText) -> [TextSpan] {
        switch unit {
        case .word: return text.plainReadingWords(in: block.span)
        case .sentence: return text.plainSentences(in: block.speechSpan)
        case .turn:
            let speech = text.plainlyTrimmed(block.speechSpan)
            return speech.isEmpty ? [] : [speech]
        }
    }

    @Test(arguments: 0..<120) func theUnitsOfAWholeSpanAreThoseOfThePlainWay(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let talk = randomTalk(pieces: 120, &random) + randomText(pieces: 60, using: &random)
        let text = CanonicalText(talk)
        let start = Int.random(in: 0...text.scalarCount, using: &random)
        for span in [text.wholeSpan, TextSpan(start, Int.random(in: start...text.scalarCount, using: &random))] {
            #expect(text.words(in: span) == text.plainWords(in: span))
            #expect(text.wordCount(in: span) == text.plainWords(in: span).count)
            #expect(text.readingWords(in: span) == text.plainReadingWords(in: span))
            #expect(text.sentences(in: span) == text.plainSentences(in: span))
            #expect(text.trimmed(span) == text.plainlyTrimmed(span))
        }
    }

    @Test(arguments: 0..<25, ReadingUnit.allCases)
    func everyPlaceHasTheNeighboursThatThePlainWayFinds(seed: Int, unit: ReadingUnit) {
        var random = SeededGenerator(seed: UInt64(seed))
        let transcript = randomTranscript(using: &random)
        let all = transcript.blocks.map { plainUnits(unit, of: $0, in: transcript.text) }
        for offset in 0...transcript.text.scalarCount {
            let index = transcript.blockIndex(at: offset) ?? 0
            let (on, before) = (all[index...].joined(), all[...index].joined())
            #expect(transcript.unit(unit, holding: offset) == all[index].first { $0.contains(offset) })
            #expect(transcript.unit(unit, endingAfter: offset) == on.first { offset < $0.end })
            #expect(transcript.unit(unit, startingAfter: offset) == on.first { offset < $0.start })
            #expect(transcript.unit(unit, startingBefore: offset) == Array(before).last { $0.start < offset })
            #expect(transcript.unit(unit, endingBy: offset) == Array(before).last { $0.end <= offset })
        }
    }

    /// Longer than what is looked at in one go, so that the breaks between are found in every kind of text.
    @Test(arguments: [
        "word", "word ", "don't-", "word. ", "word.\n", "我", "我。", "…", ". ", " ", "\n", "a\u{301}", "e.g. ", "x.y.",
        "J. ", "\u{301}",
        "Well . . . and ", "“Who?” she said. ", "-", "'a", "我-们", "\t\n ",
    ])
    func longRunsOfOneKindAreNoTrap(piece: String) {
        let transcript = longTranscript(of: piece)
        let text = transcript.text
        var random = SeededGenerator(seed: 11)
        for unit in ReadingUnit.allCases {
            let units = plainUnits(unit, of: transcript.blocks[0], in: text)
            for _ in 0..<12 {
                let offset = Int.random(in: 0...text.scalarCount, using: &random)
                #expect(transcript.unit(unit, endingAfter: offset) == units.first { offset < $0.end })
                #expect(transcript.unit(unit, startingAfter: offset) == units.first { offset < $0.start })
                #expect(transcript.unit(unit, startingBefore: offset) == units.last { $0.start < offset })
                #expect(transcript.unit(unit, endingBy: offset) == units.last { $0.end <= offset })
            }
        }
    }

    private func longTranscript(of piece: String) -> Transcript {
        let text = CanonicalText("P1: " + String(repeating: piece, count: 4_000 / piece.unicodeScalars.count))
        let block = Block(kind: .turn, span: text.wholeSpan, speaker: "P1", label: "P1: ")
        return Transcript(text: text, blocks: [block], measure: 66)
    }

    @Test func motionsGoOverLabelsAndBlocks() {
        var talk = TalkBuilder()
        talk.turn("INT", "How so? Tell me.")
        talk.turn("P1", "It's well-known.")
        let transcript = talk.transcript
        func words(_ span: TextSpan?) -> String? { span.map { transcript.text.string(in: $0) } }
        #expect(words(transcript.unit(.word, startingAfter: 0)) == "How")
        #expect(words(transcript.unit(.sentence, endingAfter: 0)) == "How so?", "a label is no sentence")
        #expect(words(transcript.unit(.turn, startingAfter: 5)) == "It's well-known.")
        let end = transcript.text.scalarCount
        #expect(words(transcript.unit(.word, endingBy: end)) == "well-known")
        #expect(words(transcript.unit(.sentence, startingBefore: end)) == "It's well-known.")
        #expect(transcript.unit(.word, startingAfter: end) == nil)
        #expect(transcript.unit(.sentence, startingBefore: 0) == nil)
        #expect(transcript.unit(.word, holding: end) == nil)
    }

    @Test func anEmptyTranscriptHasNoUnits() {
        let transcript = Transcript(text: CanonicalText(""), blocks: [], measure: 66)
        for unit in ReadingUnit.allCases {
            #expect(transcript.unit(unit, endingAfter: 0) == nil)
            #expect(transcript.unit(unit, startingBefore: 0) == nil)
        }
    }
}
