// Counts as people read them.

import CodingCore
import Testing

@Suite struct FiguresInWordsTests {
    @Test(arguments: [
        (0, "0"), (7, "7"), (999, "999"), (1_204, "1,204"), (12_345, "12,345"), (1_234_567, "1,234,567"),
        (-1_000, "-1,000"), (.min, "-9,223,372,036,854,775,808"),
    ])
    func thousandsAreGrouped(number: Int, text: String) { #expect(grouped(number) == text) }

    @Test func countsHaveTheirNoun() {
        #expect(counted(0, "line") == "0 lines")
        #expect(counted(1, "line") == "1 line")
        #expect(counted(1_204, "guess", "guesses") == "1,204 guesses")
        #expect(counted(1, "guess", "guesses") == "1 guess")
    }
}
