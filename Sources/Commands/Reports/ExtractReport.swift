// How extracts are printed: for reading, as Markdown, as the table of report R8 and as JSON. Retrieves nothing.

import CodingCore
import StudyFiles

/// Extracts with what is needed to cite them.
struct ExtractReport {
    let extracts: [Extract]
    let study: Study
    let query: Query

    // MARK: Text

    var text: String {
        extracts.map { extract in
            var lines = [([extract.locator] + marks(of: extract)).joined(separator: "  ")]
            lines.append(
                "  " + inOneLine(extract.before) + "[" + inOneLine(extract.text) + "]" + inOneLine(extract.after)
            )
            if !extract.coding.memo.isEmpty { lines.append("  memo: " + inOneLine(extract.coding.memo)) }
            return lines.joined(separator: "\n") + "\n\n"
        }
        .joined() + footer + "\n"
    }

    private func marks(of extract: Extract) -> [String] {
        var marks = [extract.codePath.map(\.description).joined(separator: " > ")]
        if !extract.speaker.isEmpty { marks.append(extract.speaker) }
        marks.append("(\(extract.coding.coder))")
        if extract.coding.star > 0 { marks.append(String(repeating: "*", count: extract.coding.star)) }
        if extract.coding.doubt { marks.append("?") }
        return marks
    }

    private var footer: String {
        let documents = Set(extracts.map(\.document)).count
        let coders = Set(extracts.map(\.coding.coder)).sorted().map(\.description).joined(separator: ", ")
        return "\(counted(extracts.count, "coding")) in \(counted(documents, "document")). Coders: \(coders). "
            + "\(study.codebook.versionInWords). Filter: \(query.source.isEmpty ? "none" : query.source)."
    }

    // MARK: Markdown

    var markdown: String {
        extracts.map { extract in
            let quote = inOneLine(extract.before + "[" + extract.text + "]" + extract.after)
            let source = ([extract.locator] + (extract.speaker.isEmpty ? [] : [extract.speaker])).joined(
                separator: ", "
            )
            let code = "\(extract.code), \(extract.coding.coder)"
            return "> \(MarkdownText.escaped(quote))\n>\n> — \(MarkdownText.escaped("\(source) (\(code))"))\n\n"
        }
        .joined() + MarkdownText.escaped(footer) + "\n"
    }

    // MARK: Columns

    private var attributes: [String] { study.attributeNames.filter { $0 != "participant" } }

    /// The columns of R8, with the attributes that the study has.
    var columns: TextTable {
        let attributes = attributes
        let depth = extracts.map(\.codePath.count).max() ?? 0
        var names = ["id", "study", "document", "participant_label"] + attributes
        names += ["speaker", "start", "end", "line_from", "line_to", "timestamp", "text"]
        names += ["context_before", "context_after", "code_id", "code_path"]
        names += (0..<depth).map { "code_path_\($0 + 1)" }
        names += ["coder", "star", "doubt", "memo", "coded_at", "text_hash"]
        var grid = TextTable(columns: names.map { .left($0) })
        grid.rows = extracts.map { row($0, attributes: attributes, depth: depth) }
        return grid
    }

    private func row(_ extract: Extract, attributes: [String], depth: Int) -> [String] {
        let voice = extract.placed.voice
        let path = extract.codePath.map(\.description)
        var cells = [extract.coding.id.description, study.settings.title, extract.document.description]
        cells += [voice["participant"] ?? ""] + attributes.map { voice[$0] ?? "" }
        cells += [extract.speaker, String(extract.coding.span.start), String(extract.coding.span.end)]
        cells += [extract.lines.map { String($0.lowerBound) } ?? "", extract.lines.map { String($0.upperBound) } ?? ""]
        cells += [
            extract.beginMilliseconds.map(clock) ?? "", extract.text, withoutLineEnds(extract.before),
            withoutLineEnds(extract.after),
        ]
        cells += [extract.code.description, path.joined(separator: " > ")]
        cells += (0..<depth).map { $0 < path.count ? path[$0] : "" }
        cells += [extract.coding.coder.description, String(extract.coding.star), extract.coding.doubt ? "yes" : "no"]
        cells += [extract.coding.memo, extract.coding.codedAt.description]
        cells += [String(SHA256.hexadecimal(of: Array(extract.text.utf8)).prefix(16))]
        return cells
    }

    // MARK: JSON

    /// One object per extract; the keys are PRODUCT.md's.
    var objects: [JSONText] {
        extracts.map { extract in
            [
                "id": .string(extract.coding.id.description),
                "document": .string(extract.document.description),
                "start": .integer(extract.coding.span.start),
                "end": .integer(extract.coding.span.end),
                "line_from": extract.lines.map { .integer($0.lowerBound) } ?? .null,
                "line_to": extract.lines.map { .integer($0.upperBound) } ?? .null,
                "speaker": .string(extract.speaker),
                "text": .string(extract.text),
                "code": .string(extract.code.description),
                "code_path": .array(extract.codePath.map { .string($0.description) }),
                "coder": .string(extract.coding.coder.description),
                "memo": .string(extract.coding.memo),
                "star": .integer(extract.coding.star),
                "doubt": .bool(extract.coding.doubt),
                "coded_at": .string(extract.coding.codedAt.description),
                "speakers": .array(extract.speakers.map { .string($0) }),
                "locator": .string(extract.locator),
                "context_before": .string(extract.before),
                "context_after": .string(extract.after),
            ]
        }
    }
}

/// The words without the line ends on either side, which a cell of a table does not need.
private func withoutLineEnds(_ text: String) -> String {
    String(text.drop { $0.isNewline }.reversed().drop { $0.isNewline }.reversed())
}
