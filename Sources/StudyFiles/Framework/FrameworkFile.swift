// `framework/NAME.md` and `framework/NAME/CASE.md`: the layout of a framework matrix and its pages. Knows the files' keys; nothing
// of passages.

import CodingCore

/// Names and reads the files of framework matrices.
package enum FrameworkFile {
    /// The folder's name inside the study.
    package static let folder = "framework"

    static let planLayout = HeadedText.Layout(
        order: FrameworkField.allCases.filter { $0 != .notes }.map(\.rawValue),
        lists: [FrameworkField.columns.rawValue],
        body: FrameworkField.notes.rawValue
    )

    /// The body's name is one that no column can have.
    static let pageLayout = HeadedText.Layout(order: ["case", "document"], lists: [], body: "cells")

    /// The path of a layout inside the study.
    package static func planPath(_ name: String) -> String { "\(folder)/\(name).md" }

    /// The object of the journal for a layout.
    static func object(ofPlan name: String) -> String { "framework:\(name)" }

    /// The object of the journal for a case.
    static func object(of name: String, case row: String) -> String { "framework:\(name)/\(row)" }

    /// The framework and, for a page, the case that an object of the journal names; nothing for other objects.
    static func parts(of object: String) -> (framework: String, row: String?)? {
        guard object.hasPrefix("framework:") else { return nil }
        let parts = object.dropFirst("framework:".count).split(separator: "/", maxSplits: 1).map(String.init)
        guard let name = parts.first else { return nil }
        return (name, parts.count > 1 ? parts[1] : nil)
    }

    /// Reads a layout.
    ///
    /// - Throws: `FileTrouble` (malformed) when it has no head that can be read.
    static func readPlan(_ bytes: [UInt8], name: String) throws -> (plan: FrameworkPlan, findings: [Finding]) {
        let path = planPath(name)
        let text = try HeadedText(bytes, path: path, planLayout)
        var plan = FrameworkPlan(name: name)
        var findings: [Finding] = []
        for field in FrameworkField.allCases {
            let words = field == .notes ? text.body : text.values[field.rawValue] ?? ""
            for odd in plan.set(field, to: words) {
                let what = "has “\(odd)” as \(field.rawValue), which cannot be used"
                let advice =
                    field == .columns
                    ? "write code:ID or theme:ID" : "write document, speaker, participant or the name of an attribute"
                findings.append(.problem(path, line: text.places[field.rawValue], what, advice: advice))
            }
        }
        return (plan, findings)
    }
}

/// A page of a framework matrix as its file has it: a head, words before the first cell, and the cells each below a heading
/// `## code:ID` or `## theme:ID`.
struct FrameworkPageText {
    private var text: HeadedText
    /// The lines before the first cell.
    private let opening: [String]
    /// The cells in the order of the file.
    private(set) var cells: [(column: FrameworkColumn, words: String)] = []

    /// - Throws: `FileTrouble` (malformed) when it has no head that can be read, or names no case.
    init(_ bytes: [UInt8], path: String) throws {
        text = try HeadedText(bytes, path: path, FrameworkFile.pageLayout)
        guard text.values["case"]?.isEmpty == false else {
            throw FileTrouble(.malformed, "names no case: write “case: ” and the row's name.", path: path, line: 1)
        }
        var opening: [String] = []
        var lines: [String] = []
        var column: FrameworkColumn?
        var cells: [(column: FrameworkColumn, words: String)] = []
        func close() {
            if let column { cells.append((column, Self.joined(lines))) } else { opening = lines }
            lines = []
        }
        for line in text.body.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("## "), let next = FrameworkColumn(trimmedOfBlanks(String(line.dropFirst(3)))) {
                close()
                column = next
            } else {
                lines.append(String(line))
            }
        }
        close()
        (self.opening, self.cells) = (opening, cells)
    }

    /// A page without cells.
    static func bytes(case row: String, document: Identifier?) -> [UInt8] {
        HeadedText.bytes(
            [("case", row), ("document", document?.description ?? "")],
            FrameworkFile.pageLayout,
            body: ""
        )
    }

    var bytes: [UInt8] { text.bytes }

    var page: FrameworkPage {
        var page = FrameworkPage(
            name: text.values["case"] ?? "",
            document: text.values["document"].flatMap { Identifier($0) }
        )
        for (column, words) in cells where page.summaries[column] == nil {
            page.summaries[column] = FrameworkSummary(words: words)
        }
        return page
    }

    /// A cell in words; empty when there is none. Of two under one heading the first counts.
    subscript(column: FrameworkColumn) -> String { cells.first { $0.column == column }?.words ?? "" }

    /// The columns that stand twice.
    var doubles: [FrameworkColumn] {
        var seen: Set<FrameworkColumn> = []
        return cells.map(\.column).filter { !seen.insert($0).inserted }
    }

    /// Writes a cell; empty words take it out.
    ///
    /// - Throws: `FileTrouble` (malformed).
    mutating func set(_ column: FrameworkColumn, to words: String) throws {
        if let place = cells.firstIndex(where: { $0.column == column }) {
            if words.isEmpty { cells.remove(at: place) } else { cells[place].words = words }
        } else if !words.isEmpty {
            cells.append((column, words))
        }
        let sections = cells.map { "## \($0.column)\n\n\($0.words)" }
        let start = Self.joined(opening)
        let body = ((start.isEmpty ? [] : [start]) + sections).joined(separator: "\n\n")
        try text.set(FrameworkFile.pageLayout.body, to: body)
    }

    /// The lines without blank ones around them.
    private static func joined(_ lines: [String]) -> String {
        let isBlank = { (line: String) in line.allSatisfy { $0 == " " || $0 == "\t" } }
        return lines.drop(while: isBlank).reversed().drop(while: isBlank).reversed().joined(separator: "\n")
    }
}
