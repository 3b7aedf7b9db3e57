import Screen
import Testing

@Suite struct FuzzyMatchTests {
    @Test(arguments: [
        ("bloc", "block contracts", [0, 1, 2, 3]), ("bc", "block contracts", [0, 6]),
        ("BC", "block contracts", [0, 6]),
        ("cafe", "Café", [0, 1, 2, 3]), ("cafe", "Cafe\u{301}", [0, 1, 2, 3]), ("é", "e", [0]),
        ("con block", "block contracts", [0, 1, 2, 3, 4, 6, 7, 8]),
        ("混", "不明混乱", [2]), ("", "anything", []), ("rb", "roadBlocks", [0, 4]), ("oad", "road oad", [5, 6, 7]),
    ])
    func lettersAreFoundWhereAPersonSeesThem(_ query: String, _ candidate: String, _ positions: [Int]) throws {
        let match = try #require(FuzzyMatch.score(query, candidate))
        #expect(match.positions == positions)
    }

    @Test(arguments: [("x", "block"), ("cb", "block contract"), ("blockk", "block"), ("a b", "a"), ("a", "")])
    func missingLettersAreNoMatch(_ query: String, _ candidate: String) {
        #expect(FuzzyMatch.score(query, candidate) == nil)
    }

    @Test(arguments: [
        ("bloc", ["road blocks", "stumbling block", "block contracts", "block vs. flexible"], [2, 3, 0, 1]),
        ("cc", ["collective action", "commissioning confusion", "acc"], [1, 0, 2]),
        ("trust", ["mistrust", "trust in board", "trust"], [2, 1, 0]),
        ("", ["b", "a"], [0, 1]),
        ("same", ["same x", "same y"], [0, 1]),
    ])
    func betterAnswersComeFirst(_ query: String, _ candidates: [String], _ order: [Int]) {
        #expect(FuzzyMatch.ranked(query, candidates).map(\.index) == order)
    }

    @Test func scoresAreTheBestOfAllWaysToLayTheLetters() throws {
        // The first b is not the best one: the letters at the end follow each other.
        let match = try #require(FuzzyMatch.score("bar", "b a foo bar"))
        #expect(match.positions == [8, 9, 10])
    }

    @Test func longTextsAndQueriesAreNoTrouble() {
        let long = String(repeating: "ab ", count: 5000)
        #expect(FuzzyMatch.score("ab", long) != nil)
        #expect(FuzzyMatch.score(long, "ab") != nil, "the same words again are found again")
        #expect(FuzzyMatch.score(String(repeating: "a", count: 500), long) == nil)
    }
}
