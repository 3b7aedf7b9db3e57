import Testing

@testable import CodingCore

@Suite struct CoderIDTests {
    @Test(arguments: ["a", "rs", "r-s", "42", "-", "abcdefghijklmnopqrstuvwx"]) func lawfulNamesAreKept(name: String) {
        #expect(CoderID(name)?.description == name)
        #expect(CoderID("[\(name)]".dropFirst().dropLast())?.description == name)
    }

    @Test(arguments: [
        "", "RS", "r s", "r_s", "r.s", "r/s", "../x", "é", "rs\n", "abcdefghijklmnopqrstuvwxy", "\u{212A}", "r\u{301}",
    ])
    func otherNamesAreRefused(name: String) {
        #expect(CoderID(name) == nil)
    }

    @Test(arguments: [
        ("Rae Smith", "raesmith"), ("R.S.", "rs"), ("ÉMILE", "mile"), ("root", "root"), ("user_name-2", "username-2"),
        ("A name that goes on and on and on", "anamethatgoesonandonando"),
    ])
    func theNearestLawfulNameIsFound(name: String, expected: String) {
        #expect(CoderID(nearestTo: name)?.description == expected)
    }

    @Test(arguments: ["", "我们", "…", " "]) func aNameWithoutAnyLawfulLetterHasNone(name: String) {
        #expect(CoderID(nearestTo: name) == nil)
    }

    @Test func codersSortByName() throws {
        let names = ["zz", "a", "rs", "a-b"]
        #expect(names.compactMap { CoderID($0) }.sorted().map(\.description) == ["a", "a-b", "rs", "zz"])
    }
}
