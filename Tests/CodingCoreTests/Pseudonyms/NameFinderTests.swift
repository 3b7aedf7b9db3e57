import Testing

@testable import CodingCore

@Suite struct NameFinderTests {
    private static let finder = NameFinder([
        Pseudonym(name: "Anna", pseudonym: "Beth"), Pseudonym(name: "Anna Smith", pseudonym: "Beth Jones"),
        Pseudonym(name: "Hope", pseudonym: "Faith"), Pseudonym(name: "Anne-Marie O'Neill", pseudonym: "Eva"),
        Pseudonym(name: "José", pseudonym: "Juan"), Pseudonym(name: "唐鳳", pseudonym: "王五"),
        Pseudonym(name: "St. James", pseudonym: "Northside"),
    ])

    private func replaced(_ text: String) -> String { Self.finder.replacing(in: text, \.replacement) }

    @Test(arguments: [
        ("Anna said so.", "Beth said so."), ("It was Anna's turn, Anna’s.", "It was Beth's turn, Beth’s."),
        ("Anna Smith: hello", "Beth Jones: hello"), ("Anna\nSmith came.", "Beth Jones came."),
        ("Anna  Smith", "Beth Jones"),
        ("ANNA: WHY?", "BETH: WHY?"), ("ANNA SMITH", "BETH JONES"), ("**Anna**: x", "**Beth**: x"),
        ("(Anna)", "(Beth)"),
        ("Anne-Marie O'Neill", "Eva"), ("at St. James, and St.James", "at Northside, and St.James"),
        ("Jose\u{301} and José", "Juan and Juan"), ("唐鳳說，他說唐鳳。", "王五說，他說王五。"), ("é😀 Anna", "é😀 Beth"),
        ("Anna, Anna Anna", "Beth, Beth Beth"),
    ])
    func namesAreFoundAsWholeWords(text: String, expected: String) {
        #expect(replaced(text).utf8.elementsEqual(expected.utf8))
    }

    @Test(arguments: [
        "Annabel", "Hannah", "Joanna", "Anna2", "hope", "we hope so", "Anne Marie O'Neill", "Marie", "", "Smith", "唐 鳳",
        "anna",
    ])
    func otherWordsAreNot(text: String) { #expect(replaced(text).utf8.elementsEqual(text.utf8)) }

    @Test func anEmptyLineEndsAName() {
        #expect(replaced("Anna\n\nSmith: hello") == "Beth\n\nSmith: hello")
    }

    @Test func smallLettersAreDoubtfulAndStay() {
        let hits = Self.finder.hits(in: "we hope that Hope comes")
        #expect(hits.map(\.isDoubtful) == [true, false])
        #expect(hits.map(\.span) == [TextSpan(3, 7), TextSpan(13, 17)])
        #expect(replaced("we hope that Hope comes") == "we hope that Faith comes")
    }

    @Test func spansAreInScalars() {
        #expect(Self.finder.hits(in: "e\u{301}😀 Anna").map(\.span) == [TextSpan(4, 8)])
    }

    @Test func aLongTextIsReadOnce() {
        let text = String(repeating: "Anna Smithson and Anna Smith went. ", count: 5_000)
        #expect(Self.finder.hits(in: text).count == 10_000)
    }

    // MARK: Where passages go

    private static func tag(_ digit: String) -> VersionTag? { VersionTag(String(repeating: digit, count: 64)) }

    @Test(
        arguments: [
            (0, 3, nil), (2, 8, 2...11), (4, 6, 4...9), (3, 7, 3...10), (5, 9, 4...12), (0, 14, 0...20),
            (11, 13, 14...20),
        ] as [(Int, Int, ClosedRange<Int>?)]
    )
    func aPassageOverAReplacedNameKeepsItsEdges(start: Int, end: Int, place: ClosedRange<Int>?) throws {
        // 4 kept, 2 become 5, 5 kept (at 9), 2 become 6 (at 14), 1 kept (at 20).
        var kept = KeptStretches(of: try #require(Self.tag("a")))
        kept.add(TextSpan(0, 4), at: 0)
        kept.add(TextSpan(4, 6), replacedBy: TextSpan(4, 9))
        kept.add(TextSpan(6, 11), at: 9)
        kept.add(TextSpan(11, 13), replacedBy: TextSpan(14, 20))
        kept.add(TextSpan(13, 14), at: 20)
        let found = kept.placeOverReplaced(TextSpan(start, end))
        let expected = place.map { TextSpan($0.lowerBound, $0.upperBound + (end == 14 ? 1 : 0)) }
        #expect(found == expected)
    }
}
