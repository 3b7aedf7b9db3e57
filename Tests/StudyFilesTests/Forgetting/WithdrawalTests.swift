// A participant withdrew: what goes, what stays, and that it does not come back.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct WithdrawalTests {
    static let words = "We never talked about the beds in the corridor again."

    /// Two interviews of Ann, one of Bea, coded by two people at two clones.
    private func fixture() throws -> (StudyFixture, [DocumentRecord]) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        let documents = try [
            fixture.add("B/B07", "INT: What changed?\n\nAnn: \(Self.words) Nurses left.\n"),
            fixture.add("B/B08", "INT: And then?\n\nAnn: Nurses came back.\n"),
            fixture.add("B/B09", "INT: What changed?\n\nAnn: Another Ann, other words. Nurses stayed.\n"),
        ]
        try fixture.edit("speakers.csv", "B/B08,Ann,B08", "B/B08,Ann,B07")
        let other = try fixture.colleague("jm")
        for document in documents {
            try fixture.code(document, words: "Nurses", code: "a")
            try fixture.code(document, words: "Nurses", code: "b", by: other)
        }
        _ = try fixture.folder.setAttributes(
            documents.map { ($0, Attributes([(name: "age", value: "forty-one")])) },
            by: fixture.author
        )
        return (fixture, documents)
    }

    private func withdrawal(_ name: String, _ fixture: StudyFixture) throws -> Withdrawal {
        try Withdrawal(of: name, in: fixture.folder.load(), fixture.folder)
    }

    private func repair(_ fixture: StudyFixture) throws -> [Repair] {
        let replicas = Replicas(state: StateFolder(path: fixture.temporary.path + "/state"), machine: "m")
        return try Repairer.repair(fixture.folder, replicas: replicas)
    }

    /// Every file of the study that has some words in it, or their place in its name.
    private func files(with words: String, _ fixture: StudyFixture) throws -> [String] {
        try fixture.temporary.files(in: "study").filter { name in
            try fixture.temporary.text(of: name).contains(words) || name.contains(words)
        }
    }

    @Test func allDocumentsOfTheParticipantGoAndTheOthersStay() throws {
        let (fixture, documents) = try fixture()
        let withdrawal = try withdrawal("B07", fixture)
        #expect(withdrawal.documents.map(\.id.description) == ["B/B07", "B/B08"])
        #expect(withdrawal.participants == ["B07"])
        #expect(withdrawal.codings.map(\.count) == [2, 2])
        let before = try fixture.folder.load().study.codings.filter { $0.document == documents[2].uuid }
        try withdrawal.carryOut(why: "withdrew", by: fixture.author)

        let after = try fixture.folder.load().study
        #expect(after.documents.map(\.id.description) == ["B/B09"])
        #expect(after.codings == before)
        #expect(fixture.problems == [])
        #expect(try files(with: "corridor", fixture) == [])
        #expect(try files(with: "came back", fixture) == [])
        #expect(try files(with: "B/B07", fixture) == [])
        for version in documents[0].versions + documents[1].versions {
            #expect(!fixture.temporary.exists("study/transcripts/.versions/\(version).txt"))
        }
        // The journal says that, not who.
        let entries = Journal.read(fixture.folder).entries
        #expect(entries.last?.operation == "forget")
        #expect(entries.last?.why == "withdrew")
        #expect(!entries.contains { $0.object == "document:\(documents[0].uuid)" })
        #expect(try repair(fixture) == [])
    }

    @Test func whatGoesIsSaidBeforeAndIsWhatGoes() throws {
        let (fixture, _) = try fixture()
        let before = Set(try fixture.temporary.files(in: "study"))
        let withdrawal = try withdrawal("B/B07", fixture)
        #expect(Set(try fixture.temporary.files(in: "study")) == before)
        try withdrawal.carryOut(why: "", by: fixture.author)
        let gone = before.subtracting(try fixture.temporary.files(in: "study")).map { String($0.dropFirst(6)) }
        #expect(Set(withdrawal.parts.filter(\.extent.isEmpty).map(\.file)) == Set(gone))
        let shortened = withdrawal.parts.filter { !$0.extent.isEmpty }
        #expect(Set(shortened.map(\.file)).isSuperset(of: ["documents.csv", "speakers.csv"]))
    }

    @Test func aCodingOfAForgottenDocumentThatComesBackIsNotShownAndRepairRemovesIt() throws {
        let (fixture, documents) = try fixture()
        let other = try fixture.author("pk", clone: "pk")
        let late = try fixture.line(on: documents[0], words: "beds in the corridor", code: "b", by: other)
        let files = try fixture.temporary.files(in: "study").map { ($0, try fixture.temporary.text(of: $0)) }
        try withdrawal("B07", fixture).carryOut(why: "", by: fixture.author)
        // A synchronised folder brings everything back, and with it what a colleague coded meanwhile.
        for (name, text) in files where name.contains("B07") || name.contains(documents[0].versions[0]) {
            try fixture.temporary.write(text, to: name)
        }
        try fixture.temporary.write(LogLineWriter.bytes(late), to: "study/codings/pk/B/B07.zzzzzz.jsonl")
        let study = try fixture.folder.load().study
        #expect(study.documents.map(\.id.description) == ["B/B09"])
        #expect(study.codings.allSatisfy { $0.document == documents[2].uuid })
        #expect(fixture.problems.contains { $0.what.contains("was forgotten") && $0.advice.contains("--repair") })

        #expect(try repair(fixture).allSatisfy(\.isDone))
        #expect(try self.files(with: "corridor", fixture) == [])
        #expect(fixture.problems == [])
    }

    @Test(arguments: ["nobody", "B/B99", "INT"])
    func whoIsNotThereCannotWithdraw(name: String) throws {
        let (fixture, _) = try fixture()
        #expect(throws: FileTrouble.self) { try withdrawal(name, fixture) }
    }

    @Test func aDocumentWithTheTalkOfOthersIsNotRemovedForOneOfThem() throws {
        let (fixture, _) = try fixture()
        let speakers = try fixture.temporary.text(of: "study/speakers.csv")
        try fixture.temporary.write(speakers + "B/B08,Cy,Cy,no\n", to: "study/speakers.csv")
        let withdrawal = try withdrawal("B07", fixture)
        #expect(withdrawal.documents.map(\.id.description) == ["B/B07"])
        #expect(withdrawal.talks.map(\.document.id.description) == ["B/B08"])
        // Whoever names the document itself means all of it.
        #expect(try self.withdrawal("B/B08", fixture).participants == ["B07", "Cy"])
    }

    @Test func wordsRepeatedElsewhereAreSaidWithTheirLines() throws {
        let (fixture, documents) = try fixture()
        try fixture.temporary.write(
            "# Beds\n\nAnn said: we NEVER talked about\nthe beds in the corridor.\n",
            to: "study/memos/2026-11-22-rs-beds.md"
        )
        try fixture.temporary.write("INT: What changed?\n", to: "study/memos/other.md")
        let session = CodingSession(fixture.author)
        let coding = try #require(try fixture.folder.load().study.codings.first { $0.document == documents[2].uuid })
        let change = session.edit.change(coding, CodingChanges(memo: "as in B07: never talked about the beds in the"))
        try session.append(#require(change), to: documents[2])
        session.close()
        let echoes = try withdrawal("B07", fixture).echoes
        #expect(echoes.map(\.file).contains("memos/2026-11-22-rs-beds.md"))
        #expect(echoes.first { $0.file.hasPrefix("memos/") }?.line == 3)
        #expect(echoes.contains { $0.file.hasPrefix("codings/") && $0.file.contains("B09") })
        #expect(!echoes.contains { $0.file == "memos/other.md" })
    }

    @Test func aCrashAfterTheTombstoneIsRepairedToTheEnd() throws {
        let (fixture, documents) = try fixture()
        let line = LogOperation(
            id: fixture.identifiers.next(),
            by: fixture.author.coder,
            at: Moment(secondsSince1970: 0),
            body: .tombstone(Tombstone(.forget, documents: [documents[0].uuid], texts: documents[0].versions))
        )
        try fixture.temporary.write(
            LogLineWriter.bytes(LogLine(line)),
            to: "study/codings/rs/forgotten.\(fixture.author.replica).jsonl"
        )
        #expect(try fixture.folder.load().study.documents.count == 2)
        #expect(try repair(fixture).allSatisfy(\.isDone))
        #expect(try files(with: "corridor", fixture) == [])
        #expect(fixture.problems == [])
    }
}
