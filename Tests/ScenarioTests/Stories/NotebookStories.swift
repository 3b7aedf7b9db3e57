// Stories of the codebook: what is changed at the terminal stands in the files, and one key takes it back, also a day later.

import Foundation
import TestSupport
import Testing

@Suite struct NotebookStories {
    private func book(_ laboratory: Laboratory) throws -> String {
        try laboratory.folder.read("study/codebooks/codes.yaml")
    }

    private func code(_ laboratory: Laboratory) throws {
        for (quote, code) in [
            ("We plan with last year's figures", "da"), ("plan with last year's figures, and nobody minds!", "bc"),
            ("It has beds, staff and a target.", "vw"),
        ] { try laboratory.expectDone("code", "B07", code, "--quote", quote) }
    }

    @Test func twoCodesAreMergedAfterAPreviewAndOneUndoAfterARestartBringsThemBack() throws {
        let laboratory = try Laboratory()
        try code(laboratory)
        let before = try book(laboratory)
        let terminal = try laboratory.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        terminal.press("g c", until: "CODEBOOK")
        terminal.press("/", until: "does nothing here")
        terminal.press("j j", until: "› DA")
        terminal.press("Space", until: "1 marked")
        terminal.press("k k", until: "Any account of block funding")
        terminal.press("M", until: "1 passage (1 coding) move, 1 overlapping, 0 the same")
        terminal.type("one idea")
        terminal.press("Enter", until: "merged 1 code into Block contracts")
        #expect(try book(laboratory).contains("status: \"merged-into: block-contracts\""))
        #expect(try laboratory.gloss("extracts", "code:block-contracts").output.contains("2 codings"))
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        let again = try laboratory.workbench(rows: 40, columns: 120)
        again.expect("? help")
        again.press("g c", until: "CODEBOOK")
        again.press("u", until: "undid status of data-inadequate")
        again.press("Q")
        #expect(again.waitForExit() == .exited(0))
        #expect(try book(laboratory) == before)
        #expect(try laboratory.gloss("extracts", "code:block-contracts").output.contains("1 coding"))
        #expect(try laboratory.gloss("journal").output.contains("| merge (taken back) | code data-inadequate status"))
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func theStudyAsItWasIsReadAndLeftAgain() throws {
        let laboratory = try Laboratory()
        try code(laboratory)
        // The past counts to the second.
        sleep(2)
        try laboratory.expectDone("codes", "rename", "virtual-wards", "Wards at home")
        let before = try laboratory.gloss("journal").output
        let terminal = try laboratory.workbench(rows: 40, columns: 140)
        terminal.expect("? help")
        terminal.press("g h", until: "rename")
        terminal.press("G", until: "create")
        terminal.press("z", until: "q on this page comes back to today")
        terminal.press("g c", until: "CODEBOOK")
        #expect(!terminal.text.contains("Wards at home"))
        terminal.press("a", until: "nothing can be changed here")
        terminal.press("Q", until: "This is the study as it is now")
        terminal.press("g c", until: "Wards at home")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try laboratory.gloss("journal").output == before)
    }

    @Test func theRelookListOfFixtureBramIsWorkedThrough() throws {
        let bram = try BramLaboratory()
        _ = try bram.gloss("codes", "define", "block-contracts", "--definition", "A sum that nobody counts.")
        let terminal = try bram.workbench(rows: 40, columns: 120)
        terminal.expect("38 codings to look at again")
        terminal.press("g c", until: "CODEBOOK")
        terminal.press("q", until: "WHAT NEXT")
        terminal.press("Tab Tab", until: "WHAT NEXT")
        for _ in 0..<6 where !terminal.text.contains("your 38 made under") { terminal.press("j") }
        terminal.expect("Enter shows your 38 made under an older definition")
        terminal.press("Enter", until: "38 ")
        for left in stride(from: 37, to: 0, by: -1) { terminal.press("=", until: "· \(left) ") }
        terminal.press("=", until: "kept 1 coding")
        terminal.press("g d", until: "WHAT NEXT")
        #expect(!terminal.text.contains("to look at again"))
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try bram.gloss("codes", "relook") == "Nothing was made under an older definition.\n")
    }
}
