// Definition and rules of the code under the pointer, so that the wrong code is seen before Enter.

import CodingCore
import Screen
import TextMetrics

extension PickerDraw {
    /// Draws what the code under the pointer means, or what the addition under it would do.
    func drawDefinition(into surface: inout Surface) {
        let area = layout.definition
        let lines = definitionLines
        var row = area.row
        for (index, (text, style)) in lines.enumerated() where row < area.endRow {
            let left = max(1, area.endRow - row - (lines.count - index - 1))
            let rows = paragraph(text, columns: area.columns, atMost: left, ellipsis: look.glyphs.ellipsis)
            for words in rows where row < area.endRow {
                surface.put(words, row: row, column: area.column, style: style, limit: area.endColumn)
                row += 1
            }
        }
    }

    private var definitionLines: [(String, Style)] {
        if let remark = picker.remark { return [(look.said(remark), look.strong)] }
        if let code = picker.chosen { return lines(of: code) }
        switch picker.chosenAddition {
        case .create where picker.newName.isEmpty: return [("Type the name of the new code, then Enter.", look.quiet)]
        case .create:
            let place = picker.newParent.map { "under \($0.name)" } ?? "at the top of the codebook"
            return [
                (
                    look.said("Makes “\(picker.newName)” \(place): your proposal until it is adopted."),
                    .plain
                )
            ]
        case .inVivo:
            let name = CodeName.inVivo(from: picker.quote).map { "“\($0)”" } ?? "these words"
            return [(look.said("Makes a code named by the participant's own words: \(name)."), .plain)]
        case nil:
            guard picker.act.makesCodes, let why = picker.codebook.whyNoNewCodes else { return [] }
            return [(look.said(why), .plain)]
        }
    }

    /// The definition, then the rules: each on a row of its own where there are rows enough.
    private func lines(of code: Code) -> [(String, Style)] {
        let definition = code.definition.isEmpty ? code.brief : code.definition
        var rules: [String] = []
        if !code.include.isEmpty { rules.append("include " + code.include.joined(separator: "; ")) }
        if !code.exclude.isEmpty { rules.append("exclude " + code.exclude.joined(separator: "; ")) }
        if !code.example.isEmpty {
            rules.append("e.g. \(look.glyphs.quoteOpen)\(code.example)\(look.glyphs.quoteClose)")
        }
        if layout.definition.rows <= rules.count {
            rules = [rules.joined(separator: " \(look.glyphs.dot) ")].filter { !$0.isEmpty }
        }
        return [(definition.isEmpty ? "This code has no definition yet." : definition, Style.plain)]
            + rules.map { ($0, look.quiet) }
    }
}
