// What is remembered of a document between visits, and how it is taken up again. The text may have changed since.

import CodingCore
import StudyFiles

extension CodingState {
    /// Where the reader is and how the window stands.
    var readingPlace: ReadingPlace {
        ReadingPlace(
            cursor: cursor,
            top: topmostScalar,
            selection: editing == nil ? selection?.span(rows) : nil,
            spotlight: spotlight,
            layer: layer == .mine ? .mine : .everyone,
            marks: marks
        )
    }

    /// Takes up what was remembered, as far as the text still has it.
    mutating func restore(_ place: ReadingPlace) {
        marks = place.marks
        layer = place.layer == .mine ? .mine : .everyone
        turnSpotlight(to: place.spotlight.flatMap { codebook[codebook.resolve($0)]?.id })
        dropSelection()
        move(to: place.cursor)
        let text = transcript.text.wholeSpan
        if let span = place.selection?.intersection(text), !span.isEmpty {
            var made = Selection(span, unit: .kept, rows: rows)
            made.anchor = rows.start(ofClusterAt: made.anchor)
            if cursor == made.anchor { swap(&made.anchor, &made.head) }
            selection = made
            cursor = made.head
        }
        if let top = place.top {
            self.top = rows.row(ofScalar: min(top, text.end))
            keepCursorInWindow()
        } else {
            centreCursor()
        }
    }
}
