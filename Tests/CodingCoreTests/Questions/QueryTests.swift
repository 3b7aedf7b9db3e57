import Testing

@testable import CodingCore

@Suite struct QueryTests {
    /// Two documents with three codings each way: see `codes`.
    private func study() throws -> MadeStudy {
        var made = MadeStudy(codes: [
            try entry("money", .category), try entry("block", in: "money"), try entry("virtual-wards"),
        ])
        let b07 = try made.add(
            "B/B07",
            [("site", "B"), ("minutes", "52"), ("date", "2026-03-01")],
            speakers: [speaker("B/B07", "P1", participant: "anna", [("role", "commissioner")])]
        ) { $0.turn("P1", "«The winter\npressure grew.» «We paid.»") }
        let a01 = try made.add(
            "A/A01",
            [("site", "A"), ("minutes", "7"), ("role", "provider")],
            speakers: [speaker("A/A01", "P2", participant: "ben"), speaker("A/A01", "INT", interviewer: true)]
        ) {
            $0.turn("INT", "«And winter?»")
            $0.turn("P2", "«ÄRGER, said he.»")
        }
        try made.code("B/B07", b07[0], "virtual-wards", memo: "Check with JB", star: 2)  // 1
        try made.code("B/B07", b07[1], "block", by: "jb", doubt: true)  // 2
        try made.code("A/A01", a01[0], "virtual-wards", star: 3)  // 3
        try made.code("A/A01", a01[1], "block")  // 4
        return made
    }

    private func texts(_ query: String) throws -> [String] {
        let made = try study()
        return try Extracts(made.corpus, query: made.query(query)) { _ in "" }.extracts.map(\.text)
    }

    private let winter = "The winter\npressure grew."
    private let paid = "We paid."
    private let asked = "And winter?"
    private let anger = "ÄRGER, said he."

    @Test(
        arguments: [
            ("", "awp?"),
            ("code:block", "ap"), ("code:Block", "ap"), ("under:money", "ap"), ("code:money", ""),
            ("coder:jb", "p"), ("coder:nobody", ""),
            ("speaker:P1", "wp"), ("speaker:int", "?"),
            ("doc:B07", "wp"), ("doc:A/A01", "?a"),
            ("text:\"winter pressure\"", "w"), ("text:winter", "?w"), ("text:ärger", "a"), ("text:“we paid”", "p"),
            ("memo:jb", "w"), ("memo:\"with JB\"", "w"),
            ("star:>=2", "?w"), ("star:2", "w"), ("star:<1", "ap"), ("star:=3", "?"), ("star:<=2", "awp"),
            ("star:>2", "?"),
            ("doubt:yes", "p"), ("doubt:no", "?aw"),
            ("site:B", "wp"), ("site:b", "wp"), ("role:commissioner", "wp"), ("role:provider", "?a"),
            ("participant:anna", "wp"), ("minutes:>=50", "wp"), ("minutes:<50", "?a"), ("minutes:>5", "?awp"),
            ("date:>=2026-02-15", "wp"), ("date:(none)", "?a"), ("site:(none)", ""),
            ("site:A or code:block", "?ap"), ("not site:A", "wp"), ("not (site:A or coder:jb)", "w"),
            ("site:A code:block", "a"), ("site:A and code:block", "a"), ("SITE:A", nil),
            ("code:block or code:virtual-wards and site:B", "awp"),
            ("(code:block or code:virtual-wards) and site:B", "wp"),
            ("NOT site:A AND not coder:jb", "w"), ("not not site:A", "?a"), ("site:A(code:block)", "a"),
            ("text:\"say \\\"so\\\"\"", ""),
        ] as [(String, String?)]
    )
    func aQueryTakesThesePassages(query: String, expected: String?) throws {
        guard let expected else {
            #expect(throws: QueryError.self) { try texts(query) }
            return
        }
        let all: [Character: String] = ["w": winter, "p": paid, "?": asked, "a": anger]
        #expect(try Set(texts(query)) == Set(expected.compactMap { all[$0] }))
        #expect(try texts(query).count == expected.count)
    }

    @Test(arguments: [
        ("Winter  \n\tPressure", "winter pressure"), ("ÄRGER Ω", "ärger ω"), (" a\u{A0}\u{3000}b ", " a b "), ("", ""),
        ("混乱 @[`{", "混乱 @[`{"),
    ])
    func searchIgnoresCaseAndKindsOfBlanks(text: String, folded: String) {
        #expect(foldedForSearch(text) == folded)
    }

    @Test func everyTermOnCodingsLeavesAllDocumentsIn() throws {
        let made = try study()
        for query in ["code:block", "not code:block", "coder:jb", "text:winter", "site:B or code:block", "doubt:yes"] {
            #expect(try Frequencies(made.corpus, query: made.query(query)).of.documents == 2, "\(query)")
        }
        for query in ["site:B", "speaker:P1", "not role:provider", "doc:B07", "site:B code:block", "participant:anna"] {
            #expect(try Frequencies(made.corpus, query: made.query(query)).of.documents == 1, "\(query)")
        }
    }

    @Test(arguments: [
        ("code:", 6, "expected a value"),
        ("code:blok", 6, "there is no code ‘blok’; near it: block"),
        ("under:mony", 7, "near it: money"),
        ("sit:B", 1, "near it: site"),
        ("colour:red", 1, "known: site, minutes, role, date, participant"),
        ("doc:B08", 5, "near it: B07"),
        ("star:4", 6, "from 0 to 3"), ("star:many", 6, "from 0 to 3"),
        ("doubt:perhaps", 7, "expected yes or no"),
        ("code:>block", 7, "without ‘>’"),
        ("site:A and", 11, "the query ends here"),
        ("site:A or or site:B", 11, "before ‘or’"),
        ("(site:A", 1, "never closed"), ("site:A)", 7, "never opened"), ("()", 2, "found a closing bracket"),
        ("text:\"winter", 6, "never closed"), ("\"winter\"", 1, "found a quotation mark"),
        ("block", 1, "write code:block"), ("winter", 1, "write text:\"winter\""),
        (":x", 1, "expected a name before the colon"),
        ("theme:\"blame\"", 7, "there is no theme ‘blame’"),
        ("stale:perhaps", 7, "yes or no"),
        ("text:/win.*", 6, "no closing slash"), ("text:/a(b/", 10, "the pattern cannot be used here"),
        ("text:/混(b/", 10, "the pattern cannot be used here"), ("memo:/*/", 7, "the pattern cannot be used here"),
        ("coded:yesterday", 7, "expected days such as"), ("coded:2026-13", 7, "expected days"),
        ("coded:..", 7, "expected days"), ("coded:2026-11-01...", 7, "expected days"),
        ("coded:>=2026-11..", 9, "expected days"),
        ("code:block overlaps", 20, "the query ends here"), ("overlaps code:block", 1, "before ‘overlaps’"),
        ("code:block overlaps overlaps code:block", 21, "before ‘overlaps’"),
        ("code:block near code:block", 12, "near:2turns"), ("code:block near:two code:block", 17, "from 0 to 1000"),
        ("code:block near:2sentences code:block", 17, "from 0 to 1000"),
        ("near:2turns code:block", 1, "between two codings"),
        ("code:block within (code:block", 19, "never closed"), ("query:mine", 7, "none is saved yet"),
        ("text:winter pressure", 13, "text:\"winter pressure\""),
        ("not", 4, "the query ends here"),
    ])
    func aBadQuerySaysWhereAndWhat(query: String, column: Int, problem: String) throws {
        let made = try study()
        let error = try #require(throws: QueryError.self) { try made.query(query) }
        #expect(error.column == column)
        #expect(error.problem.contains(problem), "\(error.problem)")
    }

    @Test func theCaretStandsUnderThePlaceEvenAfterWideCharacters() throws {
        let made = try study()
        let error = try #require(throws: QueryError.self) { try made.query("text:混乱 sit:B") }
        #expect(error.description.hasSuffix("\n  text:混乱 sit:B\n" + String(repeating: " ", count: 12) + "^"))
    }

    @Test func endlessBracketsAreRefusedNotFollowed() throws {
        let made = try study()
        for deep in [String(repeating: "(", count: 50_000), String(repeating: "not ", count: 50_000)] {
            let error = try #require(throws: QueryError.self) { try made.query(deep) }
            #expect(error.problem.contains("nested"))
        }
    }

    @Test(arguments: [
        ("code:money", "money is a category; under:money takes the codes below it."),
        ("site:Z", "Nothing has site ‘Z’; there is A, B."),
        ("coder:zz", "No coding is by coder ‘zz’."), ("speaker:P9", "No speaker is called ‘P9’."),
    ])
    func whatFindsNothingIsRemarkedOn(query: String, remark: String) throws {
        #expect(try study().query(query).remarks == [remark])
    }

    @Test func textsAreReadOnlyWhereTheQueryMayFindSomething() throws {
        let made = try study()
        let read = Counter()
        let corpus = Corpus(made.study) { record in
            read.names.append(record.id.description)
            return try made.corpus.transcript(of: record)
        }
        _ = try Extracts(corpus, query: made.query("coder:jb text:paid")) { _ in "" }
        #expect(read.names == ["B/B07"])
    }

    private final class Counter {
        var names: [String] = []
    }
}
