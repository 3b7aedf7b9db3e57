import Foundation
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// Every figure of the tables on the sample study, against a recount by a script that reads the plain files alone
/// (Tests/Recount/recount.py, which needs Python 3).
@Suite struct RecountTests {
    private static let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    /// The sample, and what the script counts in it.
    private func counted() throws -> (stage: Stage, counts: JSONText) {
        let stage = try Stage()
        stage.environment["GLOSS_SHARE"] = Self.repository
        try #require(stage.gloss("demo", "copy").code == 0)
        stage.place = "copy"
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let home = ProcessInfo.processInfo.environment["HOME"] ?? "/"
        let script = try run(
            ["python3", Self.repository + "/Tests/Recount/recount.py", stage.folder.path("copy")],
            environment: ["PATH": path, "HOME": home, "PYTHONUTF8": "1"],
            directory: stage.folder.path
        )
        try #require(script.status == .exited(0), "\(script.error)")
        return (stage, try JSONText(reading: Array(script.output.utf8)))
    }

    @Test func frequenciesAreThoseOfTheRecount() throws {
        let (stage, counts) = try counted()
        let bySite = try stage.gloss("frequencies", "--by", "site", "--format", "json").json["rows"]?.array ?? []
        let people =
            try stage.gloss("frequencies", "--count", "participants", "--format", "json").json["rows"]?.array ?? []
        #expect(bySite.count == 42 + 8)
        for (row, participants) in zip(bySite, people) {
            let code = try #require(row["code"]?.string)
            let wanted = try #require(counts["codes"]?[code], "\(code)")
            for figure in ["codings", "passages", "words", "documents", "own_codings"] {
                #expect(row[figure]?.integer == wanted[figure]?.integer, "\(code) \(figure)")
            }
            #expect(participants["n"]?.integer == wanted["participants"]?.integer, "\(code)")
            for site in ["A", "B", "C", "D"] {
                #expect(row["by"]?[site]?["n"]?.integer == wanted["by_site"]?[site]?.integer ?? 0, "\(code) \(site)")
            }
        }
    }

    @Test(arguments: [("document", "by_document"), ("coder", "by_coder")])
    func matricesAreThoseOfTheRecount(by: String, figures: String) throws {
        let (stage, counts) = try counted()
        let matrix = try stage.gloss("matrix", "--by", by, "--format", "json").json
        let codes = matrix["rows"]?.array?.compactMap(\.string) ?? []
        let columns = matrix["columns"]?.array?.compactMap(\.string) ?? []
        let cells = matrix["cells"]?.array?.map { $0.array?.compactMap(\.integer) ?? [] } ?? []
        #expect(codes.count == 50 && columns.count == (by == "coder" ? 2 : 12) && cells.count == 50)
        for (code, row) in zip(codes, cells) {
            let wanted = columns.map { counts["codes"]?[code]?[figures]?[$0]?.integer ?? 0 }
            #expect(row == wanted, "\(code)")
        }
    }

    @Test func pairsOfCodesAreThoseOfTheRecount() throws {
        let (stage, counts) = try counted()
        let rows = try stage.gloss("cooccurrence", "--format", "json").json["rows"]?.array ?? []
        guard case .object(let pairs) = counts["pairs"] else {
            Issue.record("the script counted no pairs")
            return
        }
        #expect(rows.count == pairs.count && rows.count > 50)
        for row in rows {
            let (a, b) = (try #require(row["a"]?.string), try #require(row["b"]?.string))
            let wanted = try #require(counts["pairs"]?[[a, b].sorted().joined(separator: " ")], "\(a) \(b)")
            #expect(row["n"]?.integer == wanted["n"]?.integer, "\(a) \(b)")
            for figure in ["c", "jaccard"] {
                #expect(close(row[figure], wanted[figure]), "\(a) \(b) \(figure)")
            }
        }
    }

    private func close(_ a: JSONText?, _ b: JSONText?) -> Bool {
        switch (a, b) {
        case (.double(let a), .double(let b)): abs(a - b) < 1e-12
        case (.null, .null): true
        default: a == b
        }
    }
}
