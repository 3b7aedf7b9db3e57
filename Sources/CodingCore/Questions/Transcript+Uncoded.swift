// What nobody has coded yet, stretch by stretch. Knows spans; nothing of who coded what.

extension Transcript {
    /// The next stretch of words without a coding that begins after `offset`.
    ///
    /// A stretch lies in one turn or note, from its first word to its last; labels and front matter are left out. A word that
    /// a coding touches counts as coded.
    /// - Parameter coded: the passages that are coded, in any order.
    /// - Complexity: O(*n* log *n*) in the number of passages, and O(1) for each block that is passed over.
    package func nextUncoded(after offset: Int, coded: [TextSpan]) -> TextSpan? {
        guard let index = blockIndex(at: offset) else { return nil }
        let coded = CodedWords.merged(coded.filter { !$0.isEmpty })
        for block in index..<blocks.count {
            if let found = stretches(ofBlock: block, coded).first(where: { $0.start > offset }) { return found }
        }
        return nil
    }

    /// The last stretch of words without a coding that begins before `offset`, as `nextUncoded` finds them.
    package func previousUncoded(before offset: Int, coded: [TextSpan]) -> TextSpan? {
        guard let index = blockIndex(at: offset) else { return nil }
        let coded = CodedWords.merged(coded.filter { !$0.isEmpty })
        for block in (0...index).reversed() {
            if let found = stretches(ofBlock: block, coded).last(where: { $0.start < offset }) { return found }
        }
        return nil
    }

    /// Every stretch of words without a coding in some of the blocks, as `nextUncoded` finds them.
    ///
    /// - Parameter coded: the passages that are coded, in any order.
    func uncoded(in blocks: [Int], coded: [TextSpan]) -> [TextSpan] {
        let coded = CodedWords.merged(coded.filter { !$0.isEmpty })
        return blocks.flatMap { stretches(ofBlock: $0, coded) }
    }

    /// The sentences of turns and notes that no passage touches, in text order.
    ///
    /// - Parameter coded: the passages that are coded, in any order.
    package func uncodedSentences(coded: [TextSpan]) -> [TextSpan] {
        let sentences = blocks.indices.filter { blocks[$0].kind != .front }.flatMap { self.sentences(ofBlock: $0) }
        let isCoded = CodedWords.touched(sentences, by: CodedWords.merged(coded.filter { !$0.isEmpty }))
        return zip(sentences, isCoded).filter { !$1 }.map(\.0)
    }

    /// The sentences of a block, in text order; labels belong to none.
    func sentences(ofBlock index: Int) -> [TextSpan] {
        let speech = blocks[index].speechSpan
        var sentences: [TextSpan] = []
        var next = speech.start
        while next < speech.end,
            let sentence = text.first(.sentence, in: speech, from: next, where: { next <= $0.start })
        {
            sentences.append(sentence)
            next = max(sentence.end, next + 1)
        }
        return sentences
    }

    /// The stretches of one block.
    ///
    /// - Parameter coded: without overlaps, in text order.
    private func stretches(ofBlock index: Int, _ coded: [TextSpan]) -> [TextSpan] {
        let block = blocks[index]
        guard block.kind != .front else { return [] }
        var stretches: [TextSpan] = []
        var from = block.speechSpan.start
        for span in coded[firstIndex(endingAfter: from, coded)...] {
            guard span.start < block.speechSpan.end else { break }
            if let words = words(from: from, to: span.start, in: block) { stretches.append(words) }
            from = max(from, span.end)
        }
        if let words = words(from: from, to: block.speechSpan.end, in: block) { stretches.append(words) }
        return stretches
    }

    private func firstIndex(endingAfter offset: Int, _ coded: [TextSpan]) -> Int {
        var low = 0
        var high = coded.count
        while low < high {
            let middle = (low + high) / 2
            if coded[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// From the first to the last whole word between two places; nothing when there is none.
    private func words(from start: Int, to end: Int, in block: Block) -> TextSpan? {
        guard start < end,
            let first = text.first(.word, in: block.speechSpan, from: start, where: { $0.start >= start }),
            let last = text.last(.word, in: block.speechSpan, upTo: end, where: { $0.end <= end }),
            first.start <= last.start
        else { return nil }
        return TextSpan(first.start, last.end)
    }
}
