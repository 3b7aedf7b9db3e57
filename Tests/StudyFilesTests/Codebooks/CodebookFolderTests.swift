import CodingCore
import Testing

@testable import StudyFiles

@Suite struct CodebookFolderTests {
    private func code(_ text: String) throws -> CodeID { try #require(CodeID(text)) }

    @Test func filesAreTakenInTheOrderOfTheirNames() throws {
        let folder = try TemporaryFolder()
        try folder.write("title: Two\ncodes:\n- id: c\n", to: "codebooks/b.yaml")
        try folder.write("title: One\ncodes:\n- id: a\n- id: b\n  parent: c\n", to: "codebooks/a.yaml")
        try folder.write("codes:\n- id: trust\n", to: "codebooks/proposed/rs.k3f9x2.yaml")
        try folder.write("nonsense", to: "codebooks/notes.txt")
        let read = CodebookFolder.read(root: folder.path)
        #expect(read.findings == [])
        #expect(read.codebook.title == "One")
        #expect(read.codebook.codes.map(\.id.description) == ["a", "c", "b", "rs/trust"])
        #expect(try read.places[code("b")]?.line == 4)
        #expect(try read.places[code("rs/trust")]?.file == "codebooks/proposed/rs.k3f9x2.yaml")
    }

    @Test func aStudyWithoutCodebooksHasAnEmptyOne() throws {
        let folder = try TemporaryFolder()
        let read = CodebookFolder.read(root: folder.path)
        #expect(read.codebook.codes.isEmpty)
        #expect(read.findings == [])
    }

    @Test(arguments: [
        ("codebooks/b.yaml", "codes: [", "codebooks/b.yaml" as String?),
        ("codebooks/proposed/jm.yaml", "codes: [", nil),
        ("codebooks/proposed/jm.k3f9x2.yaml", "codes:\n- id: x\n", nil), ("codebooks/notes.txt", "codes: [", nil),
    ])
    func aFileThatEverybodySharesHasToBeReadForTheCodesToBeKnown(name: String, text: String, unread: String?) throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: a\n", to: "codebooks/a.yaml")
        try folder.write(text, to: name)
        let codebook = CodebookFolder.read(root: folder.path).codebook
        #expect(codebook.unreadFile == unread)
        #expect(try codebook.adding(Code(id: code("z"), name: "Z")).unreadFile == unread)
        #expect((codebook.whyNoNewCodes == nil) == (unread == nil))
    }

    @Test func whatTheSystemWillNotGiveMayHaveAnyCode() throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: a\n", to: "codebooks/a.yaml")
        try folder.write("", to: "codebooks/proposed/rs.k3f9x2.yaml")
        // A file whose reading fails for root too.
        try folder.link("codebooks/proposed/jm.k3f9x2.yaml", to: "/proc/self/mem")
        let read = CodebookFolder.read(root: folder.path)
        #expect(read.codebook.unreadFile == "codebooks/proposed/jm.k3f9x2.yaml")
        #expect(read.codebook.codes.count == 1 && read.findings.count == 1)
    }

    @Test func theVersionFollowsTheBytesOfTheAgreedFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: a\n", to: "codebooks/a.yaml")
        let first = CodebookFolder.read(root: folder.path).codebook.version
        try folder.write("codes:\n- id: x\n", to: "codebooks/proposed/rs.k3f9x2.yaml")
        #expect(CodebookFolder.read(root: folder.path).codebook.version == first)
        try folder.write("codes:\n- id: a\n# comment\n", to: "codebooks/a.yaml")
        let second = CodebookFolder.read(root: folder.path).codebook.version
        #expect(first.utf8.count == 8)
        #expect(second != first)
    }

    @Test(arguments: [
        ("- id: a\n- id: a\n  name: b\n", 3, "again"),
        ("- id: a\n  parent: z\n", 2, "parent"),
        ("- id: a\n  parent: b\n- id: b\n  parent: b\n", 4, "below itself"),
        ("- id: a\n  status: 'merged-into: z'\n", 2, "merged into"),
        ("- id: a\n  mnemonic: bc\n- id: b\n  mnemonic: BC\n", 4, "mnemonic"),
        ("- id: a\n  mnemonic: bcd\n- id: b\n  mnemonic: bc\n", 2, "mnemonic"),
    ])
    func faultsBetweenEntriesAreReportedWithTheirLine(entries: String, line: Int, word: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n" + entries, to: "codebooks/a.yaml")
        let read = CodebookFolder.read(root: folder.path)
        #expect(read.findings.map(\.line) == [line])
        #expect(read.findings.first?.what.contains(word) == true)
        #expect(!read.codebook.codes.isEmpty)
    }

    /// A Cyrillic letter beside Latin ones, and one letter composed and decomposed.
    @Test(arguments: [("Trust", "Тrust"), ("caf\u{E9}", "cafe\u{301}")])
    func codesWhoseNamesLookAlikeAreBothKeptAndWarnedOf(_ one: String, _ other: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: a\n  name: \(one)\n- id: b\n  name: \(other)\n", to: "codebooks/a.yaml")
        let read = CodebookFolder.read(root: folder.path)
        #expect(read.codebook.codes.map { Array($0.name.utf8) } == [Array(one.utf8), Array(other.utf8)])
        #expect(read.findings.map(\.severity) == [.warning])
        #expect(read.findings.map(\.line) == [4])
        #expect(read.findings.first?.what.contains("looks like that of a in other letters") == true)
    }

    @Test func retiredNamesLookLikeNothingElse() throws {
        let folder = try TemporaryFolder()
        let entries = "- id: a\n  name: Trust\n- id: b\n  name: Тrust\n  status: retired\n"
        try folder.write("codes:\n" + entries, to: "codebooks/a.yaml")
        #expect(CodebookFolder.read(root: folder.path).findings == [])
    }

    @Test func oneNameOfTwoCodesIsWarnedOfAndThatOfAProposalIsNot() throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: a\n  name: Trust\n- id: c\n  name: Trust\n", to: "codebooks/a.yaml")
        try folder.write("codes:\n- id: rs/trust\n  name: Trust\n", to: "codebooks/proposed/rs.k3f9x2.yaml")
        let findings = CodebookFolder.read(root: folder.path).findings
        #expect(findings.map(\.line) == [4] && findings.first?.severity == .warning)
        #expect(findings.first?.what == "c has the name “Trust”, which a has too")
    }

    @Test func aRetiredCodesMnemonicHidesNothing() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "codes:\n- id: a\n  mnemonic: bc\n  status: retired\n- id: b\n  mnemonic: bc\n",
            to: "codebooks/a.yaml"
        )
        #expect(CodebookFolder.read(root: folder.path).findings == [])
    }

    @Test func oneBrokenFileDoesNotTakeTheOthersWithIt() throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: a\n", to: "codebooks/a.yaml")
        try folder.write("codes:\n- id: 'b\n", to: "codebooks/b.yaml")
        let read = CodebookFolder.read(root: folder.path)
        #expect(read.codebook.codes.map(\.id.description) == ["a"])
        #expect(read.findings.map(\.file) == ["codebooks/b.yaml"])
    }

    @Test func aConflictCopyOfProposalsAddsNothingButWhatIsNew() throws {
        let folder = try TemporaryFolder()
        try folder.write("codes:\n- id: x\n", to: "codebooks/proposed/rs.k3f9x2.yaml")
        try folder.write("codes:\n- id: x\n- id: y\n", to: "codebooks/proposed/rs.k3f9x2 (copy).yaml")
        try folder.write("codes:\n- id: x\n", to: "codebooks/proposed/R S.yaml")
        let read = CodebookFolder.read(root: folder.path)
        #expect(Set(read.codebook.codes.map(\.id.description)) == ["rs/x", "rs/y"])
        #expect(read.findings.map(\.file) == ["codebooks/proposed/R S.yaml"])
    }
}
