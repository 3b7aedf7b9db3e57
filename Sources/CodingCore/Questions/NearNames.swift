// What a person may have meant: for sentences of the kind "there is no code X; near it: Y".

/// Up to three of `names` that resemble `name`, the nearest first; case is ignored.
package func namesNear(_ name: String, among names: some Sequence<String>) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(64))
    guard !wanted.isEmpty else { return [] }
    var scored: [(name: String, distance: Int)] = []
    for candidate in names where !scored.contains(where: { $0.name == candidate }) {
        let scalars = Array(candidate.lowercased().unicodeScalars.prefix(64))
        let distance = editDistance(wanted, scalars)
        if distance <= max(1, wanted.count / 3) {
            scored.append((candidate, distance))
        } else if wanted.count >= 3, isPart(wanted, of: scalars) || (scalars.count >= 3 && isPart(scalars, of: wanted))
        {
            scored.append((candidate, 32 + distance))
        }
    }
    return scored.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(3).map(\.name)
}

private func isPart(_ part: [Unicode.Scalar], of whole: [Unicode.Scalar]) -> Bool {
    guard part.count <= whole.count else { return false }
    return (0...(whole.count - part.count)).contains { whole[$0..<($0 + part.count)].elementsEqual(part) }
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between two words (optimal string
/// alignment).
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for (i, x) in a.enumerated() {
        var row = [i + 1]
        for (j, y) in b.enumerated() {
            var best = min(last[j] + (x == y ? 0 : 1), last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, x == b[j - 1], a[i - 1] == y { best = min(best, beforeLast[j - 1] + 1) }
            row.append(best)
        }
        beforeLast = last
        last = row
    }
    return last[b.count]
}
