import CodingCore
import Testing

@testable import Interchange

@Suite struct TurnsTests {
    private func turns(_ text: String) -> Turns { Turns(StructuredText(CanonicalText(text))) }

    /// The blocks as short lines: kind, speaker, then label and speech as they stand.
    private func outline(_ text: String) -> [String] {
        let source = CanonicalText(text)
        return Turns(StructuredText(source)).blocks.map { block in
            let speaker = block.speaker.isEmpty ? "" : " \(block.speaker)"
            let speech = source.string(in: block.speechSpan).replacing("\n", with: "⏎")
            return "\(block.kind)\(speaker)|\(block.label)|\(speech)"
        }
    }

    @Test func labelsMakeTurnsAndWhatStandsBeforeIsFront() {
        let text = "Interview 7\nLeeds\n\nAnn: Hi?\n\nBob: Yes.\nAnn: And?\nBob: No.\n\nAnn: Why?\nBob: So."
        #expect(
            outline(text) == [
                "front||Interview 7⏎Leeds⏎⏎", "turn Ann|Ann: |Hi?⏎⏎", "turn Bob|Bob: |Yes.⏎", "turn Ann|Ann: |And?⏎",
                "turn Bob|Bob: |No.⏎⏎", "turn Ann|Ann: |Why?⏎", "turn Bob|Bob: |So.",
            ]
        )
        #expect(turns(text).labelStyle == "name and colon")
    }

    @Test func paragraphsWithoutALabelStayInTheTurn() {
        let text = "I: One?\n\nP: Two.\n\nMore of two.\n\nI: Three?\n\nP: Four."
        #expect(outline(text)[1] == "turn P|P: |Two.⏎⏎More of two.⏎⏎")
    }

    @Test func aNoteEndsATurnAndTheSpeakerGoesOnAfterIt() {
        let text =
            "I: One?\n\nP: Two.\n\n*(A short break)*\n\nWhere was I.\n\n## Part two\n\nI: Three?\n\nP: [laughs]\n"
        #expect(
            outline(text) == [
                "turn I|I: |One?⏎⏎", "turn P|P: |Two.⏎⏎", "note||*(A short break)*⏎⏎", "turn P||Where was I.⏎⏎",
                "note||## Part two⏎⏎", "turn I|I: |Three?⏎⏎", "turn P|P: |[laughs]⏎",
            ]
        )
        #expect(turns(text).speakers.map(\.turns) == [2, 2])
    }

    @Test func aDirectionInsideAParagraphIsSpeech() {
        let text = "I: One?\nP: Two.\n[pause]\nThree.\nI: Four?\nP: Five."
        #expect(outline(text)[1] == "turn P|P: |Two.⏎[pause]⏎Three.⏎")
    }

    @Test func marksStayInTheLabelAndLeaveTheName() {
        let text = "**Ann**: a\n\n**Bob:** b\n\n**Ann**: c\n\n**Bob:** d\n\n**Ann**: e\n\n**Bob:** f\n"
        let found = turns(text)
        #expect(found.blocks.prefix(2).map(\.label) == ["**Ann**: ", "**Bob:** "])
        #expect(found.blocks.prefix(2).map(\.speaker) == ["Ann", "Bob"])
        #expect(found.labelStyle == "bold name and colon")
        #expect(found.labels.map(\.label) == ["Ann", "Bob"])
    }

    @Test func fullWidthColonsNeedNoBlankAndHeadingsMayBeLabels() {
        let text = "### 唐鳳：\n上次？\n\n### 李：\n對。\n\n### 唐鳳：\n好。\n\n### 李：\n是。\n\n唐鳳：嗎？\n\n李：嗯。\n"
        let found = turns(text)
        #expect(found.labelStyle == "full-width colon")
        #expect(found.blocks.map(\.speaker) == ["唐鳳", "李", "唐鳳", "李", "唐鳳", "李"])
        #expect(found.blocks[0].label == "### 唐鳳：")
        #expect(found.blocks[4].label == "唐鳳：")
    }

    @Test func spellingsOfOneLabelAreOneSpeakerNamedAsFirstSeen() {
        let text = "Interviewer 1: a\nANN: b\ninterviewer1: c\nAnn: d\nInterviewer  1: e\nann: f"
        let found = turns(text)
        #expect(found.speakers.map(\.name) == ["Interviewer 1", "ANN"])
        #expect(found.speakers.map(\.turns) == [3, 3])
        #expect(found.labels.map(\.label).sorted() == ["ANN", "Ann", "Interviewer 1", "ann", "interviewer1"].sorted())
        #expect(found.labels.allSatisfy { ["Interviewer 1", "ANN"].contains($0.speaker) })
    }

    @Test(
        arguments: [
            "Interview 7\nInterviewer: J. Smith\nParticipant: P7\nDate: 3 May 2024\n\n",
            "Interviewer: J. Smith\n\nParticipant: P7\n\nDate: 3 May 2024\n\n",
            "Date: 3 May 2024\nInterviewer: J. Smith\nParticipant: P7\n\n",
            "# Talk\n\n**Site:** B\n**Interviewer:** J. Smith\n\n",
        ]
    ) func aFormAtTheHeadIsFrontMatter(_ form: String) {
        let talk = "Interviewer: Why?\nParticipant: So.\nInterviewer: How?\nParticipant: Thus."
        #expect(outline(form + talk).first == "front||" + form.replacing("\n", with: "⏎"))
        #expect(turns(form + talk).speakers.map(\.turns) == [2, 2])
    }

    @Test(
        arguments: [
            "Interviewer: Why?\nDate: 3 May\n", "Ann: Hi\nBob: Hi\nAnn: Well\nDate: 3 May\n",
        ]
    ) func anEntryAmongTurnsMakesNoForm(_ start: String) {
        let talk = "Ann: Why?\nBob: So.\nAnn: How?\nBob: Thus.\nInterviewer: x\nAnn: a\nBob: b"
        #expect(turns(start + talk).blocks.first?.kind == .turn)
    }

    @Test func labelsOfNobodyAreListedWithCounts() {
        let text =
            "Country of birth: Wales\n\nAnn: a\n\nBob: b\n\nAnn: c\n\nThe basic point: d\n\nBob: e\n\nAnn: f\n\nBob: g"
        #expect(turns(text).findings.maybes.map(\.name) == ["The basic point"])
        #expect(turns(text).findings.header.map(\.name) == ["Country of birth"])
        #expect(outline(text).contains("turn Ann|Ann: |c⏎⏎The basic point: d⏎⏎"))
    }

    @Test func manyMaybesAreAllKept() {
        let maybes = (0..<20).map { "Point \(String(UnicodeScalar(UInt8(97 + $0)))): x" }.joined(separator: "\n")
        let text = "Ann: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\n" + maybes
        #expect(turns(text).findings.maybes.count == 20)
    }

    @Test func whatFollowsCountedQuestionsIsTheAnswerOfAParticipant() {
        let text = "Pergunta 1: Quantos?\nNove.\nOu dez.\n\nPergunta 2: Quais?\nTodos.\n"
        #expect(
            outline(text) == [
                "turn Pergunta|Pergunta 1: |Quantos?⏎", "turn Participant||Nove.⏎Ou dez.⏎⏎",
                "turn Pergunta|Pergunta 2: |Quais?⏎", "turn Participant||Todos.⏎",
            ]
        )
        #expect(turns(text).remarks.contains { $0.hasPrefix("Only questions are marked") })
    }

    @Test func questionsAndAnswersAreTwoSpeakers() {
        let text = "Q1: Why?\n\nA1: So.\n\nQ2: How?\n\nA2: Thus.\n\nMore.\n"
        let found = turns(text)
        #expect(
            found.speakers == [
                IncomingSpeaker(name: "Q", turns: 2, isInterviewer: true),
                IncomingSpeaker(name: "A", turns: 2, isInterviewer: false),
            ]
        )
        #expect(outline(text).last == "turn A|A2: |Thus.⏎⏎More.⏎")
    }

    @Test(arguments: ["A03", "A10", "Q2"])
    func aParticipantsCodeIsNoCountedAnswer(code: String) {
        let talk = (1...4).map { "Interviewer: Question \($0)?\n\n\(code): Answer \($0).\n" }.joined(separator: "\n")
        #expect(turns(talk).speakers.map(\.name) == ["Interviewer", code])
    }

    @Test func withoutLabelsEveryParagraphIsATurnOfNobody() {
        let text = "\n# Notes\n\nFirst line\nsecond line.\n\n(phone rings)\n\nLast."
        #expect(
            outline(text) == [
                "note||⏎# Notes⏎⏎", "turn||First line⏎second line.⏎⏎", "note||(phone rings)⏎⏎", "turn||Last.",
            ]
        )
        let found = turns(text)
        #expect(found.labelStyle == "none")
        #expect(found.speakers.isEmpty)
        #expect(found.remarks.contains { $0.hasPrefix("Nobody is named") })
    }

    @Test func withoutBlankLinesEveryLineIsAParagraph() {
        #expect(outline("one\ntwo\nthree\n") == ["turn||one⏎", "turn||two⏎", "turn||three⏎"])
    }

    @Test func oneLabelNowAndThenIsNoSpeaker() {
        let prose = (0..<40).map { "Paragraph \($0) of a report." }
        let text = (prose + ["Finding: a", "Finding: b", "Finding: c"]).joined(separator: "\n\n")
        #expect(turns(text).speakers.isEmpty)
        #expect(turns(text).findings.maybes == [ImportFindings.Label(name: "Finding", count: 3)])
    }

    @Test func aRareLabelThatIsBoldLikeAllOthersIsASpeaker() {
        let text =
            "**Ann**: a\n\n**Bob**: b\n\n**Ann**: c\n\n**Bob**: d\n\n**Ann**: e\n\n**Bob**: f\n\n**Eva**: g\n\nPoint: h"
        let found = turns(text)
        #expect(found.speakers.map(\.name) == ["Ann", "Bob", "Eva"])
        #expect(found.remarks.contains { $0.contains("bold") && $0.contains("Eva") })
        #expect(found.findings.maybes.map(\.name) == ["Point"])
    }

    @Test func boldnessFromTheSourceCountsOnlyForTheLabelItself() {
        var source = StructuredText(
            CanonicalText("Ann: a\n\nBob: b\n\nAnn: c\n\nBob: d\n\nAnn: e\n\nBob: f\n\nSum: all bold\n\nEva: g")
        )
        for start in [0, 8, 16, 24, 32, 40] { source.boldRuns[start] = 4 }
        source.boldRuns[48] = 13
        source.boldRuns[63] = 4
        let found = Turns(source)
        #expect(found.speakers.map(\.name) == ["Ann", "Bob", "Eva"])
        #expect(found.labelStyle == "bold name and colon")
    }

    @Test func timesBesideNamesBecomeTheBeginningOfTurns() {
        let text = "[00:00:01] Ann: a\n[00:00:05] Bob: b\n[00:01:00] Ann: c\n[00:02:00] Bob: d\nAnn: e\nBob: f"
        let found = turns(text)
        #expect(found.speakers.map(\.name) == ["Ann", "Bob"])
        #expect(found.blocks.map(\.beginMilliseconds) == [1_000, 5_000, 60_000, 120_000, nil, nil])
        #expect(found.blocks[0].label == "[00:00:01] Ann: ")
    }

    @Test(arguments: ["", "\n", "\n\n\n", " \n", "x", "Ann: x", "\u{FEFF}", "\u{2028}", "a\0b"])
    func smallTextsAreCovered(_ text: String) {
        let canonical = CanonicalText(text)
        let blocks = Turns(StructuredText(canonical)).blocks
        #expect(Transcript.covers(blocks, scalarCount: canonical.scalarCount))
    }

    @Test func joiningTheBlocksGivesAnyTextBack() {
        var random = Seeded(2026)
        let pieces = [
            "Ann: ", "Bob : ", "**Eva**: ", "**Eva:** ", "主席：", "Interviewer 1: ", "Pergunta 3: ", "[pause]",
            "(A break)",
            "*(10.04 am)*", "# Head", "\n", "\n\n", "\n\n\n", " ", "word", "word?", "é", "唐", "e\u{301}", "😀", "\t",
            "\u{A0}\n",
            "Tape 1 – Side A", "\u{FEFF}", ":", "- ", "[0:01] Ann: ", "\u{2028}", "\0",
        ]
        for _ in 0..<600 {
            let text = (0..<random.below(60)).map { _ in random.pick(pieces) }.joined()
            let canonical = CanonicalText(text)
            let found = Turns(StructuredText(canonical))
            #expect(Transcript.covers(found.blocks, scalarCount: canonical.scalarCount), "\(text.debugDescription)")
            #expect(found.blocks.map { canonical.string(in: $0.span) }.joined().utf8.elementsEqual(text.utf8))
            for block in found.blocks {
                #expect(canonical.string(in: block.labelSpan).utf8.elementsEqual(block.label.utf8))
                #expect(block.kind == .turn || (block.speaker.isEmpty && block.label.isEmpty))
                #expect(block.label.isEmpty || !block.speaker.isEmpty)
            }
        }
    }
}
