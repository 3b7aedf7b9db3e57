import CodingCore
import Testing

@testable import Interchange

@Suite struct PagedTextTests {
    private func paged(_ pages: [String]) -> StructuredText {
        PagedText(CanonicalText(pages.joined(separator: "\u{C}") + "\u{C}")).structured
    }

    private func words(_ text: StructuredText) -> String { String(decoding: text.text.utf8, as: UTF8.self) }

    /// Sixty columns of prose, wrapped as a program wraps it.
    private static let prose = [
        "It was never clear to any of us who was commissioning what,",
        "and the block contract had been rolled over for so long that",
        "people had stopped asking. You would sit in a meeting, and a",
        "manager would say that the tariff did not apply, and nobody",
        "knew whether that was true. So you went back to the ward and",
        "did what you had always done, which was to look after those",
        "who were in front of you and to hope that somebody had read",
        "the small print. That is how it went for most of that year.",
        "When the virtual wards came in it all began once more, with",
        "new forms and new names for the same old things we did then.",
        "I do not blame them. They had to be seen to do something and",
        "this was something. But it was never a plan, as far as I saw",
        "it, and nobody ever wrote one down that I could have read it",
        "in. There were slides. There are always slides in that place",
        "and they go round and round until nobody knows who made them.",
    ]

    @Test func aParagraphGoesOnOverThePage() {
        let half = Self.prose.count / 2
        let text = paged([
            "Ann: " + Self.prose[..<half].joined(separator: "\n"), Self.prose[half...].joined(separator: "\n"),
        ])
        #expect(words(text) == "Ann: " + Self.prose.joined(separator: " ") + "\n")
        #expect(text.pages.map(\.name) == ["1", "2"])
        let second = words(text).utf8.count - Self.prose[half...].joined(separator: " ").utf8.count - 1
        #expect(text.pages.last?.byte == second)
    }

    @Test(arguments: [
        ("12", true), ("- 12 -", true), ("Page 3 of 10", true), ("3/10", true), ("p. 4", true), ("Seite 4 von 9", true),
        ("Chapter 4", false), ("4 people came", false), ("10:30", false), ("1984 was it", false), ("Ann: 4", false),
    ])
    func aNumberAloneAtTheEdgeOfAPageIsItsNumber(line: String, isNumber: Bool) {
        let text = paged(["Some words\nof talk\nthat go on\nfor four\nlines here\nand more\n\n\(line)\n"])
        #expect(words(text).contains(line) == !isNumber)
    }

    @Test func runningHeadsGoAndTheSameWordsInsideStay() {
        let pages = (1...5).map {
            "Interview with Ann   Page \($0)\n\nAnn: One \($0).\n\nBob: Two.\n\nAnn: Interview with Ann\n\n\($0 % 2 == 0 ? "Bob" : "Eva"): "
                + String(repeating: "so ", count: $0) + "\n"
        }
        let text = paged(pages)
        #expect(!words(text).contains("Page"))
        #expect(words(text).components("Ann: Interview with Ann") == 5)
        #expect(text.remarks.contains { $0.contains("Left out on 5 pages") })
    }

    @Test func twoPagesAreTooFewToTellAHead() {
        let text = paged(["Ann\n\nBob: x\n\ny\n", "Ann\n\nBob: z\n\nw\n"])
        #expect(words(text).components("Ann") == 2)
    }

    @Test func wordsCutAtTheLineEndAreWholeAgain() {
        var lines = Self.prose
        lines[3] = "manager would say that the tariff did not apply, and commis-"
        lines[4] = "sioning was well-being work and nobody ever knew it was well-"
        lines[5] = "being at all, which was to look after those who were in fron"
        let text = paged([lines.joined(separator: "\n")])
        #expect(words(text).contains("and commissioning was well-being work"))
        // The hyphen that stands inside a line elsewhere is the word's own.
        #expect(words(text).contains("it was well-being at all"))
        #expect(text.remarks.contains("Words cut by a hyphen at the end of a line were joined: 1."))
    }

    @Test func shortLinesStayLines() {
        let poem = (1...20).map { "Line \($0) of verse" }.joined(separator: "\n")
        #expect(words(paged([poem])) == poem + "\n")
    }

    @Test(arguments: [[""], ["", ""], ["\n\n"], ["x"], [String(repeating: "\n", count: 5_000)]])
    func nothingOddBreaksIt(pages: [String]) {
        let text = paged(pages)
        #expect(text.text.utf8.last == 0x0A)
    }
}

extension String {
    /// How often a piece occurs.
    fileprivate func components(_ piece: String) -> Int { ranges(of: piece).count }
}
