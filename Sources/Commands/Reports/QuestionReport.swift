// How the questions about passages are printed: numbered, so that an answer can name them. Asks nothing.

import CodingCore
import StudyFiles

/// What has to be decided of the passages of a document.
struct QuestionReport {
    let questions: [PassageQuestion]
    let document: DocumentRecord
    let open: OpenStudy

    var text: String {
        guard !questions.isEmpty else {
            return "Nothing to decide: every coding of \(document.id) stands on its text.\n"
        }
        return questions.enumerated().map { lines($0.offset + 1, $0.element) }.joined() + advice
    }

    private func lines(_ number: Int, _ question: PassageQuestion) -> String {
        let code = open.study.codebook.resolve(question.coding.code)
        var text = "\(number)  \(question.kind.rawValue)  \(question.coding.coder)  \(code)\n"
        text += "  before  \(oneLine(question.before.quote))\n"
        if let proposed = question.proposed { text += "  now     \(oneLine(proposed.quote))\n" }
        return text
    }

    private var advice: String {
        let kinds = Set(questions.map(\.kind))
        var ways: [String] = []
        if kinds.contains(.guess) { ways.append("--accept N, --refuse N") }
        if kinds.contains(.orphan) { ways.append("--let-go N") }
        if kinds.contains(.olderText) { ways.append("--carry for those on an older text") }
        return "Decide with ‘gloss revise \(document.id)’ and "
            + (ways + ["--place N --quote TEXT"]).joined(separator: "; ")
            + ".\n"
    }

    var json: JSONText {
        .array(
            questions.enumerated().map { index, question in
                [
                    "number": .integer(index + 1),
                    "id": .string(question.coding.id.description),
                    "kind": .string(question.kind.rawValue),
                    "coder": .string(question.coding.coder.description),
                    "code": .string(open.study.codebook.resolve(question.coding.code).description),
                    "before": .string(question.before.quote),
                    "now": question.proposed.map { .string($0.quote) } ?? .null,
                    "start": question.proposed.map { .integer($0.span.start) } ?? .null,
                    "end": question.proposed.map { .integer($0.span.end) } ?? .null,
                ]
            }
        )
    }
}
