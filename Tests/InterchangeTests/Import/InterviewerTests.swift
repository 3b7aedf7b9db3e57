import CodingCore
import Testing

@testable import Interchange

@Suite struct InterviewerTests {
    private func interviewers(_ text: String) -> [String] {
        Turns(StructuredText(CanonicalText(text))).speakers.filter(\.isInterviewer).map(\.name)
    }

    private func remarks(_ text: String) -> String {
        Turns(StructuredText(CanonicalText(text))).remarks.joined(separator: "\n")
    }

    @Test(
        arguments: [
            ("Interviewer", "Ann"), ("INT", "P1"), ("I", "R"), ("Entrevistadora", "Ana"), ("Moderator 2", "P7"),
            ("Q", "A"), ("Intervieweur", "Luc"), ("聞き手", "田中"),
        ]
    ) func roleWordsTellWithoutAGuess(_ asker: String, _ other: String) {
        let text = (0..<4).map { "\(asker): a \($0).\n\(other): b?" }.joined(separator: "\n")
        #expect(interviewers(text) == [asker])
        #expect(!remarks(text).contains("guess"))
    }

    @Test func questionsTellAndTheGuessIsSaid() {
        let text = "Ann: Why?\nBob: So.\nAnn: How?\nBob: Thus.\nAnn: Hm.\nBob: Well?\nAnn: “Who?”\nBob: Me."
        #expect(interviewers(text) == ["Ann"])
        #expect(remarks(text).contains("3 of 4 turns end in a question. This is a guess."))
    }

    @Test func fewQuestionsOrTwoAskersTellNothing() {
        let few = "Ann: Why?\nBob: So.\nAnn: Hm.\nBob: Thus.\nAnn: Hm.\nBob: Well."
        #expect(interviewers(few).isEmpty)
        #expect(remarks(few).contains("Nothing in the text tells who the interviewer is."))
        let both = "Ann: Why?\nBob: What?\nAnn: How?\nBob: Who?\nAnn: When?\nBob: Where."
        #expect(interviewers(both).isEmpty)
    }

    @Test func aParticipantWhoAsksIsNoInterviewer() {
        let text = "P1: Why?\nBob: So.\nP1: How?\nBob: Thus.\nP1: Who?\nBob: Me."
        #expect(interviewers(text).isEmpty)
    }

    @Test func theFrontMatterMayNameTheInterviewer() {
        let text = "Interviewer: Prof. Paul Thompson\n\nPaul: a\nLiz: b?\nPaul: c\nLiz: d?\nPaul: e\nLiz: f?"
        #expect(interviewers(text) == ["Paul"])
        #expect(remarks(text).contains("Paul is named as the interviewer before the first turn."))
    }

    @Test func fullWidthQuestionMarksCount() {
        let text = "王：好嗎？\n李：好。\n王：是嗎？\n李：是。\n王：真的？\n李：真。"
        #expect(interviewers(text) == ["王"])
    }
}
