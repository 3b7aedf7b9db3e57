// What is about to be coded. Knows offsets; the text decides where characters begin and end.

import CodingCore
import TextMetrics

/// A selection in the text: one end stays, the other goes with the cursor.
struct Selection: Equatable {
    /// What was selected last, for the status line.
    enum Unit: String {
        case free = "passage"
        /// What was left selected when the document was last open.
        case kept = "passage of last time"
        case word, sentence, turn
    }

    /// The scalar at which the character of the resting end begins.
    var anchor: Int
    /// The scalar at which the character of the moving end begins; the cursor stands there.
    var head: Int
    var unit: Unit = .free

    /// Selects a whole span; the moving end is its last character.
    init(_ span: TextSpan, unit: Unit, rows: DisplayRows) {
        anchor = span.start
        head = rows.cluster(atScalar: max(span.start, span.end - 1))?.scalars.lowerBound ?? span.start
        self.unit = unit
    }

    init(at offset: Int) {
        anchor = offset
        head = offset
    }

    /// The selected scalars, both end characters included.
    func span(_ rows: DisplayRows) -> TextSpan {
        TextSpan(min(anchor, head), max(rows.end(ofClusterAt: max(anchor, head)), min(anchor, head)))
    }
}
