// Words, sentences and turns around a place: what motions and selections are made of. Knows the transcript only.

import CodingCore

/// The units of a transcript as seen from a place in it.
struct TextUnits {
    let transcript: Transcript

    private var text: CanonicalText { transcript.text }

    /// The words of the block at `offset`, label included, as a reader moves over them.
    private func words(around offset: Int) -> [TextSpan] {
        guard let index = transcript.blockIndex(at: offset) else { return [] }
        return text.readingWords(in: transcript.blocks[index].span)
    }

    /// The sentences of the block with this index, its label left out.
    func sentences(ofBlock index: Int) -> [TextSpan] {
        guard transcript.blocks.indices.contains(index) else { return [] }
        return text.sentences(in: transcript.blocks[index].speechSpan)
    }

    /// The word at `offset`, or the next one in the same block.
    func word(at offset: Int) -> TextSpan? { words(around: offset).first { offset < $0.end } }

    /// The sentence at `offset`, or the next one; the last one of the text at its end.
    func sentence(at offset: Int) -> TextSpan? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        for block in index..<transcript.blocks.count {
            if let sentence = sentences(ofBlock: block).first(where: { offset < $0.end }) { return sentence }
        }
        return sentences(ofBlock: index).last
    }

    /// `count` sentences from the one at `offset` on, as far as the turn goes.
    func sentences(_ count: Int, at offset: Int) -> TextSpan? {
        guard let first = sentence(at: offset), let index = transcript.blockIndex(at: first.start) else { return nil }
        let run = sentences(ofBlock: index).drop { $0.start < first.start }.prefix(max(1, count))
        return run.last.map { TextSpan(first.start, $0.end) }
    }

    /// What is said in the turn at `offset`, without label and blanks around; the next turn's where this one is empty.
    func turn(at offset: Int) -> TextSpan? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        return (index..<transcript.blocks.count).lazy
            .map { text.trimmed(transcript.blocks[$0].speechSpan) }.first { !$0.isEmpty }
    }

    /// Where the `count`-th next turn begins (before, when negative), after its label.
    func turnStart(_ count: Int, from offset: Int) -> Int? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        var place = index
        var left = abs(count)
        if count < 0, offset > text.trimmed(transcript.blocks[index].speechSpan).start { left -= 1 }
        place += count < 0 ? -left : left
        place = min(max(place, 0), transcript.blocks.count - 1)
        return text.trimmed(transcript.blocks[place].speechSpan).start
    }

    /// Where the next sentence begins (the one before, when not `forward`).
    func sentenceStart(from offset: Int, forward: Bool) -> Int? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        if forward {
            for block in index..<transcript.blocks.count {
                if let next = sentences(ofBlock: block).first(where: { $0.start > offset }) { return next.start }
            }
        } else {
            for block in (0...index).reversed() {
                if let last = sentences(ofBlock: block).last(where: { $0.start < offset }) { return last.start }
            }
        }
        return nil
    }

    /// The next word after `offset` (the one before, when not `forward`), over the border of a turn where need be.
    func word(from offset: Int, forward: Bool) -> TextSpan? {
        guard let index = transcript.blockIndex(at: offset) else { return nil }
        let blocks = transcript.blocks
        if forward {
            for block in index..<blocks.count {
                if let next = text.readingWords(in: blocks[block].span).first(where: { $0.start > offset }) {
                    return next
                }
            }
        } else {
            for block in (0...index).reversed() {
                if let last = text.readingWords(in: blocks[block].span).last(where: { $0.start < offset }) {
                    return last
                }
            }
        }
        return nil
    }
}
