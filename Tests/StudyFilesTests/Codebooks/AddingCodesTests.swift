// Codes made while coding: what is written where, what the journal says, and files that cannot be added to.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct AddingCodesTests {
    let fixture: StudyFixture
    let file: String

    init() throws {
        fixture = try StudyFixture(codebook: "codes:\n- id: top\n  name: Top\n")
        file = "codebooks/proposed/rs.\(fixture.author.replica).yaml"
    }

    private func add(_ name: String, parent: String? = nil, brief: String = "") throws -> Code {
        try fixture.folder.addProposedCode(
            named: name,
            parent: parent.flatMap { CodeID($0) },
            brief: brief,
            in: fixture.folder.load().study.codebook,
            by: fixture.author
        )
    }

    private func text() throws -> String { try fixture.temporary.text(of: "study/" + file) }

    @Test func aCodeIsWrittenWithItsParentAndItsBrief() throws {
        let code = try add("Trust: lost", parent: "top", brief: "  Whom they no longer believe. ")
        #expect(
            try text() == """
                title: Codes that rs made while coding
                codes:
                - id: rs/trust-lost
                  name: "Trust: lost"
                  parent: top
                  status: proposed
                  brief: Whom they no longer believe.

                """
        )
        let read = try fixture.folder.load().study.codebook[code.id]
        #expect(read?.parent == CodeID("top"))
        #expect(read?.brief == "Whom they no longer believe.")
        #expect(read?.kind == .code)
        #expect(code.rule.utf8.count == 8)
        #expect(Checker.check(fixture.folder) == [])
    }

    @Test func theJournalTellsOfItFirst() throws {
        _ = try add("Trust")
        let sha256 = SHA256.hexadecimal(of: Array(try text().utf8))
        _ = try add("Fear")
        let entries = Journal.read(fixture.folder).entries.suffix(2)
        #expect(entries.map(\.object) == ["code:rs/trust", "code:rs/fear"])
        #expect(entries.map(\.operation) == ["edit", "edit"])
        #expect(entries.map(\.after) == ["Trust", "Fear"])
        #expect(entries.map(\.file) == [file, file])
        #expect(entries.map(\.shaBefore) == ["", sha256])
        #expect(entries.first?.shaAfter == sha256)
        #expect(Set(entries.map(\.act)).count == 2)
    }

    @Test func aCodeMayStandBelowAnotherProposal() throws {
        _ = try add("Trust")
        let child = try add("Trust in managers", parent: "rs/trust")
        let codebook = try fixture.folder.load().study.codebook
        #expect(codebook.path(of: child.id).map(\.id.description) == ["rs/trust", "rs/trust-in-managers"])
    }

    @Test(arguments: ["", " ", "\t\n", "\r"]) func aNameWithoutWordsMakesNothing(name: String) throws {
        let entries = Journal.read(fixture.folder).entries.count
        let error = #expect(throws: FileTrouble.self) { try add(name) }
        #expect(error?.code == .malformed)
        #expect(error?.path == file)
        #expect(!fixture.temporary.exists("study/" + file))
        #expect(Journal.read(fixture.folder).entries.count == entries)
    }

    @Test func namesThatMakeOneSlugGetNumbers() throws {
        let codes = try ["Café!", "cafe", "CAFE", "Cafe?"].map { try add($0) }
        #expect(codes.map(\.id.description) == ["rs/cafe", "rs/cafe-2", "rs/cafe-3", "rs/cafe-4"])
        #expect(codes.map(\.name) == ["Café!", "cafe", "CAFE", "Cafe?"])
    }

    @Test func whatSomebodyWroteIntoTheFileStaysAsItIs() throws {
        let mine = "# my codes\ntitle: mine\ncodes:\n  - id: old   # keep\n    name:   Old\n    new-key: [1, 2]\n"
        try fixture.temporary.write(mine, to: "study/" + file)
        try fixture.temporary.allow("study/" + file, mode: 0o640)
        _ = try add("New")
        #expect(try text() == mine + "  - id: rs/new\n    name: New\n    status: proposed\n")
        #expect(try Disk.stamp(of: fixture.folder.path(file))?.mode == 0o640)
        let ids = try fixture.folder.load().study.codebook.codes.map(\.id.description)
        #expect(ids == ["top", "rs/old", "rs/new"])
    }

    @Test(arguments: [
        "codes: [{id: old}]\n", "codes:\n- id: old\ntitle: last\n", "codes: x\n", "nonsense", "a: &b c\n",
        "codes:\n- id: o: p\n",
    ])
    func aFileThatCannotBeAddedToIsLeftAlone(bytes: String) throws {
        try fixture.temporary.write(bytes, to: "study/" + file)
        let entries = Journal.read(fixture.folder).entries.count
        let error = #expect(throws: FileTrouble.self) { try add("New") }
        #expect(error?.path == file)
        #expect(try text() == bytes)
        #expect(Journal.read(fixture.folder).entries.count == entries)
    }

    @Test func aLinkInThePlaceOfTheFileIsNotWrittenThrough() throws {
        try fixture.temporary.write("codes:\n", to: "elsewhere.yaml")
        try fixture.temporary.link("study/" + file, to: fixture.temporary.path + "/elsewhere.yaml")
        let error = #expect(throws: FileTrouble.self) { try add("New") }
        #expect(error?.code == .symbolicLink)
        #expect(try fixture.temporary.text(of: "elsewhere.yaml") == "codes:\n")
    }

    @Test func codesMadeInTurnAreShownInTheOrderOfMaking() throws {
        let names = ["Zeal", "Apathy", "Money", "100 days", "中文"]
        for name in names { _ = try add(name) }
        #expect(try fixture.folder.load().study.codebook.codes.dropFirst().map(\.name) == names)
        #expect(try fixture.folder.load().findings == [])
    }
}
