// Times that stand in the text of a turn, at its start or its end. They stay there; the turn knows them beside. Pure.
// Shapes: `[00:01:23]`, `(1:23)`, `{00:01:23}`, `1:23` before the words; `#00:01:23-4#` of f4 and MAXQDA at either end.

import CodingCore

/// Reads the stamps of blocks that have no times of their own.
enum TimeStamps {
    /// The longest stamp, in bytes.
    private static let reach = 24

    /// Gives blocks the times that their words begin and end with.
    ///
    /// A stamp at the end of a turn is when the next one begins, where that has none of its own.
    /// - Returns: how many blocks got a time.
    static func read(_ blocks: inout [Block], in text: CanonicalText) -> Int {
        var count = 0
        var ended: Int?
        for index in blocks.indices {
            let before = ended
            ended = nil
            guard blocks[index].kind == .turn else { continue }
            let speech = text.bytes(in: blocks[index].speechSpan)
            let end = trailing(speech)
            if blocks[index].beginMilliseconds == nil, let begin = leading(speech) ?? before {
                blocks[index].beginMilliseconds = begin
                count += 1
            }
            if blocks[index].endMilliseconds == nil, let end { blocks[index].endMilliseconds = end }
            ended = end
        }
        return count
    }

    /// The time with which words begin.
    static func leading(_ speech: ArraySlice<UInt8>) -> Int? {
        let words = speech.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x5C }
        guard let first = words.first else { return nil }
        if let close = closers[first] {
            guard let end = words.prefix(reach).dropFirst().firstIndex(of: close) else { return nil }
            return milliseconds(words[(words.startIndex + 1)..<end])
        }
        guard (0x30...0x39).contains(first) else { return nil }
        let word = words.prefix(reach).prefix { $0 == 0x3A || $0 == 0x2E || (0x30...0x39).contains($0) }
        // A bare time must be followed by a blank, and have minutes and seconds.
        guard word.endIndex < words.endIndex, [0x20, 0x09, 0x0A, 0xC2].contains(words[word.endIndex]) else {
            return nil
        }
        return word.contains(0x3A) ? milliseconds(word) : nil
    }

    /// The time between `#` with which words end.
    private static func trailing(_ speech: ArraySlice<UInt8>) -> Int? {
        var words = speech
        while let last = words.last, last == 0x20 || last == 0x09 || last == 0x0A { words.removeLast() }
        guard words.last == 0x23 else { return nil }
        let inside = words.dropLast()
        guard let open = inside.suffix(reach).lastIndex(of: 0x23) else { return nil }
        return milliseconds(inside[(open + 1)...])
    }

    /// `00:01:23`, `00:01:23.5` and `00:01:23-5`, whose last figure is tenths.
    private static func milliseconds(_ bytes: ArraySlice<UInt8>) -> Int? {
        let plain = bytes.filter { $0 != 0x5C }.map { $0 == 0x2D ? UInt8(ascii: ".") : $0 }
        guard plain.contains(0x3A) else { return nil }
        return CueTime.milliseconds(Substring(String(decoding: plain, as: UTF8.self)))
    }

    private static let closers: [UInt8: UInt8] = [0x5B: 0x5D, 0x28: 0x29, 0x7B: 0x7D, 0x23: 0x23]
}
