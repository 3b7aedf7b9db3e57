// Counts the words of a transcript, and those that passages cover. Speaker labels are never counted.

/// The words of one transcript, split up block by block as they are asked for.
struct CodedWords {
    private let transcript: Transcript
    private var words: [Int: [TextSpan]] = [:]

    init(_ transcript: Transcript) {
        self.transcript = transcript
    }

    /// How many words at least one of the passages touches, in blocks of the given kinds.
    ///
    /// - Complexity: O(*n* + *w*) in the passages and in the words of the blocks they touch.
    mutating func count(coveredBy passages: [TextSpan], in kinds: Set<Block.Kind> = Set(Block.Kind.allCases)) -> Int {
        var total = 0
        var counted: (block: Int, upTo: Int) = (-1, 0)
        for span in Self.merged(passages) where !span.isEmpty {
            guard let first = transcript.blockIndex(at: span.start) else { continue }
            for block in first..<transcript.blocks.count {
                guard transcript.blocks[block].span.start < span.end else { break }
                guard kinds.contains(transcript.blocks[block].kind) else { continue }
                for word in words(ofBlock: block) where word.overlaps(span) {
                    // A word that two passages share is met twice, one after the other.
                    if counted.block == block && word.start < counted.upTo { continue }
                    counted = (block, word.end)
                    total += 1
                }
            }
        }
        return total
    }

    /// All words of blocks of the given kinds.
    func count(in kinds: Set<Block.Kind>) -> Int {
        transcript.blocks.reduce(0) { total, block in
            kinds.contains(block.kind) ? total + transcript.text.wordCount(in: block.speechSpan) : total
        }
    }

    private mutating func words(ofBlock block: Int) -> [TextSpan] {
        if let known = words[block] { return known }
        let found = transcript.text.words(in: transcript.blocks[block].speechSpan)
        words[block] = found
        return found
    }

    /// For each of some spans, in text order and without overlaps, whether one of the passages shares a scalar with it.
    ///
    /// - Parameter passages: in text order and without overlaps, as `merged` gives them.
    static func touched(_ spans: [TextSpan], by passages: [TextSpan]) -> [Bool] {
        var place = 0
        return spans.map { span in
            while place < passages.count, passages[place].end <= span.start { place += 1 }
            return place < passages.count && passages[place].start < span.end
        }
    }

    /// The passages without overlaps, in text order.
    static func merged(_ passages: [TextSpan]) -> [TextSpan] {
        var merged: [TextSpan] = []
        for span in passages.sorted() {
            if let last = merged.last, span.start <= last.end {
                merged[merged.count - 1] = TextSpan(last.start, max(last.end, span.end))
            } else {
                merged.append(span)
            }
        }
        return merged
    }
}
