import TestSupport
import Testing

@testable import CodingCore

@Suite struct MnemonicsTests {
    /// The mnemonics of codes given as `name` or `name=mnemonic`.
    private func tags(_ entries: [String]) -> [String] {
        let codes = entries.enumerated().map { place, entry in
            let parts = entry.split(separator: "=", omittingEmptySubsequences: false)
            return Code(
                id: slug("c\(place)"),
                name: String(parts[0]),
                mnemonic: parts.count > 1 ? String(parts[1]) : ""
            )
        }
        return Mnemonics.completed(codes).map(\.mnemonic)
    }

    @Test(
        arguments: [
            ([], []),
            (["Block contracts"], ["bl"]),
            (["Block contracts", "Blame"], ["bl", "ba"]),  // the next letter of the name
            (["Trust=tr", "Trouble"], ["tr", "to"]),
            (["Trouble", "Trust=tr"], ["to", "tr"]),  // those written come first, wherever they stand
            (["Blame=BL", "Block"], ["bl", "bo"]),
            (["aa", "aa", "aa"], ["aa", "ab", "ac"]),  // no letter left: any other
            (["Ünal"], ["na"]),
            (["信任"], ["za"]),
            (["X"], ["xa"]),
            ([""], ["za"]),
            (["a 1 b 2"], ["ab"]),
            (["Trust=tru", "Truth"], ["tru", "tu"]),  // `tr` would begin `tru`
            (["Trust=t", "Truth"], ["t", "aa"]),  // `t` would begin every tag of T
        ] as [([String], [String])]
    )
    func missingMnemonicsAreTheFirstFreeLettersOfTheName(entries: [String], expected: [String]) {
        #expect(tags(entries) == expected)
    }

    @Test(arguments: 0..<20) func tagsAreUniqueAndNoneBeginsAnother(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let stock = [
            "trust", "Block contracts", "a", "Zeit", "信任", "winter pressure", "bb", "Émile", "queue=qu", "who=who",
        ]
        var declared: Set<String> = []
        let entries = (0..<400).compactMap { _ -> String? in
            let entry = stock.randomElement(using: &random) ?? "a"
            return entry.contains("=") && !declared.insert(entry).inserted ? nil : entry
        }
        let tags = tags(entries).sorted()
        #expect(tags.allSatisfy { (2...3).contains($0.count) })
        #expect(zip(tags, tags.dropFirst()).allSatisfy { !$1.hasPrefix($0) })
    }

    @Test func thoseWrittenAreLeftEvenWhereTheyClash() {
        #expect(tags(["A=ab", "B=ab", "C=abc"]) == ["ab", "ab", "abc"])
    }

    @Test func aCodebookWithoutEndRunsOutOfTagsAndNotOfTime() {
        let tags = tags((0..<20_000).map { "code \($0)" })
        let given = tags.filter { !$0.isEmpty }
        #expect(given.count == 676)
        #expect(Set(given).count == 676)
        #expect(tags.prefix(676).allSatisfy { !$0.isEmpty })
    }

    @Test func threeLettersAreTriedWhenTwoAreNotFree() {
        let alphabet = "abcdefghijklmnopqrstuvwxyz".map(String.init)
        // Every pair of letters begins a tag of three that someone wrote.
        let entries = alphabet.flatMap { one in alphabet.map { "x=\(one)\($0)q" } }
        #expect(tags(entries + ["Trust", "Trust"]).suffix(2) == ["aaa", "aab"])
    }

    @Test(arguments: [
        ("ab", "ab", true), ("ab", "abc", true), ("abc", "ab", true), ("ab", "ac", false), ("ab", "b", false),
    ])
    func tagsClashWhereOneBeginsTheOther(a: String, b: String, clash: Bool) {
        #expect(Mnemonics.clash(a, b) == clash)
    }
}
