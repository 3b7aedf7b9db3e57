import TestSupport
import Testing

@testable import CodingCore

/// What two sequences have in common, and the search for nearly equal ones, against plain ways to find the same.
@Suite struct TokenDiffTests {
    private func requireLawful(_ diff: TokenDiff, _ old: [Int32], _ new: [Int32]) {
        var (x, y) = (0, 0)
        for run in diff.runs {
            #expect(run.count > 0 && run.old >= x && run.new >= y)
            #expect(old[run.old..<(run.old + run.count)] == new[run.new..<(run.new + run.count)])
            (x, y) = (run.old + run.count, run.new + run.count)
        }
        #expect(x <= old.count && y <= new.count)
    }

    @Test(arguments: 0..<200) func runsAreCommonAndInOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let kinds = Int32.random(in: 1...20, using: &random)
        func sequence() -> [Int32] {
            (0..<Int.random(in: 0...120, using: &random)).map { _ in Int32.random(in: 0..<kinds, using: &random) }
        }
        let (old, new) = (sequence(), sequence())
        requireLawful(TokenDiff(old, new), old, new)
    }

    @Test(arguments: 0..<100) func aShortestEditScriptIsAsShortAsThePlainTableSays(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func sequence() -> [Int32] {
            (0..<Int.random(in: 0...30, using: &random)).map { _ in Int32.random(in: 0..<4, using: &random) }
        }
        let (old, new) = (sequence(), sequence())
        let runs = ShortestEdits(old[...], new[...]).runs
        #expect(runs.reduce(0) { $0 + $1.count } == commonCount(old, new))
    }

    private func commonCount(_ a: [Int32], _ b: [Int32]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var corner = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? corner + 1 : max(above, row[index])
                corner = above
            }
        }
        return row[b.count]
    }

    @Test func equalSequencesAreOneRunAndAnInsertionSplitsThem() {
        let numbers = (0..<500).map { Int32($0 % 50) }
        #expect(TokenDiff(numbers, numbers).runs == [.init(old: 0, new: 0, count: 500)])
        let longer = numbers[..<250] + [99] + numbers[250...]
        #expect(TokenDiff(numbers, Array(longer)).runs.reduce(0) { $0 + $1.count } == 500)
    }

    @Test func aTextOfOneWordOverAndOverIsNoTrap() {
        let (old, new) = ([Int32](repeating: 1, count: 30_000), [Int32](repeating: 1, count: 29_000) + [2])
        requireLawful(TokenDiff(old, new), old, new)
        let alternating = (0..<30_000).map { Int32($0 % 2) }
        let shifted = (0..<30_000).map { Int32(($0 / 2) % 2) }
        requireLawful(TokenDiff(alternating, shifted), alternating, shifted)
    }

    @Test(arguments: 0..<120) func approximateSearchFindsTheFewestErrors(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let kinds = Int32.random(in: 2...5, using: &random)
        let length = [1, 3, 20, 63, 64, 65, 130, 200][Int(seed % 8)]
        let pattern = (0..<length).map { _ in
            Int32.random(in: 0..<kinds, using: &random) + (seed % 2 == 0 ? 90 : 0x11_0000)
        }
        var text = (0..<Int.random(in: 1...150, using: &random)).map { _ in
            Int32.random(in: 90..<(90 + kinds), using: &random)
        }
        if Bool.random(using: &random) { text += pattern + text }
        let expected = fewestErrors(pattern, in: text)
        let found = ApproximateSearch(pattern).best(in: text, atMost: length)
        #expect(found?.errors == min(expected.errors, length))
        if expected.errors < length { #expect(found?.ends == expected.ends) }
        if expected.errors > 0 {
            #expect(ApproximateSearch(pattern).best(in: text, atMost: expected.errors - 1) == nil)
        }
        if let place = ApproximateSearch.find(pattern[...], in: text[...], atMost: length), expected.errors < length {
            #expect(place.errors == expected.errors)
            #expect(fewestErrors(pattern, in: Array(text[place.range])).errors == expected.errors)
        }
    }

    private func fewestErrors(_ pattern: [Int32], in text: [Int32]) -> (errors: Int, ends: [Int]) {
        var column = Array(0...pattern.count)
        var best = (errors: pattern.count, ends: [Int]())
        for (place, symbol) in text.enumerated() {
            var corner = column[0]
            for row in 1...pattern.count {
                let left = column[row]
                column[row] = min(corner + (pattern[row - 1] == symbol ? 0 : 1), min(left, column[row - 1]) + 1)
                corner = left
            }
            let errors = column[pattern.count]
            if errors < best.errors { best = (errors, []) }
            if errors == best.errors { best.ends.append(place + 1) }
        }
        return best
    }

    @Test(arguments: 0..<60) func occurrencesAreCountedAsAPlainSearchCountsThem(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let text = (0..<Int.random(in: 0...200, using: &random)).map { _ in Int32.random(in: 0..<2, using: &random) }
        let index = OccurrenceIndex(text)
        for length in [1, 2, 11, 12, 13, 20] where length <= text.count {
            let start = Int.random(in: 0...(text.count - length), using: &random)
            let wanted = text[start..<(start + length)]
            let plain = (0...(text.count - length)).count { text[$0..<($0 + length)].elementsEqual(wanted) }
            #expect(index.count(of: wanted) == min(plain, OccurrenceIndex.most))
        }
        #expect(index.count(of: [7, 7]) == 0)
        #expect(index.count(of: []) == 0)
    }
}
