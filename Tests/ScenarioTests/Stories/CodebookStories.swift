// Stories of the codebook's craft at the terminal: merging, splitting, adopting, retiring, and codes under several themes.

import Foundation
import TestSupport
import Testing

@Suite struct CodebookStories {
    private func book(_ laboratory: Laboratory) throws -> String {
        try laboratory.folder.read("study/codebooks/codes.yaml")
    }

    /// What is said of every coding in force; where the coding stands is part of it.
    private func codings(_ laboratory: Laboratory) throws -> [String] {
        try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").map(String.init)
    }

    /// Codes 31 passages with one code and 7 with another, two of which overlap passages of the first.
    private func codeManyPassages(_ laboratory: Laboratory) throws {
        var text = ""
        var starts: [Int] = []
        for number in 1...36 {
            text += "C01: "
            starts.append(text.unicodeScalars.count)
            text += "Sentence \(number) is about what was paid.\n\n"
        }
        try laboratory.folder.write(text, to: "C01.txt")
        try laboratory.expectDone("import", laboratory.folder.path("C01.txt"))
        let first = starts.prefix(31).map { (code: "data-inadequate", start: $0, end: $0 + 18) }
        let second = (Array(starts.prefix(2)).map { $0 + 4 } + starts.suffix(5)).map {
            (code: "block-contracts", start: $0, end: $0 + 18)
        }
        let lines = (first + second).enumerated().map { number, coding in
            #"{"document":"C01","start":\#(coding.start),"end":\#(coding.end),"code":"\#(coding.code)","#
                + #""coder":"\#(number.isMultiple(of: 3) ? "jm" : "rs")"}"#
        }
        try laboratory.folder.write(lines.joined(separator: "\n") + "\n", to: "codings.jsonl")
        try laboratory.expectDone("code", "--from", laboratory.folder.path("codings.jsonl"))
    }

    @Test func thirtyOneAndSevenPassagesAreMergedAndOneUndoBringsBothBackExactly() throws {
        let laboratory = try Laboratory()
        try codeManyPassages(laboratory)
        let (before, coded) = (try book(laboratory), try codings(laboratory))
        #expect(coded.count == 38)
        let terminal = try laboratory.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        terminal.press("g c", until: "CODEBOOK")
        terminal.press("j j", until: "› DA")
        terminal.press("Space", until: "1 marked")
        terminal.press("k k", until: "Any account of block funding")
        terminal.press("M", until: "31 passages (31 codings) move, 2 overlapping, 0 the same")
        terminal.expect("Block contracts: 7 passages now, 38 afterwards")
        terminal.press("Enter", until: "merged 1 code into Block contracts")
        #expect(
            try laboratory.expectDone("extracts", "code:block-contracts", "--format", "jsonl").split(separator: "\n")
                .count == 38
        )
        #expect(try laboratory.expectDone("journal", "--format", "csv").contains("merged-into: block-contracts"))
        terminal.press("u", until: "undid status of data-inadequate")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try book(laboratory) == before)
        #expect(try codings(laboratory) == coded)
    }

    @Test func aCodeIsSplitByGoingThroughItsExtracts() throws {
        let laboratory = try Laboratory()
        try codeManyPassages(laboratory)
        let coded = try codings(laboratory)
        let terminal = try laboratory.workbench(rows: 40, columns: 120, coder: "rs")
        terminal.expect("? help")
        terminal.press("g c", until: "CODEBOOK")
        terminal.press("j", until: "Any account of block funding")
        terminal.press("S", until: "· 7 in 1 document")
        terminal.press("Space", until: "1 marked")
        terminal.press("S", until: "code for 1 extract")
        terminal.type("Money that stays")
        terminal.press("Enter", until: "7 → 6 + 1 Money that stays")
        terminal.type("another idea")
        terminal.press("Enter", until: "split")
        #expect(
            try laboratory.expectDone("extracts", "code:money-that-stays", "--format", "jsonl").split(separator: "\n")
                .count == 1
        )
        #expect(
            try laboratory.expectDone("extracts", "code:block-contracts", "--format", "jsonl").split(separator: "\n")
                .count == 6
        )
        #expect(try laboratory.expectDone("journal").contains("another idea"))
        terminal.press("u", until: "undid")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try codings(laboratory) == coded)
        #expect(try !book(laboratory).contains("Money that stays"))
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aColleaguesProposedCodeIsAdopted() throws {
        let laboratory = try Laboratory()
        let other = try laboratory.workbench("open", "B07", coder: "jm")
        other.expect("? help")
        other.press("j j j j s c", until: "code:")
        other.type("Winter money")
        other.press("Ctrl-N", until: "coded")
        other.press("Q")
        #expect(other.waitForExit() == .exited(0))
        #expect(
            try laboratory.expectDone("extracts", "code:jm/winter-money", "--format", "jsonl").contains("winter-money")
        )
        let terminal = try laboratory.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        terminal.press("g c", until: "Winter money (proposed by jm)")
        terminal.press("G", until: "jm/winter-money")
        terminal.press("A", until: "why")
        terminal.type("we all see it")
        terminal.press("Enter", until: "Adopted    jm/winter-money")
        // With the next frame this one is whole.
        terminal.press("k", until: "Talk about virtual wards")
        terminal.press("j", until: "Adopted    jm/winter-money")
        #expect(!terminal.text.contains("proposed by jm"))
        #expect(try book(laboratory).contains("id: winter-money"))
        #expect(
            try laboratory.expectDone("extracts", "code:winter-money", "--format", "jsonl").split(separator: "\n").count
                == 1
        )
        terminal.press("u", until: "Winter money (proposed by jm)")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aCodeStandsUnderSeveralThemesAndTheseInACircle() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "bc", "--quote", "We plan with last year's figures")
        let terminal = try laboratory.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        for name in ["Nobody owns what everybody pays", "Last year is safer than this year"] {
            terminal.press("g i", until: "THEMES")
            terminal.press("a", until: "A theme is a claim, not a topic")
            terminal.type(name)
            terminal.press("Enter", until: "made the theme")
            terminal.press("g c", until: "CODEBOOK")
            terminal.press("g g j", until: "Any account of block funding")
            terminal.press("T", until: "tie to which theme")
            terminal.type(name)
            terminal.press("Enter", until: "Theme      \(name)")
        }
        terminal.expect("Last year is safer")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        let (first, second) = ("t-nobody-owns-what-everybody-pays", "t-last-year-is-safer-than-this-year")
        try laboratory.expectDone("themes", "relate", first, second, "--how", "feeds")
        try laboratory.expectDone("themes", "relate", second, first, "--how", "shelters")
        #expect(try laboratory.expectDone("extracts", "theme:\(first)", "--format", "jsonl").contains("last year"))
        #expect(try laboratory.expectDone("extracts", "theme:\(second)", "--format", "jsonl").contains("last year"))
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aRetiredCategoryLeavesAStudyThatOpens() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "bc", "--quote", "We plan with last year's figures")
        let before = try book(laboratory)
        let terminal = try laboratory.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        terminal.press("g c", until: "› ")
        terminal.press("x", until: "why")
        terminal.press("Enter", until: "(retired)")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
        let again = try laboratory.workbench(rows: 40, columns: 120)
        again.expect("? help")
        again.press("g c", until: "Block contracts")
        again.expect("Contracting (retired)")
        again.press("u", until: "undid status of contracting")
        again.press("Q")
        #expect(again.waitForExit() == .exited(0))
        #expect(try book(laboratory) == before)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }
}
