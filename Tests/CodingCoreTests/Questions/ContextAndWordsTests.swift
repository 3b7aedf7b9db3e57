import Testing

@testable import CodingCore

/// Context at the borders of a text, and words that passages share.
@Suite struct ContextAndWordsTests {
    private func context(_ speech: String, _ sentences: Int, note: Bool = true) throws -> [String] {
        var made = MadeStudy(codes: [try entry("trust")])
        let spans = try made.add("D1") { note ? $0.note(speech) : $0.turn("P1", speech) }
        try made.code("D1", spans[0], "trust")
        let found = try Extracts(made.corpus, context: .sentences(sentences)) { _ in "" }.extracts
        return try [#require(found.first).before, #require(found.first).after]
    }

    @Test(arguments: [
        ("«One.» Two. Three.", 1, "", " Two."), ("One. Two. «Three.»", 1, "Two. ", ""),
        ("«One. Two. Three.»", 3, "", ""), ("One. «Two.» Three.", 5, "One. ", " Three."),
        ("One «two three» four.", 1, "One ", " four."), ("One. Tw«o. Th»ree.", 1, "Tw", "ree."),
        ("«One» two. Three. Four.", 2, "", " two. Three."),
        ("Is it? «Yes!» No… Well.", 1, "Is it? ", " No…"),
        ("一。二。«三。»四。五。", 1, "二。", "四。"), ("一。二。«三。»四。五。", 2, "一。二。", "四。五。"),
    ])
    func contextIsWholeSentencesUpToTheBorder(speech: String, count: Int, before: String, after: String) throws {
        let found = try context(speech, count)
        #expect(found[0] == before)
        #expect(found[1].hasPrefix(after) && found[1].dropFirst(after.count).allSatisfy(\.isNewline))
    }

    @Test func theSpeakersLabelIsPartOfTheTalkAround() throws {
        #expect(try context("«One.» Two.", 1, note: false) == ["P1: ", " Two."])
    }

    @Test func aSentenceWithoutEndIsCutAtTheReach() throws {
        let long = String(repeating: "word ", count: 2_000)
        let found = try context(long + "«here»" + long, 1)
        #expect(found[0].unicodeScalars.count <= 600)
        #expect(found[1].unicodeScalars.count <= 600)
        #expect(found[0].hasSuffix("word ") && !found[1].isEmpty)
    }

    @Test(
        arguments: [
            // Passages as pairs of offsets in "one two three four five"; the words they cover together.
            ([(0, 3)], 1), ([(0, 7)], 2), ([(0, 3), (0, 3)], 1), ([(0, 7), (4, 13)], 3), ([(4, 13), (0, 7)], 3),
            ([(0, 2), (2, 3)], 1), ([(0, 1), (2, 3)], 1), ([(0, 23), (4, 7), (8, 13)], 5), ([(3, 4)], 0), ([(2, 5)], 2),
            ([(0, 5), (6, 9)], 3), ([], 0), ([(22, 23)], 1),
        ] as [([(Int, Int)], Int)]
    )
    func wordsUnderSeveralPassagesCountOnce(passages: [(Int, Int)], expected: Int) throws {
        var talk = TalkBuilder()
        talk.note("one two three four five")
        var words = CodedWords(talk.transcript)
        #expect(words.count(coveredBy: passages.map { TextSpan($0.0, $0.1) }) == expected)
    }

    @Test func labelsBlanksAndMarksAreNoWords() throws {
        var talk = TalkBuilder()
        talk.turn("Mr Smith", "Well – yes… I don't 12,5 know!")
        talk.note("混乱 ok")
        var words = CodedWords(talk.transcript)
        let whole = TextSpan(0, talk.transcript.text.scalarCount)
        #expect(words.count(coveredBy: [whole]) == words.count(in: Set(Block.Kind.allCases)))
        #expect(words.count(in: [.note]) == 3)
        #expect(words.count(coveredBy: [TextSpan(0, "Mr Smith: ".count)]) == 0)
        #expect(words.count(coveredBy: [whole], in: [.turn]) == words.count(in: [.turn]))
    }

    @Test(
        arguments: [
            ([(0, 3), (3, 5)], [(0, 5)]), ([(4, 5), (0, 2)], [(0, 2), (4, 5)]), ([(0, 9), (2, 3)], [(0, 9)]),
            ([(0, 2), (1, 4), (4, 6), (8, 9)], [(0, 6), (8, 9)]), ([], []),
        ] as [([(Int, Int)], [(Int, Int)])]
    )
    func passagesThatTouchAreOne(passages: [(Int, Int)], merged: [(Int, Int)]) {
        #expect(CodedWords.merged(passages.map { TextSpan($0.0, $0.1) }) == merged.map { TextSpan($0.0, $0.1) })
    }

    @Test func anExtractLooksAtTheTextNotOnlyAtTheCoding() throws {
        var made = MadeStudy(codes: [try entry("trust")])
        let spans = try made.add("D1") { $0.note("«The Winter\n  Pressure.»") }
        try made.code("D1", spans[0], "trust")
        for (words, expected) in [("\"winter pressure\"", 1), ("\"winter  pressure.\"", 1), ("winterpressure", 0)] {
            let query = try made.query("text:\(words)")
            #expect(try Extracts(made.corpus, query: query) { _ in "" }.extracts.count == expected, "\(words)")
        }
    }

    @Test(arguments: [
        (["a", "b", "a"], ["a", "b"]), ([], []), (["é", "e\u{301}"], ["é"]), (["x"], ["x"]),
    ])
    func onlyTheFirstOfEqualsIsKept(given: [String], kept: [String]) {
        #expect(given.uniqued() == kept)
    }
}
