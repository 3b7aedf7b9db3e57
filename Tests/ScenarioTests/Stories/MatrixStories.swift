// Stories of the team lead at the terminal: the figures of METHODS' scenarios on the matrix, and the passages behind them.

import TestSupport
import Testing

@Suite struct MatrixStories {
    /// The words of the row that has a label, labels and bars included.
    private func row(_ terminal: PseudoTerminal, _ label: String) -> [String] {
        let lines = terminal.text.split(separator: "\n").map(String.init)
        return lines.first { $0.contains(label) }?.split(separator: " ").map(String.init) ?? []
    }

    @Test func theTableOfScenarioA1StandsOnTheScreenAndOpensToItsPassages() throws {
        let bram = try BramLaboratory()
        let terminal = try bram.workbench(rows: 40, columns: 120)
        terminal.expect("? help")
        terminal.press("g f", until: "codes × document")
        terminal.press("f", until: "codes × site")
        terminal.press("Tab", until: "count documents")
        terminal.press("%", until: "10/10")
        // The status row is drawn after all others.
        terminal.press("j", until: "Commissioning confusion in site A")
        let wanted = [
            ("Commissioning confusion", ["10/10", "17/17", "10/10", "3/3"], "40/40"),
            ("Service review", ["2/10", "2/17", "2/10", "2/3"], "8/40"),
            ("Inadequate data", ["7/10", "12/17", "7/10", "2/3"], "28/40"),
            ("Evidencing avoidance", ["3/10", "5/17", "3/10", "1/3"], "12/40"),
            ("Block contracts", ["5/10", "8/17", "5/10", "1/3"], "19/40"),
            ("Virtual wards", ["3/10", "5/17", "3/10", "1/3"], "12/40"),
            ("Bolt-on services", ["1/10", "2/17", "1/10", "0/3"], "4/40"),
            ("Service design", ["5/10", "7/17", "5/10", "3/3"], "20/40"),
        ]
        for (code, sites, all) in wanted {
            let words = row(terminal, code)
            let figures = words.filter { $0.contains("/") }
            #expect(figures == sites + [all], "\(code): \(words)")
        }
        // The tenth row: below Contracting, in site A.
        terminal.press("1 0 G", until: "Block contracts in site A: 5 of 10 documents")
        terminal.press("Enter", until: "10 of 38 in 5 documents")
        terminal.press("q", until: "codes × site")
        terminal.press("Q")
        #expect(terminal.waitForExit() == .exited(0))
    }
}
