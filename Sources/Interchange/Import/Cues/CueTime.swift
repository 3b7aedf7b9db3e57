// The times of caption files. Source: WebVTT, section 4.1 (timestamps), and the SRT of common tools.

/// Reads `00:01:42.340 --> 00:01:44.739`, with or without hours, with a full stop or a comma.
enum CueTime {
    /// The two times of a line in milliseconds; nothing when the line has no arrow; an empty pair when it cannot be read.
    static func times(in line: Substring) -> (begin: Int?, end: Int?)? {
        guard let arrow = line.utf8.firstRange(of: Array("-->".utf8)) else { return nil }
        let after = line[arrow.upperBound...].drop { $0 == " " || $0 == "\t" }
        return (milliseconds(line[..<arrow.lowerBound]), milliseconds(after.prefix { $0 != " " && $0 != "\t" }))
    }

    /// A time such as `01:02:03.456`, `02:03`, `2:03,5` in milliseconds; nothing for anything else.
    static func milliseconds(_ text: Substring) -> Int? {
        let trimmed = text.filter { $0 != " " && $0 != "\t" }
        let halves = trimmed.split(whereSeparator: { $0 == "." || $0 == "," }).map(String.init)
        guard let clock = halves.first, halves.count <= 2 else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { part in
            part.utf8.count <= 6 && part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard (2...3).contains(parts.count) else { return nil }
        var seconds = 0
        for part in parts {
            guard let part else { return nil }
            seconds = seconds * 60 + part
        }
        guard halves.count == 2 else { return seconds * 1000 }
        let fraction = halves[1].prefix(3)
        guard let value = Int(fraction), value >= 0 else { return nil }
        return seconds * 1000 + value * [1, 100, 10, 1][fraction.utf8.count]
    }
}
