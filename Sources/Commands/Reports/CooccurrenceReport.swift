// Which codes stand together, as a list and as a matrix. Counts nothing.

import CodingCore
import StudyFiles

/// A table of pairs of codes.
struct CooccurrenceReport {
    let table: Cooccurrence
    let study: Study
    let query: Query
    var asMatrix = false

    var text: String { (table.pairs.isEmpty ? "No two codes stand together.\n" : grid.text) + foot }

    var markdown: String { grid.markdown + "\n" + foot }

    private var grid: TextTable { asMatrix ? matrix : list }

    private var list: TextTable {
        var grid = TextTable(columns: [
            .left("code"), .left("with"), .right("n"), .right("codings"), .right("documents"), .right("c"),
            .right("jaccard"),
        ])
        grid.rows = table.pairs.map { pair in
            [
                pair.a.description, pair.b.description, grouped(pair.n),
                "\(grouped(pair.codingsOfA)), \(grouped(pair.codingsOfB))", "\(grouped(pair.documents))",
                Self.figure(pair.c) + (pair.isUneven && pair.c != nil ? "!" : ""), Self.figure(pair.jaccard),
            ]
        }
        return grid
    }

    private var matrix: TextTable {
        let counts = Dictionary(
            table.pairs.flatMap { [([$0.a, $0.b], $0.n), ([$0.b, $0.a], $0.n)] },
            uniquingKeysWith: { first, _ in first }
        )
        var grid = TextTable(columns: [.left("code")] + table.codes.map { code in .right(tag(code)) })
        grid.rows = table.codes.map { code in
            [code.description]
                + table.codes.map { other in
                    code == other ? "–" : counts[[code, other]].map(grouped) ?? "·"
                }
        }
        return grid
    }

    private func tag(_ code: CodeID) -> String {
        let tag = study.codebook[code]?.tag ?? ""
        return tag.isEmpty ? code.description : tag
    }

    private var foot: String {
        let coders = table.coders.map(\.description).joined(separator: ", ")
        let uneven = table.pairs.contains { $0.isUneven && $0.c != nil }
        return """
            n: pairs of codings of one coder; \(table.togetherness.rule). c = n ÷ (n1 + n2 − n), “–” where it leaves 0 to 1\
            \(uneven ? "; “!”: one code has more than five times the codings of the other, so c says little" : "").
            jaccard: characters under both ÷ characters under one of them.
            Coders: \(coders.isEmpty ? "none" : coders). \(study.codebook.versionInWords). \
            Filter: \(query.source.isEmpty ? "none" : query.source).

            """
    }

    /// Three decimals; `–` for none.
    static func figure(_ value: Double?) -> String {
        guard let value else { return "–" }
        let thousandths = Int((value * 1_000).rounded())
        let digits = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
    }

    var columns: TextTable {
        let names = ["a", "b", "n", "codings_a", "codings_b", "documents", "c", "jaccard"]
        var grid = TextTable(columns: names.map { .left($0) })
        grid.rows = table.pairs.map { pair in
            [
                pair.a.description, pair.b.description, "\(pair.n)", "\(pair.codingsOfA)", "\(pair.codingsOfB)",
                "\(pair.documents)", pair.c.map { Self.figure($0) } ?? "", Self.figure(pair.jaccard),
            ]
        }
        return grid
    }

    /// The keys are PRODUCT.md's; `c` is null where it leaves 0 to 1.
    var json: JSONText {
        let rows = table.pairs.map { pair -> JSONText in
            [
                "a": .string(pair.a.description), "b": .string(pair.b.description), "n": .integer(pair.n),
                "codings_a": .integer(pair.codingsOfA), "codings_b": .integer(pair.codingsOfB),
                "documents": .integer(pair.documents), "c": pair.c.map { .double($0) } ?? .null,
                "jaccard": .double(pair.jaccard),
            ]
        }
        return [
            "rows": .array(rows), "relation": .string(table.togetherness.description),
            "coders": .array(table.coders.map { .string($0.description) }),
            "codebook": .string(study.codebook.version), "filter": .string(query.source),
        ]
    }
}
