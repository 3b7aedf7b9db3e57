// Patterns find what they should in every script, say where they are wrong, and never hang.

import Patterns
import Testing

@Suite struct PatternTests {
    private func found(_ pattern: String, in text: String, ignoresCase: Bool? = nil) throws -> [String] {
        let bytes = Array(text.utf8)
        return try Pattern(pattern, ignoresCase: ignoresCase).matches(in: bytes).map {
            String(decoding: bytes[$0], as: UTF8.self)
        }
    }

    @Test(
        arguments: [
            ("ward(s|ed)?", "Wards and a ward, warded.", ["Wards", "ward", "warded"]),
            ("Ward", "ward Ward", ["Ward"]),
            (#"\w+"#, "虛擬 病房, café", ["虛擬", "病房", "café"]),
            ("ÉTÉ", "été ÉTÉ", ["ÉTÉ"]),
            ("été", "été ÉTÉ", ["été", "ÉTÉ"]),
            ("^b.*$", "a\nbc\nbd", ["bc", "bd"]),
            (#"\bblock contracts?\b"#, "block contract, blocks", ["block contract"]),
            (#"(?-i)\p{Lu}{2,}"#, "the NHS and the ICB", ["NHS", "ICB"]),
            ("x*", "aaxxa", ["xx"]),
            ("nothing", "", []),
        ] as [(String, String, [String])]
    )
    func matchesAreFound(pattern: String, text: String, matches: [String]) throws {
        #expect(try found(pattern, in: text) == matches)
    }

    @Test func caseCountsWhenItIsSaid() throws {
        #expect(try found("ward", in: "Ward ward", ignoresCase: false) == ["ward"])
        #expect(try found("Ward", in: "Ward ward", ignoresCase: true) == ["Ward", "ward"])
    }

    @Test(arguments: [("(", 1), ("[a", 2), ("a{2,1}", 5), ("*", 0), (#"\"#, 1), (#"\C"#, 2)])
    func whatIsNoPatternSaysWhere(pattern: String, offset: Int) throws {
        let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
        #expect(error?.offset == offset, "\(error?.description ?? "")")
        #expect(error?.description.isEmpty == false)
    }

    @Test func aPatternThatWouldNeverEndIsStopped() throws {
        let pattern = try Pattern("^(a+)+$")
        let text = String(repeating: "a", count: 60) + "c"
        #expect(throws: PatternLimit.self) { try pattern.matches(text) }
        #expect(throws: PatternLimit.self) { try pattern.matches(in: Array(text.utf8)) }
    }

    @Test func whetherItMatchesMayBeWithNothing() throws {
        #expect(try Pattern("x*").matches("abc"))
        #expect(try Pattern("^$").matches(""))
        #expect(try !Pattern("x+").matches("abc"))
    }

    @Test func equalSourcesAreEqual() throws {
        #expect(try Pattern("a") == Pattern("a"))
        #expect(try Pattern("a") != Pattern("a", ignoresCase: false))
    }
}
