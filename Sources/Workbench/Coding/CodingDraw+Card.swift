// The code in focus at the right of the text: what it means, where else it was given, and the memo on this coding.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// Draws the card of the code in focus.
    func drawCard(into surface: inout Surface) {
        guard let pane = geometry.card else { return }
        let columns = pane.lowerBound..<pane.upperBound - 1
        let height = geometry.textRows
        let lines =
            focus.map { card(of: $0, columns: columns.count, height: height) }
            ?? paragraph(look.said(noFocus), columns: columns.count, ellipsis: look.glyphs.ellipsis)
            .map { CardLine(text: $0, style: look.quiet) }
        surface.put(lines, rows: geometry.textTop..<geometry.textTop + height, columns: columns)
    }

    /// The lines of the card. The memo comes last, and what stands elsewhere takes the room that it leaves.
    private func card(of focus: Coding, columns: Int, height: Int) -> [CardLine] {
        var lines = head(of: focus, columns: columns)
        lines += [CardLine()] + CardLine.meaning(of: screen.code(of: focus), columns: columns, look: look)
        let rows = focus.memo.split(separator: "\n").map(String.init)
        let memo = rows.isEmpty ? [] : [CardLine()] + CardLine.section("Memo", rows, columns: columns, look: look)
        let room = height - lines.count - min(memo.count, max(4, height / 4))
        lines += elsewhere(than: focus, columns: columns, rows: room)
        return lines + memo
    }

    private func head(of focus: Coding, columns: Int) -> [CardLine] {
        let name = screen.tag(of: focus) + "  " + name(of: focus)
        let facts = [extent(of: focus), maker(of: focus), remarks(on: focus)].filter { !$0.isEmpty }
        let isShort = displayWidth(of: facts.joined(separator: "  ")) <= columns
        var lines = paragraph(name, columns: columns, atMost: 2, ellipsis: look.glyphs.ellipsis)
            .map { CardLine(text: $0, style: style(of: focus).adding(.bold)) }
        lines += CardLine.categories(above: focus.code, in: screen.codebook, columns: columns, look: look)
        return lines + (isShort ? [facts.joined(separator: "  ")] : facts).map { CardLine(text: $0, style: look.quiet) }
    }

    /// The other codings of the code in focus: those of other documents, then those of this one.
    private func elsewhere(than focus: Coding, columns: Int, rows: Int) -> [CardLine] {
        let code = screen.codebook.resolve(focus.code)
        let isMineOnly = screen.layer == .mine
        let countAway = screen.others?.count(of: code, isMineOnly: isMineOnly) ?? 0
        let here = screen.shown.filter { $0.id != focus.id && screen.codebook.resolve($0.code) == code }
        let count = countAway + here.count
        guard count > 0 else { return [CardLine(), CardLine(text: "Given nowhere else yet", style: look.quiet)] }
        let heading = "Elsewhere (\(count) extract\(count == 1 ? "" : "s"))"
        let room = max(0, rows - 2)
        let most = count > room ? max(0, room - 1) : room
        var lines = [CardLine(), CardLine(text: heading, style: look.strong)]
        // Other documents first: what is compared with is seldom on the same page.
        let fromAway = min(countAway, max(0, most - min(here.count, most / 3)))
        for coding in screen.others?.codings(of: code, isMineOnly: isMineOnly, atMost: fromAway) ?? [] {
            let line = state.lines(of: coding).map { ":\($0.lowerBound)" } ?? ""
            lines.append(
                quote(of: coding, at: (screen.others?.name(of: coding.document) ?? "") + line, columns: columns)
            )
        }
        for coding in here.prefix(max(0, most - fromAway)) {
            let line = screen.transcript.lines.line(ofScalar: coding.span.start)
            lines.append(quote(of: coding, at: "\(documentName):\(line)", columns: columns))
        }
        if count > most { lines.append(CardLine(text: "\(look.glyphs.down)\(count - most) more", style: look.quiet)) }
        return lines
    }

    private func quote(of coding: Coding, at place: String, columns: Int) -> CardLine {
        let words = coding.anchor.quote.split(separator: "\n").joined(separator: " ")
        let close = String(look.glyphs.quoteClose)
        let cut = fitted(
            "\(place)  \(look.glyphs.quoteOpen)" + words,
            columns: columns - displayWidth(of: close),
            ellipsis: look.glyphs.ellipsis
        )
        return CardLine(text: cut + close, style: look.quiet)
    }
}
