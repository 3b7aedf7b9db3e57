import CodingCore
import Testing

@testable import StudyFiles

@Suite struct DraftsTests {
    @Test func wordsAreKeptOneFileEachForTheirCoderAlone() throws {
        let fixture = try StudyFixture()
        let drafts = Drafts(of: fixture.author)
        #expect(drafts.names == [] && drafts.sentence == nil)
        try drafts.keep("one\ntwo")
        #expect(drafts.names == [".gloss/drafts/rs-1.md"])
        #expect(drafts.sentence?.contains("is kept in .gloss/drafts/rs-1.md: remove it") == true)
        #expect(try fixture.temporary.text(of: "study/.gloss/drafts/rs-1.md") == "one\ntwo\n")
        #expect(try Disk.stamp(of: fixture.folder.path(".gloss/drafts/rs-1.md"))?.mode == 0o600)
        try drafts.keep("three")
        #expect(drafts.names.count == 2)
        #expect(drafts.sentence?.contains("2 files of .gloss/drafts") == true)
        #expect(Drafts(of: try fixture.colleague("jb")).names == [])
        #expect(fixture.problems == [])
    }

    @Test func nothingIsKeptThroughALink() throws {
        let fixture = try StudyFixture()
        try Disk.makeFolder(fixture.temporary.path + "/elsewhere")
        try Disk.makeFolder(fixture.folder.path(".gloss"))
        try fixture.temporary.link("study/.gloss/drafts", to: fixture.temporary.path + "/elsewhere")
        #expect(throws: FileTrouble.self) { try Drafts(of: fixture.author).keep("words") }
        #expect(try fixture.temporary.files(in: "elsewhere") == [])
    }
}
