// A query asked of one document at a time: with its text, without it, and by quotes alone.

import Testing

@testable import CodingCore

@Suite struct MatchingTests {
    private func made() throws -> MadeStudy {
        var made = MadeStudy(codes: [try entry("block"), try entry("trust")])
        let spans = try made.add(
            "A1",
            [("site", "A")],
            speakers: [
                speaker("A1", "P1", [("role", "nurse")]), speaker("A1", "P2", [("role", "manager")]),
            ]
        ) {
            $0.turn("P1", "«We pay.» And «we wait.»")
            $0.turn("P2", "«We WAIT too.»")
        }
        try made.code("A1", spans[0], "block", doubt: true)
        try made.code("A1", spans[1], "trust", by: "jb", memo: "why")
        try made.code("A1", spans[2], "trust", star: 2)
        return made
    }

    /// The places of the codings taken, in the order they were made; nothing where the text is needed.
    private func taken(_ query: String, withText: Bool) throws -> [Int]? {
        let made = try made()
        let document = made.study.documents[0]
        let ids = made.corpus.matches(
            of: try made.query(query),
            among: made.study.codings,
            in: document,
            transcript: withText ? try made.corpus.transcript(of: document) : nil
        )
        return ids.map { ids in made.study.codings.indices.filter { ids.contains(made.study.codings[$0].id) } }
    }

    @Test(arguments: [
        ("", [0, 1, 2]), ("code:trust", [1, 2]), ("coder:jb", [1]), ("doubt:yes", [0]), ("star:>=1", [2]),
        ("memo:why", [1]), ("doc:A1", [0, 1, 2]), ("not code:trust", [0]), ("code:trust and coder:rs", [2]),
    ])
    func whatTheRecordsSayNeedsNoText(_ query: String, _ wanted: [Int]) throws {
        #expect(try taken(query, withText: false) == wanted)
        #expect(try taken(query, withText: true) == wanted, "the text changes nothing")
    }

    @Test(arguments: [
        ("text:wait", [1, 2]), ("speaker:P2", [2]), ("role:nurse", [0, 1]), ("not text:wait", [0]),
        ("text:wait and speaker:P1", [1]), ("coder:jb or speaker:P2", [1, 2]),
    ])
    func whatTheWordsSayWaitsForTheText(_ query: String, _ wanted: [Int]) throws {
        #expect(try taken(query, withText: false) == nil)
        #expect(try taken(query, withText: true) == wanted)
    }

    @Test func aTermThatTheTextCannotChangeSettlesTheRest() throws {
        #expect(try taken("doc:A1 and star:3 and text:wait", withText: false) == [])
    }

    @Test func withoutATextTheQuotesAreLookedAt() throws {
        let made = try made()
        let document = made.study.documents[0]
        let ids = try ["text:wait", "speaker:P2", "code:block", "not text:pay"].map { source in
            made.corpus.matchesOfQuotes(of: try made.query(source), among: made.study.codings, in: document).count
        }
        #expect(ids == [2, 0, 1, 2], "who speaks is not known, so nobody is taken for speaking")
    }

    @Test func noCodingsNoMatches() throws {
        let made = try made()
        let document = made.study.documents[0]
        let ids = made.corpus.matches(of: try made.query("text:x"), among: [], in: document, transcript: nil)
        #expect(ids == [])
    }
}
