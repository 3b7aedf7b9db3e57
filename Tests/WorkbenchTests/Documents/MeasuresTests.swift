// What the lists know of texts: figures that grow old, a shelf of bounded size, and days and counts in words.

import CodingCore
import Testing

@testable import Workbench

@MainActor
@Suite struct MeasuresTests {
    @Test func aMeasureCountsWordsCoveredOnce() throws {
        let bench = try ListBench()
        let document = bench.state.study.documents[1]
        let measure = try #require(bench.state.measures[document.uuid])
        #expect(measure.words == 52)
        // "We plan with last year's figures", "and nobody minds", "It has beds, staff and a target".
        #expect(measure.codedWords == 7 + 3 + 7)
        #expect(measure.unplaced.isEmpty)
    }

    @Test func aMeasureGrowsOldWithItsCodingsAndIsKeptMeanwhile() throws {
        var bench = try ListBench()
        let document = bench.state.study.documents[1].uuid
        #expect(!bench.state.measures.isMissing(document))
        bench.state.study.codings.removeAll { $0.document == document }
        bench.state.studyChanged()
        #expect(bench.state.measures.isMissing(document))
        #expect(bench.state.measures[document]?.codedWords == 17, "the old figure stands until there is a new one")
        try bench.press("")
        #expect(bench.state.measures[document]?.codedWords == 0)
    }

    @Test func aTextThatCannotBeReadIsTriedOnce() throws {
        var texts = ListBench.texts
        texts[0].isReadable = false
        var bench = try ListBench(texts)
        try bench.press("j k")
        let document = bench.state.study.documents[0].uuid
        #expect(bench.state.measures.isUnreadable(document))
        #expect(bench.study.asked.filter { $0 == "text of A/A01" }.count == 1)
        #expect(bench.status.contains("its text cannot be read: gloss check says why"))
        #expect(bench.lines.contains { $0.contains("A01") && $0.contains(" ? ") })
    }

    @Test func aDocumentWithoutWordsHasNoShare() throws {
        let bench = try ListBench([.init(id: "A/A01", words: "")], codings: [])
        #expect(bench.state.measures[bench.state.study.documents[0].uuid]?.share == nil)
        #expect(!bench.picture.contains("%"))
    }

    @Test func theShelfHoldsSoManyTextsAndLetsTheOldestGo() {
        var shelf = TextShelf()
        let ids = (0..<TextShelf.most + 3).map { Identifier.version7(milliseconds: UInt64($0) + 1, random: (1, 1)) }
        for id in ids { shelf.put(.unreadable("\(id)"), for: id) }
        #expect(ids.prefix(3).allSatisfy { shelf[$0] == nil })
        #expect(ids.dropFirst(3).allSatisfy { shelf[$0] != nil })
        shelf.put(.unreadable("again"), for: ids[3])
        shelf.put(.unreadable("new"), for: ids[0])
        #expect(shelf[ids[3]] != nil, "what was put here again is not the oldest any more")
        #expect(shelf[ids[4]] == nil)
    }

    @Test(arguments: [
        ("2026-05-12T23:59:59Z", "today"), ("2026-05-12T00:00:00Z", "today"), ("2026-05-11T23:59:59Z", "yesterday"),
        ("2026-05-10T12:00:00Z", "10 May"), ("2026-01-01T12:00:00Z", "1 Jan"), ("2025-12-31T12:00:00Z", "31 Dec 2025"),
        ("2026-09-30T12:00:00Z", "30 Sep"), ("2026-05-13T00:00:00Z", "13 May"),
    ])
    func daysAreSaidShortly(_ moment: String, _ words: String) throws {
        let now = try #require(Moment("2026-05-12T10:00:00Z"))
        #expect(dayWords(try #require(Moment(moment)), now: now) == words)
        #expect(words.count <= 11)
    }

    @Test(arguments: [(0.0, 0), (0.004, 0), (0.999, 99), (1.0, 100), (1.5, 100), (-1.0, 0)])
    func whatIsNotAllIsNeverAHundred(_ share: Double, _ wanted: Int) { #expect(hundredths(share) == wanted) }

    @Test func theListOfDocumentsShowsWordsAndShares() throws {
        var bench = try ListBench(columns: 100)
        try bench.press("g t j")
        let row = try #require(bench.lines.first { $0.hasPrefix("› B/B07") })
        #expect(row.contains(" 52 "))
        #expect(row.contains("32%"))
        #expect(bench.status.contains("17 of 52 words coded by anyone"))
        #expect(bench.study.asked.filter { $0.hasPrefix("text of") }.count == 3, "nothing is read twice")
        try bench.press("Enter q")
        #expect(bench.state.screen == .documents)
    }

    @Test func aLongListOfDocumentsHasAScrollBar() throws {
        let texts = (0..<40).map { ListBench.Text(id: "S/D\($0)", words: "B07: Some words.\n") }
        var bench = try ListBench(texts, codings: [])
        try bench.press("g t")
        #expect(bench.lines[3].hasSuffix("┃"))
        #expect(bench.lines[20].hasSuffix("╎"))
        try bench.press("G")
        #expect(bench.lines[20].hasSuffix("┃"))
    }
}
