// A text whose wrapped lines become paragraphs again. Pure; takes out line ends and the blanks beside them, nothing else.

import CodingCore

/// The paragraphs of a text that was wrapped.
struct JoinedLines {
    private(set) var utf8: [UInt8] = []
    /// Where each line of the source begins in the result, in bytes.
    private(set) var starts: [Int] = []
    /// Words that a line end had cut with a hyphen, and that are whole again.
    private(set) var mended = 0

    /// - Parameters:
    ///   - lines: the lines without their ends.
    ///   - begins: whether a line begins a paragraph, as one with a label does.
    init(
        _ lines: ArraySlice<ArraySlice<UInt8>>,
        wrapped: WrappedLines,
        mendsHyphens: Bool = false,
        begins: (Int) -> Bool
    ) {
        let shapes = lines.map { WrappedLines.Line($0) }
        let words = mendsHyphens ? Self.hyphenated(in: lines) : []
        for index in lines.indices {
            let isJoined =
                index > 0 && !begins(index)
                && wrapped.goesOn(shapes[index - 1], into: shapes[index])
            append(lines[index], isFirst: index == 0, isJoined: isJoined, words: words, mends: mendsHyphens)
        }
        if !lines.isEmpty { utf8.append(0x0A) }
    }

    private mutating func append(
        _ line: ArraySlice<UInt8>,
        isFirst: Bool,
        isJoined: Bool,
        words: Set<[UInt8]>,
        mends: Bool
    ) {
        guard isJoined else {
            if !isFirst { utf8.append(0x0A) }
            starts.append(utf8.count)
            utf8.append(contentsOf: line)
            return
        }
        while let last = utf8.last, last == 0x20 || last == 0x09 { utf8.removeLast() }
        let rest = line.drop { $0 == 0x20 || $0 == 0x09 }
        if mends, let cut = Self.cut(before: rest, in: utf8, words: words) {
            utf8.removeLast(cut)
            mended += 1
        } else if Self.needsBlank(between: utf8, and: rest) {
            utf8.append(0x20)
        }
        starts.append(utf8.count)
        utf8.append(contentsOf: rest)
    }

    /// Whether a blank stands between two lines that are joined: not between two ideographs.
    private static func needsBlank(between before: [UInt8], and rest: ArraySlice<UInt8>) -> Bool {
        guard let last = before.suffix(3).first, let next = rest.first else { return false }
        let isWide = (0xE3...0xE9).contains(last) && (0xE3...0xE9).contains(next)
        return !isWide && before.last != 0x2D || before.count < 2 || before[before.count - 2] == 0x20
    }

    /// How many bytes go from the end because a hyphen only marked the line end; nothing when it belongs to the word.
    private static func cut(before rest: ArraySlice<UInt8>, in utf8: [UInt8], words: Set<[UInt8]>) -> Int? {
        if utf8.suffix(2) == [0xC2, 0xAD] { return 2 }
        guard utf8.last == 0x2D, let next = rest.first, (0x61...0x7A).contains(next) || next >= 0xC3 else { return nil }
        let head = utf8.dropLast().reversed().prefix { isLetter($0) }.reversed()
        guard head.count > 1 else { return nil }
        // Where the two halves stand elsewhere with a hyphen between them, the hyphen is the word's own.
        let tail = rest.prefix { isLetter($0) }
        return words.contains(Array(head) + [0x2D] + Array(tail)) ? nil : 1
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
    }

    /// The words with a hyphen inside a line.
    private static func hyphenated(in lines: ArraySlice<ArraySlice<UInt8>>) -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for line in lines {
            for word in line.split(whereSeparator: { $0 != 0x2D && !isLetter($0) })
            where word.contains(0x2D) && word.last != 0x2D {
                words.insert(Array(word))
            }
        }
        return words
    }
}
