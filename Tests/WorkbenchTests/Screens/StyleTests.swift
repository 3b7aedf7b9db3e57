// How text looks: depth, focus, selection, labels, notes. Meaning never rests on colour alone.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct StyleTests {
    /// “One two three four five.”, coded so that three, two, one and no coding lie over its words; the cursor far away.
    private func layered(columns: Int = 80) throws -> Bench {
        var bench = try Bench(
            "B07: One two three four five.\n\nB07: The end.",
            columns: columns,
            others: [("rs", "One two three", "bc"), ("ag", "One two", "vw"), ("rs", "One", "da")]
        )
        try bench.go(to: "The end")
        return bench
    }

    private func style(_ word: String, _ bench: Bench, _ look: Look) throws -> Style {
        let surface = bench.state.frame(look).surface
        let screen = try bench.screen
        let column = screen.geometry.textColumn
        for row in screen.geometry.textTop..<screen.geometry.textTop + screen.geometry.textRows {
            let text = (column..<screen.geometry.mapColumn).map { surface[row, $0].text }.joined()
            guard let range = text.firstRange(of: word) else { continue }
            let start = column + text.distance(from: text.startIndex, to: range.lowerBound)
            let styles = Set((start..<start + word.count).map { surface[row, $0].style })
            #expect(styles.count == 1, "\(word) looks the same throughout")
            return try #require(styles.first)
        }
        return try #require(nil as Style?, "\(word) is not on the screen")
    }

    @Test func depthIsAGreyStepNeverAHue() throws {
        let (bench, look) = (try layered(), Look(kind: .dark))
        let expected: [(String, Int16)] = [("One", 240), ("two", 238), ("three", 236), ("four", Style.ownColour)]
        for (word, background) in expected {
            let style = try style(word, bench, look)
            #expect(style.background == background, "\(word)")
            #expect(style.foreground == (background == Style.ownColour ? Style.ownColour : 255), "\(word)")
            #expect(style.attributes.isEmpty)
        }
        #expect(try style("three", bench, Look(kind: .light)).background == 254)
        #expect(try style("three", bench, Look(kind: .light)).foreground == 16)
    }

    @Test func moreThanThreeCodingsLookLikeThree() throws {
        var bench = try layered()
        try bench.go(to: "One")
        try bench.press("v w c r e o Enter")
        try bench.go(to: "The end")
        #expect(try style("One", bench, Look(kind: .dark)).background == 240)
    }

    @Test(arguments: [(Look.Kind.plain, 256), (.plain, 8), (.dark, 0), (.light, 1), (.highContrast, 0)])
    func withoutColoursDepthIsUnderlineAndBold(_ kind: Look.Kind, _ colours: Int) throws {
        let look = Look(kind: kind, colours: colours)
        let bench = try layered()
        try expectDepthByAttributes(bench, look)
        let surface = bench.state.frame(look).surface
        for cell in surface.cells {
            #expect(cell.style.foreground == Style.ownColour && cell.style.background == Style.ownColour)
        }
    }

    @Test(arguments: [(Look.Kind.dark, 8), (.dark, 16), (.dark, 88), (.light, 8), (.light, 16)])
    func withFewColoursDepthIsUnderlineAndBoldAndHuesAreInTheGutter(_ kind: Look.Kind, _ colours: Int) throws {
        let look = Look(kind: kind, colours: colours)
        let bench = try layered()
        try expectDepthByAttributes(bench, look)
        let surface = bench.state.frame(look).surface
        let used = Set(surface.cells.map(\.style.foreground)).subtracting([Style.ownColour])
        #expect(!used.isEmpty)
        #expect(used.isSubset(of: look.palette.hues + look.palette.named.values + [look.palette.accent]))
        #expect(surface.cells.allSatisfy { $0.style.background == Style.ownColour })
    }

    private func expectDepthByAttributes(_ bench: Bench, _ look: Look) throws {
        #expect(try style("One", bench, look) == Style([.underline, .bold]))
        #expect(try style("two", bench, look) == Style([.underline, .bold]))
        #expect(try style("three", bench, look) == Style(.underline))
        #expect(try style("four", bench, look) == .plain)
    }

    @Test func theFocusIsTheOnlyHueInTheTextAndShowsItsWholeExtent() throws {
        let look = Look(kind: .dark)
        var bench = try layered()
        try bench.go(to: "One")
        try bench.press("Tab Tab")
        let screen = try bench.screen
        let focus = try #require(screen.focus)
        #expect(screen.tag(of: focus) == "BC")
        let hue = look.hue(of: focus.code, in: screen.codebook)
        for word in ["One", "two", "three"] {
            #expect(try style(word, bench, look) == Style(foreground: 16, background: hue))
        }
        #expect(try style("four", bench, look) == .plain)
        try bench.press("Tab")
        #expect(try style("One", bench, look).background != Style.ownColour)
        #expect(try style("two", bench, look).background == 238)
        let plain = Look(kind: .plain)
        #expect(try style("One", bench, plain) == Style(.bold), "bold alone is the focus, whatever else lies there")
        #expect(try style("two", bench, plain) == Style([.underline, .bold]))
    }

    @Test func theSelectionIsReversedWhateverLiesUnderIt() throws {
        for look in Look.Kind.allCases.flatMap({ [Look(kind: $0), Look(kind: $0, colours: 8)] }) {
            var bench = try layered()
            try bench.go(to: "One")
            try bench.press("s")
            for word in ["One", "two", "three", "four", "five."] {
                let style = try style(word, bench, look)
                #expect(style.attributes.contains(.reverse))
                let ground = look.kind == .highContrast && look.colours != .none
                #expect(ground || style.foreground == Style.ownColour && style.background == Style.ownColour)
            }
        }
    }

    @Test func labelsAreBoldAndNotesAreDim() throws {
        let bench = try Bench()
        #expect(try style("Interviewer:", bench, bench.look) == Style(.bold))
        #expect(try style("How did", bench, bench.look) == .plain)
        #expect(try style("Invented interview.", bench, bench.look) == Style(.dim))
    }

    @Test func anEmptyRowInsideASelectionShows() throws {
        var bench = try Bench(at: "B07: O|ne.\n\nB07: Two.")
        try bench.press("v G")
        let screen = try bench.screen
        #expect(bench.surface[2, screen.geometry.textColumn].style.attributes.contains(.reverse))
        #expect(!bench.surface[2, screen.geometry.textColumn + 1].style.attributes.contains(.reverse))
    }

    @Test func lineNumbersAreDimAndTheCursorsRowIsMarked() throws {
        let bench = try Bench()
        let surface = bench.surface
        #expect(bench.lines[3].hasPrefix("  3›"))
        #expect(surface[3, 2].style == bench.look.accent)
        #expect(bench.lines[1].hasPrefix("  1 "))
        #expect(surface[1, 2].style == Style(.dim))
        #expect(surface[1, 3].text == " ")
    }

    @Test func lineNumbersHaveRoomForAllTheirDigits() throws {
        var bench = try Bench((1...12_345).map { "L\($0)" }.joined(separator: "\n"))
        try bench.press("G")
        #expect(bench.lines.contains { $0.hasPrefix("12345›") && $0.contains("L12345") })
    }

    @Test func aHueIsOneOfTheCodebookOrOfTheTopmostCategory() throws {
        let look = Look(kind: .dark)
        func code(_ id: String, _ colour: String = "", parent: String? = nil) throws -> Code {
            Code(id: try #require(CodeID(id)), name: id, parent: parent.flatMap { CodeID($0) }, colour: colour)
        }
        let codebook = try Codebook(
            title: "x",
            version: "v1",
            codes: [
                code("a"), code("a1", parent: "a"), code("b"), code("b1", parent: "b"), code("c", "rose"),
                code("c1", parent: "c"), code("d", "no such colour"),
            ]
        )
        func hue(_ id: String) throws -> Int16 { look.hue(of: try #require(CodeID(id)), in: codebook) }
        #expect(try hue("a1") == hue("a"))
        #expect(try hue("b1") == hue("b"))
        #expect(try hue("a") != hue("b"))
        #expect(try hue("c") == 198)
        #expect(try hue("c1") == 198)
        #expect(try look.palette.hues.contains(hue("d")))
    }

    @Test func aRefusalIsBoldAndAnAlarmReversed() throws {
        var bench = try Bench()
        try bench.press("x")
        #expect(bench.surface[22, 2].style == Style(.bold))
        bench.state.notice = Notice(text: "NOT SAVED: no room on the disk", kind: .alarm)
        let surface = bench.surface
        #expect((0..<80).allSatisfy { surface[22, $0].style.attributes.contains(.reverse) })
        #expect(bench.status.contains("NOT SAVED: no room on the disk"))
    }

    @Test func theScrollBarShowsWhereOneIs() throws {
        var bench = try Bench(WindowTests.hundred)
        let column = try bench.screen.geometry.mapColumn
        func bar() -> String {
            let surface = bench.surface
            return (1..<20).map { surface[$0, column].text }.joined()
        }
        try bench.press("g g")
        #expect(bar() == "‹┃┃" + String(repeating: "╎", count: 16))
        try bench.press("G")
        #expect(bar() == String(repeating: "╎", count: 16) + "┃┃‹")
        let short = try Bench("One.").surface
        #expect((1..<20).allSatisfy { short[$0, column].text == " " })
    }
}
