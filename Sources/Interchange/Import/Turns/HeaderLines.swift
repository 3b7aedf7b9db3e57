// The form at the head of a transcript: `Interviewer: J. Smith`, `Date: 3 May`. It has the shape of speech and is none.

import CodingCore

/// The lines at the start of a text that are entries of a form.
enum HeaderLines {
    /// How many lines that are not blank are looked at.
    private static let reach = 20
    /// A longer line is speech, in bytes.
    private static let lineLimit = 160

    /// The first line after the form; 0 when the text does not begin with one.
    ///
    /// A form is told by an entry that nobody speaks under, such as `Date:`. No label occurs in it twice and no entry is
    /// a sentence. Entries after the last such one belong to it when a blank line follows them.
    static func end(_ lines: [TextLine], candidates: [LabelCandidate], utf8: [UInt8]) -> Int {
        let byLine = Dictionary(candidates.map { ($0.line, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<SpeakerKey> = []
        var end = 0
        var looked = 0
        for index in lines.indices where !lines[index].isBlank {
            looked += 1
            guard looked <= reach, isShort(lines[index], utf8) else { break }
            guard let candidate = byLine[index] else { continue }
            guard seen.insert(SpeakerKey(candidate.name)).inserted else { break }
            if RoleWords.isHeaderEntry(SpeakerKey(candidate.name).folded) { end = index + 1 }
        }
        return end == 0 ? 0 : wholeParagraph(from: end, lines, byLine, utf8)
    }

    /// The entries of a form, as name and value; entries without a value are left out.
    ///
    /// - Parameter candidates: those before the first turn.
    static func entries(
        _ candidates: [LabelCandidate],
        _ lines: [TextLine],
        _ utf8: [UInt8]
    ) -> [ImportFindings.Entry] {
        candidates.compactMap { candidate in
            let line = lines[candidate.line]
            let words = String(decoding: utf8[(line.start + candidate.byteCount)..<line.contentEnd], as: UTF8.self)
                .split { $0.isWhitespace || $0 == "*" }.joined(separator: " ")
            return words.isEmpty ? nil : ImportFindings.Entry(name: candidate.name, value: words)
        }
    }

    /// Where the paragraph ends if the rest of it can be more of the form, else `start`.
    private static func wholeParagraph(
        from start: Int,
        _ lines: [TextLine],
        _ candidates: [Int: LabelCandidate],
        _ utf8: [UInt8]
    ) -> Int {
        var keys: Set<SpeakerKey> = []
        var index = start
        while index < lines.count, !lines[index].isBlank {
            guard let candidate = candidates[index], isShort(lines[index], utf8),
                keys.insert(SpeakerKey(candidate.name)).inserted
            else { return start }
            index += 1
        }
        return index
    }

    /// Whether a line can be an entry: short, and no sentence.
    private static func isShort(_ line: TextLine, _ utf8: [UInt8]) -> Bool {
        guard line.contentEnd - line.start <= lineLimit else { return false }
        let last = utf8[line.start..<line.contentEnd].last { $0 != 0x20 && $0 != 0x09 }
        return last != UInt8(ascii: ".") && last != UInt8(ascii: "?") && last != UInt8(ascii: "!")
    }
}
