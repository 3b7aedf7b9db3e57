// Draws the words of the document. A row is cut where a coding, the focus, the selection or a label begins or ends, so
// that the look of the words is worked out once for each piece and not once for each character.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// What lies over the words of a row.
    private struct Cover {
        let codings: [TextSpan]
        let focus: TextSpan?
        let focusHue: Int16
        let selection: TextSpan?
        let hits: [TextSpan]
        let labels: [TextSpan]
        let notes: [TextSpan]

        /// Where in a row the look may change, its start and its end included.
        func cuts(in row: TextRow) -> [Int] {
            var cuts = [row.scalarStart, row.scalarEnd]
            for span in codings + labels + notes + hits + [focus, selection].compactMap(\.self) {
                for place in [span.start, span.end] where row.scalars.contains(place) { cuts.append(place) }
            }
            return cuts.sorted()
        }
    }

    /// Draws the words of one row of the window.
    func drawText(of row: Int, at line: Int, into surface: inout Surface) {
        let here = screen.rows.rows[row]
        let cover = cover(of: here, codings: stripes(onRow: row).map(\.coding.span))
        let column = geometry.textColumn + screen.rows.indent(of: row)
        if here.scalars.isEmpty {
            // A line feed in the selection shows, since it would be coded with the words around it.
            if here.endsParagraph, cover.selection?.contains(here.scalarEnd) == true {
                surface.fill(Rectangle(row: line, column: column, rows: 1, columns: 1), style: look.bar)
            }
            return
        }
        var clusters = screen.rows.clusters(of: row)[...]
        let cuts = cover.cuts(in: here)
        for (start, end) in zip(cuts, cuts.dropFirst()) where start < end {
            let piece = clusters.prefix { $0.scalars.lowerBound < end }
            clusters = clusters.dropFirst(piece.count)
            put(piece, style: style(at: start, under: cover), row: line, column: column, into: &surface)
        }
    }

    private func cover(of row: TextRow, codings: [TextSpan]) -> Cover {
        let blocks = screen.transcript.blocks(touching: TextSpan(row.scalarStart, row.scalarEnd))
        return Cover(
            codings: codings,
            focus: focus?.span,
            focusHue: focusHue,
            selection: screen.selection?.span(screen.rows),
            hits: Array(screen.hits(touching: TextSpan(row.scalarStart, row.scalarEnd))),
            labels: blocks.map(\.labelSpan),
            notes: blocks.filter { $0.kind != .turn }.map(\.span)
        )
    }

    private func style(at place: Int, under cover: Cover) -> Style {
        var style = Style.plain
        if cover.labels.contains(where: { $0.contains(place) }) { style = look.strong }
        if cover.notes.contains(where: { $0.contains(place) }) { style = look.quiet }
        let depth = cover.codings.count { $0.contains(place) }
        style = look.tinted(style, depth: depth)
        if depth == 0, screen.spotlight != nil { style = look.dimmed(style) }
        if cover.focus?.contains(place) == true { style = look.focused(style, hue: cover.focusHue) }
        if cover.hits.contains(where: { $0.contains(place) }) { style = look.hit(style) }
        if cover.selection?.contains(place) == true { style = Style(style.attributes.union(.reverse)) }
        return style
    }

    /// Puts characters of one look: simple letters at one go, others one by one, each in the columns that it was given.
    private func put(
        _ clusters: ArraySlice<PlacedCluster>,
        style: Style,
        row: Int,
        column: Int,
        into surface: inout Surface
    ) {
        var rest = clusters
        while let first = rest.first {
            let run = rest.prefix { $0.bytes.count == 1 && screen.rows.isPlain($0.bytes) }
            if let last = run.last {
                surface.put(
                    screen.rows.text(first.bytes.lowerBound..<last.bytes.upperBound),
                    row: row,
                    column: column + first.column,
                    style: style,
                    limit: geometry.textEnd
                )
                rest = rest.dropFirst(run.count)
                continue
            }
            let place = column + first.column
            let width = min(first.width, geometry.textEnd - place)
            surface.fill(Rectangle(row: row, column: place, rows: 1, columns: width), style: style)
            surface.put(screen.rows.text(of: first), row: row, column: place, style: style, limit: geometry.textEnd)
            rest = rest.dropFirst()
        }
    }
}
