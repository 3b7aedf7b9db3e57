// What a person answers about passages: numbers of the list, turned into steps. Writes nothing.

import CodingCore

/// Answers to some questions, as one act.
struct PassageAnswers {
    let steps: [CodingStep]
    /// What was done.
    let sentence: String

    init(accepting choice: String, of questions: [PassageQuestion]) throws {
        let chosen = try Self.chosen(choice, of: questions) { $0.kind == .guess }
        steps = try chosen.map { try Self.guess($0, $0.question.accepted) }
        sentence = "accepted \(counted(steps.count, "guess", "guesses"))"
    }

    init(refusing choice: String, of questions: [PassageQuestion]) throws {
        let chosen = try Self.chosen(choice, of: questions) { $0.kind == .guess }
        steps = try chosen.map { try Self.guess($0, $0.question.refused) }
        sentence =
            "refused \(counted(steps.count, "guess", "guesses")); now orphans, until you place them or let them go"
    }

    init(lettingGo choice: String, of questions: [PassageQuestion]) throws {
        steps = try Self.chosen(choice, of: questions) { $0.kind == .orphan }.map(\.question.letGo)
        sentence = "let go of \(counted(steps.count, "coding"))"
    }

    init(placing number: Int, of questions: [PassageQuestion], at anchor: Anchor, locator: String) throws {
        let question = try Self.chosen("\(number)", of: questions) { _ in true }[0].question
        steps = [question.placed(at: anchor)]
        sentence = "placed \(question.coding.id) \(locator) \(question.coding.code)"
    }

    private typealias Choice = (number: Int, question: PassageQuestion)

    private static func guess(_ choice: Choice, _ step: CodingStep?) throws -> CodingStep {
        guard let step else {
            throw CommandFailure.couldNot(
                "number \(choice.number) is no guess; ‘--place \(choice.number)’ gives it a passage"
            )
        }
        return step
    }

    /// The questions that are meant by `1,3` or `all`.
    ///
    /// - Parameter isMeant: which of them `all` stands for.
    private static func chosen(
        _ choice: String,
        of questions: [PassageQuestion],
        all isMeant: (PassageQuestion) -> Bool
    ) throws -> [Choice] {
        if choice == "all" {
            let all = questions.enumerated().filter { isMeant($0.element) }.map { ($0.offset + 1, $0.element) }
            guard !all.isEmpty else { throw CommandFailure(.nothingFound, "there is none to answer") }
            return all
        }
        let numbers = choice.split(separator: ",").map { Int($0) }
        guard !numbers.isEmpty else { throw CommandFailure.couldNot("‘\(choice)’ is no list of numbers, such as 1,3") }
        return try numbers.uniqued().map { number in
            guard let number, questions.indices.contains(number - 1) else {
                throw CommandFailure.couldNot("‘\(choice)’ names what --list does not have; it has \(questions.count)")
            }
            return (number, questions[number - 1])
        }
    }
}
