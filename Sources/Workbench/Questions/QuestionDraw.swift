// Draws a question in a box at the foot of the window, so that the passage stays in sight above it.

import CodingCore
import Screen
import TextMetrics

/// Draws the question that is up.
struct QuestionDraw {
    let asked: QuestionState
    let screen: CodingState
    let study: Study
    let look: Look
    let size: WindowSize

    /// As many rows as what is asked may take.
    private static let wordRows = 4

    /// Where the box stands.
    static func box(for asked: QuestionState, in size: WindowSize) -> Rectangle {
        let rows = min(size.rows - 3, wordRows + 1 + asked.answers.count + 2)
        return Rectangle(row: size.rows - rows, column: 0, rows: rows, columns: size.columns)
    }

    /// Draws the box and answers where the terminal's cursor lies.
    func draw(into surface: inout Surface) -> CursorPlace {
        let inside = surface.drawBox(
            Self.box(for: asked, in: size),
            title: look.said("question \(asked.index + 1) of \(asked.questions.count): \(heading)"),
            footer: footer,
            glyphs: look.glyphs,
            style: look.quiet,
            titleStyle: look.strong
        )
        let answers = asked.answers
        let room = max(1, inside.rows - answers.count - 1)
        var words = facts
        if let remark = asked.remark { words.insert((remark, look.accent), at: 0) }
        var row = inside.row
        for (text, style) in words {
            let left = inside.row + room - row
            guard left > 0 else { break }
            let lines = paragraph(
                look.said(text),
                columns: inside.columns - 2,
                atMost: left,
                ellipsis: look.glyphs.ellipsis
            )
            for line in lines {
                surface.put(line, row: row, column: inside.column + 1, style: style, limit: inside.endColumn)
                row += 1
            }
        }
        var list = asked.list
        let area = Rectangle(
            row: inside.endRow - answers.count,
            column: inside.column,
            rows: answers.count,
            columns: inside.columns
        )
        list.draw(into: &surface, in: area, count: answers.count) { number, line, isChosen, surface in
            let pointer = isChosen ? String(look.glyphs.pointer) : " "
            surface.putFitted(
                look.said("\(number + 1) \(pointer) \(said(answers[number]))"),
                row: line.row,
                columns: line.column + 1..<line.endColumn,
                ellipsis: look.glyphs.ellipsis,
                style: isChosen ? look.strong : .plain
            )
        }
        return CursorPlace(row: area.row + list.selection, column: area.column + 3)
    }

    private var footer: String {
        let others = asked.questions.count > 1 ? "  Tab next question" : ""
        return asked.answers.isEmpty ? "Esc later" : "Enter or a digit answers\(others)  Esc later"
    }

    /// The coding in a word.
    private var name: String {
        "\(screen.tag(of: asked.question.coding)) \(screen.name(of: asked.question.coding)), by \(asked.question.coding.coder)"
    }

    private var heading: String {
        switch asked.question {
        case .dispute(let dispute):
            let field =
                switch dispute.field {
                case .span: "two extents"
                case .code: "two codes"
                case .rule: "two definitions"
                case .memo: "two memos"
                case .star: "two numbers of stars"
                case .doubt: "in doubt or not"
                case .whole: "changed and taken away"
                }
            return "\(field) of \(name)"
        case .passage(let question):
            switch question.kind {
            case .guess: return "is this the passage of \(name)?"
            case .orphan: return "where is the passage of \(name)?"
            case .olderText: return "made on an older text: \(name)"
            }
        }
    }

    /// What there is to know before answering.
    private var facts: [(String, Style)] {
        switch asked.question {
        case .dispute(let dispute):
            let quote = "“\(oneLine(dispute.coding.anchor.quote))”"
            return [(quote, look.quiet), ("Two changes did not know of one another. Which holds?", .plain)]
        case .passage(let question):
            var facts = [("before: “\(oneLine(question.before.quote))”", Style.plain)]
            if let proposed = question.proposed { facts.append(("now:    “\(oneLine(proposed.quote))”", look.strong)) }
            if question.kind == .orphan { facts.append(("These words are not in the text any more.", look.quiet)) }
            if question.kind == .olderText {
                facts.append(("gloss revise \(screen.document.id) --carry maps it onto this text.", look.quiet))
            }
            if asked.selected == nil, question.kind != .guess {
                facts.append(("To place it: Esc, select the words, and ask again.", look.quiet))
            }
            return facts
        }
    }

    private func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// An answer in words.
    private func said(_ answer: OpenQuestion.Answer) -> String {
        switch answer {
        case .accept: return "Yes, here."
        case .refuse: return "No, not here. It stays on the list until it is placed or let go."
        case .place(let span):
            return "It is the selected passage: “\(oneLine(screen.transcript.text.string(in: span)))”"
        case .letGo: return "Let the coding go: its passage is gone."
        case .take(let choice): return said(choice)
        }
    }

    private func said(_ choice: Dispute.Choice) -> String {
        let voices = choice.voices.map { "\($0.by) \($0.at.day)" }.joined(separator: ", ")
        return "\(said(choice.value))  (\(voices))"
    }

    private func said(_ value: CodingValue) -> String {
        switch value {
        case .span(let anchor): return "“\(oneLine(anchor.quote))”"
        case .code(let id):
            let code = study.codebook[study.codebook.resolve(id)]
            return code.map { "\($0.tag) \($0.name)" } ?? id.description
        case .rule(let rule): return "the definition \(rule)"
        case .memo(let memo): return memo.isEmpty ? "no memo" : "memo: “\(oneLine(memo))”"
        case .star(let star): return "\(star) star\(star == 1 ? "" : "s")"
        case .doubt(let isInDoubt): return isInDoubt ? "in doubt" : "not in doubt"
        case .ended: return "It was rightly taken away."
        case .standing: return "It stands."
        }
    }
}
