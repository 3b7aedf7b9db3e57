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
            ("turns", "\(turns.count)" + continued(document.blocks)),
            ("notes", "\(document.blocks.count { $0.kind == .note })"),
            ("words", "\(words), in turns and notes, labels not counted"),
            ("characters", "\(text.scalarCount)"),
        ]
        let timed = document.blocks.count { $0.beginMilliseconds != nil }
        if !document.findings.marks.isEmpty { facts.append(("marks", marks(document.findings.marks))) }
        if let columns = document.findings.wrapColumns {
            facts.append(("lines", "wrapped at column \(columns); --unwrap joins them into paragraphs"))
        }
        if timed > 0 { facts.append(("times", "on \(timed) of \(document.blocks.count) blocks")) }
        var lines = facts.map { padded($0.0, to: 20) + $0.1 }
        lines += speakers(document) + maybes(document.findings) + header(document)
        if !document.remarks.isEmpty {
            lines += ["", "remarks"] + document.remarks.map { "  \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func continued(_ blocks: [Block]) -> String {
        let unlabelled = zip(blocks, blocks.dropFirst()).count { before, block in
            before.kind == .note && block.kind == .turn && block.label.isEmpty && !block.speaker.isEmpty
        }
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

    /// How many marks of each kind there are.
    private static func marks(_ marks: [SpeechMark.Kind: Int]) -> String {
        let names: [SpeechMark.Kind: String] = [
            .gap: "not heard", .pause: "pause", .sound: "sound", .redaction: "redaction",
        ]
        return SpeechMark.Kind.allCases.compactMap { kind in
            guard let count = marks[kind], let name = names[kind] else { return nil }
            return kind == .gap ? "\(count) \(name)" : counted(count, name)
        }.joined(separator: ", ")
    }

    /// One sentence about labels that were not taken as speakers; nothing when all were.
    package static func maybes(of document: IncomingDocument) -> String? {
        let maybes = document.findings.maybes
        guard !maybes.isEmpty else { return nil }
        let shown = maybes.prefix(12).map { "\($0.name) (\($0.count))" }.joined(separator: ", ")
        let rest = maybes.count > 12 ? " and \(maybes.count - 12) more" : ""
        return "Not taken as speakers, though a colon follows: \(shown)\(rest)."
    }

    /// Labels that a person may say are speakers, and names that may be one.
    private static func maybes(_ findings: ImportFindings) -> [String] {
        var lines: [String] = []
        if !findings.maybes.isEmpty {
            lines += ["", "not taken as speakers (--speaker NAME takes one)"]
            lines += findings.maybes.prefix(12).map { "  \($0.name)  \(counted($0.count, "time"))" }
            if findings.maybes.count > 12 { lines.append("  and \(findings.maybes.count - 12) more") }
        }
        if !findings.nearNames.isEmpty {
            lines += ["", "names that may be one"]
            lines += findings.nearNames.prefix(12).map { "  --alias '\($0.rare)=\($0.common)'" }
        }
        return lines
    }

    private static func header(_ document: IncomingDocument) -> [String] {
        guard !document.findings.header.isEmpty else { return [] }
        let isTaken = !document.attributes.pairs.isEmpty
        let head =
            isTaken ? "attributes from the head of the text" : "at the head of the text (--header makes attributes)"
        return ["", head] + document.findings.header.prefix(20).map { "  \($0.name) = \($0.value)" }
    }

    /// Fills up with blanks; wide characters are not reckoned with.
    private static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
