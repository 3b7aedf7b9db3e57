import CodingCore
import Glibc
import Testing

@testable import StudyFiles

/// Folders from outside: whatever stands in the place of a file, the study opens or says why not, at once.
@Suite struct HostileStudyTests {
    @Test(arguments: ["documents.csv", "speakers.csv", "codebooks/c.yaml", "transcripts/B/B07.turns.csv"])
    func aPipeInThePlaceOfAFileIsReportedAndNotWaitedFor(name: String) throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try Disk.remove(fixture.folder.path(name))
        #expect(unsafe mkfifo(fixture.folder.path(name), 0o600) == 0)
        let findings = Checker.check(fixture.folder)
        #expect(findings.contains { $0.file == name && $0.severity == .problem })
        _ = try fixture.folder.open(document, measure: 66)
    }

    @Test(arguments: ["documents.csv", "codebooks/c.yaml", "transcripts/B/B07.turns.csv"])
    func aFolderInThePlaceOfAFileIsNoCrash(name: String) throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try Disk.remove(fixture.folder.path(name))
        try Disk.makeFolder(fixture.folder.path(name))
        _ = try fixture.folder.load()
        _ = try fixture.folder.open(document, measure: 66)
        #expect(try fixture.folder.load().study.documents.count == 1)
    }

    @Test func aPipeInThePlaceOfTheStudysFileIsThrown() throws {
        let fixture = try StudyFixture()
        try Disk.remove(fixture.folder.path("study.yaml"))
        #expect(unsafe mkfifo(fixture.folder.path("study.yaml"), 0o600) == 0)
        #expect(throws: FileTrouble.self) { try fixture.folder.load() }
    }

    @Test func namesInLogsNeverBecomePathsOutside() throws {
        let fixture = try StudyFixture()
        var document = try fixture.add()
        document.versions = ["../../../../etc/passwd"]
        #expect(throws: FileTrouble.self) { try fixture.folder.open(document, measure: 66) }
        let tag = try #require(VersionTag("0123456789abcdef"))
        #expect(throws: FileTrouble.self) { try fixture.folder.text(version: tag, of: document) }
    }

    @Test func aFileThatNamesAPathAsVersionIsNoDocument() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        let name = "study/transcripts/B/B07.yaml"
        let text = try fixture.temporary.text(of: name)
        try fixture.temporary.write(
            text.split(separator: document.versions[0]).joined(separator: "../../etc/passwd"),
            to: name
        )
        #expect(try fixture.folder.load().study.documents == [])
        #expect(Checker.check(fixture.folder).contains { $0.file == "transcripts/B/B07.yaml" })
    }

    @Test(arguments: [
        "title: &a x\n", "format: gloss/1\nformat: gloss/1\n", "\0", "format: gloss/1\nid: &x y\ntitle: *x\n", "\t\n",
    ])
    func aHostileStudyFileIsThrownWithItsName(text: String) throws {
        let fixture = try StudyFixture()
        try fixture.temporary.write(text, to: "study/study.yaml")
        let error = #expect(throws: FileTrouble.self) { try fixture.folder.load() }
        #expect(error?.path == "study.yaml")
    }

    @Test(arguments: [
        "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "$(id)", "%n%n", "../../x", "\u{1B}[2J", "\u{202E}evil",
    ])
    func namesOfCodesAndDocumentsAreWordsOnly(name: String) throws {
        let fixture = try StudyFixture()
        let code = try fixture.folder.addProposedCode(named: name, in: .empty, by: fixture.author)
        let loaded = try fixture.folder.load()
        #expect(loaded.findings == [])
        #expect(loaded.study.codebook[code.id].map { Array($0.name.utf8) } == Array(CodeName.cleaned(name).utf8))
    }

    @Test func aStudyLoadsWhereNothingCanBeWritten() throws {
        let fixture = try StudyFixture()
        let document = try fixture.add()
        try fixture.temporary.allow("study", mode: 0o500)
        defer { _ = try? fixture.temporary.allow("study", mode: 0o700) }
        #expect(try fixture.folder.load().study.documents.count == 1)
        #expect(try fixture.folder.open(document, measure: 66).findings == [])
    }

    @Test func manyLinesOfNonsenseInALogCostThoseLinesOnly() throws {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let document = try fixture.add()
        try fixture.code(document, words: "block", code: "a")
        let log = "study/codings/rs/B/B07.\(fixture.author.replica).jsonl"
        let good = Array(try fixture.temporary.text(of: log).utf8)
        let bad: [[UInt8]] = [
            [0xFF, 0xFE, 0x00, 0x0A], Array("[]\n{}\nnull\n".utf8), Array("{\"v\":1}\n".utf8),
            Array((String(repeating: "[", count: 10_000) + "\n").utf8), Array("=======\n".utf8),
        ]
        try fixture.temporary.write(bad.joined() + good + good, to: log)
        let contents = try fixture.folder.load()
        #expect(contents.study.codings.count == 1)
        #expect(contents.findings.allSatisfy { $0.line.map { $0 <= 7 } ?? false })
        #expect(contents.findings.count == 7)
    }
}
