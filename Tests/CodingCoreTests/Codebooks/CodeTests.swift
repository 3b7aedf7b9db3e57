import Testing

@testable import CodingCore

@Suite struct CodeTests {
    @Test(arguments: ["a", "block-contracts", "x1", "-", "rs/trust", "r-s/a-b", "a/b", "42"])
    func slugsAreKept(text: String) {
        #expect(CodeID(text)?.description == text)
        #expect(CodeID("[\(text)]".dropFirst().dropLast())?.description == text)
    }

    @Test(arguments: [
        "", "/", "a/", "/a", "a//b", "a/b/c", "A", "block contracts", "block_contracts", "é", "a.b", "../a", "a\n",
        "a\u{301}",
        "${id}", String(repeating: "a", count: 65), "abcdefghijklmnopqrstuvwxy/a",
    ])
    func otherTextIsNoSlug(text: String) {
        #expect(CodeID(text) == nil)
    }

    @Test func aSlugIsAtMost64Long() {
        #expect(CodeID(String(repeating: "a", count: 64)) != nil)
    }

    @Test(arguments: [("rs/trust", "rs"), ("abcdefghijklmnopqrstuvwx/a", "abcdefghijklmnopqrstuvwx"), ("trust", nil)])
    func aProposedCodeNamesItsCoder(text: String, coder: String?) throws {
        #expect(try #require(CodeID(text)).proposer?.description == coder)
    }

    @Test func slugsSortByText() {
        let slugs = ["b", "a", "rs/a", "a-b", "a1"].map(slug)
        #expect(slugs.sorted().map(\.description) == ["a", "a-b", "a1", "b", "rs/a"])
    }

    @Test(
        arguments: [
            (.code, .agreed, true),
            (.code, .proposed, true),
            (.code, .retired, false),
            (.code, .mergedInto(slug("x")), false),
            (.marker, .agreed, true),
            (.category, .agreed, false),
            (.category, .proposed, false),
        ] as [(Code.Kind, Code.Status, Bool)]
    )
    func codesInUseCanBeApplied(kind: Code.Kind, status: Code.Status, isApplicable: Bool) {
        #expect(Code(id: slug("a"), name: "A", kind: kind, status: status).isApplicable == isApplicable)
    }

    @Test func theRuleIsTakenOverDefinitionIncludesAndExcludes() {
        var code = Code(id: slug("a"), name: "A", definition: "D", include: ["i1", "i2"], exclude: ["e"])
        #expect(code.ruleSource == "D\n-\ni1\ni2\n-\ne\n")
        let source = code.ruleSource
        code.name = "B"
        code.brief = "other"
        code.example = "other"
        #expect(code.ruleSource == source, "a name, a summary or an example is no rule")
        code.include = ["i1"]
        code.exclude = ["i2", "e"]
        #expect(code.ruleSource != source)
        #expect(Code(id: slug("a"), name: "A").ruleSource == "\n-\n-\n")
    }

    @Test func theTagIsTheMnemonicInCapitals() {
        #expect(Code(id: slug("a"), name: "A", mnemonic: "bc").tag == "BC")
    }
}
