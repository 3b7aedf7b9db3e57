// Help is the command table of the place where one is, filtered by what is typed.

import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct HelpTests {
    private func commands(_ help: HelpState?) -> [Command] {
        (help?.lines ?? []).compactMap { if case .row(let command, _, _) = $0 { command } else { nil } }
    }

    private func headings(_ help: HelpState?) -> [String] {
        (help?.lines ?? []).compactMap { if case .heading(let text) = $0 { text } else { nil } }
    }

    @Test(arguments: Place.allCases)
    func onlyTheRowsOfThePlaceAreShownAndAllOfThem(_ place: Place) {
        let help = HelpState(place: place, table: .standard)
        let expected = CommandTable.standard.rows.filter { $0.places.contains(place) }.map(\.command)
        #expect(Set(commands(help)) == Set(expected))
        #expect(commands(help).count == expected.count)
        #expect(Set(headings(help)).count == headings(help).count)
    }

    @Test func aRowNamesEveryKey() throws {
        var bench = try Bench(rows: 60, columns: 100)
        try bench.press("?")
        #expect(bench.picture.contains("x, Del"))
        #expect(bench.picture.contains("Space, PgDn"))
        #expect(bench.picture.contains("help: while reading"))
        try bench.press("Esc s ?")
        #expect(bench.picture.contains("help: with a selection"))
        #expect(!bench.picture.contains("x, Del"))
    }

    @Test func thePointerGoesToTheRowWhoseNameIsTyped() throws {
        var bench = try Bench()
        try bench.press("?")
        try bench.type("star")
        #expect(commands(bench.help).first != .star, "select comes first: its sentence begins with “Start”")
        #expect(bench.help?.chosen == .star)
    }

    @Test func typingFiltersByWordAndByKey() throws {
        var bench = try Bench()
        try bench.press("?")
        try bench.type("coding before")
        #expect(commands(bench.help) == [.previousCoding, .previousUncoded, .focusPrevious])
        try bench.press("Ctrl-U")
        try bench.type("ctrl-d")
        #expect(commands(bench.help) == [.halfPageDown])
        try bench.press("Ctrl-U")
        try bench.type("MEMO")
        #expect(commands(bench.help).first == .memo)
        #expect(headings(bench.help).allSatisfy { !$0.isEmpty })
    }

    @Test(arguments: [(16, 60), (24, 80)])
    func whatTheListCutsIsShownWholeAbove(_ rows: Int, _ columns: Int) throws {
        var bench = try Bench(rows: rows, columns: columns)
        try bench.press("?")
        try bench.type("half a window")
        #expect(bench.lines[2].contains("Go down half a window."))
        try bench.press("Down")
        #expect(bench.lines[2].contains("Go up half a window."))
    }

    @Test(arguments: [(16, 60), (24, 80), (40, 120)])
    func noSentenceOfTheTableIsCutAboveTheList(_ rows: Int, _ columns: Int) throws {
        var bench = try Bench(rows: rows, columns: columns)
        for place in ["", "s"] {
            try bench.press(place)
            try bench.press("?")
            for _ in 0..<commands(bench.help).count {
                let help = try #require(bench.help)
                let row = try #require(help.chosen.flatMap { bench.state.table.row(of: $0, in: help.place) })
                let above = bench.lines[2...3].map { $0.filter { $0 != "│" }.trimmingBlanks }.joined(separator: " ")
                if help.obstacles[row.command] == nil { #expect(above.contains(row.help)) }
                try bench.press("Down")
            }
            try bench.press("Esc")
        }
    }

    @Test func groupsWithoutRowsHaveNoHeading() throws {
        var bench = try Bench()
        try bench.press("?")
        try bench.type("in-vivo")
        #expect(headings(bench.help) == ["Code"])
    }

    @Test func whereNothingAnswersThatIsSaid() throws {
        var bench = try Bench()
        try bench.press("? z z z z")
        #expect(bench.help?.chosen == nil)
        #expect(bench.picture.contains("Nothing here answers to this."))
        try bench.press("Down Up PgDn End Enter")
        #expect(bench.state.overlay == nil)
        #expect(bench.effects.isEmpty)
    }

    @Test func enterRunsTheRow() throws {
        var bench = try Bench()
        try bench.press("?")
        try bench.type("that many")
        try bench.press("Enter")
        #expect(bench.selected == "How did the block contract come about?")
        #expect(bench.state.overlay == nil)
        try bench.press("?")
        try bench.type("drop the selection")
        try bench.press("Enter")
        #expect(try bench.screen.selection == nil)
    }

    @Test func arrowsSkipHeadings() throws {
        var bench = try Bench(rows: 60, columns: 100)
        try bench.press("?")
        var seen: [Command] = []
        let all = commands(bench.help)
        for _ in 0..<all.count + 3 {
            let help = try #require(bench.help)
            let chosen = try #require(help.chosen, "a row is chosen, not a heading")
            if seen.last != chosen { seen.append(chosen) }
            try bench.press("Down")
        }
        #expect(seen == all)
        for _ in 0..<all.count + 3 {
            try bench.press("Up")
            #expect(bench.help?.chosen != nil)
        }
        #expect(bench.help?.chosen == all.first)
    }

    @Test(arguments: [(16, 60), (24, 80), (60, 200)])
    func theChosenRowIsInSightWhereverOnePages(_ rows: Int, _ columns: Int) throws {
        var bench = try Bench(rows: rows, columns: columns)
        try bench.press("?")
        for key in ["PgDn", "PgDn", "PgDn", "PgUp", "End", "PgUp", "PgUp", "Home", "Up", "Down"] {
            try bench.press(key)
            let help = try #require(bench.help)
            let chosen = try #require(help.chosen, "after \(key)")
            let row = try #require(CommandTable.standard.row(of: chosen, in: .read))
            let line = try #require(bench.lines.first { $0.contains("│ ›") })
            #expect(line.contains(row.keys.first ?? ":" + chosen.name), "after \(key): \(line)")
            try bench.expectSound()
        }
    }

    @Test func escAndCtrlCLeave() throws {
        for key in ["Esc", "Ctrl-C"] {
            var bench = try Bench()
            try bench.press("? \(key)")
            #expect(bench.state.overlay == nil)
            #expect(bench.effects.isEmpty)
        }
    }

    @Test func pastedTextFilters() throws {
        var bench = try Bench()
        try bench.press("?")
        try bench.paste("uncode\n")
        #expect(bench.help?.filter.text == "uncode ")
        #expect(bench.help?.chosen == .uncode)
    }

    @Test func whatCannotBeDoneIsDimAndSaysWhy() throws {
        var bench = try Bench(rows: 60, columns: 120)
        try bench.press("?")
        #expect(
            bench.lines.contains { $0.contains("x, Del ") && $0.contains("No coding at the cursor to uncode; ] goes") }
        )
        #expect(try bench.surface.styles(of: "x, Del") == [bench.look.quiet])
        #expect(try bench.surface.styles(of: "j, Down") == [bench.look.strong])
        try bench.type("uncode")
        #expect(bench.lines[2].contains("Not now: No coding at the cursor to uncode"))
        try bench.press("Enter")
        #expect(bench.said == "No coding at the cursor to uncode; ] goes to the next one.")
        #expect(bench.state.overlay == nil)
    }

    @Test func aCommandWithoutKeysIsShownByItsNameAndAsksForWhatItNeeds() throws {
        var bench = try Bench(rows: 60, columns: 120)
        try bench.press("?")
        try bench.type("option of the configuration")
        #expect(bench.lines.contains { $0.contains("› :set ") })
        try bench.press("Enter")
        #expect(bench.palette?.line.text == "set ")
        #expect(bench.palette?.trouble == "set needs an option and its value.")
    }

    @Test func theGrammarStandsBeforeTheKeysOfTextsUntilOneFilters() throws {
        var bench = try Bench()
        try bench.press("?")
        #expect(bench.picture.contains("3s c codes three sentences."))
        #expect(bench.help?.chosen != nil)
        try bench.type("m")
        #expect(!bench.picture.contains("3s c"))
    }

    @Test(arguments: [ScreenName.dashboard, .documents])
    func everyScreenHasItsHelp(_ screen: ScreenName) throws {
        var bench = try Bench()
        bench.putListBehind()
        bench.state.trail = [screen]
        try bench.press("?")
        #expect(bench.picture.contains("help: \(bench.state.place.whereabouts)"))
        try bench.press("Esc")
        #expect(bench.state.overlay == nil)
    }

    @Test func theCursorIsInTheFilter() throws {
        var bench = try Bench()
        try bench.press("?")
        try bench.type("ab")
        let cursor = try #require(bench.state.frame(bench.look).cursor)
        #expect(bench.surface[cursor.row, cursor.column - 1].text == "b")
    }
}
