// The conventions by which transcripts mark speakers, one small transcript each: how it is cut and whom it names.

import CodingCore
import Testing

@testable import Interchange

/// A transcript in one convention, and what it must come to.
struct LabelStyle: Sendable, CustomTestStringConvertible {
    var what: String
    var text: String
    var style: String
    /// Speakers with their turns, in order of appearance.
    var speakers: [String]
    /// The first turn: label and speech.
    var first: (label: String, speech: String)
    var interviewers: [String]

    var testDescription: String { what }

    init(
        _ what: String,
        _ text: String,
        style: String = "name and colon",
        speakers: [String],
        first: (String, String),
        interviewers: [String] = []
    ) {
        self.what = what
        self.text = text
        self.style = style
        self.speakers = speakers
        self.first = (first.0, first.1)
        self.interviewers = interviewers
    }

    /// Three questions and answers between two labels.
    init(
        _ what: String,
        _ one: String,
        _ other: String,
        separator: String = "\n\n",
        style: String = "name and colon",
        speakers: [String],
        interviewers: [String] = []
    ) {
        let talk = ["Why is that?", "So it is.", "How so?", "It came so.", "Since when?", "Since May."]
        let text = talk.enumerated().map { ($0.offset % 2 == 0 ? one : other) + $0.element }.joined(
            separator: separator
        )
        self.init(
            what,
            text,
            style: style,
            speakers: speakers.map { $0 + " 3" },
            first: (one, "Why is that?" + separator),
            interviewers: interviewers
        )
    }

    static let all: [LabelStyle] = [
        LabelStyle("name and colon", "Paul: ", "Elaine: ", speakers: ["Paul", "Elaine"], interviewers: ["Paul"]),
        LabelStyle(
            "capitals, a turn a line",
            "PAUL: ",
            "ELAINE: ",
            separator: "\n",
            speakers: ["PAUL", "ELAINE"],
            interviewers: ["PAUL"]
        ),
        LabelStyle(
            "initials, blank before the colon",
            "I : ",
            "WB : ",
            separator: "\n",
            speakers: ["I", "WB"],
            interviewers: ["I"]
        ),
        LabelStyle(
            "role words",
            "Interviewer 1: ",
            "Interviewee: ",
            speakers: ["Interviewer 1", "Interviewee"],
            interviewers: ["Interviewer 1"]
        ),
        LabelStyle("participant codes", "M: ", "P7: ", speakers: ["M", "P7"], interviewers: ["M"]),
        LabelStyle(
            "several blanks after the colon",
            "Paul:   ",
            "Elaine:\t",
            separator: "\n",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "hanging indent",
            "    Paul: ",
            "    Elaine: ",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "bold, colon inside",
            "**Paul:** ",
            "**Elaine:** ",
            style: "bold name and colon",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "bold, colon outside",
            "**Paul**: ",
            "**Elaine**: ",
            style: "bold name and colon",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "bold by underscores",
            "__Paul__: ",
            "__Elaine__: ",
            style: "bold name and colon",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle("italics", "*Paul:* ", "*Elaine:* ", speakers: ["Paul", "Elaine"], interviewers: ["Paul"]),
        LabelStyle(
            "full-width colon",
            "主席：",
            "李議員：",
            separator: "\n",
            style: "full-width colon",
            speakers: ["主席", "李議員"],
            interviewers: ["主席"]
        ),
        LabelStyle(
            "numbered paragraphs",
            "12   Paul: ",
            "13.  Elaine: ",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "list items",
            "- Paul: ",
            "- Elaine: ",
            separator: "\n",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "quoted by a mail program",
            "> Paul: ",
            "> Elaine: ",
            separator: "\n",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle("headings", "### Paul: ", "### Elaine: ", speakers: ["Paul", "Elaine"], interviewers: ["Paul"]),
        LabelStyle(
            "time in brackets before the name",
            "[00:01:02] Paul: ",
            "[00:01:09] Elaine: ",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "time after the name",
            "Paul (1:02): ",
            "Elaine (1:09): ",
            speakers: ["Paul", "Elaine"],
            interviewers: ["Paul"]
        ),
        LabelStyle(
            "title and name",
            "Mr Griffin: ",
            "Ms Islam: ",
            speakers: ["Mr Griffin", "Ms Islam"],
            interviewers: ["Mr Griffin"]
        ),
        LabelStyle(
            "accents and no-break spaces",
            "João\u{A0}: ",
            "Zoë\u{A0}: ",
            speakers: ["João", "Zoë"],
            interviewers: ["João"]
        ),
        LabelStyle(
            "Hebrew",
            "רויטל סויד: ",
            "דן כהן: ",
            speakers: ["רויטל סויד", "דן כהן"],
            interviewers: ["רויטל סויד"]
        ),
        LabelStyle(
            "Cyrillic role words",
            "Интервьюер: ",
            "Респондент: ",
            speakers: ["Интервьюер", "Респондент"],
            interviewers: ["Интервьюер"]
        ),
        LabelStyle("questions and answers", "Q: ", "A: ", speakers: ["Q", "A"], interviewers: ["Q"]),
        LabelStyle(
            "counted questions and answers",
            "Pergunta 1: Porquê?\nResposta: Porque sim.\nPergunta 2: Como?\nResposta: Assim.\nPergunta 3: Quando?\nResposta: Hoje.",
            speakers: ["Pergunta 3", "Resposta 3"],
            first: ("Pergunta 1: ", "Porquê?\n"),
            interviewers: ["Pergunta"]
        ),
        LabelStyle(
            "a focus group of many codes",
            (1...5).map { "M: Number \($0)?\nP\($0): Yes.\nP\($0 % 5 + 1): No." }.joined(separator: "\n"),
            speakers: ["M 5", "P1 2", "P2 2", "P3 2", "P4 2", "P5 2"],
            first: ("M: ", "Number 1?\n"),
            // Nobody but M speaks three times, so there is nobody to compare with.
            interviewers: []
        ),
        LabelStyle(
            "labels on lines of their own",
            (1...3).map { _ in "Interviewer:\nWhy is that?\n\nAnn:\nSo it is." }.joined(separator: "\n\n"),
            speakers: ["Interviewer 3", "Ann 3"],
            first: ("Interviewer:", "\nWhy is that?\n\n"),
            interviewers: ["Interviewer"]
        ),
        LabelStyle(
            "one voice in a diary",
            (1...4).map { "Ann: Day \($0) was long." }.joined(separator: "\n\n"),
            speakers: ["Ann 4"],
            first: ("Ann: ", "Day 1 was long.\n\n")
        ),
        LabelStyle(
            "only paragraphs",
            "Nobody is named here.\n\nNor here, at 10:30 or at https://example.org.",
            style: "none",
            speakers: [],
            first: ("", "Nobody is named here.\n\n")
        ),
    ]
}

@Suite struct LabelStyleTests {
    private func turns(_ text: String) -> Turns { Turns(StructuredText(CanonicalText(text))) }

    @Test(arguments: LabelStyle.all) func aStyleIsToldAndItsSpeakersAreFound(_ example: LabelStyle) throws {
        let text = CanonicalText(example.text)
        let found = turns(example.text)
        #expect(found.labelStyle == example.style)
        #expect(found.speakers.map { "\($0.name) \($0.turns)" } == example.speakers)
        let first = try #require(found.blocks.first { $0.kind == .turn })
        #expect(first.label.utf8.elementsEqual(example.first.label.utf8))
        #expect(text.string(in: first.speechSpan).utf8.elementsEqual(example.first.speech.utf8))
    }

    @Test(arguments: LabelStyle.all) func whoAsksIsToldByTheRoleOrByTheQuestions(_ example: LabelStyle) {
        #expect(turns(example.text).speakers.filter(\.isInterviewer).map(\.name) == example.interviewers)
    }

    @Test(arguments: LabelStyle.all) func everyCharacterBelongsToOneBlock(_ example: LabelStyle) {
        for text in [
            example.text, example.text + "\n", "\n\n" + example.text, "Leeds, 2024\n\n" + example.text + "\n\n\n",
        ] {
            let canonical = CanonicalText(text)
            let blocks = turns(text).blocks
            #expect(Transcript.covers(blocks, scalarCount: canonical.scalarCount))
            #expect(blocks.map { canonical.string(in: $0.span) }.joined().utf8.elementsEqual(text.utf8))
        }
    }

    @Test(arguments: LabelStyle.all) func theStyleIsTheSameWithOtherLineEnds(_ example: LabelStyle) throws {
        for ending in ["\r\n", "\r"] {
            let bytes = Array(example.text.replacing("\n", with: ending).utf8)
            let document = try TranscriptImporter.read(bytes: bytes, fileName: "talk.txt")
            #expect(document.text.utf8 == Array(example.text.utf8))
            #expect(document.origin.labelStyle == example.style)
            #expect(document.blocks == turns(example.text).blocks)
        }
    }

    @Test(arguments: LabelStyle.all.filter { !$0.speakers.isEmpty })
    func aPrefaceIsFrontMatterAndADirectionIsANote(_ example: LabelStyle) {
        let text = "Talk at the clinic\nLeeds, 2024\n\n" + example.text + "\n\n(A short break)\n"
        let blocks = turns(text).blocks
        #expect(blocks.first?.kind == .front)
        #expect(blocks.last?.kind == .note)
        #expect(turns(text).speakers.map { "\($0.name) \($0.turns)" } == example.speakers)
    }

    /// The labels listed in the document's own file point at speakers who have turns.
    @Test(arguments: LabelStyle.all) func everyListedLabelStandsForASpeaker(_ example: LabelStyle) {
        let found = turns(example.text)
        let names = Set(found.speakers.map(\.name))
        #expect(found.labels.allSatisfy { names.contains($0.speaker) })
        #expect(found.labels.isEmpty == names.isEmpty)
        for (label, _) in found.labels {
            #expect(!label.contains("*") && !label.contains(":") && !label.contains("："))
        }
    }

    @Test(arguments: [
        (
            "Ann: One.\nBob: Two.\nAnn: Three.\nBob: Four.\nAnn: Five.\nBob: Six.\nGEORG: x\nGEORGE: y",
            ["GEORG (1)", "GEORGE (1)"]
        ),
        ("Ann: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\nK2: He said so.", ["K2 (1)"]),
        ("Ann: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\nThe Stenographer: Pardon?", ["The Stenographer (1)"]),
        ("Ann: a\nBob: b\nAnn: a\nBob: b\nAnn: a\nBob: b\nTwo things: money and time.", ["Two things (1)"]),
    ])
    func rareLabelsAreListedForAPersonToDecide(text: String, maybes: [String]) {
        #expect(turns(text).findings.maybes.map { "\($0.name) (\($0.count))" } == maybes)
    }

    @Test(arguments: [
        "Gender: F\nDate of birth: 1902\nOccupation: nurse\n\n",
        "Interviewee: Lord Michael Young\nDate: 3 May 1990\n\n",
        "Title: A talk\nDate: 2024-05-03\nPlace: Leeds\n\n", "Datum: 3. Mai\nOrt: Köln\n\n", "日期：五月三日\n地點：台北\n\n",
    ])
    func formsAtTheHeadNameNobody(form: String) {
        let talk = "Ann: One?\n\nBob: Two.\n\nAnn: Three?\n\nBob: Four.\n\nAnn: Five?\n\nBob: Six.\n"
        let found = turns(form + talk)
        #expect(found.speakers.map(\.name) == ["Ann", "Bob"])
        #expect(found.blocks.first?.kind == .front)
        #expect(found.blocks.first?.span.end == form.unicodeScalars.count)
    }

    @Test(arguments: [
        "[laughs]", "(phone rings)", "*(10.04 am)*", "[00:12:01]", "（笑）", "Tape 1 – Side A", "END OF INTERVIEW",
        "## Part two",
        "(The witness withdrew.)", "【開始】",
    ])
    func aParagraphThatNobodySaysIsANote(note: String) {
        let talk = "Ann: One?\n\nBob: Two.\n\n\(note)\n\nAnn: Three?\n\nBob: Four.\n\nAnn: Five?\n\nBob: Six.\n"
        let text = CanonicalText(talk)
        let notes = turns(talk).blocks.filter { $0.kind == .note }
        #expect(notes.map { text.string(in: $0.span) } == [note + "\n\n"])
        #expect(turns(talk).speakers.map(\.turns) == [3, 3])
    }

    @Test(arguments: [
        "Well [laughs] yes.", "(a) the money, (b) the time", "She said (quietly) no", "[pause] And then we left.",
        "[Alan Macfarlane] was there", "(inaudible) it goes (pause)",
    ])
    func marksInsideSpeechStaySpeech(speech: String) {
        let talk = "Ann: One?\n\nBob: Two.\n\n\(speech)\n\nAnn: Three?\n\nBob: Four.\n\nAnn: Five?\n\nBob: Six.\n"
        let found = turns(talk)
        #expect(found.blocks.allSatisfy { $0.kind == .turn })
        #expect(found.blocks.count == 6)
    }
}
