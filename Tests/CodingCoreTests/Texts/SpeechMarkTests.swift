import Testing

@testable import CodingCore

@Suite struct SpeechMarkTests {
    private func marks(_ text: String) -> [String] {
        let canonical = CanonicalText(text)
        return canonical.speechMarks.map { "\($0.kind.rawValue) \(canonical.string(in: $0.span))" }
    }

    @Test(arguments: [
        ("a [inaudible] b", ["gap [inaudible]"]),
        ("[Unintelligible 00:08:59.28]", ["gap [Unintelligible 00:08:59.28]"]),
        ("(unclear: multiple speakers)", ["gap (unclear: multiple speakers)"]), ("x [?] y", ["gap [?]"]),
        ("(????)", ["gap (????)"]),
        ("so (        ) he", ["gap (        )"]), ("[crosstalk]", ["gap [crosstalk]"]),
        ("(unverständlich)", ["gap (unverständlich)"]),
        ("[inaudible but about the ward]", ["gap [inaudible but about the ward]"]),
        ("[pause]", ["pause [pause]"]), ("(pause 0.28)", ["pause (pause 0.28)"]), ("(0.7)", ["pause (0.7)"]),
        ("(.)", ["pause (.)"]),
        ("(3 secs)", ["pause (3 secs)"]), ("[long pause]", ["pause [long pause]"]), ("(pausa)", ["pause (pausa)"]),
        ("[laughs]", ["sound [laughs]"]), ("((ride))", ["sound ((ride))"]), ("*(laughter)*", ["sound (laughter)"]),
        ("(phone rings)", ["sound (phone rings)"]), ("[both laugh]", ["sound [both laugh]"]),
        ("[rire]", ["sound [rire]"]),
        ("(Beifall bei der SPD)", ["sound (Beifall bei der SPD)"]),
        ("[redacted]", ["redaction [redacted]"]), ("[name redacted]", ["redaction [name redacted]"]),
        ("[name]", ["redaction [name]"]),
        ("at [School 2] and [Hospital B]", ["redaction [School 2]", "redaction [Hospital B]"]),
        ("Dr XXX said", ["redaction XXX"]), ("XXXX.", ["redaction XXXX"]),
        ("é [pause] 唐 [laughs]", ["pause [pause]", "sound [laughs]"]),
    ])
    func marksAreToldByTheirWords(text: String, expected: [String]) { #expect(marks(text) == expected) }

    @Test(arguments: [
        "", "[Alan Macfarlane]", "[the Post Office]", "(2020)", "(see page 3)", "[school bell]", "[…]", "[...]", "XX",
        "XXXL", "aXXX",
        "[pause", "pause]", "[pau\nse]", "(a long story about laughing and crying in the ward)", "[as read]", "()",
        "[]", "(1:02)",
        "[" + String(repeating: "inaudible ", count: 40) + "]",
    ])
    func otherBracketsAreText(text: String) { #expect(marks(text) == []) }

    @Test func spansAreInScalarsAndInOrder() {
        let text = CanonicalText("e\u{301}😀 [laughs] 唐 [pause]")
        #expect(text.speechMarks.map(\.span) == [TextSpan(4, 12), TextSpan(15, 22)])
    }

    @Test func aFloodOfBracketsIsReadOnce() {
        #expect(marks(String(repeating: "[", count: 200_000)) == [])
        #expect(CanonicalText(String(repeating: "[pause] ", count: 20_000)).speechMarks.count == 20_000)
    }
}
