// Labels that no colon marks: a name alone on a line, or in square brackets at the start of one. Looked for only where no
// label with a colon is. Pure.

import CodingCore

/// Finds names that come back.
enum RepeatedLabels {
    /// The share of paragraphs that must begin so.
    private static let share = 0.2
    /// How many words a name alone on its line may have.
    private static let words = 4

    /// The labels of the style that explains more of the text; empty when neither does.
    static func find(_ lines: [TextLine], from first: Int, in utf8: [UInt8]) -> [LabelCandidate] {
        let own = repeated(ownLines(lines, from: first, utf8))
        let bracketed = repeated(self.bracketed(lines, from: first, utf8))
        let best = own.count >= bracketed.count ? own : bracketed
        let paragraphs = lines.count { !$0.isBlank }
        return Double(best.count) >= Double(paragraphs) * share ? best : []
    }

    private static func repeated(_ candidates: [LabelCandidate]) -> [LabelCandidate] {
        var counts: [String: Int] = [:]
        for candidate in candidates { counts[candidate.name, default: 0] += 1 }
        return candidates.filter { (counts[$0.name] ?? 0) >= LabelCensus.roleThreshold }
    }

    /// Short lines that begin a paragraph, end in no sign, and have words after them.
    private static func ownLines(_ lines: [TextLine], from first: Int, _ utf8: [UInt8]) -> [LabelCandidate] {
        lines.indices.dropFirst(first).compactMap { index in
            let line = lines[index]
            guard !line.isBlank, index == 0 || lines[index - 1].isBlank, index + 1 < lines.count,
                line.contentEnd - line.start <= 4 * LabelCandidate.nameLimit
            else { return nil }
            let follows = lines[index + 1].isBlank ? index + 2 < lines.count && !lines[index + 2].isBlank : true
            let bytes = utf8[line.start..<line.contentEnd]
            guard follows, let name = name(String(decoding: bytes, as: UTF8.self)) else { return nil }
            return LabelCandidate(line: index, byteCount: bytes.count, name: name, isOwnLine: true, isBracketed: false)
        }
    }

    /// `[id1] text`; not `[laughs] text`, nor a bracket alone.
    private static func bracketed(_ lines: [TextLine], from first: Int, _ utf8: [UInt8]) -> [LabelCandidate] {
        lines.indices.dropFirst(first).compactMap { index in
            let bytes = utf8[lines[index].start..<lines[index].contentEnd]
            guard bytes.first == 0x5B, let close = bytes.prefix(4 * LabelCandidate.nameLimit).firstIndex(of: 0x5D)
            else { return nil }
            var end = close + 1
            while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
            guard end > close + 1, end < bytes.endIndex else { return nil }
            let inside = String(decoding: bytes[(bytes.startIndex + 1)..<close], as: UTF8.self)
            guard CanonicalText("[\(inside)]").speechMarks.isEmpty, let name = name(inside) else { return nil }
            let count = end - bytes.startIndex
            return LabelCandidate(line: index, byteCount: count, name: name, isOwnLine: false, isBracketed: true)
        }
    }

    private static func name(_ text: String) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        let name = words.joined(separator: " ")
        guard (1...Self.words).contains(words.count), name.unicodeScalars.count <= LabelCandidate.nameLimit,
            name.unicodeScalars.contains(where: \.properties.isAlphabetic),
            let last = name.last, last.isLetter || last.isNumber || last == ")",
            let first = name.first, first.isLetter || first.isNumber
        else { return nil }
        return name
    }
}
