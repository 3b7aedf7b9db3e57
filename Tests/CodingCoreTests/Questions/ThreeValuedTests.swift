import Testing

@testable import CodingCore

/// Terms on documents and speakers restrict N; terms on codings restrict n only; together by three-valued logic.
@Suite struct ThreeValuedTests {
    private static let answers: [Truth] = [.no, .maybe, .yes]

    @Test func notTurnsYesAndNoAndLeavesMaybe() {
        #expect(Self.answers.map { !$0 } == [.yes, .maybe, .no])
    }

    @Test func andIsTheLeastAndOrTheMost() {
        let and = Self.answers.map { a in Self.answers.map { a && $0 } }
        let or = Self.answers.map { a in Self.answers.map { a || $0 } }
        #expect(and == [[.no, .no, .no], [.no, .maybe, .maybe], [.no, .maybe, .yes]])
        #expect(or == [[.no, .maybe, .yes], [.maybe, .maybe, .yes], [.yes, .yes, .yes]])
    }

    @Test func deMorganHoldsForAllNine() {
        for a in Self.answers {
            for b in Self.answers {
                #expect(!(a && b) == (!a || !b))
                #expect(!(a || b) == (!a && !b))
            }
        }
    }

    /// Three documents of two sites; one has two speakers, one is coded with block.
    private func made() throws -> MadeStudy {
        var made = MadeStudy(codes: [try entry("block"), try entry("trust")])
        let a1 = try made.add("A1", [("site", "A")], speakers: [speaker("A1", "P1", [("role", "nurse")])]) {
            $0.turn("P1", "«We pay.»")
        }
        _ = try made.add(
            "B1",
            [("site", "B")],
            speakers: [speaker("B1", "P1", [("role", "nurse")]), speaker("B1", "P2", [("role", "manager")])]
        ) {
            $0.turn("P1", "Hm.")
            $0.turn("P2", "Hm.")
        }
        let c1 = try made.add("C1") { $0.note("«Nothing.»") }
        try made.code("A1", a1[0], "block", star: 1)
        try made.code("C1", c1[0], "trust", by: "jb", memo: "later")
        return made
    }

    @Test(arguments: [
        ("", 3, 3, 2),
        // Documents and speakers: N.
        ("site:A", 1, 1, 1), ("not site:A", 2, 2, 1), ("site:(none)", 1, 0, 1), ("role:nurse", 2, 2, 1),
        ("role:manager", 1, 1, 0), ("not role:manager", 3, 2, 2), ("doc:B1", 1, 2, 0), ("speaker:P2", 1, 1, 0),
        ("site:A or site:B", 2, 3, 1), ("site:A site:B", 0, 0, 0), ("site:Z", 0, 0, 0),
        // Codings: n only.
        ("code:block", 3, 3, 1), ("not code:block", 3, 3, 1), ("coder:jb", 3, 3, 1), ("star:>0", 3, 3, 1),
        ("doubt:yes", 3, 3, 0), ("text:nothing", 3, 3, 1), ("memo:later", 3, 3, 1), ("code:block code:trust", 3, 3, 0),
        // Both.
        ("site:A code:block", 1, 1, 1), ("site:B code:block", 1, 2, 0), ("site:A or code:trust", 3, 3, 2),
        ("not (site:A code:block)", 3, 3, 1), ("not (site:A or code:block)", 2, 2, 1),
        ("(site:A or site:B) (coder:jb or star:1)", 2, 3, 1), ("role:nurse text:pay", 2, 2, 1),
    ])
    func theDenominatorIsOfDocumentsAndSpeakers(
        query: String,
        documents: Int,
        participants: Int,
        codings: Int
    ) throws {
        let made = try made()
        let table = try Frequencies(made.corpus, query: made.query(query))
        #expect(table.of.documents == documents)
        #expect(table.of.participants == participants)
        #expect(table.all.codings == codings)
    }

    @Test(arguments: [
        ("", "maybe maybe"), ("code:block", "maybe maybe"), ("site:A", "yes no"), ("site:A code:block", "maybe no"),
        ("site:A or code:block", "yes maybe"), ("not site:A", "no yes"), ("text:x or site:A", "yes maybe"),
        ("role:nurse", "maybe maybe"), ("role:nurse site:B", "no maybe"), ("speaker:P1 or site:A", "yes maybe"),
    ])
    func ofADocumentAloneOnlySoMuchIsKnown(query: String, expected: String) throws {
        let made = try made()
        let query = try made.query(query)
        let said = made.study.documents.prefix(2).map { "\(query.judge(QueryFacts(document: $0)))" }
        #expect(said.joined(separator: " ") == (query.source.isEmpty ? "yes yes" : expected))
    }
}
