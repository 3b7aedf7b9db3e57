// WebVTT and SRT, read as far as a transcript needs. Source: https://www.w3.org/TR/webvtt1/ sections 4 and 6.
// Knows nothing of speakers beyond voice tags.

import CodingCore

/// The cues of a caption file in file order.
struct CueFile {
    private(set) var cues: [Cue] = []
    /// The words of all cues in file order, marks removed, with the names that voice tags gave.
    private(set) var lines: [Cue.Line] = []
    /// Sentences about what was left out.
    private(set) var remarks: [String] = []

    private var dropped: [String: Int] = [:]
    private var strayLines: [Int] = []
    private var untimed: [Int] = []

    /// A file without cues, to be filled.
    init() {}

    /// Reads a decoded WebVTT or SRT file; nothing is refused: what cannot be read is said in `remarks`.
    init(_ text: CanonicalText, isWebVTT: Bool) {
        var block: [ArraySlice<UInt8>] = []
        var number = 0
        var isHeader = isWebVTT
        Self.forEachLine(of: text.utf8) { line in
            number += 1
            if Self.isBlank(line) {
                guard !block.isEmpty else { return }
                read(block, first: number - block.count, isHeader: isHeader)
                isHeader = false
                block.removeAll(keepingCapacity: true)
            } else {
                block.append(line)
            }
        }
        if !block.isEmpty { read(block, first: number - block.count + 1, isHeader: isHeader) }
        finish()
    }

    /// Passes each line without its LF, the one after the last LF too.
    static func forEachLine(of utf8: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        var start = 0
        while start <= utf8.count {
            var end = start
            while end < utf8.count, utf8[end] != 0x0A { end += 1 }
            body(utf8[start..<end])
            start = end + 1
        }
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first else { return true }
        if first > 0x20 && first < 0x80 { return false }
        return String(decoding: line, as: UTF8.self).allSatisfy(\.isWhitespace)
    }

    /// Reads one block: the lines between two blank lines.
    ///
    /// - Parameter first: the number of its first line, counted from 1.
    private mutating func read(_ block: [ArraySlice<UInt8>], first: Int, isHeader: Bool) {
        if isHeader, block[0].starts(with: Array("WEBVTT".utf8)) { return }
        if let kind = Self.leftOut(block[0]) {
            dropped[kind, default: 0] += 1
            return
        }
        guard let timing = block.indices.prefix(2).first(where: { CueTime.times(in: block[$0]) != nil }),
            let times = CueTime.times(in: block[timing])
        else {
            strayLines.append(first)
            return
        }
        if times.begin == nil || times.end == nil { untimed.append(first + timing) }
        let start = lines.count
        for line in block[(timing + 1)...] {
            let words = CueMarks.line(line)
            if !words.words.isEmpty { lines.append(words) }
        }
        guard lines.count > start else { return }
        cues.append(Cue(begin: times.begin, end: times.end, lines: start..<lines.count))
    }

    /// The kind of a block that holds no words of the talk.
    private static func leftOut(_ line: ArraySlice<UInt8>) -> String? {
        guard let first = line.first, [0x4E, 0x53, 0x52].contains(first) else { return nil }
        return ["NOTE", "STYLE", "REGION"].first { kind in
            line.starts(with: kind.utf8)
                && (line.count == kind.utf8.count || line[line.startIndex + kind.utf8.count] == 0x20)
        }
    }

    // MARK: Filling

    /// Adds a cue that has no words yet; times in milliseconds.
    mutating func addCue(begin: Int?, end: Int?) {
        cues.append(Cue(begin: begin, end: end, lines: lines.count..<lines.count))
    }

    /// Adds a line to the cue before; words before any cue are left out and said to be.
    mutating func addWords(_ line: Substring, number: Int) {
        let spoken = CueMarks.line(Array(line.utf8)[...])
        guard !spoken.words.isEmpty else { return }
        guard let last = cues.indices.last else { return addStray(number) }
        lines.append(spoken)
        cues[last].lines = cues[last].lines.lowerBound..<lines.count
    }

    mutating func addStray(_ line: Int) { strayLines.append(line) }

    /// Ends the cue before where the next one begins.
    mutating func endLast(at time: Int) {
        if let last = cues.indices.last, let begin = cues[last].begin, begin <= time { cues[last].end = time }
    }

    /// Leaves out cues without words, and sums up what could not be read.
    mutating func finish() {
        cues.removeAll { $0.lines.isEmpty }
        remarks = summary()
    }

    private func summary() -> [String] {
        var remarks: [String] = []
        for (kind, count) in dropped.sorted(by: { $0.key < $1.key }) {
            remarks.append("\(kind) blocks left out: \(count).")
        }
        if !strayLines.isEmpty {
            remarks.append("Text outside any cue was left out, at line \(Self.listed(strayLines)).")
        }
        if !untimed.isEmpty {
            remarks.append("Times that could not be read were left empty, at line \(Self.listed(untimed)).")
        }
        return remarks
    }

    private static func listed(_ lines: [Int]) -> String {
        lines.prefix(8).map(String.init).joined(separator: ", ")
            + (lines.count > 8 ? " and \(lines.count - 8) more" : "")
    }
}
