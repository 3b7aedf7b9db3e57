// How frequencies are printed: as report R5 of METHODS.md, as CSV and as JSON. Counts nothing.

import CodingCore
import StudyFiles

/// A table of frequencies with what it needs to be reproducible.
struct FrequencyReport {
    let table: Frequencies
    let study: Study
    let query: Query

    /// A group of fewer participants than this is named at the foot of the table.
    private static let smallGroup = 5

    // MARK: Text

    var text: String {
        var columns: [TextTable.Column] = [.left("code")]
        columns += table.groups.map { .right("\($0.value) n/\(grouped($0.of))") }
        // Of documents nothing is said, as in report R5; another unit is named where the eye looks first.
        let unit = table.unit == .documents ? "" : " \(table.unit)"
        columns += [.right("all n/\(grouped(of))\(unit)"), .right("codings"), .right("passages"), .right("words")]
        var grid = TextTable(columns: columns)
        grid.rows = table.rows.map { row in
            [String(repeating: "  ", count: row.depth) + row.code.description]
                + row.by.map(share)
                + [share(Frequencies.Share(n: row.total.count(table.unit), of: of))]
                + [row.total.codings, row.total.passages, row.total.words].map(grouped)
        }
        return grid.text + footer
    }

    private var of: Int { table.of.count(table.unit) }

    private func share(_ share: Frequencies.Share) -> String { "\(grouped(share.n))/\(grouped(share.of))" }

    /// What makes the figures reproducible: a caution, unit, N, coders, codebook, filter.
    var footer: String {
        var lines = [caution]
        lines.append("Unit: \(table.unit.rule). \(denominator)")
        lines.append(
            "A code with others below it counts itself and all of them. Codings in all: \(grouped(table.all.codings))."
        )
        if table.onOlderText > 0 {
            lines.append("On an older text, their words not counted: \(counted(table.onOlderText, "coding")).")
        }
        lines.append(
            "\(coders) \(study.codebook.versionInWords). Filter: \(query.source.isEmpty ? "none" : query.source)."
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private var caution: String {
        var parts = ["Counts show how often coders applied a code, not how important it is"]
        if case .attribute(let attribute) = table.columns, Set(table.groups.map(\.of)).count > 1 {
            parts.append("groups of \(attribute) differ in size")
        }
        // A document or a coder is no group of people.
        guard case .attribute = table.columns else { return parts.joined(separator: "; ") + "." }
        parts += table.groups.compactMap { group in
            if group.participants > 0 {
                guard group.participants < Self.smallGroup else { return nil }
                return "\(group.value) has \(counted(group.participants, "participant"))"
            }
            guard group.documents < Self.smallGroup else { return nil }
            return "\(group.value) has \(counted(group.documents, "document"))"
        }
        return parts.joined(separator: "; ") + "."
    }

    /// What N is, and by which rule.
    private var denominator: String {
        let all = study.documents.count
        let documents =
            table.of.documents == all
            ? "all \(counted(all, "document"))"
            : "\(grouped(table.of.documents)) of \(counted(all, "document")), by the filter's terms on documents and speakers"
        return table.unit == .documents ? "N: \(documents)." : "N: \(grouped(of)) \(table.unit) in \(documents)."
    }

    private var coders: String {
        guard !table.coders.isEmpty else { return "Coders: none." }
        let names = table.coders.map(\.description).joined(separator: ", ")
        return "Coders: \(names)\(table.coders.count > 1 ? " (union)" : "")."
    }

    // MARK: Columns

    /// One row per code; what makes the figures reproducible stands in every row.
    var columns: TextTable {
        var columns = ["code", "name", "parent", "codings", "passages", "words", "documents", "of_documents"]
        columns += ["n", "of", "own", "own_codings"]
        columns += table.groups.flatMap { ["\($0.value)_n", "\($0.value)_of"] }
        columns += ["unit", "coders", "codebook", "filter"]
        var grid = TextTable(columns: columns.map { .left($0) })
        let foot = [
            table.unit.description, table.coders.map(\.description).joined(separator: " "), study.codebook.version,
            query.source,
        ]
        grid.rows = table.rows.map { row in
            let names = [row.code.description, row.name, row.parent?.description ?? ""]
            let figures =
                [row.total.codings, row.total.passages, row.total.words, row.total.documents, table.of.documents]
                + [row.total.count(table.unit), of, row.own.count(table.unit), row.own.codings]
                + row.by.flatMap { [$0.n, $0.of] }
            return names + figures.map(String.init) + foot
        }
        return grid
    }

    // MARK: JSON

    /// The keys are PRODUCT.md's; `n` and `of` are in the unit of the table, `of_documents` is always in documents.
    var json: JSONText {
        [
            "unit": .string(table.unit.description),
            "coders": .array(table.coders.map { .string($0.description) }),
            "codebook": .string(study.codebook.version),
            "filter": .string(query.source),
            "rows": .array(table.rows.map(json)),
        ]
    }

    private func json(_ row: Frequencies.Row) -> JSONText {
        var members: [JSONText.Member] = [
            .init("code", .string(row.code.description)),
            .init("name", .string(row.name)),
            .init("parent", row.parent.map { .string($0.description) } ?? .null),
            .init("codings", .integer(row.total.codings)),
            .init("passages", .integer(row.total.passages)),
            .init("words", .integer(row.total.words)),
            .init("documents", .integer(row.total.documents)),
            .init("of_documents", .integer(table.of.documents)),
            .init("n", .integer(row.total.count(table.unit))),
            .init("of", .integer(of)),
            .init("own", .integer(row.own.count(table.unit))),
            .init("own_codings", .integer(row.own.codings)),
        ]
        if table.columns != nil {
            let groups = zip(table.groups, row.by).map { group, share in
                JSONText.Member(group.value, ["n": .integer(share.n), "of": .integer(share.of)])
            }
            members.append(.init("by", .object(groups)))
        }
        return .object(members)
    }
}
