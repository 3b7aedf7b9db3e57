// Codes × columns as a grid of counts, with its totals and what is found everywhere. Counts nothing.

import CodingCore
import StudyFiles

/// A matrix for reading, for a spreadsheet and for programs.
struct MatrixReport {
    let table: Frequencies
    let study: Study
    let query: Query
    var order = RowOrder.codebook
    /// Whether documents or groups are the rows and codes the columns.
    var isTransposed = false
    /// The codes to be shown; all where it is missing.
    var only: Set<CodeID>?

    private var rows: [Frequencies.Row] {
        table.rows(in: order).filter { only?.contains($0.code) ?? true }
    }

    private func count(_ row: Frequencies.Row) -> Int { row.total.count(table.unit) }

    private var of: Int { table.of.count(table.unit) }

    /// A tree is shown in codebook order only; elsewhere a category is a row like any other.
    private func named(_ row: Frequencies.Row) -> String {
        let isTree = order == .codebook && !isTransposed && only == nil
        return String(repeating: "  ", count: isTree ? row.depth : 0) + row.code.description + origin(row)
    }

    private var hasOrigins: Bool { study.codebook.codes.contains { !$0.origin.isEmpty } }

    /// Where a code comes from, ` [inductive]`; nothing where the codebook does not say.
    private func origin(_ row: Frequencies.Row) -> String {
        let origin = study.codebook[row.code]?.origin ?? ""
        return origin.isEmpty || isTransposed ? "" : " [\(origin)]"
    }

    /// Names of columns: the last part of a document's id.
    private var columns: [String] {
        table.groups.map { group in
            guard table.columns == .documents, let id = DocumentID(group.value) else { return group.value }
            return study.shortName(of: id)
        }
    }

    private static func cell(_ n: Int) -> String { n == 0 ? "·" : grouped(n) }

    // MARK: Text

    var text: String { grid { Self.cell($0) }.text + foot }

    var markdown: String { grid { "\($0)" }.markdown + "\n" + foot }

    private func grid(_ cell: (Int) -> String) -> TextTable {
        let rows = rows
        if isTransposed {
            var grid = TextTable(
                columns: [.left(table.columns?.description ?? "")] + rows.map { .right(named($0)) } + [.right("of")]
            )
            grid.rows = table.groups.indices.map { index in
                [columns[index]] + rows.map { cell($0.by[index].n) } + [grouped(table.groups[index].of)]
            }
            grid.rows.append(["all"] + rows.map { cell(count($0)) } + [grouped(of)])
            return grid
        }
        var grid = TextTable(
            columns: [.left("code, count \(table.unit)")] + columns.map { .right($0) } + [.right("all")]
        )
        grid.rows = rows.map { row in [named(row)] + row.by.map { cell($0.n) } + [cell(count(row))] }
        grid.rows.append(["of"] + table.groups.map { grouped($0.of) } + [grouped(of)])
        return grid
    }

    private var foot: String {
        let report = FrequencyReport(table: table, study: study, query: query)
        return presence.map { $0 + "\n" }.joined() + report.footer
    }

    /// What is found in every column, and what in one only, each with its denominators.
    private var presence: [String] {
        guard case .attribute(let attribute) = table.columns, table.groups.count > 1 else { return [] }
        let all = table.presence(in: study.codebook)
        guard !all.isEmpty else { return [] }
        let others = all.filter { !$0.isEverywhere }.map { code in
            let absent = code.absent.map { "\($0.column), 0 of \(grouped($0.of))" }.joined(separator: "; ")
            return
                "\(code.code) in \(code.present.count) of \(code.present.count + code.absent.count) (absent: \(absent))"
        }
        let one = all.filter(\.isInOneOnly).map { "\($0.code) (\($0.present[0]))" }
        let everywhere = "In every \(attribute): \(all.count - others.count) of \(counted(all.count, "code"))."
        return [
            everywhere
                + (others.isEmpty ? "" : " Not: \(others.prefix(6).joined(separator: ", "))\(more(others.count, 6))."),
            "In one \(attribute) only: \(one.isEmpty ? "none" : one.joined(separator: ", ")).",
        ]
    }

    private func more(_ count: Int, _ shown: Int) -> String { count > shown ? " and \(count - shown) more" : "" }

    // MARK: Data

    /// One row per code, or per column where it is transposed; without totals, for programs that add up themselves.
    var columnsOfData: TextTable {
        let rows = rows
        if isTransposed {
            var grid = TextTable(
                columns: [.left(table.columns?.description ?? "")] + rows.map { .left($0.code.description) } + [
                    .left("of")
                ]
            )
            grid.rows = table.groups.enumerated().map { index, group in
                [group.value] + rows.map { "\($0.by[index].n)" } + ["\(group.of)"]
            }
            return grid
        }
        var grid = TextTable(
            columns: [.left("code"), .left("name")] + (hasOrigins ? [.left("origin")] : [])
                + table.groups.map { .left($0.value) } + [
                    .left("all")
                ]
        )
        grid.rows = rows.map { row in
            [row.code.description, row.name] + (hasOrigins ? [study.codebook[row.code]?.origin ?? ""] : [])
                + row.by.map { "\($0.n)" } + [
                    "\(count(row))"
                ]
        }
        return grid
    }

    /// The keys are PRODUCT.md's; `of` has N of each document or group.
    var json: JSONText {
        let rows = rows
        let codes = JSONText.array(rows.map { .string($0.code.description) })
        let groups = JSONText.array(table.groups.map { .string($0.value) })
        let cells =
            isTransposed
            ? table.groups.indices.map { index in JSONText.array(rows.map { .integer($0.by[index].n) }) }
            : rows.map { row in JSONText.array(row.by.map { .integer($0.n) }) }
        return [
            "unit": .string(table.unit.description), "by": .string(table.columns?.description ?? ""),
            "rows": isTransposed ? groups : codes, "columns": isTransposed ? codes : groups,
            "of": .array(table.groups.map { .integer($0.of) }), "cells": .array(cells),
            "totals": .array(rows.map { .integer(count($0)) }), "of_total": .integer(of),
            "coders": .array(table.coders.map { .string($0.description) }),
            "codebook": .string(study.codebook.version), "filter": .string(query.source),
        ]
    }
}
