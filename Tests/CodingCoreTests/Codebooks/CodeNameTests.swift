import TestSupport
import Testing

@testable import CodingCore

@Suite struct CodeNameTests {
    @Test(arguments: [
        ("Trust", "Trust"), ("  block \t contracts\n", "block contracts"), ("line\nbreak", "line break"), ("", ""),
        (" \n\u{200B}", ""), ("a\u{202E}b", "ab"), ("\u{1B}[31mred", "[31mred"), ("no\u{0}thing", "nothing"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("a\u{200D}b", "ab"), ("👩‍⚕️ care", "👩‍⚕️ care"), ("e\u{301}", "e\u{301}"),
        ("a\u{2028}b", "a b"), ("\u{E000}x", "x"),
    ])
    func namesAreOneSafeLine(text: String, name: String) {
        #expect(Array(CodeName.cleaned(text).utf8) == Array(name.utf8))
    }

    @Test(
        arguments: [
            ("the contract, not the person.", "the contract, not the person"), ("“Who pays?” ", "Who pays?"),
            ("- (well,\n  we left)", "well, we left"), ("我们觉得合同不清楚。", "我们觉得合同不清楚"), ("…", nil), (" \n ", nil),
            ("£5 a day", "£5 a day"), ("99 %", "99"), ("100%.", "100%"), ("don't.", "don't"), ("الثقة،", "الثقة"),
        ] as [(String, String?)]
    )
    func participantsWordsMakeANameWithoutTheMarksAround(words: String, name: String?) {
        #expect(CodeName.inVivo(from: words) == name)
    }

    @Test func longWordsOfParticipantsAreCutAfterAWord() throws {
        let talk = String(repeating: "nobody ever told us who ", count: 9)
        let name = try #require(CodeName.inVivo(from: talk))
        #expect(name == "nobody ever told us who nobody ever told us who nobody…")
        let chinese = try #require(CodeName.inVivo(from: String(repeating: "我们", count: 99)))
        #expect(chinese.unicodeScalars.count == CodeName.longestInVivo)
        #expect(chinese.hasSuffix("们我…"))
        let family = String(repeating: "👨‍👩‍👧", count: 30)
        let emoji = try #require(CodeName.inVivo(from: family))
        #expect(emoji.dropLast().allSatisfy { $0 == "👨‍👩‍👧" }, "no character is cut in two")
    }

    @Test(arguments: 0..<200) func everyTextMakesALawfulName(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let text = randomText(pieces: 60, using: &random)
        let cleaned = CodeName.cleaned(text)
        #expect(CodeName.cleaned(cleaned) == cleaned)
        #expect(!cleaned.unicodeScalars.contains { $0.properties.isWhitespace && $0 != " " })
        guard let name = CodeName.inVivo(from: text) else { return }
        #expect(!name.isEmpty && name.unicodeScalars.count <= CodeName.longestInVivo)
        #expect(CodeName.cleaned(name) == name)
    }

    @Test(arguments: [
        ("Trust", "trust"), ("Block contracts", "block-contracts"), ("  Who's in charge? ", "whos-in-charge"),
        ("Café nurses", "cafe-nurses"), ("Cafe\u{301}", "cafe"), ("Who’s", "whos"), ("Ærø", "aro"), ("信任", ""),
        ("", ""),
        ("a/../b", "a-b"), ("--", ""), ("100 days", "100-days"),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-e"),
    ])
    func slugsAreSafeNames(name: String, slug: String) {
        #expect(CodeName.slug(of: name) == slug)
    }

    @Test(arguments: 0..<100) func everySlugFitsTheRuleOfIds(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let slug = CodeName.slug(of: randomText(pieces: 30, using: &random))
        #expect(slug.isEmpty || CodeID(slug) != nil)
        #expect(slug.utf8.count <= CodeName.longestSlug)
    }

    // MARK: In a codebook

    private var codebook: Codebook {
        Codebook(
            title: "t",
            version: "v",
            codes: [
                Code(id: slug("top"), name: "Top", kind: .category),
                Code(id: slug("trust"), name: "Trust", parent: slug("top")),
                Code(id: slug("money"), name: "Money"),
                Code(id: slug("gone"), name: "Gone", status: .retired),
            ]
        )
    }

    @Test func anAddedCodeStandsBelowItsParentWithAFreeMnemonic() throws {
        let before = codebook
        let after = before.adding(Code(id: slug("rs/truth"), name: "Truth", parent: slug("top"), status: .proposed))
        #expect(after.codes.map(\.id.description) == ["top", "trust", "rs/truth", "money", "gone"])
        for code in before.codes { #expect(after[code.id]?.mnemonic == code.mnemonic, "others keep theirs") }
        let tag = try #require(after[slug("rs/truth")]?.mnemonic)
        #expect(tag.utf8.count == 2)
        #expect(before.codes.allSatisfy { !Mnemonics.clash($0.mnemonic, tag) })
        #expect(after.title == "t" && after.version == "v")
    }

    @Test(
        arguments: [("trust", "trust"), (" TRUST ", "trust"), ("Top", nil), ("Gone", nil), ("Tru", nil), ("", nil)]
            as [(String, String?)]
    )
    func onlyCodesThatCanBeAppliedAreFoundByName(name: String, id: String?) {
        #expect(codebook.applicable(named: name)?.id.description == id)
    }
}
