import CodingCore
import Testing

@testable import StudyFiles

@Suite struct ProposedCodesTests {
    private func coder() throws -> CoderID { try #require(CoderID("rs")) }

    private func adding(_ name: String, to text: String?) throws -> String {
        let coder = try coder()
        let id = try #require(ProposedCodes.id(for: name, by: coder, in: .empty))
        let code = Code(id: id, name: name, status: .proposed)
        let old = text.map { Array($0.utf8) }
        return String(
            decoding: try ProposedCodes.adding(code, by: coder, to: old, path: "p.yaml").bytes,
            as: UTF8.self
        )
    }

    @Test(arguments: [
        ("Trust", "rs/trust"), ("信任", "rs/code-d1cd"), ("الثقة", "rs/code-9369"),
        ("=cmd|' /C calc'!A0", "rs/cmd-c-calc-a0"),
        ("!", "rs/code-bb72"), ("NHS 信任", "rs/nhs"),
    ])
    func idsAreSafeWhateverTheScript(name: String, id: String) throws {
        #expect(try ProposedCodes.id(for: name, by: coder(), in: .empty)?.description == id)
    }

    @Test func aTakenIdGetsANumber() throws {
        let taken = ["rs/trust", "rs/trust-2"].compactMap { CodeID($0) }.map { Code(id: $0, name: "Trust") }
        let codebook = Codebook(title: "", version: "", codes: taken)
        #expect(try ProposedCodes.id(for: "Trust", by: coder(), in: codebook)?.description == "rs/trust-3")
        let longest = try #require(CoderID(String(repeating: "x", count: 24)))
        #expect(ProposedCodes.id(for: String(repeating: "y", count: 99), by: longest, in: .empty) != nil)
    }

    @Test func theFirstCodeMakesTheFile() throws {
        #expect(
            try adding("Trust: lost", to: nil) == """
                title: Codes that rs made while coding
                codes:
                - id: rs/trust-lost
                  name: "Trust: lost"
                  status: proposed

                """
        )
    }

    @Test func aCodeIsAddedBelowTheOthersAndNothingElseChanges() throws {
        let old = "title: mine   # a note\ncodes:\n  - id: a\n    brief: x   # kept\n\n  # the second\n  - id: b\n"
        #expect(try adding("No", to: old) == old + "  - id: rs/no\n    name: \"No\"\n    status: proposed\n")
        let unended = "codes:\n- id: a\n  name: A"
        #expect(try adding("B", to: unended) == unended + "\n- id: rs/b\n  name: B\n  status: proposed\n")
    }

    @Test(arguments: [
        "codes: [{id: a}]\n", "codes:\n- id: a\n  definition: |\n    words\ntitle: last\n", "codes: []\n",
        "codes:\n- id: a\n  - x\n", "codes:\n- id: b\n...\n",
    ])
    func aLayoutThatCannotGrowIsRefused(old: String) {
        #expect(throws: FileTrouble.self) { try adding("B", to: old) }
    }

    @Test func namesThatLookLikeYAMLComeBackAsTheyWere() throws {
        let coder = try coder()
        for name in ["- a", "a: b", "\"", "x\ny", "# no", "null", "'"] {
            let text = try adding(name, to: nil)
            let file = try CodebookReader.read(Array(text.utf8), path: "p.yaml", proposer: coder)
            #expect(file.codes.map(\.code.name) == [trimmedOfBlanks(name)])
        }
    }
}
