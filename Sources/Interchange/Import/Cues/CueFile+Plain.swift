// Caption formats of one line a cue, or of blocks without a number: SBV, LRC, and what Whisper writes. Sources: INTEROP of
// the formats as their programs write them; YouTube's SBV, LRC with its `[ti:]` tags, Whisper's `.tsv` and `.txt`.

import CodingCore

extension CueFile {
    /// A format whose cues are told by the start of their first line.
    enum PlainFormat {
        /// `0:00:01.000,0:00:03.500`, then the words, then a blank line.
        case sbv
        /// `[00:43.81]words`, a line a cue; a cue ends where the next one begins.
        case lrc
        /// `[00:43.810 --> 00:47.850]  words`, a line a cue.
        case bracketed
        /// `start`, `end`, `text` between tabs, times in whole milliseconds.
        case tsv
    }

    /// The format of a text that begins with a cue of one of them; nothing when it does not.
    static func plainFormat(of text: some StringProtocol) -> PlainFormat? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).prefix(20)
            .map { Substring($0).trimmed }.filter { !$0.isEmpty }
        guard let first = lines.first else { return nil }
        if isTSVHeader(first) { return .tsv }
        if sbvTimes(first) != nil { return .sbv }
        if bracketed(first)?.times.end != nil { return .bracketed }
        // A lyric file begins with tags; a transcript may have one stamped line, so two are asked for.
        let stamped = lines.filter { lrcCue($0) != nil }
        return stamped.count >= 2 && lines.allSatisfy { lrcCue($0) != nil || isLRCTag($0) } ? .lrc : nil
    }

    /// Whether a text begins with a cue as SRT has it: times with an arrow, at most a number above them.
    static func beginsWithCue(_ text: some StringProtocol) -> Bool {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).prefix(4)
            .map { Substring($0).trimmed }.filter { !$0.isEmpty }
        guard let first = lines.first else { return false }
        let timing = Int(first) == nil ? first : lines.dropFirst().first ?? ""
        guard timing.first?.isNumber == true, let times = CueTime.times(in: timing) else { return false }
        return times.begin != nil && times.end != nil
    }

    /// Reads a decoded file; nothing is refused: what cannot be read is said in `remarks`.
    init(_ text: CanonicalText, plain format: PlainFormat) {
        self.init()
        let lines = String(decoding: text.utf8, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        switch format {
        case .sbv: readSBV(lines)
        case .lrc: readLRC(lines)
        case .bracketed: readBracketed(lines)
        case .tsv: readTSV(lines)
        }
        finish()
    }

    private mutating func readSBV(_ lines: [Substring]) {
        for (number, line) in lines.enumerated() {
            if let times = Self.sbvTimes(line.trimmed) {
                addCue(begin: times.begin, end: times.end)
            } else if !line.trimmed.isEmpty {
                addWords(line, number: number + 1)
            }
        }
    }

    private mutating func readLRC(_ lines: [Substring]) {
        for (number, line) in lines.map(\.trimmed).enumerated() where !line.isEmpty && !Self.isLRCTag(line) {
            guard let cue = Self.lrcCue(line) else {
                addWords(line, number: number + 1)
                continue
            }
            endLast(at: cue.begin)
            addCue(begin: cue.begin, end: nil)
            // A stamp without words is a silence, which ends the cue before.
            if !cue.words.isEmpty { addWords(cue.words, number: number + 1) }
        }
    }

    private mutating func readBracketed(_ lines: [Substring]) {
        for (number, line) in lines.map(\.trimmed).enumerated() where !line.isEmpty {
            guard let cue = Self.bracketed(line) else {
                addWords(line, number: number + 1)
                continue
            }
            addCue(begin: cue.times.begin, end: cue.times.end)
            addWords(cue.words, number: number + 1)
        }
    }

    private mutating func readTSV(_ lines: [Substring]) {
        for (number, line) in lines.enumerated() where !line.trimmed.isEmpty && !Self.isTSVHeader(line.trimmed) {
            let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            guard cells.count == 3, let begin = Int(cells[0].trimmed), let end = Int(cells[1].trimmed), begin >= 0,
                end >= 0
            else {
                addStray(number + 1)
                continue
            }
            addCue(begin: begin, end: end)
            addWords(cells[2], number: number + 1)
        }
    }

    // MARK: Lines

    private static func isTSVHeader(_ line: Substring) -> Bool {
        line.split(separator: "\t").map { $0.trimmed.lowercased() } == ["start", "end", "text"]
    }

    private static func sbvTimes(_ line: Substring) -> (begin: Int, end: Int)? {
        let halves = line.split(separator: ",", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ $0.contains(":") && $0.contains(".") }),
            let begin = CueTime.milliseconds(halves[0]), let end = CueTime.milliseconds(halves[1])
        else { return nil }
        return (begin, end)
    }

    private static func bracketed(_ line: Substring) -> (times: (begin: Int?, end: Int?), words: Substring)? {
        guard let (inside, words) = inBrackets(line), let times = CueTime.times(in: inside) else { return nil }
        return (times, words)
    }

    private static func lrcCue(_ line: Substring) -> (begin: Int, words: Substring)? {
        // Minutes, seconds and a fraction; a stamp of hours or of whole seconds stands in transcripts too.
        guard let (inside, words) = inBrackets(line), inside.contains("."), inside.count(where: { $0 == ":" }) == 1,
            let begin = CueTime.milliseconds(inside)
        else { return nil }
        return (begin, words)
    }

    /// A line such as `[ti:Interview]` or `[offset:+250]`.
    private static func isLRCTag(_ line: Substring) -> Bool {
        guard let (inside, words) = inBrackets(line), words.isEmpty, let colon = inside.firstIndex(of: ":") else {
            return false
        }
        let name = inside[..<colon].lowercased()
        return ["ar", "al", "ti", "au", "by", "length", "offset", "re", "ve", "tool", "la"].contains(name)
    }

    private static func inBrackets(_ line: Substring) -> (inside: Substring, after: Substring)? {
        guard line.first == "[", let end = line.prefix(40).firstIndex(of: "]") else { return nil }
        return (line[..<end].dropFirst(), line[line.index(after: end)...].trimmed)
    }
}

extension Substring {
    /// The words without the blanks around them.
    fileprivate var trimmed: Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
