// The report on an import, whole, as it is printed: what people read before they code a word.

import CodingCore
import Testing

@testable import Interchange

@Suite struct ImportReportTests {
    private func report(_ text: String, as name: String = "B07.txt") throws -> String {
        try report(Array(text.utf8), as: name)
    }

    private func report(_ bytes: [UInt8], as name: String = "B07.txt") throws -> String {
        ImportReport.text(for: try TranscriptImporter.read(bytes: bytes, fileName: name))
    }

    @Test func anInterview() throws {
        let text = """
            Interview 7
            Date: 3 May 2024

            Interviewer: What changed?

            Ann: The block contract did. We can't plan.

            (phone rings)

            Where was I.

            Interviewer: The contract?

            Ann: Yes.

            Interviewer: Since when?

            Ann: May.

            """
        #expect(
            try report(text) == """
                file                B07.txt
                title               B07
                format              text
                encoding            utf-8
                speakers marked by  name and colon
                turns               7 (1 of them go on after a note)
                notes               1
                words               21, in turns and notes, labels not counted
                characters          207
                marks               1 sound

                speakers
                  Interviewer  3 turns, interviewer
                  Ann          3 turns

                at the head of the text (--header makes attributes)
                  Date = 3 May 2024

                """
        )
    }

    @Test func captionsWithTimes() throws {
        let text = "WEBVTT\n\nNOTE x\n\n00:01.000 --> 00:02.000\nAnn: Why?\n\n00:02.000 --> 00:03.000\nBob: So.\n"
        #expect(
            try report(text, as: "call.vtt") == """
                file                call.vtt
                title               call
                format              webvtt
                encoding            utf-8
                speakers marked by  webvtt
                turns               2
                notes               0
                words               2, in turns and notes, labels not counted
                characters          20
                times               on 2 of 2 blocks

                speakers
                  Ann  1 turn
                  Bob  1 turn

                remarks
                  NOTE blocks left out: 1.
                  Nothing in the text tells who the interviewer is.

                """
        )
    }

    @Test func aTextThatNamesNobody() throws {
        #expect(
            try report("# Notes\r\n\r\nOne caf\u{E9}.\r\n", as: "notes.md") == """
                file                notes.md
                title               Notes
                format              markdown
                encoding            utf-8
                speakers marked by  none
                turns               1
                notes               1
                words               3, in turns and notes, labels not counted
                characters          19

                speakers            none

                remarks
                  Line ends were CRLF (3) and are now LF.
                  Nobody is named in this text: every paragraph is a turn without a speaker.

                """
        )
    }

    @Test func aGuessedEncodingAndLabelsLeftUndecided() throws {
        let talk = "Ann: Caf\u{E9}?\nBob: No.\nAnn: Why?\nBob: So.\nAnn: Who?\nBob: Me.\nThe point is: none.\n"
        let bytes = talk.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        #expect(
            try report(bytes) == """
                file                B07.txt
                title               B07
                format              text
                encoding            windows-1252 (guessed)
                speakers marked by  name and colon
                turns               6
                notes               0
                words               10, in turns and notes, labels not counted
                characters          78

                speakers
                  Ann  3 turns, interviewer
                  Bob  3 turns

                not taken as speakers (--speaker NAME takes one)
                  The point is  1 time

                remarks
                  The encoding is a guess: the bytes are not UTF-8, so they were read as Windows-1252.
                  Ann is taken as the interviewer: 3 of 3 turns end in a question. This is a guess.

                """
        )
    }

    @Test func aDamagedTextSaysWhere() throws {
        let lines = try report(Array("été à côté ".utf8) + [0xE9, 0x0A]).split(separator: "\n")
        #expect(lines.contains("encoding            utf-8"))
        #expect(lines.contains("  One byte was not valid in UTF-8 and read as Windows-1252, at byte 16."))
    }

    @Test func aNameThatIsWiderThanOthersMovesTheColumn() throws {
        let text = (1...3).map { _ in "Professor Dame Alexandra Longname: Why?\nBob: So." }.joined(separator: "\n")
        let lines = try report(text).split(separator: "\n").suffix(4)
        #expect(lines.contains("  Professor Dame Alexandra Longname  3 turns, interviewer"))
        #expect(lines.contains("  Bob                                3 turns"))
    }

    @Test(arguments: [
        "Ann: a\nBob: b\nAnn: c\nBob: d\nAnn: e\nBob: f", "only words", "# H\n\nwords",
        "WEBVTT\n\n00:01.000 --> 00:02.000\nhi\n",
    ])
    func everyReportIsLinesOfFactsAndEndsWithALineEnd(text: String) throws {
        let report = try report(text)
        #expect(report.hasSuffix("\n"))
        #expect(!report.hasSuffix("\n\n"))
        #expect(report.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { !$0.hasSuffix(" ") })
        #expect(report.hasPrefix("file                B07.txt\ntitle  "))
    }

    /// The report says what the document is; the document's own words are not in it.
    @Test func noWordOfTheTalkIsInTheReport() throws {
        let text = (1...3).map { _ in "Ann: Why, asked the heron?\nBob: Because of the pelican." }.joined(
            separator: "\n"
        )
        let report = try report(text)
        for word in ["heron", "pelican", "Because"] { #expect(!report.contains(word)) }
    }
}

@Suite struct ImportNameRuleTests {
    @Test(
        arguments: [
            ("B07.docx", "B07"), ("B07.final.docx", "B07.final"), ("B07", "B07"), ("B07.", "B07"), ("B 07.txt", "B-07"),
            ("B\u{A0}07.txt", "B-07"), ("B\t07.txt", "B-07"), ("a  b   c.txt", "a-b-c"), ("a_b-c.d.txt", "a_b-c.d"),
            ("CON.txt", "CON"), ("-rf.txt", "rf"), ("...a.txt", "a"), ("a....txt", "a"), ("a:b*c?.txt", "abc"),
            ("a'b\"c.txt", "abc"),
            ("$(id).txt", "id"), ("%n%n.txt", "nn"), ("a;b|c&d.txt", "abcd"), ("\u{202E}txt.exe", "txt"),
            ("é.txt", "é"),
            ("e\u{301}.txt", "e\u{301}"), ("Ünïcödé.txt", "Ünïcödé"), ("訪談 一.txt", "訪談-一"),
            ("интервью.txt", "интервью"),
            ("שיחה.txt", "שיחה"), ("👩‍👩‍👧.a.txt", "a"), ("1.txt", "1"), ("-.-a.txt", "a"), ("a-.txt", "a-"),
            ("a\u{0}b.txt", "ab"),
        ]
    ) func aNameBecomesAnId(_ file: String, _ id: String) {
        #expect(ImportName.id(forFile: file).map { Array($0.description.utf8) } == Array(id.utf8))
        #expect(ImportName.id(forFile: "/some/where/" + file)?.description == ImportName.id(forFile: file)?.description)
    }

    @Test(arguments: ["", ".", "..", "/", "///", "???", " ", "-", "--.txt", "👩‍👩‍👧.txt", "\u{202E}", "....."])
    func whatHasNoLetterIsNoId(file: String) {
        #expect(ImportName.id(forFile: file) == nil)
    }

    @Test(
        arguments: [
            ("", "a"), ("B", "B/a"), ("B/", "B/a"), ("/B", "B/a"), ("sites//B", "sites/B/a"), ("Büro", "Büro/a"),
            ("1", "1/a"),
        ]
    ) func theFolderStandsInFront(_ folder: String, _ id: String) {
        #expect(ImportName.id(forFile: "a.txt", into: folder)?.description == id)
    }

    @Test(arguments: [
        "..", "../B", "B/..", ".hidden", "-B", "two words", "a\\b", "B/\u{202E}", String(repeating: "d/", count: 120),
    ])
    func aFolderThatIsNoneGivesNoId(folder: String) {
        #expect(ImportName.id(forFile: "a.txt", into: folder) == nil)
    }

    @Test(
        arguments: [
            ("a.txt", "a"), ("a.b.txt", "a.b"), ("a", "a"), (".txt", ".txt"), ("", ""), ("a.", "a"), (".a.b", ".a"),
            ("..", "."),
        ]
    ) func theStemIsWithoutTheLastEnding(_ name: String, _ stem: String) {
        #expect(ImportName.stem(of: name) == stem)
    }

    @Test func everyIdFromARandomNameIsOneAgain() throws {
        var random = Seeded(13)
        let pieces = [
            "a", "B", "é", "e\u{301}", "唐", " ", ".", "-", "_", "/", "\\", ":", "\u{0}", "\u{202E}", "%", "'", "..",
            "\n", "👩", "1",
        ]
        for _ in 0..<2_000 {
            let name = (0..<random.below(12)).map { _ in random.pick(pieces) }.joined()
            guard let id = ImportName.id(forFile: name) else { continue }
            #expect(!id.description.contains("/"))
            #expect(id.description.utf8.count <= 120)
            let again = try #require(ImportName.id(forFile: id.description + ".txt"), "\(name.debugDescription)")
            #expect(again == id, "\(name.debugDescription)")
        }
    }
}
