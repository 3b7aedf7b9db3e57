// What the code of the chosen extract means, beside the extracts of the widest windows.

import CodingCore
import Screen
import TextMetrics

extension ExtractsDraw {
    /// Draws the card of the chosen extract's code, or of the code that the list is about.
    func drawCard(into surface: inout Surface) {
        guard let columns = list.columns.card, let code = codeOfCard else { return }
        let body = ListFrame.body(in: state.size)
        let rule = columns.lowerBound - 2
        surface.drawRule(column: rule, rows: body, glyphs: look.glyphs, style: look.quiet)
        surface.put(String(look.glyphs.teeDown), row: 1, column: rule, style: look.quiet)
        surface.put(card(of: code, columns: columns.count), rows: body, columns: columns)
    }

    private var codeOfCard: CodeID? {
        if let chosen = extracts.chosen { return chosen.code }
        guard case .code(let code) = extracts.subject else { return nil }
        return code
    }

    private func card(of id: CodeID, columns: Int) -> [CardLine] {
        let (codebook, ellipsis) = (state.study.codebook, look.glyphs.ellipsis)
        let code = codebook[id]
        let named = code.map { [$0.tag, look.name(of: $0)].filter { !$0.isEmpty }.joined(separator: "  ") }
        let hue = code == nil ? Style.plain : Style(foreground: look.hue(of: id, in: codebook))
        var lines = paragraph(named ?? id.description, columns: columns, atMost: 2, ellipsis: ellipsis)
            .map { CardLine(text: $0, style: hue.adding(.bold)) }
        lines += CardLine.categories(above: id, in: codebook, columns: columns, look: look)
        if let standing = code?.standing, !standing.isEmpty {
            lines.append(CardLine(text: standing, style: look.quiet))
        }
        lines += [CardLine()] + CardLine.meaning(of: code, columns: columns, look: look)
        if let example = code?.example, !example.isEmpty {
            let quoted = "\(look.glyphs.quoteOpen)\(example)\(look.glyphs.quoteClose)"
            lines += CardLine.section("Example", [quoted], columns: columns, look: look)
        }
        guard let memo = extracts.chosen?.coding.memo, !memo.isEmpty else { return lines }
        let rows = memo.split(separator: "\n").map(String.init)
        return lines + [CardLine()] + CardLine.section("Memo", rows, columns: columns, look: look)
    }
}
