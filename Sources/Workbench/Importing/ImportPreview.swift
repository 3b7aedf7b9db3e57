// The text of a file about to be imported, as it will be: rows with numbers, and which of them are in sight. Draws nothing.

import CodingCore
import TextMetrics

/// The text beside the report.
struct ImportPreview {
    let transcript: Transcript
    private(set) var rows: DisplayRows
    /// The first row in sight.
    private(set) var top = 0
    /// The label that is looked at.
    private(set) var mark: TextSpan?
    private let measure: Int

    init(_ document: IncomingDocument, measure: Int, columns: Int) {
        transcript = Transcript(text: document.text, blocks: document.blocks, measure: measure)
        self.measure = measure
        rows = Self.rows(of: transcript, columns: columns, measure: measure)
        if let first = document.blocks.first(where: { $0.kind == .turn }) { top = rows.row(ofScalar: first.span.start) }
    }

    private static func rows(of transcript: Transcript, columns: Int, measure: Int) -> DisplayRows {
        let hang = DisplayRows.hang(of: transcript)
        return DisplayRows(transcript, columns: max(10, min(measure, columns - hang)), measure: measure, hang: hang)
    }

    /// Breaks the lines for another width; what was on top stays there.
    mutating func layOut(columns: Int) {
        let place = rows.rows.indices.contains(top) ? rows.rows[top].scalarStart : 0
        rows = Self.rows(of: transcript, columns: columns, measure: measure)
        top = rows.row(ofScalar: place)
    }

    /// Scrolls by rows, as far as there is text.
    mutating func scroll(by count: Int, height: Int) {
        top = max(0, min(top + count, rows.count - height))
    }

    /// Goes on from where another reading of the same file was.
    mutating func keepPlace(of other: ImportPreview, height: Int) {
        top = other.top
        scroll(by: 0, height: height)
    }

    /// Shows where a speaker first speaks.
    mutating func showSpeaker(_ name: String, height: Int) {
        let turn = transcript.blocks.first { $0.kind == .turn && $0.speaker == name && !$0.label.isEmpty }
        show(turn?.labelSpan, height: height)
    }

    /// Shows the first line that begins with a label.
    mutating func showLabel(_ label: String, height: Int) {
        let text = transcript.text
        let found = text.occurrences(of: label)
        let atStart = found.first { span in
            span.start == 0 || text.string(in: TextSpan(span.start - 1, span.start)) == "\n"
        }
        show(atStart ?? found.first, height: height)
    }

    /// Looks at nothing in particular.
    mutating func unmark() { mark = nil }

    private mutating func show(_ span: TextSpan?, height: Int) {
        mark = span
        guard let span else { return }
        let row = rows.row(ofScalar: span.start)
        if row < top || row >= top + height { scroll(by: row - 1 - top, height: height) }
    }
}
