// What a list of extracts is about, and how much of the talk around goes with each. Values only.

import CodingCore

/// Which codings are listed, before a filter leaves some out.
enum ExtractsSubject: Equatable {
    /// Those of a code, and of every code below it.
    case code(CodeID)
    case everything
    /// Those that were changed in two places at once, differently.
    case disputed
    /// Those whose words are not where they were.
    case notPlaced
}

/// How much of the talk around a passage is shown.
enum ExtractsContext: Int, CaseIterable {
    case passage, sentence, sentences, turn, turns

    /// What the title says.
    var title: String {
        switch self {
        case .passage: "passage alone"
        case .sentence: "sentence around"
        case .sentences: "2 sentences around"
        case .turn: "whole turn"
        case .turns: "turn and neighbours"
        }
    }

    /// One step more or less; nothing beyond the last.
    func widened(by step: Int) -> ExtractsContext? { ExtractsContext(rawValue: rawValue + step) }

    /// The span that is shown of a text, the passage in it.
    func span(around passage: TextSpan, in transcript: Transcript) -> TextSpan {
        switch self {
        case .passage: return passage
        case .sentence: return Self.span(around: passage, sentences: 1, in: transcript)
        case .sentences: return Self.span(around: passage, sentences: 2, in: transcript)
        case .turn: return Self.span(around: passage, blocks: 0, in: transcript)
        case .turns: return Self.span(around: passage, blocks: 1, in: transcript)
        }
    }

    private static func span(around passage: TextSpan, blocks more: Int, in transcript: Transcript) -> TextSpan {
        guard let first = transcript.blockIndex(at: passage.start),
            let last = transcript.blockIndex(at: max(passage.start, passage.end - 1))
        else { return passage }
        let start = transcript.blocks[max(0, first - more)].span.start
        let end = transcript.blocks[min(transcript.blocks.count - 1, last + more)].span.end
        let trimmed = transcript.text.trimmed(TextSpan(start, end))
        return TextSpan(min(passage.start, trimmed.start), max(passage.end, trimmed.end))
    }

    /// How many blocks sentences are looked for in on either side.
    private static let blocksLookedAt = 4

    /// The part of the passage's own sentence that is left out counts as one; a label goes with the sentence that opens
    /// its turn.
    private static func span(around passage: TextSpan, sentences count: Int, in transcript: Transcript) -> TextSpan {
        let (text, blocks) = (transcript.text, transcript.blocks)
        guard let first = transcript.blockIndex(at: passage.start),
            let last = transcript.blockIndex(at: max(passage.start, passage.end - 1))
        else { return passage }
        var (start, found) = (passage.start, 0)
        for index in stride(from: first, through: max(0, first - blocksLookedAt), by: -1) where found < count {
            let speech = blocks[index].speechSpan
            let before = TextSpan(min(speech.start, passage.start), min(speech.end, passage.start))
            let sentences = text.sentences(in: before)
            guard let taken = sentences.suffix(count - found).first else { continue }
            found += min(sentences.count, count - found)
            start = sentences.first == taken && !blocks[index].label.isEmpty ? blocks[index].span.start : taken.start
        }
        var end = passage.end
        found = 0
        for index in last..<min(blocks.count, last + blocksLookedAt) where found < count {
            let speech = blocks[index].speechSpan
            let after = TextSpan(max(speech.start, passage.end), max(speech.end, passage.end))
            let sentences = text.sentences(in: after)
            guard let taken = sentences.prefix(count - found).last else { continue }
            found += min(sentences.count, count - found)
            end = taken.end
        }
        // A passage at the head of its turn brings its label along.
        if start == passage.start, text.trimmed(blocks[first].speechSpan).start == start { start = blocks[first].span.start }
        return TextSpan(min(start, passage.start), max(end, passage.end))
    }
}
