// The questions of a document, asked one by one: which is up, and which answer the pointer is on. Draws and writes nothing.

import CodingCore
import Screen

/// The questions being asked.
struct QuestionState {
    let questions: [OpenQuestion]
    /// The words that were selected when the questions were opened; a passage can be placed on them.
    let selected: TextSpan?
    /// Which question is up.
    private(set) var index = 0
    private(set) var list = ListView(wraps: true)
    /// What the answer before did.
    var remark: String?

    /// Makes the state; nothing when nothing is asked.
    init?(_ questions: [OpenQuestion], about id: Identifier? = nil, selected: TextSpan? = nil) {
        guard !questions.isEmpty else { return nil }
        self.questions = questions
        self.selected = selected
        index = questions.firstIndex { $0.coding.id == id } ?? 0
    }

    /// The question that is up.
    var question: OpenQuestion { questions[index] }

    var answers: [OpenQuestion.Answer] { question.answers(selected: selected) }

    /// The answer under the pointer.
    var chosen: OpenQuestion.Answer? {
        answers.indices.contains(list.selection) ? answers[list.selection] : nil
    }

    /// Moves the pointer.
    mutating func move(_ press: KeyPress) { _ = list.handle(press, count: answers.count, height: answers.count) }

    /// Puts the pointer on an answer by its digit; false where there is none.
    mutating func point(to digit: Int) -> Bool {
        guard answers.indices.contains(digit - 1) else { return false }
        list.select(digit - 1, count: answers.count)
        return true
    }

    /// Goes to another question and leaves this one open.
    mutating func turn(forward: Bool) {
        index = (index + (forward ? 1 : questions.count - 1)) % questions.count
        list = ListView(wraps: true)
        remark = nil
    }
}
