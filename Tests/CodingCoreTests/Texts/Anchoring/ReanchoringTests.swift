import CodingCore
import TestSupport
import Testing

/// Where passages go when their text is edited: the edits that people make, one by one.
@Suite struct ReanchoringTests {
    private static let talk = """
        INT: What changed for you?

        P1: The block contract did. We knew in March that nothing would move before winter, and nobody told the ward.

        INT: Who should have told them?

        P1: The trust, or the commissioner. It is always somebody else’s job, “not mine”, they say.

        """

    /// One edit and what it is to a passage.
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let passage: String
        let how: Anchoring
        let now: String?
        let edit: @Sendable (String) -> String

        var testDescription: String { name }

        init(
            _ name: String,
            _ passage: String,
            _ how: Anchoring,
            now: String?,
            _ edit: @escaping @Sendable (String) -> String
        ) {
            self.name = name
            self.passage = passage
            self.how = how
            self.now = now
            self.edit = edit
        }
    }

    static let cases: [Case] = [
        Case("nothing", "nobody told the ward", .exact, now: "nobody told the ward") { $0 },
        Case("two lines above", "nobody told the ward", .exact, now: "nobody told the ward") {
            "Transcribed by KT.\nChecked twice.\n" + $0
        },
        Case(
            "a note right before the turn",
            "The trust, or the commissioner.",
            .exact,
            now: "The trust, or the commissioner."
        ) {
            $0.replacing("P1: The trust", with: "[pause]\n\nP1: The trust")
        },
        Case("wrapped anew", "nothing would move before winter", .exact, now: "nothing\nwould move before winter") {
            $0.replacing("nothing would", with: "nothing\nwould")
        },
        Case(
            "other quotes and dashes",
            "somebody else’s job, “not mine”",
            .exact,
            now: "somebody else's job, \"not mine\""
        ) {
            $0.replacing("’", with: "'").replacing("“", with: "\"").replacing("”", with: "\"")
        },
        Case(
            "a typo mended inside",
            "We knew in March that nothing would move",
            .edited,
            now: "We knew in Marsh that nothing would move"
        ) {
            $0.replacing("March", with: "Marsh")
        },
        Case("the name of a month replaced", "March", .guess, now: "[month]") {
            $0.replacing("March", with: "[month]")
        },
        Case("the passage deleted", "We knew in March that nothing would move before winter", .orphan, now: nil) {
            $0.replacing("We knew in March that nothing would move before winter, and nobody told the ward.", with: "")
        },
        Case("everything deleted", "nobody told the ward", .orphan, now: nil) { _ in "" },
        Case("another text", "nobody told the ward", .orphan, now: nil) { _ in "Something else was said on another day."
        },
        Case(
            "the turn moved to the beginning",
            "It is always somebody else’s job",
            .guess,
            now: "It is always somebody else’s job"
        ) {
            let turn = "P1: The trust, or the commissioner. It is always somebody else’s job, “not mine”, they say.\n\n"
            return turn + $0.replacing(turn.dropLast(), with: "")
        },
    ]

    @Test(arguments: cases) func aPassageGoesWhereItsWordsAre(_ edit: Case) throws {
        let new = CanonicalText(edit.edit(Self.talk))
        let old = CanonicalText(Self.talk)
        let span = try #require(old.occurrences(of: edit.passage).first)
        let placement = Reanchoring(from: old, to: new).place(span)
        #expect(placement.how == edit.how)
        #expect(placement.span.map(new.string) == edit.now)
    }

    @Test(arguments: ["e\u{301}", "\u{e9}"]) func composedAndDecomposedLettersAreOne(letter: String) throws {
        let other = letter.unicodeScalars.count == 1 ? "e\u{301}" : "\u{e9}"
        let old = CanonicalText("At the caf\(letter) they said: no, the caf\(letter)s stay. 안녕 all.")
        let new = CanonicalText(
            "At the caf\(other) they said: no, the caf\(other)s stay. \u{110B}\u{1161}\u{11AB}녕 all."
        )
        let span = try #require(old.occurrences(of: "the caf\(letter)").first)
        let placement = Reanchoring(from: old, to: new).place(span)
        #expect(placement.how == .exact)
        let words = placement.span.map { Array(new.bytes(in: $0)) }
        #expect(words == Array("the caf\(other)".utf8))
    }

    @Test func aCopyOfTheSentenceElsewhereMakesItAGuessAtBest() throws {
        let sentence = "We knew in March that nothing would move before winter"
        let old = CanonicalText(Self.talk)
        let original = Self.talk.replacing("March", with: "Marhc")
        let span = try #require(old.occurrences(of: sentence).first)
        for new in [sentence + ".\n\n" + original, original + "\nP1: " + sentence + ".\n"] {
            let placement = Reanchoring(from: old, to: CanonicalText(new)).place(span)
            #expect(placement.how != .exact)
        }
    }

    @Test func wordsThatStandTwiceAreToldApartByWhatIsRoundThem() throws {
        let old = CanonicalText("Ann: Yes.\n\nBen: We were short of beds.\n\nAnn: Yes.\n\nBen: And of nurses, too.\n")
        let new = CanonicalText("Note.\n\n" + old.string(in: old.wholeSpan))
        let spans = old.occurrences(of: "Yes.")
        let reanchoring = Reanchoring(from: old, to: new)
        for span in spans {
            let placement = reanchoring.place(span)
            #expect(placement.span == TextSpan(span.start + 7, span.end + 7))
        }
    }

    @Test func partOfALineEndStaysAPart() throws {
        let old = CanonicalText("One sentence stands here alone.\n\nAnother sentence follows it at once.\n")
        let new = CanonicalText("New.\n\n" + old.string(in: old.wholeSpan))
        let span = TextSpan(0, 32)
        #expect(old.string(in: span) == "One sentence stands here alone.\n")
        #expect(Reanchoring(from: old, to: new).place(span).span.map(new.string) == "One sentence stands here alone.\n")
    }

    @Test func chinesePassagesAreFoundByTheirCharacters() throws {
        let old = CanonicalText("P1：我们相信他们，因为他们来得很早。冬天没有床位，护士也不够。\n")
        let new = CanonicalText("P1：我们相信他们，因为他们来得很早。去年冬天没有床位，护士也不够，真的。\n")
        let span = try #require(old.occurrences(of: "冬天没有床位").first)
        let placement = Reanchoring(from: old, to: new).place(span)
        #expect(placement.how != .orphan)
        #expect(placement.span.map(new.string) == "冬天没有床位")
    }

    @Test func anEmptyPassageHasAPlaceOrNone() {
        let old = CanonicalText("a b c")
        for new in ["", "a b c", "x", "a b c d"] {
            let text = CanonicalText(new)
            for offset in 0...5 {
                let placement = Reanchoring(from: old, to: text).place(TextSpan(offset, offset))
                #expect(placement.span.map(text.contains) != false)
            }
        }
        #expect(Reanchoring(from: CanonicalText(""), to: old).place(TextSpan(0, 0)).how == .orphan)
    }

    @Test(arguments: 0..<60) func everyPlacementLiesInTheNewText(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let old = CanonicalText(randomText(pieces: Int.random(in: 0..<60, using: &random), using: &random))
        let new = CanonicalText(randomText(pieces: Int.random(in: 0..<60, using: &random), using: &random))
        let mixed = CanonicalText(old.string(in: old.wholeSpan) + new.string(in: new.wholeSpan))
        for target in [new, mixed, old] {
            let reanchoring = Reanchoring(from: old, to: target)
            for start in 0...old.scalarCount {
                let span = TextSpan(start, Int.random(in: start...old.scalarCount, using: &random))
                let placement = reanchoring.place(span)
                #expect(placement.span.map(target.contains) != false)
                #expect((placement.how == .orphan) == (placement.span == nil))
                if target.utf8 == old.utf8 { #expect(placement == reanchoring.place(span) && placement.span == span) }
                if placement.how == .exact, let place = placement.span, target.utf8 != old.utf8 {
                    #expect(squeezed(old.string(in: span)) == squeezed(target.string(in: place)))
                }
            }
            for offset in 0..<old.scalarCount {
                if let place = reanchoring.unchangedPlace(of: offset) { #expect(place < max(1, target.scalarCount)) }
            }
        }
    }

    /// A text without the differences that an exact placement may have.
    private func squeezed(_ text: String) -> String {
        var result = ""
        for character in text.replacing("’", with: "'").unicodeScalars where !character.properties.isWhitespace {
            result.unicodeScalars.append(character)
        }
        return result
    }
}
