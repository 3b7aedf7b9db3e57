// Which lines begin with a speaker's label, before the lines are joined. Pure.

/// The lines of a text that begin a turn.
struct LabelLines {
    private var lines: Set<Int> = []

    /// Finds them as `Turns` does: by counting labels over the whole text.
    init(_ lines: [ArraySlice<UInt8>], choices: ImportChoices = ImportChoices()) {
        let candidates = lines.indices.compactMap { LabelCandidate(line: $0, in: lines[$0]) }
        let paragraphs = lines.count { line in line.contains { $0 > 0x20 } }
        let census = LabelCensus(candidates, paragraphs: paragraphs, choices: choices)
        self.lines = Set(candidates.filter { census.speaker(named: $0.name) != nil }.map(\.line))
    }

    /// Whether the line with an index begins with a label.
    func contains(_ line: Int) -> Bool { lines.contains(line) }
}
