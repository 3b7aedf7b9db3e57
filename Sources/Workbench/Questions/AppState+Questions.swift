// Asking and answering: the passage in sight above the question, each answer one act that undo takes back.

import CodingCore
import Screen

extension AppState {
    /// Asks what is open in the document, beginning with the coding in focus.
    mutating func openQuestions(remark: String? = nil) {
        guard let coding else { return }
        guard var asked = QuestionState(coding.questions, about: coding.focus?.id, selected: coding.selectedSpan) else {
            return
        }
        asked.remark = remark
        show(asked)
    }

    /// Why there is nothing to ask.
    var whyNoQuestions: String? {
        guard let coding, coding.questions.isEmpty else { return nil }
        return "Nothing is open in this document: no value is disputed, and every coding stands on its text."
    }

    /// Shows a question with its passage above it.
    private mutating func show(_ asked: QuestionState) {
        overlay = .questions(asked)
        guard let coding else { return }
        coding.passage(of: asked.question).map { span in
            self.coding?.move(to: span.start)
            self.coding?.chosenFocus = asked.question.coding.id
            self.coding?.hits = [span]
            self.coding?.show(span, aboveRow: QuestionDraw.box(for: asked, in: size).row)
        }
    }

    /// Follows a key while a question is up.
    mutating func handle(_ press: KeyPress, in asked: QuestionState, edit: CodingEdit) -> [Effect] {
        var asked = asked
        switch press.description {
        case "Enter": return answer(asked, edit: edit)
        case "Tab", "S-Tab": asked.turn(forward: press.description == "Tab")
        default:
            if let digit = press.typed?.wholeNumberValue {
                guard asked.point(to: digit) else { break }
                return answer(asked, edit: edit)
            }
            asked.move(press)
        }
        show(asked)
        return []
    }

    /// Writes the answer under the pointer.
    private mutating func answer(_ asked: QuestionState, edit: CodingEdit) -> [Effect] {
        guard let answer = asked.chosen, let coding, let line = line(for: answer, to: asked.question, coding, edit)
        else {
            var asked = asked
            asked.remark =
                "Select the passage in the text first, then ask again: Esc, s or v, and the key of questions."
            show(asked)
            return []
        }
        closeOverlay()
        let about = "\(coding.tag(of: asked.question.coding)) \(coding.name(of: asked.question.coding))"
        return [
            .save(
                SaveRequest(
                    line: line,
                    document: coding.document.uuid,
                    notice: "\(Self.deed(answer)): \(about) · u undoes",
                    focus: asked.question.coding.id,
                    asksOn: true
                )
            )
        ]
    }

    /// Asks the next question after an answer is safe on disk; says so where there is none.
    mutating func askOn() {
        coding?.hits = []
        let said = notice?.text
        openQuestions(remark: said)
        if overlay == nil, let said { notice = Notice(text: said + " · nothing else is open here") }
    }

    private func line(
        for answer: OpenQuestion.Answer,
        to question: OpenQuestion,
        _ coding: CodingState,
        _ edit: CodingEdit
    ) -> LogLine? {
        switch (question, answer) {
        case (.dispute(let dispute), .take(let choice)): return edit.settle(dispute, taking: choice)
        case (.passage(let passage), .accept): return passage.accepted.flatMap { edit.act([$0]) }
        case (.passage(let passage), .refuse): return passage.refused.flatMap { edit.act([$0]) }
        case (.passage(let passage), .letGo): return edit.act([passage.letGo])
        case (.passage(let passage), .place(let span)):
            let anchor = edit.anchor(of: span, in: coding.transcript.text, version: coding.version)
            return edit.act([passage.placed(at: anchor)])
        default: return nil
        }
    }

    private static func deed(_ answer: OpenQuestion.Answer) -> String {
        switch answer {
        case .take: "settled"
        case .accept: "placed as guessed"
        case .refuse: "guess refused, its passage is still to be found"
        case .place: "placed on the selected words"
        case .letGo: "let go"
        }
    }
}

extension CodingState {
    /// The passage that a question is about, where this text has it.
    func passage(of question: OpenQuestion) -> TextSpan? {
        question.passage(in: version).flatMap { span in
            span.end <= transcript.text.scalarCount ? span : nil
        }
    }
}
