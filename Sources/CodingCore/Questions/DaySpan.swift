// Days as a query names them: one, a month, a year, or from and up to. Knows the calendar's digits only.

/// Days from a first to a last one, both included, in UTC; open where one is missing.
struct DaySpan: Hashable, Sendable {
    /// `2026`, `2026-11` or `2026-11-01`; empty when it is open.
    private(set) var from: String
    private(set) var upTo: String

    /// Reads `2026-11-01`, `2026-11`, `2026-11-01..`, `..2026-11-30` or `2026-10..2026-11-15`; nothing for other words.
    init?(_ words: String) {
        guard let dots = words.firstRange(of: "..") else {
            guard Self.isDate(words) else { return nil }
            (from, upTo) = (words, words)
            return
        }
        from = String(words[..<dots.lowerBound])
        upTo = String(words[dots.upperBound...])
        guard !from.isEmpty || !upTo.isEmpty, [from, upTo].allSatisfy({ $0.isEmpty || Self.isDate($0) }) else {
            return nil
        }
    }

    /// Reads a date after a comparison: `>=2026-11-01`, `<2026-11`.
    init?(_ comparison: QueryComparison, _ words: String) {
        if comparison == .equal {
            self.init(words)
            return
        }
        guard Self.isDate(words) else { return nil }
        self.init(from: "", upTo: "")
        switch comparison {
        case .atLeast: from = words
        case .atMost: upTo = words
        // The sign behind the date sorts after all that begins with it; the one before it, before.
        case .more: from = words + "~"
        case .less: upTo = "<" + words
        case .equal: return nil
        }
    }

    private init(from: String, upTo: String) { (self.from, self.upTo) = (from, upTo) }

    func contains(_ moment: Moment) -> Bool {
        let day = moment.day
        if !from.isEmpty, day < from { return false }
        if upTo.isEmpty { return true }
        if upTo.hasPrefix("<") { return day < upTo.dropFirst() }
        return day.prefix(upTo.utf8.count) <= upTo
    }

    /// `2026`, `2026-11` or `2026-11-01`, with months from 1 to 12 and days from 1 to 31.
    private static func isDate(_ words: String) -> Bool {
        let parts = words.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return false }
        let limits = [1...9999, 1...12, 1...31]
        return zip(parts, limits).allSatisfy { part, limit in Int(part).map(limit.contains) ?? false }
    }
}
