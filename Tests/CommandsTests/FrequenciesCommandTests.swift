import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// Scenario A1 of METHODS.md through files: forty interviews imported, coded from a file, counted.
@Suite struct FrequenciesCommandTests {
    @Test func oneQuestionIsByOneAttribute() throws {
        let played = try Stage.withStudy().gloss("frequencies", "--by", "site", "--by", "role")
        #expect(played.code == 64)
        #expect(played.talk.hasPrefix("Error: --by takes one attribute: ask once by site, once by role.\n"))
        #expect(played.output.isEmpty)
    }

    private static let sizes = [("A", 10), ("B", 17), ("C", 10), ("D", 3)]

    private func bram() throws -> Stage {
        let stage = try Stage()
        try stage.folder.write(Self.codebook, to: "codes.yaml")
        var attributes = "document,site,role\n"
        var codings = ""
        var files: [String: [String]] = [:]
        for (site, size) in Self.sizes {
            for i in 1...size {
                let name = site + (i < 10 ? "0" : "") + String(i)
                let passages = Self.passages(i)
                let turns = passages.map { "\(name): \($0.words)" }.joined(separator: "\n\n")
                try stage.folder.write("Interviewer: Who commissions?\n\n\(turns)\n", to: "\(name).txt")
                attributes += "\(name),\(site),\(["commissioner", "provider", "system"][i % 3])\n"
                for passage in passages {
                    codings +=
                        "{\"document\":\"\(name)\",\"quote\":\"\(passage.words)\",\"code\":\"\(passage.code)\"}\n"
                }
                files[site, default: []].append("../\(name).txt")
            }
        }
        try stage.folder.write(attributes, to: "attributes.csv")
        try #require(stage.gloss("init", "study", "--codebook", "codes.yaml").code == 0)
        stage.place = "study"
        for (site, names) in files { try #require(stage.play(["import", "--into", site] + names).code == 0) }
        try #require(stage.gloss("import", "--attributes", "../attributes.csv").code == 0)
        try #require(stage.gloss("code", "--from", "-", input: codings).code == 0)
        return stage
    }

    private static func passages(_ i: Int) -> [(words: String, code: String)] {
        var passages = [("Nobody knows who decides.", "commissioning-confusion")]
        if i <= 2 { passages.append(("We review everything.", "service-review")) }
        if i % 3 != 0 { passages.append(("The data cannot say.", "data-inadequate")) }
        if i % 4 == 1 { passages.append(("You cannot count a non-event.", "evidencing-avoidance")) }
        if i % 2 == 0 {
            passages += [("The block never moves.", "block-contracts"), ("It suits nobody.", "block-contracts")]
        }
        if i % 3 == 0 { passages.append(("Virtual wards came.", "virtual-wards")) }
        if i % 6 == 0 { passages.append(("Bolted on, they were.", "bolt-on-services")) }
        return passages
    }

    private static let codebook =
        "title: BRAM\ncodes:\n"
        + [
            ("organisation", ["commissioning-confusion"]), ("assessing-needs", ["data-inadequate"]),
            ("service-design", ["service-review", "virtual-wards", "bolt-on-services"]),
            ("contracting", ["block-contracts"]), ("performance", ["evidencing-avoidance"]),
        ].map { category, codes in
            "- id: \(category)\n  name: \(category)\n  kind: category\n"
                + codes.map { "- id: \($0)\n  name: \($0)\n  parent: \(category)\n" }.joined()
        }.joined()

    @Test func theTableOfTheScenarioComesOutOfTheFiles() throws {
        let stage = try bram()
        let played = stage.gloss("frequencies", "--by", "site", "--format", "json")
        let json = try played.json
        #expect(json["unit"]?.string == "documents")
        #expect(json["coders"] == ["rs"])
        let rows = try #require(json["rows"]?.array)
        func row(_ code: String) throws -> JSONText { try #require(rows.first { $0["code"]?.string == code }) }
        let expected: [(String, [Int], Int, Int)] = [
            ("commissioning-confusion", [10, 17, 10, 3], 40, 40), ("service-review", [2, 2, 2, 2], 8, 8),
            ("data-inadequate", [7, 12, 7, 2], 28, 28), ("evidencing-avoidance", [3, 5, 3, 1], 12, 12),
            ("block-contracts", [5, 8, 5, 1], 19, 38), ("virtual-wards", [3, 5, 3, 1], 12, 12),
            ("bolt-on-services", [1, 2, 1, 0], 4, 4), ("service-design", [5, 7, 5, 3], 20, 24),
        ]
        for (code, sites, documents, codings) in expected {
            let row = try row(code)
            #expect(zip(["A", "B", "C", "D"], sites).allSatisfy { row["by"]?[$0]?["n"]?.integer == $1 }, "\(code)")
            #expect(row["by"]?["B"]?["of"]?.integer == 17)
            #expect(row["documents"]?.integer == documents)
            #expect(row["of"]?.integer == 40)
            #expect(row["codings"]?.integer == codings)
        }
        #expect(try row("contracting")["own"]?.integer == 0)
        #expect(try row("organisation")["parent"] == .null)
    }

    @Test func theTextIsReportR5() throws {
        let lines = try bram().gloss("frequencies", "--by", "site").output.split(separator: "\n")
        #expect(lines[0].hasPrefix("code                       A n/10  B n/17  C n/10  D n/3  all n/40  codings"))
        #expect(
            lines.contains {
                $0.hasPrefix("  bolt-on-services           1/10    2/17    1/10    0/3      4/40        4")
            }
        )
        let foot = lines.suffix(4).joined(separator: "\n")
        #expect(foot.contains("not how important it is; groups of site differ in size; D has 3 participants."))
        #expect(foot.contains("Unit: document with ≥ 1 passage. N: all 40 documents."))
        #expect(foot.contains("Codings in all: 142."))
        #expect(foot.hasSuffix("Filter: none."))
    }

    @Test func anotherUnitComesWithItsOwnDenominator() throws {
        let stage = try bram()
        let json = try stage.gloss("frequencies", "role:commissioner", "--count", "codings", "--format", "json").json
        let row = try #require(json["rows"]?.array?.first { $0["code"]?.string == "virtual-wards" })
        #expect(row["n"]?.integer == 12)
        #expect(row["documents"]?.integer == 12)
        #expect(row["of_documents"]?.integer == 12)
        #expect(json["filter"]?.string == "role:commissioner")
        #expect(stage.gloss("frequencies", "--count", "site").output.contains("N: 4 site in all 40 documents."))
    }

    @Test(arguments: [
        (["--by", "sit"], "there is no attribute ‘sit’; near it: site"),
        (["--count", "word"], "there is no unit ‘word’; near it: words"),
    ])
    func unknownNamesAreAnsweredWithNearOnes(arguments: [String], sentence: String) throws {
        let played = try Stage.withStudy().play(["frequencies"] + arguments)
        #expect(played.code == 2)
        #expect(played.talk.contains(sentence))
    }

    @Test func csvCarriesWhatMakesItReproducible() throws {
        let stage = try Stage.withStudy()
        let (table, _) = try CSVReader.read(
            Array(stage.gloss("frequencies", "--by", "site", "--format", "csv").output.utf8),
            file: "x"
        )
        #expect(["unit", "coders", "codebook", "filter", "A_n", "A_of"].allSatisfy { table.column($0) != nil })
        #expect(table.rows.count == 3)
    }
}
