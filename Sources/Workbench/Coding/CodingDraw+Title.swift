// The upper frame of the coding screen: the title row, and the rules around the text of wide windows.

import CodingCore
import Screen
import TextMetrics

extension CodingDraw {
    /// Draws the title row: the study, the document and the screens in wide windows, the document alone in narrow ones.
    func drawTitle(into surface: inout Surface) {
        let width = geometry.size.columns
        let isWide = geometry.isWide || geometry.size.columns >= state.preferences.namesFrom
        let right = isWide ? screenNames(current: .coding) + " " : place + " "
        let room = width - displayWidth(of: right) - 2
        let title = fitted(
            " " + state.pastMark + (isWide ? longTitle : shortTitle),
            columns: room,
            ellipsis: look.glyphs.ellipsis
        )
        surface.put(title, row: 0, column: 0, style: look.strong)
        surface.put(right, row: 0, column: width - displayWidth(of: right), style: look.quiet)
        guard isWide, let start = right.firstRange(of: "[") else { return }
        let column = width - displayWidth(of: right) + displayWidth(of: right[..<start.lowerBound])
        surface.put("[Coding]", row: 0, column: column, style: look.strong)
    }

    private var place: String {
        let index = state.study.documents.firstIndex { $0.id == screen.document.id } ?? 0
        return "coding \(index + 1)/\(state.study.documents.count)"
    }

    private var attributes: [String] { screen.document.attributes.pairs.map(\.value).filter { !$0.isEmpty } }

    private var named: String {
        let title = screen.document.title
        return title.isEmpty || title == documentName ? documentName : documentName + " " + title
    }

    private var shortTitle: String { ([named] + attributes).joined(separator: " \(look.glyphs.dot) ") }

    private var longTitle: String {
        let study = state.study.settings.title
        let origin = attributes.isEmpty ? "" : " (" + attributes.joined(separator: ", ") + ")"
        return (study.isEmpty ? "" : "\(study) \(look.glyphs.pointer) ") + named + origin
    }

    /// Draws the rules between title, panes and status.
    func drawRules(into surface: inout Surface) {
        guard let bottom = geometry.bottomRule else { return }
        let top = geometry.textTop - 1
        let columns = 0..<geometry.size.columns
        for row in [top, bottom] {
            surface.drawRule(row: row, columns: columns, glyphs: look.glyphs, style: look.quiet)
        }
        for column in geometry.rules {
            surface.drawRule(column: column, rows: top + 1..<bottom, glyphs: look.glyphs, style: look.quiet)
            surface.put(String(look.glyphs.teeDown), row: top, column: column, style: look.quiet)
            surface.put(String(look.glyphs.teeUp), row: bottom, column: column, style: look.quiet)
        }
    }
}

/// The screens by name, the one that is shown in brackets: `Dashboard  Documents  [Coding]  Extracts`.
func screenNames(current: ScreenName) -> String {
    let screens: [(ScreenName, String)] = [
        (.dashboard, "Dashboard"), (.documents, "Documents"), (.coding, "Coding"), (.extracts, "Extracts"),
    ]
    return screens.map { $0.0 == current ? "[\($0.1)]" : $0.1 }.joined(separator: "  ")
}
