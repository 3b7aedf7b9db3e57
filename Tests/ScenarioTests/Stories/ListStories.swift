// Stories of a team lead: what to do next, the extracts of a code, and acting on them where they stand.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct ListStories {
    private let first = "Well, it was before my time."

    private func coded() throws -> Laboratory {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", first, "bc")
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "cc")
        try laboratory.expectDone("code", "A03", "--quote", "None of them thinks it is theirs.", "bc", "--doubt")
        try laboratory.expectDone("code", "A03", "--quote", "waiting list", "bc", coder: "jm")
        return laboratory
    }

    @Test func theDashboardSaysWhatToDoNext() throws {
        let laboratory = try coded()
        let terminal = try laboratory.workbench(rows: 40, columns: 120)
        terminal.expect("Invented study")
        terminal.expect("A03")
        terminal.expect("B07")
        terminal.expect("doubt")
        terminal.press("Enter", until: "READ")
        terminal.press("q", until: "Invented study")
        terminal.quit()
    }

    @Test(arguments: [(24, 80), (40, 120)])
    func theExtractsOfACodeAreReadInTheirTalk(rows: Int, columns: Int) throws {
        let laboratory = try coded()
        let terminal = try laboratory.open(rows: rows, columns: columns)
        terminal.press("}", until: "READ")
        terminal.press("] [", until: "BC Block contracts")
        terminal.press("g e", until: "Extracts of")
        terminal.expect("3 in 2")
        terminal.expect("None of them thinks")
        terminal.expect("waiting list")
        terminal.quit()
    }

    @Test func anExtractOpensInPlaceAndComesBackToItsRow() throws {
        let laboratory = try coded()
        let terminal = try laboratory.open()
        terminal.press(":")
        terminal.type("extracts bc")
        terminal.press("Enter", until: "Extracts of")
        terminal.press("j Enter", until: "READ")
        terminal.press("q", until: "Extracts of")
        terminal.press("q", until: "READ")
        terminal.quit()
    }

    @Test func anExtractOfAnotherDocumentIsUncodedAndBroughtBack() throws {
        let laboratory = try coded()
        let terminal = try laboratory.open()
        terminal.press(":")
        terminal.type("extracts bc")
        terminal.press("Enter", until: "Extracts of")
        terminal.expect("None of them")
        let before = try laboratory.codings().count
        // The first is jm's; the second is one's own, in a document that is not open.
        terminal.press("j x", until: "u brings it back")
        #expect(try laboratory.codings().count == before - 1)
        terminal.press("u", until: "undid")
        #expect(try laboratory.codings().count == before)
        terminal.quit()
    }

    @Test func anotherCodersExtractIsLeftAlone() throws {
        let laboratory = try coded()
        let terminal = try laboratory.open("A03")
        terminal.press(":")
        terminal.type("extracts bc")
        terminal.press("Enter", until: "waiting list")
        terminal.press("*")
        terminal.expect("layers stay apart")
        terminal.quit()
    }

    @Test func aCopyCarriesItsCitation() throws {
        let laboratory = try coded()
        let terminal = try laboratory.open()
        terminal.press("}", until: "READ")
        terminal.press("y", until: "copied")
        let kept = try String(contentsOfFile: laboratory.study + "/.gloss/clipboard.txt", encoding: .utf8)
        #expect(kept.contains("before my time"))
        #expect(kept.contains("(B07:5)"))
        #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52"), "no clipboard unless asked")
        terminal.quit()
    }

    @Test func theTerminalsClipboardIsUsedWhenAsked() throws {
        let laboratory = try coded()
        try laboratory.configure("clipboard = osc52\n")
        let terminal = try laboratory.open()
        terminal.press("}", until: "READ")
        terminal.press("y", until: "copied")
        #expect(terminal.waitFor { String(decoding: $0.output, as: UTF8.self).contains("\u{1B}]52;c;") })
        terminal.quit()
    }

    @Test func aQueryNarrowsTheExtracts() throws {
        let laboratory = try coded()
        let terminal = try laboratory.open(rows: 40, columns: 120)
        terminal.press(":")
        terminal.type("extracts bc")
        terminal.press("Enter", until: "3 in 2 documents")
        terminal.press("f")
        terminal.type("site:B")
        terminal.press("Enter", until: "1 of 3 in 1 document")
        terminal.press("f")
        terminal.press("Ctrl-U")
        terminal.type("site:")
        terminal.press("Enter")
        #expect(terminal.waitFor { $0.text.contains("expected") || $0.text.contains("site") })
        terminal.quit()
    }

    @Test func everyonesCodingsAreNamedByTheirCoder() throws {
        let laboratory = try coded()
        let terminal = try laboratory.open("A03", rows: 40, columns: 120)
        terminal.expect("jm")
        terminal.press("A", until: "Only your own codings")
        #expect(terminal.waitFor { !$0.text.contains("· jm") })
        terminal.quit()
    }
}
