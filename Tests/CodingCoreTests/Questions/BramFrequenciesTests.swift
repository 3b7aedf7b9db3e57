import Testing

@testable import CodingCore

/// Scenario A1 of METHODS.md: every figure of the table.
@Suite struct BramFrequenciesTests {
    private func shares(_ table: Frequencies, _ code: String) throws -> [Frequencies.Share] {
        try #require(table.rows.first { $0.code.description == code }).by
    }

    @Test(arguments: [
        ("commissioning-confusion", [10, 17, 10, 3], 40, 40),
        ("service-review", [2, 2, 2, 2], 8, 8),
        ("data-inadequate", [7, 12, 7, 2], 28, 28),
        ("evidencing-avoidance", [3, 5, 3, 1], 12, 12),
        ("block-contracts", [5, 8, 5, 1], 19, 38),
        ("virtual-wards", [3, 5, 3, 1], 12, 12),
        ("bolt-on-services", [1, 2, 1, 0], 4, 4),
        ("service-design", [5, 7, 5, 3], 20, 24),
        ("contracting", [5, 8, 5, 1], 19, 38),
        ("organisation", [10, 17, 10, 3], 40, 40),
    ])
    func codesBySiteMatchTheTable(code: String, sites: [Int], documents: Int, codings: Int) throws {
        let table = try Frequencies(MadeStudy.bram().corpus, by: .attribute("site"))
        let row = try #require(table.rows.first { $0.code.description == code })
        #expect(row.by.map(\.n) == sites)
        #expect(row.by.map(\.of) == [10, 17, 10, 3])
        #expect(row.total.documents == documents)
        #expect(row.total.codings == codings)
    }

    @Test func totalsAndDenominatorsAreThoseOfTheFixture() throws {
        let table = try Frequencies(MadeStudy.bram().corpus, by: .attribute("site"))
        #expect(table.all.codings == 142)
        #expect(table.of.documents == 40)
        #expect(table.of.participants == 40)
        #expect(table.groups.map(\.value) == ["A", "B", "C", "D"])
        #expect(table.groups.map(\.participants) == [10, 17, 10, 3])
        #expect(table.coders.map(\.description) == ["rs"])
    }

    @Test func categoriesCountWhatLiesBelowAndOwnDoesNot() throws {
        let table = try Frequencies(MadeStudy.bram().corpus)
        let contracting = try #require(table.rows.first { $0.code.description == "contracting" })
        #expect(contracting.total.codings == 38)
        #expect(contracting.own.codings == 0)
        #expect(table.rows.map(\.code.description).first == "organisation")
        #expect(table.rows.count == 12)
    }

    @Test func rolesComeFromSpeakersWithTheirDenominators() throws {
        let table = try Frequencies(MadeStudy.bram().corpus, by: .attribute("role"))
        #expect(table.groups.map(\.value) == ["commissioner", "provider", "system"])
        #expect(table.groups.map(\.of) == [12, 15, 13])
        #expect(try shares(table, "virtual-wards").map(\.n) == [12, 0, 0])
        #expect(try shares(table, "data-inadequate").map(\.n) == [0, 15, 13])
    }

    @Test func wordsOfBoltOnAreTwoInEachOfFour() throws {
        let table = try Frequencies(MadeStudy.bram().corpus)
        let row = try #require(table.rows.first { $0.code.description == "bolt-on-services" })
        #expect(row.total.words == 8)
        // Virtual wards were bolted on while (6 words, four times) and Virtual wards came early (4 words, eight times).
        let wards = try #require(table.rows.first { $0.code.description == "virtual-wards" })
        #expect(wards.total.words == 6 * 4 + 4 * 8)
        // The roll-up counts the words that the bolt-on passages share once: reviews add 4 words, eight times.
        let design = try #require(table.rows.first { $0.code.description == "service-design" })
        #expect(design.total.words == 6 * 4 + 4 * 8 + 4 * 8)
    }

    @Test(arguments: [("site:B", 17, 8), ("role:commissioner", 12, 4), ("site:B role:commissioner", 5, 2)])
    func termsOnDocumentsAndSpeakersRestrictBothFigures(query: String, of: Int, blocks: Int) throws {
        let made = try MadeStudy.bram()
        let table = try Frequencies(made.corpus, query: made.query(query))
        #expect(table.of.documents == of)
        let row = try #require(table.rows.first { $0.code.description == "block-contracts" })
        #expect(row.total.documents == blocks)
    }

    @Test func termsOnCodingsRestrictOnlyTheFirstFigure() throws {
        let made = try MadeStudy.bram()
        let table = try Frequencies(made.corpus, query: made.query("under:contracting text:\"suit nobody\""))
        #expect(table.of.documents == 40)
        #expect(table.all.codings == 19)
        #expect(table.rows.map(\.code.description) == ["contracting", "block-contracts"])
    }
}
