import Testing

@testable import CodingCore

/// "Comparison with attribute values is by text, number or date."
@Suite struct AttributeComparisonTests {
    private func takes(_ value: String?, _ comparison: String) throws -> Bool {
        var made = MadeStudy(codes: [try entry("trust")])
        let spans = try made.add("D1", value.map { [("k", $0)] } ?? []) { $0.note("«Yes.»") }
        _ = try made.add("D2", [("k", "other")]) { $0.note("No.") }
        try made.code("D1", spans[0], "trust")
        return try !Extracts(made.corpus, query: made.query("k:" + comparison)) { _ in "" }.extracts.isEmpty
    }

    @Test(arguments: [
        // Numbers, however they are written.
        ("7", "7", true), ("7", "7.0", true), ("07", "7", true), ("-3", "<0", true), ("-3", ">-10", true),
        ("10", ">9", true), ("9", "<10", true), ("1.5", ">=1.5", true), ("1.50", "1.5", true), ("0", "-0", true),
        ("+4", "4", true), (".5", "<1", true),
        // Not numbers, though a computer might read them as such.
        ("1E2", "100", false), ("0x10", "16", false), ("nan", "nan", true), ("Nan", "nan", true), ("inf", "inf", true),
        ("infinity", "inf", false), ("1E2", "1e2", true), ("1_000", "1000", false),
        // Text, by case and blanks alike.
        ("North West", "\"north  west\"", true), ("Ärzte", "ärzte", true), ("B", "b", true), ("B", "A", false),
        ("e\u{301}", "é", false),
        // Text in natural order.
        ("B10", ">B9", true), ("B9", "<B10", true), ("B2", ">=B10", false), ("a", "<b", true), ("b", "<=B", true),
        // Dates, year first.
        ("2026-03-01", ">=2026-02-15", true), ("2026-03-01", "<2026-02-15", false), ("2026-03", "<2026-03-01", true),
        ("2025-12-31", "<2026-01-01", true), ("2026-10-01", ">2026-9-30", true),
        // A number is not below a word because it is a number.
        ("7", "seven", false), ("seven", "7", false),
    ])
    func valuesAreCompared(value: String, comparison: String, expected: Bool) throws {
        #expect(try takes(value, comparison) == expected)
    }

    @Test(arguments: ["7", "<7", "<=7", ">7", ">=7", "zeta", "<zeta", ">a"])
    func whatIsMissingIsNeitherEqualNorLessNorMore(comparison: String) throws {
        #expect(try !takes(nil, comparison))
        #expect(try !takes("", comparison))
    }

    @Test func whatIsMissingIsTheGroupNone() throws {
        #expect(try takes(nil, "(none)"))
        #expect(try takes("", "(none)"))
        #expect(try !takes("7", "(none)"))
        #expect(try !takes(nil, ">=(none)"))
    }

    @Test(arguments: [
        (QueryComparison.atLeast, [false, true, true]), (.atMost, [true, true, false]), (.more, [false, false, true]),
        (.less, [true, false, false]), (.equal, [false, true, false]),
    ])
    func everyComparisonHoldsWhereItsSignSays(comparison: QueryComparison, holds: [Bool]) {
        let places = [(true, false), (false, true), (false, false)]
        #expect(places.map { comparison.holds($0.0, $0.1) } == holds)
    }
}
