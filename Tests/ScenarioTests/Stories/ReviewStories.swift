// Stories of the team lead at the terminal: METHODS' scenarios A2, A3, A4, A5, A7, A11 and A12 on the screens.

import TestSupport
import Testing

@Suite struct ReviewStories {
    private func row(_ terminal: PseudoTerminal, _ label: String) -> [String] {
        let lines = terminal.text.split(separator: "\n").map(String.init)
        return lines.first { $0.contains(label) }?.split(separator: " ").map(String.init) ?? []
    }

    private func leave(_ terminal: PseudoTerminal) {
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
    }

    @Test func theFrameworkOfFortyCasesIsFilledCellByCell() throws {
        let bram = try BramLaboratory()
        _ = try bram.gloss("framework", "write", "A06", "contracting", "Block unchanged for years.")
        let terminal = try bram.workbench(rows: 40, columns: 160)
        terminal.expect("? help")
        terminal.press("g w", until: "119 of 200 cells coded")
        terminal.expect("1 summarised")
        terminal.expect("A01 × Organisation: 1 coding, no summary yet")
        // Another empty cell, and its passage in its text.
        terminal.press("g n", until: "A01 × Assessing needs: 1 coding, no summary yet")
        terminal.press("Enter", until: "READ")
        terminal.press("q", until: "behind this cell: 1 coding")
        // A passage that came since makes a summary stale; it is found, and said to hold.
        _ = try bram.gloss("search", "Nobody knows", "doc:A06", "--code", "block-contracts", "--yes")
        terminal.press("g !", until: "A06 × Contracting: stale: 1 new since")
        terminal.expect("Block unchanged for years.")
        terminal.press("=", until: "0 stale")
        terminal.press("u", until: "1 stale")
        leave(terminal)
    }

    @Test func whatIsAtEverySiteIsOneKeyAway() throws {
        let bram = try BramLaboratory()
        let terminal = try bram.workbench(rows: 40, columns: 160)
        terminal.expect("? help")
        terminal.press("g f", until: "codes × document")
        terminal.press("f", until: "codes × site")
        terminal.press("Tab", until: "count documents")
        terminal.press("p", until: "in one site only")
        terminal.press("p", until: "6 of 7 codes in every site")
        terminal.expect("Bolt-on services in 3 of 4 (absent: D, 0 of 3)")
        terminal.expect("D has 3 documents")
        #expect(row(terminal, "Bolt-on services").first != "Bolt-on", "it is no row of the table")
        leave(terminal)
    }

    @Test func codesThatStandTogetherHaveTheirCoefficients() throws {
        let bram = try BramLaboratory()
        let terminal = try bram.workbench(rows: 40, columns: 160)
        terminal.expect("? help")
        terminal.press("g f", until: "codes × document")
        for _ in 0..<9 where !terminal.text.contains("codes × codes") {
            let before = terminal.line(0)
            terminal.press("f")
            #expect(terminal.waitFor { $0.line(0) != before })
        }
        terminal.expect("codes × codes")
        terminal.expect("Virtual wards")
        terminal.press("l", until: "Virtual wards × Bolt-on services: 4 pairs in 4 documents · c 0.333")
        terminal.press("l", until: "Virtual wards × Block contracts: 4 pairs in 4 documents · c 0.087")
        terminal.press("%", until: "0.087")
        terminal.press("Enter", until: "4 of 12 in 4 documents")
        leave(terminal)
    }

    @Test func cellsOfRoleBySiteAreCounted() throws {
        let bram = try BramLaboratory()
        let terminal = try bram.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        terminal.press("g f", until: "codes × document")
        terminal.press("f", until: "codes × site")
        terminal.press("Tab", until: "count documents")
        for (role, sites) in [
            ("commissioner", ["3", "5", "3", "1"]), ("provider", ["4", "6", "4", "1"]),
            ("system", ["3", "6", "3", "1"]),
        ] {
            terminal.press("F", until: "filter:")
            terminal.press("Ctrl-U")
            terminal.type("role:\(role)")
            terminal.expect("filter: role:\(role)")
            terminal.press("Enter", until: "only role:\(role)")
            let isSo = terminal.waitFor { Array(row($0, "  of ").dropFirst().prefix(4)) == sites }
            #expect(isSo, "\(role): \(row(terminal, "  of "))")
        }
        leave(terminal)
    }

    @Test func kindsOfSourcesAreCountedOutOfTheirOwnNumber() throws {
        let lab = try BramLaboratory(.smith)
        let terminal = try lab.workbench(rows: 45, columns: 140)
        terminal.expect("? help")
        terminal.press("g f", until: "codes × document")
        terminal.press("f", until: "codes × source_type")
        terminal.press("Tab", until: "count documents")
        terminal.press("%", until: "73/73")
        terminal.press("j", until: "Code d02")
        let wanted = ["12/12", "73/73", "2/2", "6/6", "93/93"]
        let isSo = terminal.waitFor { row($0, "Code d01").filter { $0.contains("/") } == wanted }
        #expect(isSo, "\(row(terminal, "Code d01"))")
        #expect(row(terminal, "Code d01").contains("[deductive]") && row(terminal, "Code i14").contains("[inductive]"))
        terminal.press("p", until: "14 of 24 codes in one source_type only")
        #expect(row(terminal, "Code d10").filter { $0.contains("/") } == ["0/12", "0/73", "0/2", "6/6", "6/93"])
        leave(terminal)
    }

    @Test func fifteenReportsAreTenStudies() throws {
        let lab = try BramLaboratory(.scott)
        try lab.append("count-by: study_id\n", to: "study.yaml")
        let terminal = try lab.workbench(rows: 40, columns: 140)
        terminal.expect("? help")
        terminal.press("g f", until: "codes × document")
        for columns in ["study_id", "source_type"] { terminal.press("f", until: "codes × \(columns)") }
        terminal.press("Tab", until: "count documents")
        terminal.press("%", until: "15/47")
        for unit in ["passages", "words", "participants", "study_id"] { terminal.press("Tab", until: "count \(unit)") }
        terminal.expect("10/42")
        leave(terminal)
    }

    @Test func everySentenceGetsItsCode() throws {
        let lab = try BramLaboratory(.scott)
        let terminal = try lab.workbench(rows: 30, columns: 100, arguments: ["open", "R20"])
        terminal.expect("? help")
        for left in [5, 4, 3, 2, 1] {
            terminal.press("g s", until: "of \(left) · c codes it")
            terminal.press("c", until: "code ")
            terminal.type("vo")
            terminal.press("Enter", until: "u undoes")
        }
        terminal.press("g s", until: "Every sentence here has a code.")
        leave(terminal)
        #expect(try lab.gloss("documents", "coverage", "doc:R20").contains("0 of 11 sentences without a code"))
    }
}
