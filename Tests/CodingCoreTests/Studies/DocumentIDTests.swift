import TestSupport
import Testing

@testable import CodingCore

@Suite struct DocumentIDTests {
    @Test(arguments: [
        ("B07", "B07"), ("B/B07", "B07"), ("2026/wave-1/B_07.b", "B_07.b"), ("Größe/访谈1", "访谈1"), ("a..b", "a..b"),
        ("कमल", "कमल"), ("1", "1"),
    ])
    func pathsOfLettersAndDigitsAreKept(text: String, last: String) throws {
        let id = try #require(DocumentID(text))
        #expect(id.description == text)
        #expect(id.lastComponent == last)
        #expect(DocumentID("[\(text)]".dropFirst().dropLast()) == id)
    }

    @Test(arguments: [
        "", "/", "/B07", "B07/", "B//07", ".", "..", "../B07", "B/../07", ".hidden", "B/.x", "-B07", "B/-x", "B 07",
        "B\n07",
        "B\u{0}7", "B\\07", "B:07", "B07*", "\u{202E}txt", "B\u{200B}07", "B\u{A0}07", "B\u{2028}07", "😀", "B“07”",
        "B\u{1B}[2J",
        String(repeating: "a", count: 201),
    ])
    func otherTextIsNoDocument(text: String) {
        #expect(DocumentID(text) == nil)
    }

    @Test func anAccentInOneScalarAndInTwoAreTwoDocuments() throws {
        let (one, two) = (try #require(DocumentID("caf\u{E9}")), try #require(DocumentID("cafe\u{301}")))
        #expect(one != two)
        #expect(Set([one, two, one]).count == 2)
        #expect((one < two) != (two < one))
    }

    // MARK: Natural order

    @Test(arguments: [
        ["B1", "B2", "B10", "B10a", "B11"],
        ["B", "B/1", "B/02", "B/2a", "B/10"],
        ["B007", "B07", "B7", "B8"],  // the same number: byte by byte
        ["2", "10", "a", "é"],
        ["A2", "B1", "a1"],
        ["x2y10", "x2y11", "x10y1"],
        ["B-9/1", "B/1", "B9"],
        ["0", "00000000000000000000000000000001", "18446744073709551616", "18446744073709551617"],
    ])
    func numbersInNamesSortAsNumbers(ordered: [String]) {
        var shuffled = ordered
        for _ in 0..<10 {
            shuffled.shuffle()
            #expect(shuffled.sorted(by: naturallyPrecedes) == ordered)
        }
    }

    @Test(arguments: 0..<6) func theOrderIsStrictAndWhole(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let stock = ["a", "B", "0", "1", "9", "/", "-", ".", "_", "é", "e\u{301}", "我"]
        let names = (0..<45).map { _ in
            (0..<Int.random(in: 0...5, using: &random)).map { _ in stock.randomElement(using: &random) ?? "" }.joined()
        }
        var faults: [String] = []
        for a in names {
            for b in names {
                let (before, after) = (naturallyPrecedes(a, b), naturallyPrecedes(b, a))
                let areSame = a.utf8.elementsEqual(b.utf8)
                if areSame ? before || after : before == after { faults.append("“\(a)” and “\(b)”") }
                guard before else { continue }
                for c in names where naturallyPrecedes(b, c) && !naturallyPrecedes(a, c) {
                    faults.append("“\(a)”, “\(b)”, “\(c)”")
                }
            }
        }
        #expect(faults == [])
    }
}
