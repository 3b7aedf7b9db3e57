// What a merge refuses, and what it leaves to a person: each is named with how to go on, and the rest is taken in.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct MergeRefusalTests {
    let copies: TwoCopies

    init() throws { copies = try TwoCopies() }

    /// The name of the log of jm in the other copy.
    private var log: String {
        get throws { "codings/jm/B/B07.\(try copies.author().replica).jsonl" }
    }

    @Test func theStudyItselfAndAnotherStudyAreRefused() throws {
        #expect(throws: FileTrouble.self) { try copies.here.folder.plan(merging: copies.here.folder) }
        try copies.editThere(
            "study.yaml",
            copies.textThere("study.yaml").replacing("\(copies.here.author.study)", with: "\(copies.document.uuid)")
        )
        let error = #expect(throws: FileTrouble.self) { try copies.plan() }
        #expect(error?.sentence.contains("--any-study") == true)
        #expect(try copies.here.folder.plan(merging: copies.there, anyStudy: true).isEmpty)
    }

    @Test func aTextThatDiffersIsRefusedWithAWayOnAndNoCodingOfItComes() throws {
        try copies.code("nurses", "b")
        let text = try copies.textThere("transcripts/B/B07.txt").replacing("Café", with: "Coffee")
        let sha = SHA256.hexadecimal(of: Array(text.utf8))
        try copies.editThere("transcripts/B/B07.txt", text)
        try copies.editThere("transcripts/.versions/\(sha).txt", text)
        try copies.editThere("transcripts/B/B07.yaml", copies.textThere("transcripts/B/B07.yaml") + "- \"\(sha)\"\n")
        let before = try copies.files()
        let plan = try copies.merge()
        #expect(plan.refused.map(\.file) == ["transcripts/B/B07.txt"])
        #expect(plan.refused.first?.advice.contains("gloss revise B/B07 --from") == true)
        #expect(plan.logLines == 0)
        #expect(try copies.codes == ["rs a"])
        #expect(
            try copies.files().filter { !$0.key.contains("journal") } == before.filter { !$0.key.contains("journal") }
        )
    }

    @Test func codingsOnATextThatIsOldHereComeAndAreNotPlaced() throws {
        try copies.code("nurses", "b")
        let text = try copies.textThere("transcripts/B/B07.txt").replacing("Café", with: "Coffee")
        let sha = SHA256.hexadecimal(of: Array(text.utf8))
        try copies.here.temporary.write(text, to: "study/transcripts/B/B07.txt")
        try copies.here.temporary.write(text, to: "study/transcripts/.versions/\(sha).txt")
        try copies.here.edit("transcripts/B/B07.yaml", "versions:\n", "versions:\n")
        let own = try copies.here.temporary.text(of: "study/transcripts/B/B07.yaml")
        try copies.here.temporary.write(own + "- \"\(sha)\"\n", to: "study/transcripts/B/B07.yaml")
        let plan = try copies.merge()
        #expect(plan.refused == [])
        #expect(plan.left.map(\.what) == ["will have 1 coding on an older text: listed, and not placed"])
        #expect(try copies.codes == ["jm b", "rs a"])
    }

    @Test func anotherDocumentUnderTheSameIdIsRefused() throws {
        let own = try copies.here.add("D/D01", "Ann: One.\n")
        let other = try copies.add("D/D01", "Ann: Two.\n")
        try copies.code("Two", "a", of: other)
        let plan = try copies.merge()
        #expect(plan.refused.map(\.file) == ["transcripts/D/D01.yaml"])
        #expect(try copies.here.folder.open(own, measure: 66).transcript.text.utf8 == Array("Ann: One.\n".utf8))
        #expect(try copies.codes == ["rs a"])
    }

    @Test func oneIdWithTwoContentsIsRefusedAndNamed() throws {
        try copies.code("nurses", "b")
        try copies.merge()
        let line = try copies.textThere(log)
        try copies.editThere(log, line.replacing("\"code\":\"b\"", with: "\"code\":\"a\""))
        let before = try copies.files()
        let plan = try copies.merge()
        #expect(plan.refused.map(\.file) == [try log])
        #expect(plan.refused.first?.line == 1)
        #expect(try copies.files() == before)
    }

    @Test func aLineThatIsNoneIsNamedAndTheOthersCome() throws {
        try copies.code("nurses", "b")
        try copies.editThere(log, "{\"v\":1,\"id\":\n" + copies.textThere(log))
        let plan = try copies.merge()
        #expect(plan.refused.map(\.line) == [1])
        #expect(try copies.codes == ["jm b", "rs a"])
        #expect(copies.here.problems == [])
    }

    @Test func aTornEndIsNotTaken() throws {
        try copies.code("nurses", "b")
        try copies.editThere(log, copies.textThere(log) + "{\"v\":1,\"id\":\"01")
        #expect(try copies.merge().refused == [])
        #expect(try copies.here.temporary.text(of: "study/" + log).hasSuffix("}\n"))
    }

    @Test func aLogOfANewerGlossIsRefused() throws {
        try copies.code("nurses", "b")
        try copies.editThere(log, copies.textThere(log) + "{\"v\":2,\"id\":\"x\",\"op\":\"weave\"}\n")
        let plan = try copies.merge()
        #expect(plan.refused.contains { $0.advice.contains("update Gloss") })
        #expect(try copies.codes == ["rs a"])
    }

    @Test func aTextThatIsNotWhatItsHashSaysIsRefused() throws {
        let other = try copies.add("C/C02", "Ann: Nobody knows.\n")
        try copies.editThere("transcripts/.versions/\(other.versions[0]).txt", "Ann: Somebody knows.\n")
        let plan = try copies.merge()
        #expect(plan.documents.isEmpty)
        #expect(plan.refused.count == 1)
        #expect(try copies.here.folder.load().study.documents.count == 1)
    }

    @Test func linksAreNotFollowed() throws {
        let other = try copies.add("C/C02", "Ann: Nobody knows.\n")
        try copies.here.temporary.write("secret", to: "secret.txt")
        let version = "other/transcripts/.versions/\(other.versions[0]).txt"
        try Disk.remove(copies.here.temporary.path + "/" + version)
        try copies.here.temporary.link(version, to: copies.here.temporary.path + "/secret.txt")
        try copies.here.temporary.link("other/codings/jm", to: copies.here.temporary.path)
        let plan = try copies.merge()
        #expect(plan.documents.isEmpty)
        #expect(plan.refused.count == 2)
        #expect(try copies.here.temporary.files(in: "study").allSatisfy { !$0.contains("secret") })
    }

    @Test func whatPeopleAgreedOnIsLeftToAPerson() throws {
        try copies.editThere("codebooks/book.yaml", "title: T\ncodes:\n- id: a\n  name: A\n- id: c\n  name: C\n")
        let table = try copies.textThere("documents.csv")
        try copies.editThere(
            "documents.csv",
            table.replacing("document\n", with: "document,site\n").replacing("B/B07\n", with: "B/B07,B\n")
        )
        let before = try copies.files()
        let plan = try copies.merge()
        #expect(plan.refused == [])
        #expect(
            plan.left.map(\.what) == [
                "differs from the other copy's: only there: c; only here: b",
                "has nothing as the site of B/B07; the other copy has “B”",
            ]
        )
        #expect(try copies.files() == before)
    }

    @Test func proposedCodesComeAndGrow() throws {
        let name = "codebooks/proposed/jm.abc123.yaml"
        let first = "title: jm\ncodes:\n- id: jm/new\n  name: New\n  status: proposed\n"
        try copies.editThere(name, first)
        #expect(try copies.merge().codes.map(\.description) == ["jm/new"])
        try copies.editThere(name, first + "- id: jm/more\n  name: More\n  status: proposed\n")
        #expect(try copies.merge().codes.map(\.description) == ["jm/more"])
        #expect(try copies.here.temporary.text(of: "study/" + name) == copies.textThere(name))
        // A shorter one is an older one.
        try copies.editThere(name, first)
        #expect(try copies.plan().isEmpty)
        #expect(try copies.plan().left == [])
    }

    @Test(arguments: ["write", "fsync", "rename"]) func aMergeThatFailsCanBeRepeated(call: String) throws {
        let other = try copies.add("C/C02", "Ann: Nobody knows.\n")
        try copies.code("nurses", "b")
        try copies.code("Nobody", "a", of: other)
        let plan = try copies.plan()
        var failures = 0
        for last in 0..<40 {
            let counter = Counter()
            let fault = SystemCalls(failing: call, with: EIO)
            var calls = SystemCalls.system
            switch call {
            case "write":
                calls.write = { counter.next() < last ? SystemCalls.systemWrite($0, $1) : fault.write($0, $1) }
            case "fsync": calls.fsync = { counter.next() < last ? Glibc.fsync($0) : fault.fsync($0) }
            default: calls.rename = { unsafe counter.next() < last ? Glibc.rename($0, $1) : fault.rename($0, $1) }
            }
            do { try copies.here.folder.merge(plan, by: copies.here.author(calls: calls)) } catch { failures += 1 }
            #expect(try copies.here.folder.load().study.codings.contains { $0.coder == copies.here.author.coder })
        }
        #expect(failures > 0)
        try copies.merge()
        #expect(try copies.codes == ["jm a", "jm b", "rs a"])
        #expect(copies.here.problems == [])
        #expect(try copies.plan().isEmpty)
    }
}
