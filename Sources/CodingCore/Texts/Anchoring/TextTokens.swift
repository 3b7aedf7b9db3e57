// A folded text cut into words, blanks and signs, each with a number that equal ones share. Knows symbols only.

/// The tokens of a folded text.
struct TextTokens: Sendable {
    /// Equal tokens have equal numbers, in both texts of a comparison.
    private(set) var ids: [Int32] = []
    /// The symbol at which each token begins; one more for the end of the text.
    private(set) var starts: [Int] = []
    /// Whether each token is a word or an ideograph.
    private(set) var areWords: [Bool] = []

    /// - Parameter numbers: the numbers given so far, those of the other text included.
    init(_ text: FoldedText, _ numbers: inout [ArraySlice<Int32>: Int32]) {
        let symbols = text.symbols
        var start = 0
        while start < symbols.count {
            let kind = text.kinds[start]
            var end = start + 1
            if kind == .letter {
                while end < symbols.count, text.kinds[end] == .letter { end += 1 }
            }
            let word = symbols[start..<end]
            let id: Int32
            if let known = numbers[word] {
                id = known
            } else {
                id = Int32(numbers.count)
                numbers[word] = id
            }
            ids.append(id)
            starts.append(start)
            areWords.append(kind == .letter || kind == .ideograph)
            start = end
        }
        starts.append(symbols.count)
    }

    /// The token that holds a symbol.
    func token(atSymbol symbol: Int) -> Int {
        var (low, high) = (0, ids.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= symbol { low = middle } else { high = middle }
        }
        return low
    }
}
