// Whatever stands in a transcript, a codebook or a memo: nothing of it steers the terminal, and columns stay straight.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct HostileTextTests {
    nonisolated static let nasty = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{0}", "\r", "\u{8}\u{8}", "\u{7F}",
        "\u{202E}desrever\u{202C}", "\u{2066}iso\u{2069}", "\u{200B}\u{200C}\u{200D}", "\u{FEFF}", "\u{2028}",
        "\u{2029}",
        "a" + String(repeating: "\u{300}", count: 300), "\u{301}lone", "\t", "x\ty", "\u{E000}", "\u{FFFF}", "\u{AD}",
        "👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👍🏽", "한국어", "ｆｕｌｌ", "שלום", "العربية", "क्षि", "\u{1F1EC}", "\u{E0041}", "ﷺ",
    ]

    @Test(arguments: nasty)
    func inATranscriptItIsShownOrNamedButNeverObeyed(_ nasty: String) throws {
        let text = "B07: before \(nasty) after\n\n\(nasty): \(nasty)\(nasty)\n\nB07: \(nasty) again"
        for (rows, columns) in [(16, 60), (24, 80), (40, 120)] {
            var bench = try Bench(text, rows: rows, columns: columns)
            for keys in ["g g", "$", "s", "c", "Esc", "Esc", "t", "c", "Enter", "G", "l l l l", "m", "Esc", "?", "Esc"]
            {
                try bench.press(keys)
                try bench.expectSound("\(nasty.debugDescription) after \(keys)")
            }
        }
    }

    @Test(arguments: nasty)
    func inNamesMemosAndTitlesToo(_ nasty: String) throws {
        let codebook = Codebook(
            title: nasty,
            version: nasty,
            codes: [
                Code(id: try #require(CodeID("cat")), name: "Category \(nasty)", kind: .category, colour: nasty),
                Code(
                    id: try #require(CodeID("code")),
                    name: "Name \(nasty) end",
                    mnemonic: nasty,
                    parent: CodeID("cat"),
                    definition: "Definition \(nasty) " + String(repeating: "and on ", count: 40) + nasty,
                    include: [nasty],
                    exclude: [nasty, nasty],
                    example: nasty
                ),
            ]
        )
        for (rows, columns) in [(16, 60), (24, 80), (40, 120)] {
            var bench = try Bench(
                rows: rows,
                columns: columns,
                title: "Title \(nasty)",
                attributes: [("site", nasty), (nasty, "B")],
                codebook: codebook
            )
            for keys in ["s", "c", "Enter", "m"] {
                try bench.press(keys)
                try bench.expectSound("\(nasty.debugDescription) after \(keys)")
            }
            try bench.paste(nasty)
            try bench.expectSound()
            try bench.press("Enter l")
            try bench.expectSound()
            try bench.press("s c")
            try bench.paste(nasty + nasty)
            try bench.expectSound()
            bench.putListBehind()
            bench.state.notice = Notice(text: "Notice \(nasty)")
            try bench.expectSound()
            bench.state.overlay = nil
            bench.state.trail = [.documents]
            bench.surface.expectSound("\(nasty.debugDescription) in the list of documents")
        }
    }

    @Test func escapesAreShownAsPicturesAndSaidToBeStandIns() throws {
        let bench = try Bench("B07: a\u{1B}[31mb\u{0}c")
        #expect(bench.picture.contains("a␛[31mb␀c"))
        let place = try #require(bench.surface.place(of: "␛"))
        #expect(bench.surface[place.row, place.column].style.attributes.contains(.reverse))
    }

    @Test func whateverStandsOnARowTheScrollBarIsInItsColumn() throws {
        let text = (0..<60).map { "B07: \(Self.nasty[$0 % Self.nasty.count]) and more" }.joined(separator: "\n\n")
        for (rows, columns) in [(16, 60), (24, 80), (40, 120)] {
            var bench = try Bench(text, rows: rows, columns: columns)
            for _ in 0..<8 {
                let screen = try bench.screen
                let surface = bench.surface
                for row in screen.geometry.textTop..<screen.geometry.textTop + screen.geometry.textRows {
                    #expect(["┃", "╎", "‹", "░", "╏"].contains(surface[row, screen.geometry.mapColumn].text))
                }
                try bench.press("Space")
            }
        }
    }

    @Test func aNoticeWithATypedOddityIsSafe() throws {
        var bench = try Bench()
        for character: Character in ["\u{202E}", "\u{1B}", "é", "한", "\u{301}"] {
            try bench.send(.key(KeyPress(character)))
            try bench.expectSound()
        }
    }
}
