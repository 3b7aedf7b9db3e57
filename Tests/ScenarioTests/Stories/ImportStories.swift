// A story of an interview that comes in: read, corrected, imported and coded without leaving the workbench.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ImportStories {
    private static let talk = """
        Invented talk, written for a test.

        Anna: How did the ward begin?

        C01: Slowly. Nobody knew who would pay for it.

        Anna: Tell me more about that.

        Porter: It was the board.

        C01: The board, and then nobody.

        Anna: Thank you.

        C01: You are welcome.

        """

    @Test(arguments: [(24, 80), (40, 120)])
    func anInterviewIsCorrectedImportedAndCoded(rows: Int, columns: Int) throws {
        let laboratory = try Laboratory()
        try laboratory.folder.write(Self.talk, to: "talks/C01 ward.txt")
        let terminal = try laboratory.workbench(rows: rows, columns: columns)
        terminal.press("a", until: "import needs the path of a file")
        terminal.send("../ta")
        terminal.press("Tab", until: "C01 ward.txt")
        terminal.press("Tab", until: ":import ../talks/C01 ward.txt")
        terminal.press("Enter", until: "Import C01 ward.txt")
        terminal.expect("NOT TAKEN AS SPEAKERS")
        terminal.press("Enter Ctrl-U", until: "document id")
        terminal.send("C/C01")
        terminal.press("Enter", until: "document  C/C01")
        terminal.press(rows > 30 ? "j j j j j i" : "5 j i", until: "Anna is an interviewer")
        terminal.press("j j Space", until: "“Porter” is a speaker")
        #expect(!laboratory.folder.exists("study/transcripts/C"), "nothing is written before it is said")
        terminal.press("W", until: "imported C/C01 (7 turns)")
        terminal.press("Enter", until: "READ")
        terminal.press("} s c", until: "code ")
        terminal.send("cc")
        terminal.press("Enter", until: "coded C01:")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        let speakers = try laboratory.folder.read("study/speakers.csv")
        #expect(speakers.contains("C/C01,Anna,,yes"), "\(speakers)")
        #expect(speakers.contains("C/C01,Porter,"), "\(speakers)")
        #expect(try laboratory.gloss("check").status == .exited(0))
        let extracts = try laboratory.expectDone("extracts")
        #expect(extracts.contains("Slowly."), "\(extracts)")
    }

    @Test func leavingTheReportLeavesTheStudyAsItWas() throws {
        let laboratory = try Laboratory()
        try laboratory.folder.write(Self.talk, to: "C01.txt")
        let before = try laboratory.expectDone("documents")
        let terminal = try laboratory.workbench()
        terminal.press("a", until: "import needs")
        terminal.send(laboratory.folder.path("C01.txt"))
        terminal.press("Enter", until: "nothing is written yet")
        terminal.press("Esc", until: "Nothing was imported from C01.txt")
        terminal.press("a", until: "import needs")
        terminal.send("../gone.txt")
        terminal.press("Enter", until: "There is no file ../gone.txt")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try laboratory.expectDone("documents") == before)
    }
}
