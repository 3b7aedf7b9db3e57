// The talk around a passage, widened step by step. Spans only: whoever shows them reads the words. Knows no extract and no
// screen.

/// A passage with as much of the talk around it as a step asks for.
///
/// Step 0 is the passage alone. Steps 1 to 3 add so many sentences on either side, as far as the turn goes; the part of the
/// passage's own sentence that is left out counts as one. Step 4 is the whole turn, step 5 the turns before and after as
/// well. What begins a turn brings its label along. Each step holds all of the one before.
package struct PassageContext: Hashable, Sendable {
    /// Up to how many sentences are added one by one.
    package static let sentenceSteps = 3
    /// The widest step.
    package static let widest = sentenceSteps + 2

    /// What stands before the passage and ends where it begins; may be empty.
    package let before: TextSpan
    package let passage: TextSpan
    /// What stands after the passage and begins where it ends; may be empty.
    package let after: TextSpan

    /// Everything together.
    package var whole: TextSpan { TextSpan(before.start, after.end) }

    /// Finds the talk around a passage of the transcript's own text.
    ///
    /// - Parameter step: smaller steps than 0 count as 0, larger ones than `widest` as that.
    package init(of passage: TextSpan, in transcript: Transcript, step: Int) {
        self.passage = passage
        let around = Surroundings(passage, transcript)
        before = TextSpan(around.start(step), passage.start)
        after = TextSpan(passage.end, around.end(step))
    }

    /// The next step up that shows more of the talk; nothing when there is no more to show.
    package static func wider(than step: Int, of passage: TextSpan, in transcript: Transcript) -> Int? {
        let now = PassageContext(of: passage, in: transcript, step: step)
        guard step < widest else { return nil }
        return (max(0, step) + 1...widest).first { PassageContext(of: passage, in: transcript, step: $0) != now }
    }

    /// The next step down that shows less of the talk, the lowest of those that show the same; nothing when only the
    /// passage is shown.
    package static func narrower(than step: Int, of passage: TextSpan, in transcript: Transcript) -> Int? {
        let now = PassageContext(of: passage, in: transcript, step: step)
        let steps = (0...widest).map { PassageContext(of: passage, in: transcript, step: $0) }
        guard let place = steps.lastIndex(where: { $0.whole.count < now.whole.count }) else { return nil }
        return steps.firstIndex(of: steps[place])
    }
}

/// The turns that a passage lies in, and those around.
private struct Surroundings {
    private let passage: TextSpan
    private let transcript: Transcript
    /// The first and the last block that the passage touches; nothing in an empty text.
    private let touched: ClosedRange<Int>?

    init(_ passage: TextSpan, _ transcript: Transcript) {
        self.passage = passage
        self.transcript = transcript
        let words = transcript.text.trimmed(passage)
        let blocks = transcript.blocks(touching: words.isEmpty ? passage : words)
        touched = blocks.isEmpty ? nil : blocks.startIndex...(blocks.endIndex - 1)
    }

    private var blocks: [Block] { transcript.blocks }

    /// Where the step begins; never after the passage does.
    func start(_ step: Int) -> Int {
        guard let first = touched?.lowerBound, step > 0 else { return passage.start }
        let opening = transcript.text.trimmed(blocks[first].speechSpan).start
        var start = passage.start
        switch step {
        case ...PassageContext.sentenceSteps:
            for _ in 0..<step {
                guard let sentence = transcript.unit(.sentence, startingBefore: start), sentence.start >= opening else {
                    break
                }
                start = sentence.start
            }
            if start <= opening { start = blocks[first].span.start }
        case PassageContext.sentenceSteps + 1: start = blocks[first].span.start
        default: start = blocks[max(0, first - 1)].span.start
        }
        return min(start, passage.start)
    }

    /// Where the step ends; never before the passage does.
    func end(_ step: Int) -> Int {
        guard let last = touched?.upperBound, step > 0 else { return passage.end }
        let closing = transcript.text.trimmed(blocks[last].span).end
        var end = passage.end
        switch step {
        case ...PassageContext.sentenceSteps:
            for _ in 0..<step {
                guard let sentence = transcript.unit(.sentence, endingAfter: end), sentence.end <= closing else {
                    break
                }
                end = sentence.end
            }
        case PassageContext.sentenceSteps + 1: end = closing
        default: end = transcript.text.trimmed(blocks[min(blocks.count - 1, last + 1)].span).end
        }
        return max(end, passage.end)
    }
}
