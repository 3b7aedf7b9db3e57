// Sentences and turns around a place, in runs: what selections are made of. Knows the transcript only.

import CodingCore

/// The units of a transcript as seen from a place in it.
struct TextUnits {
    let transcript: Transcript

    /// The word that holds the scalar at `offset`; nothing beside words.
    func word(holding offset: Int) -> TextSpan? { transcript.unit(.word, holding: offset) }

    /// The sentence at `offset`, or the next one; the last one of the text at its end.
    func sentence(at offset: Int) -> TextSpan? { unit(.sentence, at: offset) }

    /// What is said in the turn at `offset`, without label and blanks around, or in the next one; at the end in the last.
    func turn(at offset: Int) -> TextSpan? { unit(.turn, at: offset) }

    /// `count` sentences from the one at `offset` on, as far as the turn goes, and how many these are.
    func sentences(_ count: Int, at offset: Int) -> (span: TextSpan, count: Int)? {
        guard let first = sentence(at: offset), let block = transcript.blockIndex(at: first.start) else { return nil }
        return run(of: .sentence, from: first, count, upTo: transcript.blocks[block].span.end)
    }

    /// What is said in `count` turns from the one at `offset` on, as far as there are any, and how many these are.
    func turns(_ count: Int, at offset: Int) -> (span: TextSpan, count: Int)? {
        turn(at: offset).map { run(of: .turn, from: $0, count, upTo: transcript.text.scalarCount) }
    }

    private func unit(_ unit: ReadingUnit, at offset: Int) -> TextSpan? {
        transcript.unit(unit, endingAfter: offset) ?? transcript.unit(unit, endingBy: offset)
    }

    private func run(of unit: ReadingUnit, from first: TextSpan, _ count: Int, upTo limit: Int) -> (TextSpan, Int) {
        var (last, taken) = (first, 1)
        while taken < count, let next = transcript.unit(unit, startingAfter: last.start), next.start < limit {
            last = next
            taken += 1
        }
        return (TextSpan(first.start, last.end), taken)
    }
}
