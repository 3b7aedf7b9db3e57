// One extract as text to be wrapped: the passage in brackets within its talk. Knows no columns and no screen.

import CodingCore
import TextMetrics

/// The words of an extract, with what is passage, what is talk around it, and what is a speaker's label.
struct ExtractText {
    /// What a byte belongs to.
    enum Part { case passage, bracket, around, label }

    private(set) var utf8: [UInt8] = []
    private var parts: [(start: Int, part: Part)] = []
    /// How many words were left out because nobody could read them in a list.
    private(set) var wordsLeftOut = 0

    /// The words of a text around a passage.
    ///
    /// - Parameters:
    ///   - span: what is shown; the passage lies in it.
    ///   - limit: how many scalars of the passage, and of the talk on either side, are shown at most.
    ///   - ellipsis: the sign for what is left out.
    init(_ passage: TextSpan, within span: TextSpan, of transcript: Transcript, limit: Int, ellipsis: String) {
        let text = transcript.text
        let start = max(span.start, passage.start - limit)
        let end = min(span.end, passage.end + limit)
        let cut = min(passage.end, passage.start + limit)
        let labels = transcript.blocks(touching: TextSpan(start, end)).map(\.labelSpan)
        if start > 0, transcript.blockIndex(at: start).map({ transcript.blocks[$0].span.start }) != start {
            add(ellipsis, .around)
        }
        add(TextSpan(start, passage.start), text, labels)
        add("[", .bracket)
        add(TextSpan(passage.start, cut), text, [], .passage)
        if cut < passage.end {
            add(" " + ellipsis, .bracket)
            wordsLeftOut = text.wordCount(in: TextSpan(cut, passage.end))
            return
        }
        add("]", .bracket)
        add(TextSpan(passage.end, end), text, labels)
        let rest = transcript.blocks(touching: TextSpan(max(start, end - 1), end)).last.map {
            text.trimmed($0.span).end
        }
        if let rest, rest > end { add(ellipsis, .around) }
    }

    /// The words that a coding quotes, where its text is not at hand.
    init(quoting anchor: Anchor) {
        add("[", .bracket)
        add(anchor.quote, .passage)
        add("]", .bracket)
    }

    /// What the byte at an offset belongs to.
    func part(ofByte offset: Int) -> Part {
        var low = 0
        var high = parts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if parts[middle].start <= offset { low = middle } else { high = middle }
        }
        return parts.isEmpty ? .passage : parts[low].part
    }

    /// The byte at which the passage begins.
    var passageStart: Int { parts.first { $0.part == .passage }?.start ?? 0 }

    /// Adds a stretch of the text, labels apart.
    private mutating func add(_ span: TextSpan, _ text: CanonicalText, _ labels: [TextSpan], _ part: Part = .around) {
        var place = span.start
        for label in labels {
            guard let here = label.intersection(span), here.start >= place else { continue }
            add(text.string(in: TextSpan(place, here.start)), part)
            add(text.string(in: here), .label)
            place = here.end
        }
        add(text.string(in: TextSpan(place, span.end)), part)
    }

    /// Adds words; of several line ends in a row only one is kept.
    private mutating func add(_ words: String, _ part: Part) {
        guard !words.isEmpty else { return }
        parts.append((utf8.count, part))
        for byte in words.utf8 where byte != 0x0A || (utf8.last != 0x0A && !utf8.isEmpty) { utf8.append(byte) }
    }
}
