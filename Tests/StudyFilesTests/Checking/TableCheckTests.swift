// What is not there and what nobody reads is said as well.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct TableCheckTests {
    private func fixture(documents: [String] = ["B/B07", "B/B08", "C/C01"]) throws -> StudyFixture {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n  name: A\n- id: b\n  name: B\n")
        for id in documents { try fixture.add(id, StudyFixture.sampleText + id + "\n") }
        return fixture
    }

    @Test func aDeletedTableIsOneProblem() throws {
        let fixture = try fixture()
        try Disk.remove(fixture.folder.path("documents.csv"))
        #expect(fixture.problems.map(\.file) == ["documents.csv"])
        #expect(fixture.problems.first?.what == "is missing, and with it the attributes of 3 documents")
    }

    @Test(arguments: [
        ("", "has no row for B/B07 and for 2 more, so attributes may be gone"),
        ("document,site\n", "has no row for B/B07 and for 2 more, so attributes may be gone"),
        ("document\nB/B07\nC/C01\n", "has no row for B/B08, so attributes may be gone"),
    ])
    func anEmptiedTableIsOneProblem(text: String, what: String) throws {
        let fixture = try fixture()
        try fixture.temporary.write(text, to: "study/documents.csv")
        #expect(fixture.problems.map(\.what) == [what])
    }

    @Test func aTableThatCannotBeReadIsToldOfOnce() throws {
        let fixture = try fixture()
        try fixture.temporary.write("name\nB/B07\n", to: "study/documents.csv")
        #expect(fixture.problems.map(\.file) == ["documents.csv"])
    }

    @Test func aStudyWithoutDocumentsNeedsNoRows() throws {
        let fixture = try fixture(documents: [])
        try Disk.remove(fixture.folder.path("documents.csv"))
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func keysThatLookLikeSlipsAreWarnings() throws {
        let fixture = try fixture()
        try fixture.edit("codebooks/book.yaml", "  name: A", "  name: A\n  defintion: x\n  note: y")
        try fixture.edit("codebooks/book.yaml", "  name: B", "  name: B\n  defintion: z\n  status: retired")
        let findings = Checker.check(fixture.folder)
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.map(\.line) == [4])
        #expect(findings.map(\.what) == ["has the key “defintion”, which nobody reads, 2 times"])
        #expect(findings.first?.advice == "write “definition” if that is meant")
    }

    @Test func keysOfPeoplesOwnAreTheirs() throws {
        let fixture = try fixture()
        try fixture.edit(
            "codebooks/book.yaml",
            "  name: A",
            "  name: A\n  sources: x\n  note: y\n  Ünï: z\n  source-name: n"
        )
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func keysOfProposedCodesAreLookedAtAndBrokenFilesAreToldOfOnce() throws {
        let fixture = try fixture()
        try fixture.temporary.write("codes:\n- id: x\n  colr: red\n", to: "study/codebooks/proposed/rs.abcdef.yaml")
        try fixture.temporary.write("codes: [\n", to: "study/codebooks/other.yaml")
        let findings = Checker.check(fixture.folder).map { "\($0.file):\($0.line ?? 0)" }
        #expect(findings.count == 2)
        #expect(findings.contains("codebooks/proposed/rs.abcdef.yaml:3"))
        #expect(findings.contains { $0.hasPrefix("codebooks/other.yaml") })
    }
}
