import Patterns
import Testing

@testable import CodingCore

/// What a query is taken to mean, written out with every bracket, and where one that means nothing is wrong.
@Suite struct QueryMeaningTests {
    private func study() throws -> Study {
        var made = MadeStudy(codes: [
            try entry("money", .category), try entry("block", in: "money"), try entry("tariff", in: "block"),
            try entry("old", status: .mergedInto(try #require(CodeID("tariff")))), try entry("trust"),
        ])
        _ = try made.add("B/B07", [("site", "B"), ("land", "(none)")], speakers: [speaker("B/B07", "P1")]) {
            $0.turn("P1", "«Yes.»")
        }
        _ = try made.add("A/X1") { $0.note("«No.»") }
        _ = try made.add("B/X1") { $0.note("«No.»") }
        return made.study
    }

    private func meaning(_ expression: Query.Expression) -> String {
        switch expression {
        case .term(let term): meaning(term)
        case .not(let inner): "not(\(meaning(inner)))"
        case .related(let inner, let relation, let other): "\(relation)(\(meaning(inner)), \(meaning(other)))"
        case .all(let parts): "all(\(parts.map(meaning).joined(separator: ", ")))"
        case .any(let parts): "any(\(parts.map(meaning).joined(separator: ", ")))"
        }
    }

    private func meaning(_ term: QueryTerm) -> String {
        switch term {
        case .codes(let codes): codes.sorted().map(\.description).joined(separator: "+")
        case .coder(let coder): "coder \(coder)"
        case .text(let words): "text <\(words)>"
        case .textPattern(let pattern): "text /\(pattern.source)/"
        case .memoPattern(let pattern): "memo /\(pattern.source)/"
        case .coded(let days): "coded \(days.from)–\(days.upTo)"
        case .memo(let words): "memo <\(words)>"
        case .star(let comparison, let stars): "star \(comparison.rawValue) \(stars)"
        case .doubt(let doubt): "doubt \(doubt)"
        case .stale(let stale, _): "stale \(stale)"
        case .theme(let codes, let extracts):
            "theme of \(codes.sorted().map(\.description).joined(separator: "+")), \(extracts.count)"
        case .document(let id): "doc \(id)"
        case .speaker(let name): "speaker <\(name)>"
        case .attribute(let name, _, let comparison, let value): "\(name) \(comparison.rawValue) <\(value)>"
        }
    }

    @Test(
        arguments: [
            ("", "all()"), ("  \n\t ", "all()"),
            ("code:block", "block"), ("code:BLOCK", "block"), ("code:\"block\"", "block"), ("code:“block”", "block"),
            ("code:=block", "block"), ("code:old", "tariff"), ("under:old", "tariff"),
            ("under:money", "block+money+tariff"), ("under:block", "block+tariff"), ("under:trust", "trust"),
            ("coder:rs", "coder rs"), ("speaker:P1", "speaker <p1>"), ("speaker:\"The  Boss\"", "speaker <the boss>"),
            ("doc:B07", "doc B/B07"), ("doc:A/X1", "doc A/X1"),
            ("text:Winter", "text <winter>"), ("text:\"a\\\\b\"", "text <a\\b>"),
            ("text:\"a:b (c)\"", "text <a:b (c)>"),
            ("text:a:b", "text <a:b>"), ("text:“say \"so\"”", "text <say \"so\">"), ("text:\"\"", "text <>"),
            ("memo:(none)", "memo <(none)>"), ("text:\"not or and\"", "text <not or and>"),
            ("star:0", "star = 0"), ("star:>=2", "star >= 2"), ("star:<=2", "star <= 2"), ("star:>2", "star > 2"),
            ("star:<2", "star < 2"), ("star:=2", "star = 2"), ("star:\"2\"", "star = 2"), ("star:>=\"2\"", "star >= 2"),
            ("doubt:yes", "doubt true"), ("doubt:NO", "doubt false"), ("stale:yes", "stale true"),
            ("stale:no", "stale false"),
            ("site:B", "site = <B>"), ("site:(none)", "site = <(none)>"), ("site:\"(none)\"", "site = <(none)>"),
            ("site:/x/", "site = </x/>"), ("site:>B", "site > <B>"), ("site:\">B\"", "site = <>B>"),
            ("site:B site:C", "all(site = <B>, site = <C>)"), ("site:B and site:C", "all(site = <B>, site = <C>)"),
            ("site:B AND site:C", "all(site = <B>, site = <C>)"), ("site:B or site:C", "any(site = <B>, site = <C>)"),
            ("site:1 or site:2 or site:3", "any(site = <1>, site = <2>, site = <3>)"),
            ("site:1 site:2 or site:3", "any(all(site = <1>, site = <2>), site = <3>)"),
            ("site:1 or site:2 site:3", "any(site = <1>, all(site = <2>, site = <3>))"),
            ("(site:1 or site:2) site:3", "all(any(site = <1>, site = <2>), site = <3>)"),
            ("not site:1 site:2", "all(not(site = <1>), site = <2>)"),
            ("not site:1 or site:2", "any(not(site = <1>), site = <2>)"),
            ("not (site:1 or site:2)", "not(any(site = <1>, site = <2>))"), ("not not site:1", "not(not(site = <1>))"),
            ("((site:1))", "site = <1>"), ("(site:1)(site:2)", "all(site = <1>, site = <2>)"),
            ("site:1(site:2)", "all(site = <1>, site = <2>)"), ("( site:1 )", "site = <1>"),
            ("site:\u{A0}B", nil), ("site:1\u{3000}site:2", "all(site = <1>, site = <2>)"),
            ("code:block overlaps code:trust", "overlaps(block, trust)"),
            ("code:block WITHIN code:trust", "within(block, trust)"),
            ("code:block before (code:trust or code:tariff)", "before(block, any(trust, tariff))"),
            ("code:block near:2turns code:trust", "near(turns: 2)(block, trust)"),
            ("code:block near:1 code:trust", "near(turns: 1)(block, trust)"),
            ("site:B code:block overlaps code:trust", "all(site = <B>, overlaps(block, trust))"),
            ("not code:block overlaps code:trust", "not(overlaps(block, trust))"),
            ("not (code:block overlaps code:trust)", "not(overlaps(block, trust))"),
            ("code:block overlaps code:trust within code:tariff", "within(overlaps(block, trust), tariff)"),
            ("code:block overlaps code:trust or doubt:yes", "any(overlaps(block, trust), doubt true)"),
            (#"text:/wards?\b (in|at)/"#, #"text /wards?\b (in|at)/"#), (#"text:/a\/b/"#, "text /a/b/"),
            ("memo:/why/ doubt:yes", "all(memo /why/, doubt true)"), ("text:\"/x/\"", "text </x/>"),
            ("coded:2026-11-01..", "coded 2026-11-01–"), ("coded:2026-11", "coded 2026-11–2026-11"),
            ("coded:..2026", "coded –2026"), ("coded:>=2026-11", "coded 2026-11–"),
            ("text:not", "text <not>"), ("text:or or text:and", "any(text <or>, text <and>)"),
            ("site:a\"b\"", nil), ("site:\"a\"site:b", "all(site = <a>, site = <b>)"),
        ] as [(String, String?)]
    )
    func aQueryMeans(source: String, expected: String?) throws {
        guard let expected else {
            #expect(throws: QueryError.self) { try Query(source, in: study()) }
            return
        }
        #expect(try meaning(Query(source, in: study()).expression) == expected)
    }

    @Test(arguments: [
        ("site:B  ", "site:B"), ("\n site:B or\tsite:C ", "site:B or\tsite:C"), ("", ""), ("   ", ""),
        ("text:\"a  b\"", "text:\"a  b\""),
    ])
    func theSourceIsKeptAsWrittenButForItsEnds(source: String, kept: String) throws {
        #expect(try Query(source, in: study()).source == kept)
    }

    @Test(arguments: [
        ("site:B )", 8, "never opened"), ("(site:B (code:block)", 1, "never closed"),
        ("site:B (", 9, "the query ends here"), ("(", 2, "the query ends here"), (")", 1, "found a closing bracket"),
        ("and site:B", 1, "before ‘and’"), ("or", 1, "before ‘or’"), ("site:B and and site:C", 12, "before ‘and’"),
        ("site:B or", 10, "the query ends here"), ("not or site:B", 5, "before ‘or’"), ("(not)", 5, "closing bracket"),
        ("site:", 6, "a value after site:"), ("site:>=", 8, "a value after site:"), ("site: B", 6, "a value"),
        ("star:", 6, "a value"), ("star:>9", 7, "from 0 to 3"), ("star:-1", 6, "from 0 to 3"),
        ("star:1.5", 6, "from 0 to 3"), ("star:(none)", 6, "from 0 to 3"),
        ("coder:>rs", 8, "without ‘>’"), ("text:<=a", 8, "without ‘<=’"), ("doc:>=B07", 7, "without ‘>=’"),
        ("doubt:<yes", 8, "without ‘<’"), ("under:>money", 8, "without ‘>’"),
        ("doc:X1", 5, "several documents are called ‘X1’: A/X1, B/X1"), ("doc:", 5, "a value after doc:"),
        ("doc:zzzzzz", 5, "there is no document ‘zzzzzz’"), ("code:\"\"", 6, "there is no code ‘’"),
        ("code:trsut", 6, "near it: trust"), ("site:B code:trsut", 13, "near it: trust"),
        ("trust", 1, "write code:trust"), ("site:B trust", 8, "write code:trust"),
        ("memo:two words", 10, "memo:\"two words\""), ("混乱:x", 1, "no attribute or term ‘混乱’"),
        ("site:混乱 nope:x", 9, "‘nope’"), ("text:“abc\"", 6, "never closed"), ("text:\"abc\\\"", 6, "never closed"),
        ("SITE:B", 1, "near it: site"), ("Code:block", 1, "near it: code"),
    ])
    func aQueryThatMeansNothingSaysWhere(source: String, column: Int, problem: String) throws {
        let study = try study()
        let error = try #require(throws: QueryError.self) { try Query(source, in: study) }
        #expect(error.column == column, "\(error)")
        #expect(error.problem.contains(problem), "\(error.problem)")
        #expect(error.description.hasSuffix("^"))
        #expect(error.description.contains("\n  \(source)\n"))
    }

    @Test func aHundredBracketsAreFollowedAndOneMoreIsNot() throws {
        let study = try study()
        func nested(_ count: Int) -> String {
            String(repeating: "(", count: count) + "site:B" + String(repeating: ")", count: count)
        }
        #expect(try meaning(Query(nested(99), in: study).expression) == "site = <B>")
        #expect(throws: QueryError.self) { try Query(nested(100), in: study) }
    }
}
