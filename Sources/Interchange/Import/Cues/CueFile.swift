// WebVTT and SRT, read as far as a transcript needs. Source: https://www.w3.org/TR/webvtt1/ sections 4 and 6.
// Knows nothing of speakers beyond voice tags.

import CodingCore

/// The cues of a caption file in file order.
struct CueFile {
    private(set) var cues: [Cue] = []
    /// Sentences about what was left out.
    private(set) var remarks: [String] = []

    private var dropped: [String: Int] = [:]
    private var strayLines: [Int] = []
    private var untimed: [Int] = []

    /// A file without cues, to be filled.
    init() {}

    /// Reads a decoded WebVTT or SRT file; nothing is refused: what cannot be read is said in `remarks`.
    init(_ text: CanonicalText, isWebVTT: Bool) {
        let lines = String(decoding: text.utf8, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        var index = 0
        while index < lines.count {
            var next = index
            while next < lines.count, !Self.isBlank(lines[next]) { next += 1 }
            if next > index {
                read(lines[index..<next], isHeader: isWebVTT && cues.isEmpty && index == firstLine(lines))
            }
            index = next + 1
        }
        finish()
    }

    private func firstLine(_ lines: [Substring]) -> Int {
        lines.firstIndex { !Self.isBlank($0) } ?? 0
    }

    private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

    /// Reads one block: the lines between two blank lines.
    private mutating func read(_ block: ArraySlice<Substring>, isHeader: Bool) {
        let first = block.first ?? ""
        if isHeader, first.hasPrefix("WEBVTT") { return }
        for kind in ["NOTE", "STYLE", "REGION"] where first == kind || first.hasPrefix(kind + " ") {
            dropped[kind, default: 0] += 1
            return
        }
        guard let timing = block.prefix(2).firstIndex(where: { CueTime.times(in: $0) != nil }),
            let times = CueTime.times(in: block[timing])
        else {
            strayLines.append(block.startIndex + 1)
            return
        }
        if times.begin == nil || times.end == nil { untimed.append(timing + 1) }
        let spoken = block[(timing + 1)...].map(CueMarks.line).filter { !$0.text.isEmpty }
        guard !spoken.isEmpty else { return }
        cues.append(Cue(begin: times.begin, end: times.end, lines: spoken))
    }

    // MARK: Filling

    mutating func add(_ cue: Cue) { cues.append(cue) }

    /// Adds a line to the cue before; words before any cue are left out and said to be.
    mutating func addWords(_ line: Substring, number: Int) {
        let spoken = CueMarks.line(line)
        guard !spoken.text.isEmpty else { return }
        guard let last = cues.indices.last else { return addStray(number) }
        cues[last].lines.append(spoken)
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
