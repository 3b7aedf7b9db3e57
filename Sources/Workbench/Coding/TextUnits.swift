// Words, sentences and turns around a place: what motions and selections are made of. Knows the transcript only.

import CodingCore

/// What a motion goes by.
enum TextUnit { case word, sentence, turn }

/// The units of a transcript as seen from a place in it.
struct TextUnits {
    let transcript: Transcript

    private var text: CanonicalText { transcript.text }

    /// The word that holds the scalar at `offset`; nothing beside words.
    func word(holding offset: Int) -> TextSpan? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        return units(.word, ofBlock: index).first { $0.contains(offset) }
    }

    /// The sentence at `offset`, or the next one; the last one of the text at its end.
    func sentence(at offset: Int) -> TextSpan? {
        first(.sentence, from: offset) { offset < $0.end } ?? last(.sentence, upTo: offset) { _ in true }
    }

    /// `count` sentences from the one at `offset` on, as far as the turn goes, and how many these are.
    func sentences(_ count: Int, at offset: Int) -> (span: TextSpan, count: Int)? {
        guard let first = sentence(at: offset), let index = transcript.blockIndex(at: first.start) else { return nil }
        let run = units(.sentence, ofBlock: index).drop { $0.start < first.start }.prefix(max(1, count))
        return run.last.map { (TextSpan(first.start, $0.end), run.count) }
    }

    /// What is said in `count` turns from the one at `offset` on, as far as there are any, and how many these are.
    func turns(_ count: Int, at offset: Int) -> (span: TextSpan, count: Int)? {
        guard let first = turn(at: offset) else { return nil }
        var (last, taken) = (first, 1)
        while taken < count, let next = self.first(.turn, from: last.start, where: { $0.start > last.start }) {
            last = next
            taken += 1
        }
        return (TextSpan(first.start, last.end), taken)
    }

    /// What is said in the turn at `offset`, without label and blanks around, or in the next one; at the end in the last.
    func turn(at offset: Int) -> TextSpan? {
        first(.turn, from: offset) { offset < $0.end } ?? last(.turn, upTo: offset) { _ in true }
    }

    /// The first unit, from the block at `offset` on, that fulfils a condition.
    func first(_ unit: TextUnit, from offset: Int, where isWanted: (TextSpan) -> Bool) -> TextSpan? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        for block in index..<transcript.blocks.count {
            if let found = units(unit, ofBlock: block).first(where: isWanted) { return found }
        }
        return nil
    }

    /// The last unit, up to the block at `offset`, that fulfils a condition.
    func last(_ unit: TextUnit, upTo offset: Int, where isWanted: (TextSpan) -> Bool) -> TextSpan? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        for block in (0...index).reversed() {
            if let found = units(unit, ofBlock: block).last(where: isWanted) { return found }
        }
        return nil
    }

    /// The units of one block in text order; labels have words, but no sentences and no turn of their own.
    private func units(_ unit: TextUnit, ofBlock index: Int) -> [TextSpan] {
        let block = transcript.blocks[index]
        switch unit {
        case .word: return text.readingWords(in: block.span)
        case .sentence: return text.sentences(in: block.speechSpan)
        case .turn:
            let speech = text.trimmed(block.speechSpan)
            return speech.isEmpty ? [] : [speech]
        }
    }
}
