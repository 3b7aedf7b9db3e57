// Writes turns into a text as they come, a million of them without a value for each. Knows nothing of cues. Pure.

import CodingCore

/// The text of a transcript and its blocks, while they grow.
struct TurnWriter {
    /// Whether no turn has begun.
    var isEmpty: Bool { blocks.isEmpty }
    /// Who speaks in the turn that is being written; empty for nobody.
    var speaker: String { blocks.last?.speaker ?? "" }

    private let separator: [UInt8]
    private var utf8: [UInt8] = []
    private var blocks: [Block] = []
    /// Where the turn begins, in bytes and in scalars, and where its words do, in bytes.
    private var first = (byte: 0, scalar: 0)
    private var words = 0

    /// - Parameters:
    ///   - separator: what stands between two turns.
    ///   - capacity: about how many bytes there will be.
    init(separator: String, capacity: Int) {
        self.separator = Array(separator.utf8)
        utf8.reserveCapacity(capacity)
    }

    /// Begins a turn.
    ///
    /// - Parameter time: in milliseconds from the start of the recording.
    mutating func begin(_ speaker: String, at time: Int?) {
        if !isEmpty { endTurn(with: separator) }
        let label = speaker.isEmpty ? "" : speaker + ": "
        first.byte = utf8.count
        utf8.append(contentsOf: label.utf8)
        words = utf8.count
        blocks.append(
            Block(
                kind: .turn,
                span: TextSpan(first.scalar, first.scalar),
                speaker: speaker,
                label: label,
                beginMilliseconds: time
            )
        )
    }

    /// Adds words in UTF-8 to the turn, after a blank if it has some.
    ///
    /// - Parameter time: when they end, in milliseconds; the latest one is kept.
    mutating func add(_ more: ArraySlice<UInt8>, until time: Int?) {
        if !more.isEmpty, utf8.count > words { utf8.append(0x20) }
        utf8.append(contentsOf: more)
        let last = blocks.count - 1
        if let time, time > blocks[last].endMilliseconds ?? -1 { blocks[last].endMilliseconds = time }
    }

    /// The text, which ends in a line end, and its blocks, which cover it.
    mutating func finish() -> (text: CanonicalText, blocks: [Block]) {
        if !isEmpty { endTurn(with: [0x0A]) }
        return (CanonicalText(utf8: utf8) ?? CanonicalText(String(decoding: utf8, as: UTF8.self)), blocks)
    }

    private mutating func endTurn(with bytes: [UInt8]) {
        utf8.append(contentsOf: bytes)
        let end = first.scalar + utf8[first.byte...].count { $0 & 0xC0 != 0x80 }
        blocks[blocks.count - 1].span = TextSpan(first.scalar, end)
        first.scalar = end
    }
}
