// Journals as they are found: of other coders and clones, merged, torn, spelled otherwise, from a newer Gloss.

import CodingCore
import Foundation
import Testing

@testable import StudyFiles

@Suite struct JournalFileTests {
    let fixture: StudyFixture
    let file: String

    init() throws {
        fixture = try StudyFixture()
        file = "study/journal/rs.\(fixture.author.replica).jsonl"
    }

    private func entry(_ object: String, by author: Author? = nil) -> JournalEntry {
        (author ?? fixture.author).entry(.edit, object: object)
    }

    private func add(_ text: String) throws {
        try fixture.temporary.write(fixture.temporary.text(of: file) + text, to: file)
    }

    private var objects: [String] { Journal.read(fixture.folder).entries.dropFirst().map(\.object) }

    @Test func theFirstLineSaysThatTheStudyWasMade() throws {
        let entries = Journal.read(fixture.folder).entries
        let made = try #require(entries.first)
        #expect(entries.count == 1)
        #expect(made.operation == "create")
        #expect(made.object == "study:\(fixture.author.study)")
        #expect(made.after == "A study: of things")
        #expect(made.file == "study.yaml")
        #expect(try made.shaAfter == SHA256.hexadecimal(of: Disk.read(fixture.folder.path("study.yaml"))))
        #expect(made.act == made.id)
    }

    @Test func emptyValuesAreLeftOutOfTheLine() throws {
        let text = try fixture.temporary.text(of: file)
        #expect(!text.contains("\"\""))
        #expect(!text.contains("sha_before"))
        #expect(text.hasSuffix("\"}\n"))
    }

    @Test func entriesOfOneCallAreOneWriteAndKeepTheirOrder() throws {
        try Journal.append([entry("a"), entry("b"), entry("c")], by: fixture.author)
        try Journal.append([], by: fixture.author)
        #expect(objects == ["a", "b", "c"])
    }

    @Test func clonesAndCodersHaveJournalsOfTheirOwn() throws {
        let laptop = try fixture.author(clone: "laptop")
        let colleague = try fixture.colleague("jb")
        for author in [laptop, colleague] { try Journal.append([entry("x", by: author)], by: author) }
        #expect(try Disk.list(fixture.folder.path("journal")).names.count == 3)
        #expect(objects == ["x", "x"])
        #expect(Journal.read(fixture.folder).findings == [])
    }

    @Test(arguments: [
        "rs.k3f9x2 (conflicted copy).jsonl", "rs.k3f9x2.sync-conflict-20230112-003022-FUKIKK4.jsonl", "old.jsonl",
        "rs.jsonl.orig",
    ])
    func copiesAreReadAndALineThatIsThereTwiceCountsOnce(name: String) throws {
        try Journal.append([entry("a")], by: fixture.author)
        let line = String(decoding: entry("b").line, as: UTF8.self)
        try fixture.temporary.write(fixture.temporary.text(of: file) + line, to: "study/journal/" + name)
        #expect(objects == ["a", "b"])
    }

    @Test(arguments: ["rs.k3f9x2.jsonl.torn-1", "rs.k3f9x2.jsonl.12ab34cd.tmp~", "notes.txt"])
    func otherFilesAreNoJournals(name: String) throws {
        try fixture.temporary.write(entry("b").line, to: "study/journal/" + name)
        #expect(objects == [])
        #expect(Journal.read(fixture.folder).findings == [])
    }

    @Test func carriageReturnsAByteOrderMarkAndEmptyLinesAreTaken() throws {
        try Journal.append([entry("a")], by: fixture.author)
        let text = try fixture.temporary.text(of: file).replacing("\n", with: "\r\n \r\n\r\n")
        try fixture.temporary.write("\u{FEFF}" + text, to: file)
        #expect(objects == ["a"])
        #expect(Journal.read(fixture.folder).entries.count == 2)
        #expect(Journal.read(fixture.folder).findings == [])
        try Journal.append([entry("b")], by: fixture.author)
        #expect(objects == ["a", "b"])
    }

    @Test func unknownKeysNullsAndOtherSpellingsOfNumbersAreTaken() throws {
        let id = fixture.identifiers.next()
        try add(
            "{\"new\":[1,{}],\"why\":null,\"object\":\"x\",\"at\":\"2026-11-22T10:14:03.25Z\",\"by\":\"rs\","
                + "\"op\":\"weave\",\"id\":\"\(id.description.uppercased())\",\"v\":1.0e0}\n"
        )
        let (entries, findings) = Journal.read(fixture.folder)
        #expect(findings == [])
        let odd = try #require(entries.last)
        #expect(odd.id == id)
        #expect(odd.operation == "weave")
        #expect(odd.at == Moment("2026-11-22T10:14:03Z"))
        #expect(odd.act == id)
        #expect(odd.why == "")
    }

    @Test(arguments: ["id", "op", "by", "at", "v"]) func aLineThatLacksANeededKeyIsSaid(key: String) throws {
        let line = String(decoding: entry("x").line, as: UTF8.self)
        try add(line.replacing("\"\(key)\":", with: "\"other\":"))
        let (entries, findings) = Journal.read(fixture.folder)
        #expect(entries.count == 1)
        #expect(findings.map { "study/" + $0.file } == [file])
        #expect(findings.map(\.line) == [2])
        #expect(findings.map(\.what) == ["is no entry that Gloss knows"])
    }

    @Test(arguments: [
        "<<<<<<< HEAD", "=======", ">>>>>>> theirs", "nonsense", "{\"v\":1,\"v\":1}", "[]x", "{\"v\":NaN}",
        "{\"a\":\"\\ud800\"}",
    ])
    func aLineThatCannotBeReadCostsThatLineOnly(bad: String) throws {
        let line = String(decoding: entry("x").line, as: UTF8.self)
        try add(bad + "\n" + line)
        let (entries, findings) = Journal.read(fixture.folder)
        #expect(entries.map(\.object).last == "x")
        #expect(findings.map(\.line) == [2])
        #expect(findings.map(\.severity) == [.problem])
    }

    @Test(arguments: ["{\"v\":1,\"id", "\0\0\0\0", "{\"v\":1}x"])
    func aTornEndIsAWarningAndIsSetAsideAtTheNextEntry(tail: String) throws {
        try add(tail)
        let findings = Journal.read(fixture.folder).findings
        #expect(findings.map(\.severity) == [.warning])
        #expect(findings.map(\.line) == [2])
        try Journal.append([entry("a")], by: fixture.author)
        #expect(objects == ["a"])
        #expect(Journal.read(fixture.folder).findings == [])
        #expect(try fixture.temporary.text(of: file + ".torn-1") == tail)
    }

    @Test func aLastLineThatOnlyLacksItsEndCounts() throws {
        try add(String(decoding: entry("a").line.dropLast(), as: UTF8.self))
        #expect(objects == ["a"])
        #expect(Journal.read(fixture.folder).findings == [])
        try Journal.append([entry("b")], by: fixture.author)
        #expect(objects == ["a", "b"])
    }

    @Test func aBadLineAtTheEndThatIsEndedIsNoTornOne() throws {
        try add("nonsense\n")
        #expect(Journal.read(fixture.folder).findings.map(\.severity) == [.problem])
        #expect(Journal.read(fixture.folder).findings.map(\.line) == [2])
    }

    @Test func nothingIsAddedToAJournalThatANewerGlossContinued() throws {
        try add("{\"v\":2,\"id\":\"\(fixture.identifiers.next())\",\"op\":\"weave\"}\n")
        let before = try fixture.temporary.text(of: file)
        let error = #expect(throws: FileTrouble.self) { try Journal.append([entry("a")], by: fixture.author) }
        #expect(error?.line == 2)
        #expect(error?.path == fixture.folder.name(of: fixture.temporary.path + "/" + file))
        #expect(error?.sentence.contains("format 2") == true)
        // Whatever would be journalled first is not done at all.
        #expect(throws: FileTrouble.self) { try fixture.add() }
        #expect(try fixture.folder.load().study.documents == [])
        #expect(try fixture.temporary.text(of: file) == before)
        // Another clone goes on in its own journal.
        let laptop = try fixture.author(clone: "laptop")
        try Journal.append([entry("b", by: laptop)], by: laptop)
        #expect(objects == ["b"])
    }

    @Test func aJournalThatIsALinkIsNotWrittenThrough() throws {
        let bytes = try Disk.read(fixture.temporary.path + "/" + file)
        try Disk.remove(fixture.temporary.path + "/" + file)
        try fixture.temporary.write(bytes, to: "elsewhere.jsonl")
        try fixture.temporary.link(file, to: fixture.temporary.path + "/elsewhere.jsonl")
        let error = #expect(throws: FileTrouble.self) { try Journal.append([entry("a")], by: fixture.author) }
        #expect(error?.code == .symbolicLink)
        #expect(try Disk.read(fixture.temporary.path + "/elsewhere.jsonl") == bytes)
    }

    @Test(.enabled(if: Disk.exists("/usr/bin/flock")))
    func aJournalHeldForAMomentByAnotherProgramIsWaitedFor() throws {
        let author = fixture.author
        let place = LogPlace.journal(root: author.folder.root, coder: author.coder, replica: author.replica)
        let holder = Process()
        let said = Pipe()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        holder.arguments = ["-F", "-x", place.lockPath, "sh", "-c", "echo held; exec sleep 0.3"]
        holder.standardOutput = said
        try holder.run()
        _ = said.fileHandleForReading.readData(ofLength: 5)
        #expect(trouble { _ = try LogAppender(place) }?.code == .locked)
        try Journal.append([entry("waited")], by: author)
        #expect(objects == ["waited"])
        holder.waitUntilExit()
    }
}
