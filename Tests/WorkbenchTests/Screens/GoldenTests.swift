// Every screen at every size, in both sets of signs, as kept pictures.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct GoldenTests {
    /// A moment of work worth a picture.
    enum Scene: String, CaseIterable {
        case reading, selecting, picker, help, memo, documents
        /// The states of the coding screen beside plain reading.
        case spotlight, zoom, card, extent
        /// What opens over it, and what is said where a row is too short.
        case palette, search, whichKey, refusal
    }

    private static let interview = """
        Interview C03, commissioner, site C
        Invented for tests; no such person.

        Interviewer: When we spoke last year you said that the block contract was about to end. Did it?

        C03: No. It was meant to, and then nobody could say what would come in its place. We are paid the same whatever \
        we do, so the team stopped counting visits; you could say we fly by ear. It is not that people do not care. \
        Honestly, the figures that we do have are last year's, and they are late.

        Interviewer: And who decides now?

        C03: That is the question, isn't it? Since the reorganisation there are three boards, and each thinks another \
        one signs. Dr. Hall wrote to all of them… two months ago. 我们还在等 – we are still waiting, as my colleague says.

        [laughs]

        Interviewer: Tell me about the virtual ward.

        C03: It has beds on paper, a target on the wall and two nurses on the phone. I like it! But it was asked for by \
        one board, paid by another, and counted by nobody. If the money stops in March, it stops.

        Interviewer: What would you change first?

        C03: Let those who see the patients see the figures, this week's, not last year's. Then talk about contracts.

        """

    private static let others = [
        (coder: "rs", quote: "We are paid the same whatever we do, so the team stopped counting visits", code: "bc"),
        (coder: "rs", quote: "the team stopped counting visits; you could say we fly by ear", code: "da"),
        (coder: "ag", quote: "nobody could say what would come in its place. We are paid the same", code: "reo"),
        (
            coder: "rs", quote: "Since the reorganisation there are three boards, and each thinks another one signs.",
            code: "reo"
        ),
        (coder: "ag", quote: "each thinks another one signs", code: "bc"),
        (coder: "rs", quote: "我们还在等", code: "reo"),
        (coder: "rs", quote: "It has beds on paper, a target on the wall and two nurses on the phone.", code: "vw"),
        (coder: "rs", quote: "asked for by one board, paid by another, and counted by nobody", code: "bc"),
        (coder: "ag", quote: "see the figures, this week's, not last year's", code: "da"),
    ]

    private func bench(_ scene: Scene, rows: Int, columns: Int) throws -> Bench {
        var bench = try Bench(
            Self.interview,
            rows: rows,
            columns: columns,
            title: "Commissioner, second talk",
            attributes: [("site", "C"), ("role", "commissioner")],
            others: Self.others
        )
        bench.state.uses = CodeUses(study: bench.state.study, coder: bench.state.coder)
        try bench.go(to: "counting visits")
        try bench.press("m")
        try bench.type("Who was counting before?")
        try bench.press("Enter Esc")
        switch scene {
        case .reading: try bench.press("Tab")
        case .selecting: try bench.press("3 s")
        case .picker: try bench.press("s c c o")
        case .help: try bench.press("? Down Down Down")
        case .memo: try bench.press("m")
        case .spotlight: try bench.press("f")
        case .zoom: try bench.press("Tab z")
        case .card: try bench.press("Tab |")
        case .extent: try bench.press("e w w")
        case .palette: try bench.press(": c o d e")
        case .search:
            try bench.press("/")
            try bench.type("figures")
        case .whichKey:
            try bench.press("g")
            bench.state.showsWhichKey = true
        case .refusal:
            bench.state.refuse(
                "C03.txt was changed outside Gloss, so its codings no longer fit it. Put the text back as it was, or take "
                    + "the change as a new version of the text."
            )
        case .documents:
            for (number, id) in ["A/A01", "A/A02", "B/B01"].enumerated() {
                bench.state.study.documents.append(
                    DocumentRecord(
                        id: try #require(DocumentID(id)),
                        uuid: .version7(milliseconds: 90 + UInt64(number), random: (1, 1)),
                        title: "Talk with a nurse",
                        versions: [],
                        attributes: Attributes([("site", String(id.prefix(1))), ("role", "nurse")])
                    )
                )
            }
            bench.putListBehind()
            try bench.press("q j")
        }
        return bench
    }

    @Test(arguments: Scene.allCases, [(24, 80), (40, 120), (60, 200), (16, 60)])
    func everyScreenAtEverySize(_ scene: Scene, _ size: (Int, Int)) throws {
        let bench = try bench(scene, rows: size.0, columns: size.1)
        let name = "\(scene.rawValue)-\(size.1)x\(size.0)"
        try GoldenScreen(name).expect(bench.state.frame(bench.look))
        // The styles do not depend on the signs.
        let ascii = bench.state.frame(Look(kind: .dark, glyphs: .ascii))
        try GoldenScreen(name + "-ascii").expect(ascii, withStyles: false)
        bench.surface.expectSound()
        ascii.surface.expectSound()
    }

    @Test(arguments: [Look.Kind.light, .plain])
    func theOtherThemes(_ background: Look.Kind) throws {
        let bench = try bench(.reading, rows: 24, columns: 80)
        try GoldenScreen("reading-80x24-\(background.rawValue)").expect(bench.state.frame(Look(kind: background)))
        let picker = try self.bench(.picker, rows: 24, columns: 80)
        try GoldenScreen("picker-80x24-\(background.rawValue)").expect(picker.state.frame(Look(kind: background)))
    }

    @Test(arguments: [(16, 120), (24, 200)])
    func namesOfCodingsThatBeganAboveArePinned(_ rows: Int, _ columns: Int) throws {
        var bench = try bench(.reading, rows: rows, columns: columns)
        try bench.go(to: "Honestly")
        bench.state.coding?.top = 8
        let name = "pinned-\(columns)x\(rows)"
        #expect(bench.picture.contains("↑DA Inadequate data"))
        try GoldenScreen(name).expect(bench.state.frame(bench.look))
        let ascii = bench.state.frame(Look(kind: .dark, glyphs: .ascii))
        try GoldenScreen(name + "-ascii").expect(ascii, withStyles: false)
    }

    @Test func theSameWorkDrawsTheSamePicture() throws {
        let first = try bench(.reading, rows: 40, columns: 120)
        let second = try bench(.reading, rows: 40, columns: 120)
        #expect(first.surface == second.surface)
    }
}
