// Stories of finding out: hints, the which-key box, help, the palette, the configuration, the man page.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct DiscoveryStories {
    @Test func whoHesitatesAfterAPrefixIsShownHowItGoesOn() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("g", until: "dashboard")
        terminal.expect("extracts")
        terminal.press("g", until: "ln 1/")
        #expect(terminal.waitFor { !$0.text.contains("extracts") })
        terminal.quit()
    }

    @Test func whoTypesOnIsNotShownAnything() throws {
        let laboratory = try Laboratory()
        try laboratory.configure("which-key = off\n")
        let terminal = try laboratory.open()
        terminal.press("g")
        usleep(700_000)
        _ = terminal.waitFor { _ in true }
        #expect(!terminal.text.contains("dashboard"))
        terminal.press("g", until: "ln 1/")
        terminal.quit()
    }

    @Test func helpIsFilteredAndRunsARow() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("?", until: "help")
        terminal.type("last line")
        terminal.press("Enter", until: "ln 18/18")
        terminal.quit()
    }

    @Test func thePaletteTakesArguments() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press(":")
        terminal.type("11")
        terminal.press("Enter", until: "ln 11/18")
        terminal.press("} s :", until: ":")
        terminal.type("code bc")
        terminal.press("Enter", until: "BC Block contracts")
        #expect(terminal.waitFor { _ in (try? laboratory.codings().count) == 1 })
        terminal.press(":")
        terminal.type("open A03")
        terminal.press("Enter", until: "A03 ln")
        terminal.quit()
    }

    @Test func aCommandThatDoesNotExistLeavesThePaletteOpen() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press(":")
        terminal.type("open Z99")
        terminal.press("Enter", until: "Z99")
        terminal.press("Esc", until: "READ")
        #expect(terminal.text.contains("B07"))
        terminal.quit()
    }

    @Test(arguments: ["x", "r", "*", "!", "e", "m"])
    func aKeyThatCannotDoAnythingSaysWhy(key: String) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.press("}", until: "READ")
        terminal.press(key, until: "No coding at the cursor")
        #expect(try laboratory.logLines().isEmpty)
        terminal.quit()
    }

    @Test func optionsChangeAtOnceAndHoldUntilSheLeaves() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.open()
        terminal.expect("? help")
        terminal.press(":")
        terminal.type("set hints off")
        terminal.press("Enter")
        #expect(terminal.waitFor { !$0.text.contains("? help") })
        terminal.quit()
        let next = try laboratory.open()
        next.expect("? help")
        next.quit()
    }

    @Test func aConfigurationWithMistakesIsSaidAndListed() throws {
        let laboratory = try Laboratory()
        try laboratory.configure("look = drak\nmouse = off\nkey uncodee = X\n")
        let check = try laboratory.gloss("check-config")
        #expect(check.status == .exited(3))
        #expect(check.output.contains("config:1:") && check.output.contains("dark"))
        #expect(check.output.contains("config:3:") && check.output.contains("uncode"))
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("check-config")
        terminal.quit()
    }

    @Test func aKeyOfOnesOwnWorksAndIsShown() throws {
        let laboratory = try Laboratory()
        try laboratory.configure("key uncode = X\n")
        #expect(try laboratory.gloss("check-config").status == .exited(0))
        try laboratory.expectDone("code", "B07", "--quote", "Well, it was before my time.", "bc")
        let terminal = try laboratory.open()
        terminal.press("}", until: "X uncode")
        terminal.press("X", until: "u brings it back")
        #expect(try laboratory.codings().isEmpty)
        terminal.quit()
    }

    @Test(arguments: ["dark", "light", "plain", "high-contrast"], ["unicode", "safe", "ascii"])
    func everyLookAndSetOfSignsShowsTheSameWords(look: String, glyphs: String) throws {
        let laboratory = try Laboratory()
        try laboratory.configure("look = \(look)\nglyphs = \(glyphs)\n")
        try laboratory.expectDone("code", "B07", "--quote", "Well, it was before my time.", "bc")
        let terminal = try laboratory.open(rows: 40, columns: 120)
        terminal.press("}", until: "BC Block contracts")
        terminal.expect("Well, it was before my time.")
        if glyphs == "ascii" {
            let odd = terminal.text.unicodeScalars.filter { $0.value > 126 && !("一"..."龥").contains($0) }
            #expect(odd.allSatisfy { "“”£。".unicodeScalars.contains($0) }, "signs of our own: \(odd)")
        }
        if look == "plain" { #expect(!terminal.text.contains("───")) }
        terminal.quit()
    }

    @Test func theManPageAndTheKeysPageSayTheSame() throws {
        let laboratory = try Laboratory()
        // Hyphens of names are written as minus signs, so that they can be searched for and copied.
        let page = try laboratory.expectDone("man").replacingOccurrences(of: "\\-", with: "-")
        #expect(page.hasPrefix(".TH GLOSS 1") || page.contains(".TH "))
        for words in ["check-config", "spotlight", "Take away the coding in focus", "NO_COLOR", "names"] {
            #expect(page.contains(words), "\(words) is in the man page")
        }
    }
}
