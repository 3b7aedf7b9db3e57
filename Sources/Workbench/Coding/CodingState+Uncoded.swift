// Where nothing is coded yet, as far as the coders who are shown go: core finds it, stretch by stretch.

import CodingCore

extension CodingState {
    /// The codings that count here: those of the coders shown, whatever code is in the spotlight.
    private var counted: [TextSpan] { (layer == .mine ? codings.filter { $0.coder == coder } : codings).map(\.span) }

    /// Goes to the next passage without a coding (the one before, when not `forward`); false when there is none.
    mutating func goToUncoded(forward: Bool) -> Bool {
        let found =
            forward
            ? transcript.nextUncoded(after: cursor, coded: counted)
            : transcript.previousUncoded(before: cursor, coded: counted)
        guard let found else { return false }
        move(to: found.start)
        return true
    }

    /// Selects the next sentence without a coding, and on from the beginning.
    ///
    /// - Returns: its place among all without one, from 1, and how many there are; nothing when every sentence has a code.
    mutating func selectUncodedSentence() -> (place: Int, of: Int)? {
        let open = transcript.uncodedSentences(coded: counted)
        guard !open.isEmpty else { return nil }
        let here = selectedSpan?.start ?? cursor - 1
        let index = open.firstIndex { $0.start > here } ?? 0
        dropSelection()
        move(to: open[index].start)
        _ = selectSentences(1)
        return (index + 1, open.count)
    }

    /// Whether the word at the cursor is in no coding of the coders shown.
    var isInUncoded: Bool {
        guard let index = transcript.blockIndex(at: cursor), transcript.blocks[index].kind != .front else {
            return false
        }
        return transcript.blocks[index].speechSpan.contains(cursor) && !counted.contains { $0.contains(cursor) }
    }
}
