// What holds of every match, whatever is looked for in whatever.
import Screen
import TestSupport
import Testing
import TextMetrics

@Suite struct FuzzyMatchPropertyTests {
    private static let words = [
        "block", "contracts", "inadequate", "data", "commissioning", "confusion", "virtual", "wards", "Trust", "board",
        "naïve",
        "Café", "混乱的角色", "不明确", "roadBlocks", "re-admission", "A&E", "GP", "(unclear)", "“quote”", "o", "II", "über",
    ]

    private func phrase(_ count: Int, using generator: inout SeededGenerator) -> String {
        (0..<count).compactMap { _ in Self.words.randomElement(using: &generator) }.joined(separator: " ")
    }

    /// Whether the letters of a word stand in a text in order, found the plainest way.
    private func isWithin(_ word: Substring, _ text: String) -> Bool {
        var rest = text.map { LatinFold.fold($0.unicodeScalars.first ?? " ") }[...]
        for letter in word.map({ LatinFold.fold($0.unicodeScalars.first ?? " ") }) {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[(place + 1)...]
        }
        return true
    }

    @Test func aMatchIsFoundIfAndOnlyIfEveryWordIsThereInOrder() {
        var generator = SeededGenerator(seed: 1)
        let letters = Array("abcdeioncrtswÉü 混角&- ")
        var found = 0
        for _ in 0..<4000 {
            let candidate = phrase(Int.random(in: 0...4, using: &generator), using: &generator)
            let query = String(
                (0..<Int.random(in: 0...5, using: &generator)).compactMap { _ in
                    letters.randomElement(using: &generator)
                }
            )
            let expected = query.split(separator: " ").allSatisfy { isWithin($0, candidate) }
            #expect((FuzzyMatch.score(query, candidate) != nil) == expected, "“\(query)” in “\(candidate)”")
            found += expected ? 1 : 0
        }
        #expect((500..<3500).contains(found), "both cases are met")
    }

    @Test func theMarkedLettersAreThoseOfTheQuery() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let candidate = phrase(3, using: &generator)
            let characters = Array(candidate)
            // Letters of the candidate itself, in order, so that they are found.
            let chosen = characters.indices.filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }
            let query = String(chosen.map { characters[$0] }.filter { $0 != " " })
            let match = try #require(FuzzyMatch.score(query, candidate), "“\(query)” in “\(candidate)”")
            #expect(match.positions == match.positions.sorted())
            #expect(Set(match.positions).count == match.positions.count)
            #expect(match.positions.allSatisfy { characters.indices.contains($0) })
            let marked = match.positions.map { LatinFold.fold(characters[$0].unicodeScalars.first ?? " ") }
            #expect(marked == query.map { LatinFold.fold($0.unicodeScalars.first ?? " ") })
        }
    }

    @Test func wordsMayComeInAnyOrderAndWithAnyBlanks() throws {
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<500 {
            let candidate = phrase(4, using: &generator)
            var words = candidate.split(separator: " ").map { String($0.prefix(3)) }
            let straight = try #require(FuzzyMatch.score(words.joined(separator: " "), candidate))
            words.shuffle(using: &generator)
            let shuffled = try #require(FuzzyMatch.score("  " + words.joined(separator: "   ") + " ", candidate))
            #expect(shuffled == straight)
        }
    }

    @Test func caseAndMarksMakeNoDifference() {
        for (query, other) in [
            ("CAFE", "café"), ("Über", "uber"), ("TRUST", "trust"), ("NAÏVE", "naive"), ("e\u{301}", "é"),
        ] {
            for candidate in ["Café über naïve Trust", "cafe UBER NAIVE trust", "nothing"] {
                #expect(
                    FuzzyMatch.score(query, candidate) == FuzzyMatch.score(other, candidate),
                    "\(query) \(candidate)"
                )
            }
        }
    }

    @Test(arguments: [
        ("con", "block contracts", "oblique bacon x"), ("b", "a bee", "abee x"), ("b", "bee", "a bee"),
        ("cc", "collective care", "accuracy abcde"),
        ("dat", "big data", "big daxt"), ("dat", "data", "dxaxt"), ("bl", "roadBlocks", "roadblocks"),
        ("trust", "trust", "trusts"),
        ("ab", "ab", "ab x"), ("gp", "GP list", "gap list"), ("角", "混乱 角色", "混乱的角色"),
        ("adm", "re-admission", "readmission x"),
        ("ab", "x ab", "x aaab"), ("abc", "xx abc", "abxxxxxxc"),
    ])
    func theLikelierAnswerComesFirst(_ query: String, _ better: String, _ worse: String) throws {
        let one = try #require(FuzzyMatch.score(query, better))
        let other = try #require(FuzzyMatch.score(query, worse))
        #expect(one.score > other.score, "\(one) \(other)")
        #expect(FuzzyMatch.ranked(query, [worse, better]).map(\.index) == [1, 0])
    }

    @Test func theWholeCandidateBeatsEveryOther() {
        for word in Self.words {
            let ranked = FuzzyMatch.ranked(word, Self.words.map { $0 + "s" } + ["x " + word, word])
            #expect(ranked.first?.index == Self.words.count + 1, "\(word)")
        }
    }

    @Test func rankingKeepsEveryMatchOnceAndTheOrderOfEquals() {
        var generator = SeededGenerator(seed: 4)
        for query in ["", "a", "con", "t b", "zzz", "混"] {
            let candidates = (0..<60).map { _ in phrase(2, using: &generator) }
            let ranked = FuzzyMatch.ranked(query, candidates)
            #expect(Set(ranked.map(\.index)).count == ranked.count)
            #expect(ranked.count == candidates.count { FuzzyMatch.score(query, $0) != nil })
            for (one, next) in zip(ranked, ranked.dropFirst()) {
                let isInOrder =
                    one.match.score > next.match.score || one.match.score == next.match.score && one.index < next.index
                #expect(isInOrder)
            }
        }
        #expect(FuzzyMatch.ranked("a", []).isEmpty)
    }

    @Test func theBestOfAllWaysToLayShortWordsIsFound() throws {
        var generator = SeededGenerator(seed: 5)
        let letters = Array("ab A-")
        for _ in 0..<600 {
            let candidate = String((0..<8).compactMap { _ in letters.randomElement(using: &generator) })
            let query = String((0..<3).compactMap { _ in "ab".randomElement(using: &generator) })
            guard let match = FuzzyMatch.score(query, candidate) else { continue }
            let all = ways(Array(query), Array(candidate)).map { points(of: $0, Array(candidate)) }
            #expect(try match.score == #require(all.max()), "“\(query)” in “\(candidate)”")
        }
    }

    /// Every way to find the letters of a query in order.
    private func ways(_ query: [Character], _ candidate: [Character], from start: Int = 0) -> [[Int]] {
        guard let first = query.first else { return [[]] }
        return (start..<max(start, candidate.count)).filter { candidate[$0].lowercased() == first.lowercased() }.flatMap
        { place in
            ways(Array(query.dropFirst()), candidate, from: place + 1).map { [place] + $0 }
        }
    }

    /// The points of one way: 16 a letter, 14 more where it follows the letter before, 12 more where it begins a word, 8
    /// where it begins the text; a gap costs 3 and 1 for each letter left out beyond the first; the whole text has 40.
    private func points(of way: [Int], _ candidate: [Character]) -> Int {
        var sum = way.count == candidate.count ? 40 : 0
        for (number, place) in way.enumerated() {
            let before: Character = place > 0 ? candidate[place - 1] : " "
            let begins = !(before.isLetter || before.isNumber) || (candidate[place].isUppercase && before.isLowercase)
            sum += 16 + (begins ? 12 : 0)
            if number == 0 {
                sum += place == 0 ? 8 : 0
            } else {
                let gap = place - way[number - 1] - 1
                sum += gap == 0 ? 14 : -(3 + gap - 1)
            }
        }
        return sum
    }

    @Test func hugeInputEndsSoon() {
        let book = String(repeating: "混乱 block contracts ", count: 20_000)
        #expect(FuzzyMatch.score("bc", book) != nil)
        #expect(FuzzyMatch.score(book, "block") == nil)
        #expect(FuzzyMatch.score(String(repeating: "x", count: 100_000), book) == nil)
        #expect(FuzzyMatch.score(String(repeating: "c", count: 390), String(repeating: "c", count: 400)) != nil)
        #expect(FuzzyMatch.ranked("con", Array(repeating: "commissioning confusion", count: 500)).count == 500)
    }
}
