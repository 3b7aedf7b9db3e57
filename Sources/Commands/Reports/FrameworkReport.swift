// The framework matrix as report R6 of METHODS has it, and as the cross-case meta-matrix R7. Lays out; gathers nothing.

import CodingCore
import StudyFiles

/// A framework matrix for reading, for a paper and for programs.
struct FrameworkReport {
    let matrix: FrameworkMatrix
    let study: Study
    let query: Query
    /// Where each passage stands.
    let locators: [Identifier: String]
    /// The state that cells must be in to be shown; all where it is missing.
    var only: FrameworkMatrix.State?
    /// Whether the cells say what a case says of a theme.
    var isMeta = false

    /// How many passages of a cell are named for reading; files name all.
    private static let named = 6

    private var rows: [Int] {
        guard let only else { return Array(matrix.rows.indices) }
        return matrix.rows.indices.filter { row in matrix.cells[row].contains { $0.state == only } }
    }

    private func label(_ row: Int) -> String {
        let row = matrix.rows[row]
        return ([row.label] + (row.facts.isEmpty ? [] : [row.facts.prefix(3).joined(separator: " · ")]))
            .joined(separator: "\n")
    }

    /// The columns with a cell that is shown.
    private var places: [Int] {
        guard let only else { return Array(matrix.columns.indices) }
        return matrix.columns.indices.filter { place in matrix.cells.contains { $0[place].state == only } }
    }

    private func cell(_ cell: FrameworkMatrix.Cell, naming most: Int = .max) -> String {
        if let only, cell.state != only { return "" }
        if isMeta { return meta(cell, most) }
        let links = passages(of: cell, most)
        switch cell.state {
        case .silent: return "(no passage)"
        case .unwritten: return "(empty: \(counted(cell.passages.count, "passage"))) \(links)"
        case .written: return cell.summary.text + (links.isEmpty ? "" : " " + links)
        case .stale:
            return "stale> \(cell.summary.text)" + (links.isEmpty ? "" : " " + links) + " (\(cell.changesInWords))"
        }
    }

    /// `[B07:214, B07:301*]`: what the summary rests on, or all where nothing was chosen; `*` marks what is new since it was written.
    private func passages(of cell: FrameworkMatrix.Cell, _ most: Int) -> String {
        let chosen = cell.linked.isEmpty ? cell.passages : cell.linked
        let new = Set(cell.new)
        let others = cell.linked.isEmpty ? [] : cell.passages.filter { new.contains($0.coding.id) }
        let all = chosen + others.filter { other in !chosen.contains { $0.coding.id == other.coding.id } }
        guard !all.isEmpty else { return "" }
        let names = all.prefix(most).map { placed in
            locator(placed) + (new.contains(placed.coding.id) && !cell.summary.text.isEmpty ? "*" : "")
        }
        .uniqued()
        let more = all.count > most ? " and \(all.count - most) more" : ""
        return "[" + names.joined(separator: ", ") + more + "]"
    }

    private func locator(_ placed: PlacedCoding) -> String {
        locators[placed.coding.id] ?? study.shortName(of: placed.voice.document.id)
    }

    /// `supports · one line [places]`.
    private func meta(_ cell: FrameworkMatrix.Cell, _ most: Int) -> String {
        guard cell.stance != .silent else { return cell.stance.rawValue }
        let first = cell.passages.first { cell.against.contains($0.coding.id) == (cell.stance == .contradicts) }
        let line =
            cell.summary.text.split(separator: "\n").first.map(String.init)
            ?? first.map { "“\(Self.cut(inOneLine($0.coding.anchor.quote)))”" } ?? ""
        let against =
            cell.stance == .mixed ? "\(cell.against.count) of \(counted(cell.passages.count, "passage")) against" : ""
        return [cell.stance.rawValue, against, line, passages(of: cell, most)].filter { !$0.isEmpty }.joined(
            separator: "\n"
        )
    }

    private static func cut(_ words: String) -> String {
        words.unicodeScalars.count > 80
            ? String(String.UnicodeScalarView(words.unicodeScalars.prefix(80))) + "…" : words
    }

    private func grid(naming most: Int = .max) -> TextTable {
        let places = places
        var grid = TextTable(columns: [.left("case")] + places.map { .left(matrix.columns[$0].name) })
        grid.rows = rows.map { row in
            [label(row)] + places.map { cell(matrix.cells[row][$0], naming: most) }
        }
        return grid
    }

    func text(columns: Int) -> String {
        guard !matrix.columns.isEmpty else {
            return "The codebook has no codes yet, so there are no columns: ‘gloss codes add’ makes one.\n"
        }
        if let only, rows.isEmpty { return "No cell is \(only.rawValue).\n\n\(footer)\n" }
        return grid(naming: Self.named).wrapped(columns: columns) + "\n" + footer + "\n"
    }

    var markdown: String { grid().markdown + "\n" + MarkdownText.escaped(footer) + "\n" }

    var page: String {
        let (shown, places) = (rows, places)
        return grid().page(title: title, foot: footer) { row, column in
            let cell = matrix.cells[shown[row]][places[column - 1]]
            return cell.state == .stale ? "stale" : cell.state == .written ? nil : "none"
        }
    }

    private var title: String { matrix.plan.title.isEmpty ? "\(study.settings.title): framework" : matrix.plan.title }

    private var footer: String {
        let all = matrix.rows.count * matrix.columns.count
        let coders = Set(matrix.cells.joined().flatMap { $0.passages.map(\.coding.coder) }).sorted()
        var sentences = [
            "\(counted(matrix.rows.count, "case")) × \(counted(matrix.columns.count, "column")) = \(counted(all, "cell")): "
                + "\(matrix.nonEmpty) with passages, \(all - matrix.nonEmpty) without; "
                + "\(matrix.count(.written) + matrix.count(.stale)) summarised, \(matrix.count(.stale)) stale.",
            "Case: \(matrix.plan.rows). Coders: \(coders.isEmpty ? "none" : coders.map(\.description).joined(separator: ", ")).",
            "\(study.codebook.versionInWords). Filter: \(query.source.isEmpty ? "none" : query.source).",
        ]
        if matrix.hidden > 0 {
            sentences.append(
                "\(counted(matrix.hidden, "summary", "summaries")) in rows or columns that are not shown."
            )
        }
        return sentences.joined(separator: " ")
    }

    // MARK: Data

    /// A row for each case; cells as for reading, with `state` and passages in the JSON form.
    var columns: TextTable {
        let names = matrix.plan.rows == .documents ? study.attributeNames.filter { $0 != "participant" } : []
        var grid = TextTable(
            columns: ([matrix.plan.rows.description] + names + matrix.columns.map(\.name)).map { .left($0) }
        )
        grid.rows = rows.map { row in
            let line = matrix.rows[row]
            let facts = names.map { line.document?.attributes[$0] ?? "" }
            return [line.name] + facts + matrix.cells[row].map { cell($0) }
        }
        return grid
    }

    var json: JSONText {
        let cells = matrix.all.filter { only == nil || $0.cell.state == only }.map { row, column, cell -> JSONText in
            let (new, edited, linked) = (
                Set(cell.new), Set(cell.edited), Set(cell.summary.passages.filter(\.isLinked).map(\.coding))
            )
            let passages = cell.passages.map { placed -> JSONText in
                [
                    "id": .string(placed.coding.id.description), "locator": .string(locator(placed)),
                    "code": .string(placed.code.description), "coder": .string(placed.coding.coder.description),
                    "linked": .bool(linked.contains(placed.coding.id)),
                    "against": .bool(cell.against.contains(placed.coding.id)),
                    "new": .bool(new.contains(placed.coding.id)), "edited": .bool(edited.contains(placed.coding.id)),
                ]
            }
            return [
                "case": .string(matrix.rows[row].name),
                "column": .string(matrix.columns[column].column.description),
                "state": .string(cell.state.rawValue), "stance": .string(cell.stance.rawValue),
                "summary": .string(cell.summary.text), "passages": .array(passages),
                "gone": .array(cell.gone.map { .string($0.coding.description) }),
            ]
        }
        return [
            "name": .string(matrix.plan.name), "title": .string(title), "by": .string(matrix.plan.rows.description),
            "rows": .array(matrix.rows.map { .string($0.name) }),
            "columns": .array(
                matrix.columns.map { ["id": .string($0.column.description), "name": .string($0.name)] }
            ),
            "cells": .array(cells), "codebook": .string(study.codebook.version), "filter": .string(query.source),
        ]
    }
}
