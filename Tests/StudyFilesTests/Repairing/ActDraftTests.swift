// Acts over several documents that a crash cut off: begun, they are done to their end.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct ActDraftTests {
    private func fixture() throws -> (StudyFixture, [DocumentRecord]) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        let documents = try [fixture.add(), fixture.add("B/B08"), fixture.add("B/B09")]
        for document in documents { try fixture.code(document, words: "nurses", code: "a") }
        return (fixture, documents)
    }

    /// One act that stars the coding of each document.
    private func act(
        _ fixture: StudyFixture,
        _ documents: [DocumentRecord]
    ) throws -> [(document: DocumentRecord, line: LogLine)] {
        let codings = try fixture.folder.load().study.codings
        let lines = CodingSession(fixture.author).edit.spread(codings.map { .change($0, CodingChanges(star: 2)) })
        return try documents.map { ($0, try #require(lines[$0.uuid])) }
    }

    private func repair(_ fixture: StudyFixture) throws -> [Repair] {
        let replicas = Replicas(state: StateFolder(path: fixture.temporary.path + "/state"), machine: "m")
        return try Repairer.repair(fixture.folder, replicas: replicas)
    }

    private func stars(_ fixture: StudyFixture) throws -> [Int] { try fixture.folder.load().study.codings.map(\.star) }

    @Test func anActThatWentWellLeavesNoDraft() throws {
        let (fixture, documents) = try fixture()
        try CodingSession(fixture.author).append(act: act(fixture, documents))
        #expect(ActDraft.all(in: fixture.folder).isEmpty)
        #expect(try stars(fixture) == [2, 2, 2])
        #expect(try repair(fixture) == [])
    }

    @Test(arguments: 0...3)
    func anActCutOffIsOfferedAndCompleted(written: Int) throws {
        let (fixture, documents) = try fixture()
        let act = try act(fixture, documents)
        let draft = ActDraft(
            coder: fixture.author.coder,
            act: act[0].line.act,
            lines: act.map { ($0.document.uuid, $0.line) }
        )
        try draft.write(in: fixture.folder, calls: .system)
        for part in act.prefix(written) { try CodingSession(fixture.author).append(part.line, to: part.document) }
        let isHalfDone = (1...2).contains(written)
        #expect(fixture.problems.contains { $0.advice.contains("--repair") } == isHalfDone)

        #expect(try repair(fixture).map(\.isDone) == [true])
        #expect(try stars(fixture) == (written == 0 ? [0, 0, 0] : [2, 2, 2]))
        #expect(fixture.problems == [])
        #expect(try repair(fixture) == [])
        // One undo takes the whole of it back.
        let history = UndoHistory(try CodingSession(fixture.author).ownOperations())
        if written > 0 { #expect(history.nextToUndo?.operations.count == 3) }
    }

    @Test(arguments: 0...3)
    func inACopyOfTheFolderAnActThatWasBegunIsCompletedInLogsOfItsOwn(written: Int) throws {
        let (fixture, documents) = try fixture()
        let act = try act(fixture, documents)
        let lines = act.map { ($0.document.uuid, $0.line) }
        let draft = ActDraft(coder: fixture.author.coder, act: act[0].line.act, lines: lines)
        try draft.write(in: fixture.folder, calls: .system)
        for part in act.prefix(written) { try CodingSession(fixture.author).append(part.line, to: part.document) }
        let logs = try documents.map { try fixture.temporary.text(of: fixture.log("\($0.id)")) }

        // A machine that has never written here, such as one that the folder was restored to.
        let elsewhere = Replicas(state: StateFolder(path: fixture.temporary.path + "/state2"), machine: "m2")
        let repairs = try Repairer.repair(fixture.folder, replicas: elsewhere)
        #expect(repairs.map(\.isDone) == (written == 0 ? [] : [true]))
        #expect(try stars(fixture) == (written == 0 ? [0, 0, 0] : [2, 2, 2]))
        #expect(fixture.problems == [])
        #expect(try documents.map { try fixture.temporary.text(of: fixture.log("\($0.id)")) } == logs)

        // Where it was begun, the same is done again, and nothing is there twice.
        for part in act.dropFirst(written) { try CodingSession(fixture.author).append(part.line, to: part.document) }
        #expect(try stars(fixture) == [2, 2, 2])
        #expect(fixture.problems == [])
    }

    @Test func withoutADraftTheMissingPartIsToBeFetched() throws {
        let (fixture, documents) = try fixture()
        let part = try act(fixture, documents)[0]
        try CodingSession(fixture.author).append(part.line, to: part.document)
        #expect(fixture.problems.map(\.advice) == ["fetch the missing logs, or do the act again"])
        #expect(try repair(fixture) == [])
    }

    @Test(arguments: ["", "{}", "{\"doc\":\"x\"}\n", "[1]\n"])
    func aDraftThatIsNoneIsNoFailure(text: String) throws {
        let (fixture, _) = try fixture()
        let name = "study/.gloss/acts/rs.01900000-0000-7000-8000-000000000001.jsonl"
        try fixture.temporary.write(text, to: name)
        try fixture.temporary.write(text, to: "study/.gloss/acts/other.txt")
        #expect(try repair(fixture).map(\.isDone) == [true])
        #expect(!fixture.temporary.exists(name))
    }
}
