// A line in which a few words are asked for: a name, a reason, a place. What is on the screen stays in sight above it.

import CodingCore
import Screen
import TextMetrics

/// A question that is answered with a line of words.
struct LineQuestion {
    /// What the words are for.
    enum Purpose {
        case newCode(under: CodeID?, after: CodeID?)
        case renameCode(CodeID)
        /// A code or category to stand below.
        case moveCodes([CodeID])
        case splitInto([Coding])
        case newTheme
        case tieCodes([CodeID])
        case tieExtracts([Coding])
        case newMemo([MemoLink])
        case filterMemos
        case snapshot
        /// Words to look for in all texts.
        case keywords
        /// A memo on passages that are coded then.
        case codeHits(HitsToCode)
        /// The reason for a change that is made then.
        case why(StudyChange)
    }

    let purpose: Purpose
    let title: String
    var line: PromptLine
    /// What is said above the line: what will move, what a theme is.
    var preview: [String] = []
    /// What Tab offers.
    var offers: [String] = []
    /// Why the words cannot be taken; shown until the next key.
    var remark: String?
    private var turning: (typed: String, index: Int)?

    init(_ purpose: Purpose, _ title: String, text: String = "", preview: [String] = [], offers: [String] = []) {
        self.purpose = purpose
        self.title = title
        self.preview = preview
        self.offers = offers
        line = PromptLine(text)
    }

    /// The keys that the line's hint bar names.
    var hints: [(key: String, title: String)] {
        var hints = [(key: "Enter", title: "take it"), (key: "Esc", title: "change nothing")]
        if case .why = purpose { hints = [("Enter", "do it; the reason may be empty"), ("Esc", "change nothing")] }
        if case .codeHits = purpose { hints = [("Enter", "code them"), ("Esc", "code nothing")] }
        if case .newMemo = purpose { hints.append((key: "Ctrl-O", title: "write more")) }
        return hints + (offers.isEmpty ? [] : [("Tab", "offers")])
    }

    /// Follows a key that edits the line.
    mutating func handle(_ press: KeyPress) {
        remark = nil
        if press.key == .tab {
            turn(by: press.modifiers == .shift ? -1 : 1)
        } else {
            turning = nil
            _ = line.handle(press)
        }
    }

    /// The offers that hold what was typed; all when none does.
    var fitting: [String] {
        let wanted = (turning?.typed ?? line.text).lowercased()
        let holding = offers.filter { wanted.isEmpty || $0.lowercased().firstRange(of: wanted) != nil }
        return holding.isEmpty ? offers : holding
    }

    /// Puts the next offer that holds what was typed into the line.
    private mutating func turn(by step: Int) {
        let typed = turning?.typed ?? line.text
        let fitting = fitting
        guard !fitting.isEmpty else { return }
        let index = turning.map { ($0.index + step + fitting.count) % fitting.count } ?? 0
        line = PromptLine(fitting[index])
        turning = (typed, index)
    }
}

extension AppState {
    /// Draws the question, what is said above it, and the keys or what is wrong.
    func drawQuestion(_ question: LineQuestion, _ look: Look, into surface: inout Surface) -> CursorPlace {
        let preview = question.preview.suffix(max(0, size.rows - 6))
        let top = size.rows - 2 - preview.count - (question.offers.isEmpty ? 0 : 1)
        let ellipsis = look.glyphs.ellipsis
        surface.fill(Rectangle(row: top, column: 0, rows: size.rows - top, columns: size.columns))
        var row = top
        for words in preview {
            surface.put(
                fitted(" " + look.said(words), columns: size.columns - 1, ellipsis: ellipsis),
                row: row,
                column: 0
            )
            row += 1
        }
        let title = fitted(look.said(question.title), columns: size.columns / 2, ellipsis: ellipsis)
        let column = surface.put(" \(title): ", row: row, column: 0, style: look.accent)
        var line = question.line
        let cursor = line.draw(into: &surface, row: row, column: column, columns: max(2, size.columns - column - 1))
        if !question.offers.isEmpty {
            let offers = " " + question.fitting.prefix(8).joined(separator: " \(look.glyphs.dot) ")
            surface.put(
                fitted(offers, columns: size.columns - 1, ellipsis: ellipsis),
                row: row + 1,
                column: 0,
                style: look.quiet
            )
        }
        if let remark = question.remark {
            let said = fitted(" " + look.said(remark), columns: size.columns - 1, ellipsis: ellipsis)
            surface.put(said, row: size.rows - 1, column: 0, style: look.strong)
        } else {
            drawHintBar(question.hints, row: size.rows - 1, look: look, into: &surface)
        }
        return CursorPlace(row: row, column: cursor)
    }
}
