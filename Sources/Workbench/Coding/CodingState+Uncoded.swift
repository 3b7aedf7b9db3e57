// Where nothing is coded yet: passages of talk, turn by turn, without a coding of the coders who are shown.

import CodingCore

extension CodingState {
    /// The codings that count here: those of the coders shown, whatever code is in the spotlight.
    private var counted: [Coding] { layer == .mine ? codings.filter { $0.coder == coder } : codings }

    /// Where the next uncoded passage begins (the one before, when not `forward`); nothing when there is none.
    ///
    /// A passage ends where a coded word follows, and with its turn. Labels and front matter are never coded.
    func uncodedPassage(forward: Bool) -> Int? {
        guard let here = transcript.blockIndex(at: cursor) else { return nil }
        let spans = counted.map(\.span)
        let blocks = forward ? Array(here..<transcript.blocks.count) : Array((0...here).reversed())
        for index in blocks where transcript.blocks[index].kind != .front {
            let starts = uncodedStarts(inBlock: index, spans)
            if let found = forward ? starts.first(where: { $0 > cursor }) : starts.last(where: { $0 < cursor }) {
                return found
            }
        }
        return nil
    }

    /// Whether the word at the cursor is in no coding of the coders shown.
    var isInUncoded: Bool {
        guard let index = transcript.blockIndex(at: cursor), transcript.blocks[index].kind != .front else {
            return false
        }
        return transcript.blocks[index].speechSpan.contains(cursor) && !counted.contains { $0.span.contains(cursor) }
    }

    private func uncodedStarts(inBlock index: Int, _ spans: [TextSpan]) -> [Int] {
        let speech = transcript.blocks[index].speechSpan
        var near = spans.filter { $0.overlaps(speech) }.sorted()[...]
        var starts: [Int] = []
        var (reach, wasCoded) = (0, true)
        for word in transcript.text.words(in: speech) {
            while let next = near.first, next.start <= word.start {
                reach = max(reach, next.end)
                near.removeFirst()
            }
            let isCoded = word.start < reach
            if wasCoded, !isCoded { starts.append(word.start) }
            wasCoded = isCoded
        }
        return starts
    }
}
