// Stories of an interviewer who codes: keys in; screen, logs and counts out.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct CodingStories {
    private let first = "Well, it was before my time."

    /// Codes the first answer's first sentence by the picker: at most five keys from reading.
    private func codeFirst(_ terminal: PseudoTerminal) {
        terminal.press("}", until: "READ")
        terminal.press("c", until: "code 6 words")
        terminal.type("bc")
        terminal.press("Enter", until: "coded B07:5 BC Block contracts")
    }

    @Test(arguments: [(24, 80), (40, 120)])
    func aPassageIsCodedInFourKeysWithThePicker(rows: Int, columns: Int) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open(rows: rows, columns: columns)
        terminal.press("}", until: "READ")
        // From reading: c, b, c, Enter.
        terminal.press("c", until: "code 6 words")
        terminal.press("b c", until: "Any account of block funding")
        terminal.press("Enter", until: "coded B07:5 BC Block contracts")
        #expect(try laboratory.codings() == ["rs block-contracts \(first)"])
        terminal.quit()
    }

    @Test func aSlotTakesTwoKeysAndAgainTakesOne() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press(")", until: "READ")
        // Two keys: the sentence, the slot.
        terminal.press("s 1", until: "u undoes")
        #expect(terminal.waitFor { _ in (try? laboratory.codings().count) == 2 })
        terminal.press(")", until: "READ")
        // One key.
        terminal.press(".")
        #expect(terminal.waitFor { _ in (try? laboratory.codings().count) == 3 })
        #expect(try laboratory.codings().allSatisfy { $0.hasPrefix("rs block-contracts ") })
        #expect(try laboratory.kinds() == ["code", "code", "code"])
        terminal.quit()
    }

    @Test func severalCodesAreOneActAndOneUndo() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} c", until: "code 6 words")
        terminal.type("bc")
        terminal.press("Tab", until: "mark")
        terminal.press("Ctrl-U")
        terminal.type("da")
        terminal.press("Tab Enter", until: "u undoes")
        #expect(try laboratory.codings().count == 2)
        #expect(try laboratory.logLines().count == 1, "one act is one line")
        terminal.press("u", until: "undid")
        #expect(try laboratory.codings().isEmpty)
        terminal.press("U", until: "redid")
        #expect(try laboratory.codings().count == 2)
        terminal.quit()
    }

    @Test func aCodeThatIsMissingIsMadeWhileCoding() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} c", until: "code 6 words")
        terminal.type("Handed down")
        terminal.press("Ctrl-N", until: "Handed down")
        #expect(terminal.waitFor { _ in (try? laboratory.codings().count) == 1 })
        #expect(try laboratory.codings().first?.hasPrefix("rs rs/handed-down ") == true)
        #expect(try laboratory.expectDone("codes").contains("Handed down"))
        #expect(try laboratory.gloss("check").status == .exited(0))
        terminal.press("u", until: "undid")
        #expect(terminal.waitFor { _ in (try? !laboratory.expectDone("codes").contains("Handed down")) == true })
        #expect(try laboratory.gloss("check").status == .exited(0))
        terminal.press("U", until: "redid")
        #expect(try laboratory.expectDone("codes").contains("Handed down"), "and comes back with it")
        #expect(try laboratory.codings().count == 1)
        terminal.quit()
    }

    @Test func theParticipantsOwnWordsBecomeACode() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} w v w w w w i", until: "before my time")
        #expect(terminal.waitFor { _ in (try? laboratory.codings().count) == 1 })
        let extract = try #require(try laboratory.extracts().first)
        #expect((extract["code"] as? String)?.hasPrefix("rs/") == true)
        let listed = try laboratory.expectDone("codes", "show", try #require(extract["code"] as? String))
        #expect(listed.contains("in-vivo"))
        terminal.quit()
    }

    @Test func anotherCodeTakesThePlaceOfOne() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("r", until: "recode")
        terminal.type("da")
        terminal.press("Enter", until: "u undoes")
        #expect(terminal.waitFor { $0.text.contains("DA Inadequate data") })
        #expect(try laboratory.codings() == ["rs data-inadequate \(first)"])
        #expect(try laboratory.kinds() == ["code", "set"])
        terminal.press("u", until: "undid")
        #expect(try laboratory.codings() == ["rs block-contracts \(first)"])
        terminal.quit()
    }

    @Test func starsAndDoubtAreMarksThatCount() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("*", until: "u undoes")
        #expect(terminal.waitFor { _ in (try? laboratory.kinds().count) == 2 })
        terminal.press("*")
        #expect(terminal.waitFor { _ in (try? laboratory.kinds().count) == 3 })
        terminal.press("!")
        #expect(terminal.waitFor { _ in (try? laboratory.kinds().count) == 4 })
        let extract = try #require(try laboratory.extracts().first)
        #expect(extract["star"] as? Int == 2)
        #expect(extract["doubt"] as? Bool == true)
        terminal.expect("?")
        terminal.quit()
    }

    @Test func aMemoIsWrittenWhereTheCodingIs() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("m", until: "memo on BC")
        terminal.type("who is “they”? 混乱")
        terminal.press("Enter", until: "memo saved")
        #expect(try laboratory.extracts().first?["memo"] as? String == "who is “they”? 混乱")
        terminal.quit()
    }

    @Test func aLongMemoIsWrittenInTheEditor() throws {
        let laboratory = try Laboratory()
        try laboratory.folder.write(
            "#!/bin/sh\nprintf 'First line.\\n\\nSecond “line”.\\n' > \"$1\"\n",
            to: "editor.sh"
        )
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700],
            ofItemAtPath: laboratory.folder.path("editor.sh")
        )
        let terminal = try laboratory.open(environment: ["EDITOR": laboratory.folder.path("editor.sh")])
        codeFirst(terminal)
        terminal.press("m", until: "memo on BC")
        terminal.press("Ctrl-O", until: "memo saved")
        let memo = try #require(try laboratory.extracts().first?["memo"] as? String)
        #expect(memo.contains("First line.") && memo.contains("Second “line”."))
        #expect(laboratory.files(holding: ".gloss/").allSatisfy { !$0.contains("memo") }, "the editor's file is gone")
        terminal.quit()
    }

    @Test func aMemoAndACodeInOneGo() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("} s m", until: "a memo on 6 words")
        terminal.type("cc")
        terminal.press("Enter", until: "memo")
        terminal.type("nobody says who")
        terminal.press("Enter", until: "u undoes")
        let extract = try #require(try laboratory.extracts().first)
        #expect(extract["code"] as? String == "commissioning-confusion")
        #expect(extract["memo"] as? String == "nobody says who")
        #expect(try laboratory.logLines().count == 1)
        terminal.quit()
    }

    @Test func anExtentIsCorrectedAndKeptWithEnter() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("e", until: "EXTENT")
        terminal.press(") Enter", until: "u undoes")
        #expect(
            try laboratory.codings() == [
                "rs block-contracts \(first) We plan with last year's figures, and nobody minds!"
            ]
        )
        terminal.press("u", until: "undid")
        #expect(try laboratory.codings() == ["rs block-contracts \(first)"])
        terminal.quit()
    }

    @Test func anExtentLeftWithEscIsAsItWas() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("e", until: "EXTENT")
        terminal.press(") ) Esc", until: "READ")
        #expect(try laboratory.kinds() == ["code"])
        terminal.quit()
    }

    @Test func ofCodingsThatOverlapOnlyTheOneInFocusGoes() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", first, "bc")
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "cc")
        let terminal = try laboratory.open()
        terminal.press("} w w w w", until: "1 of 2 here")
        terminal.press("Tab", until: "2 of 2 here")
        let isWide = terminal.line(22).contains("BC Block")
        terminal.press("x", until: "u brings it back")
        #expect(
            try laboratory.codings() == [
                isWide ? "rs commissioning-confusion before my time" : "rs block-contracts \(first)"
            ]
        )
        terminal.press("u", until: "undid")
        #expect(try laboratory.codings().count == 2)
        terminal.quit()
    }

    @Test func aDigitIsGivenToAnotherCodeForGood() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("= 5", until: "5")
        terminal.quit()
        let next = try laboratory.open()
        next.press("G { s 5", until: "BC Block contracts")
        #expect(try laboratory.codings().count == 2)
        next.quit()
    }

    @Test func countsTakeSeveralSentencesAndTurns() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("} } 2 s", until: "SELECT sentence")
        terminal.press("1")
        #expect(terminal.waitFor { _ in (try? laboratory.codings().count) == 2 })
        #expect(try laboratory.codings().contains { $0.contains("我们有一个虚拟病房。 It has beds, staff and a target.") })
        terminal.quit()
    }

    @Test func withMnemonicsSwitchedOnTheTagAloneApplies() throws {
        let laboratory = try Laboratory()
        try laboratory.configure("mnemonics = on\n")
        let terminal = try laboratory.open()
        terminal.press("} c", until: "code 6 words")
        terminal.type("bc")
        terminal.expect("coded B07:5 BC Block contracts")
        #expect(try laboratory.codings().count == 1)
        terminal.quit()
    }

    @Test func undoGoesThroughDocumentsNewestFirst() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.quit()
        let other = try laboratory.open("A03")
        other.press("} s 1", until: "coded A03")
        other.press("u", until: "undid “code BC” in A03")
        other.press("u", until: "undid “code BC” in B07")
        #expect(try laboratory.codings().isEmpty)
        other.press("u", until: "Nothing of yours to undo")
        other.press("U U", until: "redid “code BC” in A03")
        #expect(try laboratory.codings().count == 2)
        other.quit()
    }

    @Test func codingTheSameTwiceSaysSoAndWritesNothing() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        codeFirst(terminal)
        terminal.press("s 1", until: "Already coded")
        #expect(try laboratory.kinds() == ["code"])
        terminal.quit()
    }
}
