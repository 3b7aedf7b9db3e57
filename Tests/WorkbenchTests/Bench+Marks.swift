// Texts with the cursor or the selection marked in them, so that what is pressed and what comes of it stand side by side.

import CodingCore
import Screen
import Testing
import TextMetrics

@testable import Workbench

extension Bench {
    /// A bench on a text in which `|` marks the cursor.
    init(at marked: String, rows: Int = 24, columns: Int = 80) throws {
        let parts = marked.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
        try #require(parts.count == 2, "one cursor is marked in: \(marked)")
        try self.init(String(String.UnicodeScalarView(parts.joined())), rows: rows, columns: columns)
        state.coding?.move(to: parts[0].count)
    }

    /// The text with `|` before the character under the cursor.
    var markedCursor: String {
        guard let screen = state.coding else { return "" }
        let text = screen.transcript.text
        return text.string(in: TextSpan(0, screen.cursor)) + "|"
            + text.string(in: TextSpan(screen.cursor, text.scalarCount))
    }

    /// The text with `«…»` around what would be coded.
    var markedSelection: String {
        guard let screen = state.coding else { return "" }
        let text = screen.transcript.text
        guard let span = screen.selectedSpan else { return text.string(in: text.wholeSpan) }
        return text.string(in: TextSpan(0, span.start)) + "«" + text.string(in: span) + "»"
            + text.string(in: TextSpan(span.end, text.scalarCount))
    }

    /// The text with the cursor marked, after some keys.
    static func cursor(after keys: String, at marked: String, rows: Int = 24, columns: Int = 80) throws -> String {
        var bench = try Bench(at: marked, rows: rows, columns: columns)
        try bench.press(keys)
        return bench.markedCursor
    }

    /// The text with the selection marked, after some keys.
    static func selection(after keys: String, at marked: String) throws -> String {
        var bench = try Bench(at: marked)
        try bench.press(keys)
        return bench.markedSelection
    }

    /// Checks what must hold whatever was pressed.
    func expectSound(_ comment: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) throws {
        let screen = try screen
        let count = screen.transcript.text.scalarCount
        #expect(screen.cursor >= 0 && screen.cursor < max(1, count), comment, sourceLocation: sourceLocation)
        #expect(
            screen.rows.start(ofClusterAt: screen.cursor) == screen.cursor,
            "the cursor stands on a whole character: \(comment)",
            sourceLocation: sourceLocation
        )
        #expect(screen.top >= 0, comment, sourceLocation: sourceLocation)
        if let span = screen.selectedSpan {
            #expect(span.end <= count && !span.isEmpty, comment, sourceLocation: sourceLocation)
        }
        guard state.size.isUsable else { return }
        let frame = state.frame(look)
        if let cursor = frame.cursor {
            #expect(
                frame.surface.area.contains(row: cursor.row, column: cursor.column),
                "the cursor lies on the screen: \(comment)",
                sourceLocation: sourceLocation
            )
        }
        if state.overlay == nil, state.screen == .coding, !state.isBlanked, screen.selection == nil {
            #expect(frame.cursor != nil, "the cursor is in sight: \(comment)", sourceLocation: sourceLocation)
        }
        frame.surface.expectSound(comment, sourceLocation: sourceLocation)
    }
}

extension Surface {
    /// Checks that every row fills its columns exactly, and that nothing in it could steer a terminal.
    func expectSound(_ comment: Comment = "", sourceLocation: SourceLocation = #_sourceLocation) {
        for row in 0..<rows {
            let cells = self.cells[row * columns..<(row + 1) * columns]
            if cells.reduce(0, { $0 + Int($1.width) }) != columns {
                Issue.record("row \(row) is not \(columns) columns wide: \(comment)", sourceLocation: sourceLocation)
            }
            for cell in cells where cell.text.unicodeScalars.contains(where: isOdd) {
                Issue.record(
                    "\(cell.text.debugDescription) reached the screen: \(comment)",
                    sourceLocation: sourceLocation
                )
            }
        }
    }

    /// Whether a scalar could steer a terminal, or be there without being seen.
    private func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20..<0x7F).contains(scalar.value) { return false }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
        // Joiners and tags stay inside emoji that fonts know.
        case .format: return scalar.value != 0x200D && !(0xE0020...0xE007F).contains(scalar.value)
        default: return false
        }
    }

    /// Where a text stands: the first row and column; nothing where it is not.
    func place(of text: String) -> CursorPlace? {
        for row in 0..<rows {
            for column in 0..<columns where self[row, column].width > 0 {
                let rest = (column..<columns).map { self[row, $0].text }.joined()
                if rest.hasPrefix(text) { return CursorPlace(row: row, column: column) }
            }
        }
        return nil
    }

    /// The styles of the cells that a text stands in.
    func styles(of text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Set<Style> {
        let place = try #require(self.place(of: text), "\(text) is not on the screen", sourceLocation: sourceLocation)
        return Set((place.column..<place.column + displayWidth(of: text)).map { self[place.row, $0].style })
    }
}
