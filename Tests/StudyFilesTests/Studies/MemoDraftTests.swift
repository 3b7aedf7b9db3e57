import CodingCore
import Testing

@testable import StudyFiles

/// Memos that were cut off: kept in the study's own folder, for their writer alone.
@Suite struct MemoDraftTests {
    private func id(_ number: UInt64) -> Identifier { .version7(milliseconds: number, random: (number, number)) }

    private func coder(_ name: String) throws -> CoderID { try #require(CoderID(name)) }

    @Test func aDraftIsFoundAgainByItsWriterOnly() throws {
        let fixture = try StudyFixture()
        let drafts = [
            MemoDraft(document: id(1), coding: id(2), text: "half a “tho"),
            MemoDraft(document: id(1), coding: nil, text: "Zwei\nZeilen"),
        ]
        for draft in drafts { try fixture.folder.keep(draft, by: coder("rs")) }
        try fixture.folder.keep(MemoDraft(document: id(1), coding: id(2), text: "mine"), by: coder("jm"))
        #expect(Set(try fixture.folder.memoDrafts(of: coder("rs"))) == Set(drafts))
        #expect(try fixture.folder.memoDrafts(of: coder("jm")).map(\.text) == ["mine"])
        #expect(try fixture.folder.memoDrafts(of: coder("kt")) == [])
        #expect(fixture.problems == [])
    }

    @Test func theNewestOnOneCodingIsKeptAndGoesWhenItIsGivenUp() throws {
        let fixture = try StudyFixture()
        let rs = try coder("rs")
        try fixture.folder.keep(MemoDraft(document: id(1), coding: id(2), text: "old"), by: rs)
        let draft = MemoDraft(document: id(1), coding: id(2), text: "new")
        try fixture.folder.keep(draft, by: rs)
        #expect(fixture.folder.memoDrafts(of: rs) == [draft])
        for _ in 0..<2 { try fixture.folder.remove(draft, by: rs) }
        #expect(fixture.folder.memoDrafts(of: rs) == [])
    }

    @Test func theWordsAreInTheStudyForNobodyElseToRead() throws {
        let fixture = try StudyFixture()
        try fixture.folder.keep(MemoDraft(document: id(1), coding: nil, text: "x"), by: coder("rs"))
        let name = try #require(fixture.temporary.files().first { $0.hasSuffix(".memo.md") })
        #expect(name.hasPrefix("study/.gloss/drafts/"))
        #expect(try Disk.stamp(of: fixture.temporary.path + "/" + name)?.mode == 0o600)
    }

    @Test func draftsGoWithTheDocumentThatIsForgotten() throws {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let document = try fixture.add()
        let rs = try coder("rs")
        try fixture.folder.keep(MemoDraft(document: document.uuid, coding: nil, text: "her words"), by: rs)
        try fixture.folder.keep(MemoDraft(document: id(9), coding: nil, text: "others"), by: rs)
        let withdrawal = try Withdrawal(of: "B/B07", in: fixture.folder.load(), fixture.folder)
        try withdrawal.carryOut(why: "", by: fixture.author)
        #expect(fixture.folder.memoDrafts(of: rs).map(\.text) == ["others"])
    }

    @Test(arguments: [
        "notes.txt", "x.rs.passage.memo.md", "019abcde-0000-7000-8000-000000000001.rs.elsewhere.memo.md",
        "019abcde-0000-7000-8000-000000000001.rs.passage.txt",
    ])
    func otherFilesAreNoDrafts(name: String) throws {
        let fixture = try StudyFixture()
        try fixture.temporary.write("x", to: "study/.gloss/drafts/" + name)
        #expect(try fixture.folder.memoDrafts(of: coder("rs")) == [])
    }
}
