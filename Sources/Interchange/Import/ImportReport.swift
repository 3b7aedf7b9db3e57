// What an import found, as one page of plain text. `gloss import --dry-run` prints it.

package import CodingCore

/// The report on one document that was or would be imported.
package enum ImportReport {
    /// The report: one fact a line, names first, figures with their units.
    package static func text(for document: IncomingDocument) -> String {
        let text = document.text
        let turns = document.blocks.filter { $0.kind == .turn }
        let words = document.blocks.filter { $0.kind != .front }.reduce(0) { $0 + text.wordCount(in: $1.speechSpan) }
        var facts: [(String, String)] = [
            ("file", document.origin.fileName),
            ("title", document.title),
            ("format", document.origin.format),
            ("encoding", document.origin.encoding),
            ("speakers marked by", document.origin.labelStyle),
            ("turns", "\(turns.count)" + continued(turns)),
            ("notes", "\(document.blocks.count { $0.kind == .note })"),
            ("words", "\(words), in turns and notes, labels not counted"),
            ("characters", "\(text.scalarCount)"),
        ]
        let timed = document.blocks.count { $0.beginMilliseconds != nil }
        if timed > 0 { facts.append(("times", "on \(timed) of \(document.blocks.count) blocks")) }
        var lines = facts.map { padded($0.0, to: 20) + $0.1 }
        lines += speakers(document)
        if !document.remarks.isEmpty {
            lines += ["", "remarks"] + document.remarks.map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func continued(_ turns: [Block]) -> String {
        let unlabelled = turns.count { $0.label.isEmpty && !$0.speaker.isEmpty }
        return unlabelled == 0 ? "" : " (\(unlabelled) of them go on after a note)"
    }

    private static func speakers(_ document: IncomingDocument) -> [String] {
        guard !document.speakers.isEmpty else { return ["", "speakers            none"] }
        let width = (document.speakers.map(\.name.count).max() ?? 0) + 2
        return ["", "speakers"]
            + document.speakers.map { speaker in
                "  " + padded(speaker.name, to: width) + "\(speaker.turns) \(speaker.turns == 1 ? "turn" : "turns")"
                    + (speaker.isInterviewer ? ", interviewer" : "")
            }
    }

    /// Fills up with blanks; wide characters are not reckoned with.
    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
