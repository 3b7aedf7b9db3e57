// Names that look alike, and names that only nearly do.

import CodingCore
import Testing

@Suite struct LookAlikesTests {
    @Test(arguments: [
        ("Trust", "Тrust"), ("pay", "р\u{430}у"), ("caf\u{E9}", "cafe\u{301}"), ("Block", "Ｂｌｏｃｋ"), ("OK", "ΟΚ"),
        ("well-known", "well\u{2010}known"), ("don't", "don’t"), ("Block contracts", "Block\u{A0}contracts"),
        ("trust", "tr\u{200B}ust"), ("\u{1EBF}", "e\u{302}\u{301}"),
    ])
    func theseAreTakenForOneAnother(_ one: String, _ other: String) {
        #expect(LookAlikes.areTakenForOneAnother(one, other))
        #expect(LookAlikes.areTakenForOneAnother(other, one))
    }

    @Test(arguments: [
        ("Trust", "Trust"), ("Trust", "trust"), ("Trust", "Truth"), ("пай", "pay"), ("", "a"), ("é", "e"), ("信任", "信用"),
        ("оплата", "оплата"),
    ])
    func theseAreNot(_ one: String, _ other: String) {
        #expect(!LookAlikes.areTakenForOneAnother(one, other))
    }

    @Test func aNameOfAnotherScriptStaysOfThatScript() {
        #expect(LookAlikes.appearance(of: "信任 доверие").contains("信任"))
        #expect(LookAlikes.appearance(of: "  Trust \n ") == "Trust")
    }
}
