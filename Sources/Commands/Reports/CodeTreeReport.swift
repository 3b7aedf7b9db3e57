// The code tree of report R2 (METHODS; COREQ item 25): every code with the documents and codings it has. Counts nothing.

import CodingCore
import StudyFiles

/// The tree of codes with their counts.
struct CodeTreeReport {
    let table: Frequencies
    let study: Study
    let entries: [JournalEntry]

    /// Indented text: name or id, what it is, n/N documents, codings.
    var text: String {
        var grid = TextTable(columns: [.left("code"), .left(""), .right("documents"), .right("codings")])
        grid.rows = rows.map { row in
            let margin = String(repeating: "  ", count: row.depth)
            return [margin + label(row), marks(of: row.code), share(row), "\(grouped(row.total.codings))"]
        }
        return grid.text + footer + "\n"
    }

    var markdown: String {
        rows.map { row in
            let margin = String(repeating: "  ", count: row.depth)
            let marks = marks(of: row.code)
            let words = [label(row), marks, share(row) + " documents", counted(row.total.codings, "coding")]
            return "\(margin)- " + words.filter { !$0.isEmpty }.map(MarkdownText.escaped).joined(separator: ", ") + "\n"
        }
        .joined() + "\n" + MarkdownText.escaped(footer) + "\n"
    }

    var columns: TextTable {
        let names = [
            "code", "name", "parent", "depth", "kind", "status", "origin", "version", "documents", "of", "codings",
        ]
        var grid = TextTable(columns: names.map { .left($0) })
        grid.rows = rows.map { row in
            let code = study.codebook[row.code]
            return [
                row.code.description, row.name, row.parent?.description ?? "", "\(row.depth)",
                code?.kind.rawValue ?? "",
                code?.status.words ?? "", code?.origin ?? "", "\(version(of: row.code))", "\(row.total.documents)",
                "\(table.of.documents)", "\(row.total.codings)",
            ]
        }
        return grid
    }

    var json: JSONText {
        .array(
            rows.map { row in
                [
                    "code": .string(row.code.description), "name": .string(row.name), "depth": .integer(row.depth),
                    "version": .integer(version(of: row.code)), "documents": .integer(row.total.documents),
                    "of": .integer(table.of.documents), "codings": .integer(row.total.codings),
                ]
            }
        )
    }

    /// Retired codes without codings, and codes that went into others, are not part of the tree.
    private var rows: [Frequencies.Row] {
        table.rows.filter { row in
            guard let code = study.codebook[row.code] else { return true }
            switch code.status {
            case .mergedInto: return false
            case .retired: return row.total.codings > 0 || !study.codebook.children(of: code.id).isEmpty
            case .agreed, .proposed: return true
            }
        }
    }

    private func label(_ row: Frequencies.Row) -> String {
        study.codebook[row.code]?.kind == .category ? row.name : row.code.description
    }

    /// `[inductive, v3]`; the version counts the definitions that the journal knows.
    private func marks(of id: CodeID) -> String {
        guard let code = study.codebook[id], code.kind != .category else { return "" }
        var words = [code.origin].filter { !$0.isEmpty } + ["v\(version(of: id))"]
        if code.status != .agreed { words.append(code.status.words) }
        return "[" + words.joined(separator: ", ") + "]"
    }

    /// One more than the changes of definition, include or exclude.
    private func version(of id: CodeID) -> Int {
        let rules = Set(CodeField.rules.map(\.rawValue))
        let acts = entries.filter { entry in
            entry.object == "code:\(id)" && rules.contains(entry.field)
                && !(entry.before.isEmpty && isMade(id, by: entry.act))
        }
        return 1 + Set(acts.map(\.act)).count
    }

    private func isMade(_ id: CodeID, by act: Identifier) -> Bool {
        entries.contains { $0.act == act && $0.object == "code:\(id)" && $0.field.isEmpty && $0.before.isEmpty }
    }

    private func share(_ row: Frequencies.Row) -> String {
        "\(grouped(row.total.documents))/\(grouped(table.of.documents))"
    }

    private var footer: String {
        let coders = table.coders.map(\.description).joined(separator: ", ")
        return
            "Unit: \(table.unit.rule). A code counts itself and all below it. Coders: \(coders.isEmpty ? "none" : coders)"
            + "\(table.coders.count > 1 ? " (union)" : ""). \(study.codebook.versionInWords). Filter: none."
    }
}
