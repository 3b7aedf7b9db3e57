// Pictures of the lists, the matrices and the search over all texts, and hostile words in all of them.

import CodingCore
import Screen
import StudyFiles
import Testing

@testable import Workbench

@MainActor
@Suite struct ListScreensTests {
    enum Scene: String, CaseIterable {
        case dashboard, extracts, filter
        /// A file on its way in: its path, the page, and a line on the page.
        case path, importing, standsFor
        case matrix, pairs, framework, frameworkCell, keywords, keywordsCode
    }

    private func bench(_ scene: Scene, rows: Int, columns: Int) throws -> ListBench {
        var bench = try ListBench(rows: rows, columns: columns)
        switch scene {
        case .dashboard: try bench.press("j Enter 5 G q")
        case .extracts:
            try bench.press("g e")
            try bench.type("contracting")
            try bench.press("Enter j")
        case .filter:
            try bench.press("g e b c Enter f")
            try bench.type("site:B colour:red")
            try bench.press("Enter")
        case .matrix: try bench.press("g f f j j l")
        case .pairs: try bench.press("g f f f f f f f")
        case .framework, .frameworkCell:
            let record = try #require(bench.state.study.documents.last)
            let codes = ["da", "bc", "vw"].compactMap { bench.state.study.codebook.find($0)?.id }
            var plan = FrameworkPlan()
            plan.columns = codes.map { .code($0) }
            let summary = FrameworkSummary(text: "Counts late, and says so – 混乱的角色.\nNobody minds.")
            let page = FrameworkPage(
                name: record.id.description,
                document: record.uuid,
                summaries: [.code(codes[0]): summary]
            )
            bench.study.frameworkFolder = FrameworkFolder(plan: plan, pages: [page])
            try bench.press("g w g !")
            if scene == .frameworkCell { try bench.press("|") }
        case .keywords, .keywordsCode:
            try bench.press("g k")
            try bench.type("figures | block*")
            try bench.press("Enter j Space")
            if scene == .keywordsCode {
                try bench.press("c")
                try bench.type("bc")
                try bench.press("Enter")
            }
        case .path, .importing, .standsFor:
            bench.study.files = ["B09.txt": ImportingTests.talk, "talks/A01.txt": "A: b", "notes.txt": "x"]
            try bench.press("a")
            guard scene != .path else { break }
            try bench.type("B09.txt")
            try bench.press("Enter j j j j j j i j")
            if scene == .standsFor { try bench.press("r Tab") }
        }
        return bench
    }

    @Test(arguments: Scene.allCases, [(24, 80), (40, 120), (60, 200), (16, 60)])
    func everyListAtEverySize(_ scene: Scene, _ size: (Int, Int)) throws {
        let bench = try bench(scene, rows: size.0, columns: size.1)
        let name = "\(scene.rawValue)-\(size.1)x\(size.0)"
        try GoldenScreen(name).expect(bench.state.frame(bench.look))
        let ascii = bench.state.frame(Look(kind: .dark, glyphs: .ascii))
        try GoldenScreen(name + "-ascii").expect(ascii, withStyles: false)
        bench.expectSound()
        ascii.surface.expectSound()
        let others = ascii.surface.text.unicodeScalars.filter { !$0.isASCII && !isIdeographic($0) && $0 != "。" }
        #expect(String(String.UnicodeScalarView(others)).isEmpty, "only the documents' own signs are not ASCII")
    }

    @Test(arguments: HostileTextTests.nasty)
    func hostileWordsKeepTheColumnsStraight(_ nasty: String) throws {
        let codebook = Codebook(
            title: nasty,
            version: "v1",
            codes: [
                Code(id: slug("cat"), name: "Category \(nasty)", kind: .category),
                Code(
                    id: slug("one"),
                    name: "Name \(nasty) end",
                    mnemonic: "on",
                    parent: slug("cat"),
                    definition: nasty
                ),
                Code(id: slug("two"), name: nasty, mnemonic: "tw", brief: nasty),
            ]
        )
        let text =
            "B07: before \(nasty) coded \(nasty) after. \(nasty) And more.\n\nB07: \(nasty) again. \(nasty)\(nasty)"
        for (rows, columns) in [(16, 60), (40, 120)] {
            var bench = try ListBench(
                [.init(id: "B/B07", words: text, attributes: [("site", nasty), (nasty, "x")])],
                codings: [
                    .init(
                        coder: "rs",
                        document: "B/B07",
                        quote: "coded \(nasty) after",
                        code: "one",
                        memo: nasty + nasty
                    ),
                    .init(coder: "ag", document: "B/B07", quote: "before", code: "two"),
                    .init(coder: "ag", document: "B/B07", quote: "coded", code: "two", memo: nasty),
                ],
                codebook: codebook,
                title: "Study \(nasty)",
                rows: rows,
                columns: columns
            )
            for keys in ["", "Tab", "Tab", "G", "g t", "j", "q", "g g Tab Enter", "+ + +", "- - - -", "j", "f"] {
                try bench.press(keys)
                bench.surface.expectSound("\(nasty.debugDescription) after \(keys)")
            }
            try bench.send(.paste(nasty + ":" + nasty))
            try bench.press("Enter")
            bench.surface.expectSound("\(nasty.debugDescription) in the filter")
            try bench.press("Esc")
            for keys in ["g f", "f", "%", "t", "p", "g w", "g n", "|", "|", "|", "|", "Tab"] {
                try bench.press(keys)
                bench.surface.expectSound("\(nasty.debugDescription) after \(keys)")
            }
            // Words of the text, and the nasty ones themselves.
            for words in ["coded", nasty] {
                try bench.press("g k /")
                try bench.press("Ctrl-U")
                try bench.send(.paste(words))
                for keys in ["Enter", "M", "o", "o", "c", "Enter", "Esc Esc"] {
                    try bench.press(keys)
                    bench.surface.expectSound("\(nasty.debugDescription): \(keys) after a search")
                }
            }
        }
    }

    @Test func manyCodingsAreIndexedOnce() throws {
        let words = "B07: " + (0..<500).map { "Passage \($0) end." }.joined(separator: " ") + "\n"
        let texts = (0..<20).map { ListBench.Text(id: "S/D\($0)", words: words) }
        let codings = (0..<10_000).map { number in
            ListBench.Made(
                coder: "rs",
                document: "S/D\(number / 500)",
                quote: "Passage \(number % 500) end.",
                code: ["bc", "da", "vw", "reo"][number % 4]
            )
        }
        var bench = try ListBench(texts, codings: codings)
        try bench.press("g e b c Enter")
        #expect(bench.state.extracts?.entries.count == 2_500)
        try bench.press("G")
        #expect(bench.state.extracts?.selection == 2_499)
        bench.expectSound()
        let list = try #require(bench.state.extracts?.list(in: bench.state))
        #expect(list.entriesInSight.count < 30, "only what is in sight is laid out")
        #expect(
            bench.study.asked.filter { $0 == "text of S/D10" }.count == 1,
            "a text out of sight is not read for the list"
        )
    }
}
