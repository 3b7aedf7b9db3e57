// One participant of a group withdraws: their talk goes, and the others' talk keeps its codings.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct GroupWithdrawalTests {
    static let talk = """
        INT: Who decides about the beds?

        Ann: The board does, and nobody tells the ward.

        Bea: Our sister hides two beds behind the curtain.

        Ann: I heard that. She hides two beds!

        Bea: So we cope.

        """

    private let fixture: StudyFixture
    private let group: DocumentRecord

    init() throws {
        fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n")
        group = try fixture.add("G/FG1", Self.talk)
        // The fixture knows INT and Ann; the third voice is found as a person would correct it.
        try fixture.temporary.write(
            fixture.temporary.text(of: "study/speakers.csv").replacing("G/FG1,Ann,Ann", with: "G/FG1,Ann,P1")
                + "G/FG1,Bea,P2,no\n",
            to: "study/speakers.csv"
        )
        let text = CanonicalText(Self.talk)
        let blocks = Self.blocks(of: text)
        try fixture.temporary.write(TurnTable.bytes(of: blocks), to: "study/transcripts/G/FG1.turns.csv")
    }

    private static func blocks(of text: CanonicalText) -> [Block] {
        let labels = ["INT: ", "Ann: ", "Bea: "]
        let cuts = labels.flatMap { text.occurrences(of: $0).map(\.start) }.sorted() + [text.scalarCount]
        return zip(cuts, cuts.dropFirst()).map { start, end in
            let label = text.string(in: TextSpan(start, start + 5))
            return Block(kind: .turn, span: TextSpan(start, end), speaker: String(label.prefix(3)), label: label)
        }
    }

    private func withdraw(_ name: String = "P2") throws {
        try Withdrawal(of: name, in: fixture.folder.load(), fixture.folder).carryOut(why: "", by: fixture.author)
    }

    private func repair() throws -> [Repair] {
        let replicas = Replicas(state: StateFolder(path: fixture.temporary.path + "/state"), machine: "m")
        return try Repairer.repair(fixture.folder, replicas: replicas)
    }

    private func files(with words: String) throws -> [String] {
        try fixture.temporary.files(in: "study").filter { try fixture.temporary.text(of: $0).contains(words) }
    }

    /// The words of the codings in force that are placed, by code.
    private func placed() throws -> [String] {
        let study = try fixture.folder.load().study
        let document = try #require(study.documents.first { $0.uuid == group.uuid })
        let text = try fixture.folder.open(document, measure: 66).transcript.text
        let version = document.versions.last.flatMap { VersionTag($0) }
        return study.codings.filter { $0.stands(on: version) }.sorted(by: Coding.inTextOrder).map {
            "\($0.coder) \($0.code) \(text.string(in: $0.span))"
        }
    }

    @Test func theTalkGoesAndTheOthersKeepTheirCodings() throws {
        let other = try fixture.colleague("jm")
        try fixture.code(group, words: "nobody tells the ward", code: "a")
        try fixture.code(group, words: "hides two beds behind", code: "b", by: other)
        try fixture.code(group, words: "I heard that", code: "b", by: other)
        try withdraw()
        #expect(try placed() == ["rs a nobody tells the ward", "jm b I heard that"])
        #expect(
            try fixture.temporary.text(of: "study/transcripts/G/FG1.txt")
                == """
                INT: Who decides about the beds?

                Ann: The board does, and nobody tells the ward.

                [withdrawn]

                Ann: I heard that. She hides two beds!

                [withdrawn]

                """
        )
        #expect(try files(with: "curtain") == [])
        #expect(try files(with: "hides two beds behind") == [])
        #expect(try files(with: "Bea") == [])
        #expect(try files(with: "cope") == [])
        #expect(!fixture.temporary.exists("study/transcripts/.versions/\(group.versions[0]).txt"))
        #expect(fixture.problems == [])
        #expect(try repair() == [])
        let study = try fixture.folder.load().study
        #expect(study.speakers(of: group.id).map(\.speaker) == ["INT", "Ann"])
    }

    @Test func wordsAroundAPassageGoFromItsLine() throws {
        // The passage ends where the other talk begins, so its line quotes that too.
        try fixture.code(group, words: "tells the ward", code: "a")
        #expect(try files(with: "Bea: Our sister").contains { $0.hasPrefix("study/codings/") })
        try withdraw()
        #expect(try files(with: "Our sister") == [])
        #expect(try placed() == ["rs a tells the ward"])
        #expect(fixture.problems == [])
    }

    @Test func aLineOverSeveralPassagesKeepsThoseOfTheOthers() throws {
        let opened = try fixture.folder.open(group, measure: 66)
        let text = opened.transcript.text
        let session = CodingSession(fixture.author)
        let a = Code(id: try #require(CodeID("a")), name: "")
        let steps = ["nobody tells", "hides two beds behind", "I heard"].compactMap { words in
            text.occurrences(of: words).first.flatMap { span in
                session.edit.apply([a], to: span, of: group.uuid, text: text, version: opened.version)?.operations.first
            }
        }
        #expect(steps.count == 3)
        let act = session.author.identifiers.next()
        let operations = steps.map { step in
            var step = step
            step.act = act
            return step
        }
        let line = LogLine(batch: act, operations: operations)
        try session.append(line, to: group)
        session.close()
        try withdraw()
        #expect(try placed() == ["rs a nobody tells", "rs a I heard"])
        #expect(try files(with: "hides two beds behind") == [])
        #expect(fixture.problems == [])
    }

    @Test func aPassageOverBothVoicesIsAskedAboutAndQuotesNothing() throws {
        try fixture.code(group, words: "nobody tells the ward.\n\nBea: Our sister hides", code: "a")
        try withdraw()
        let study = try fixture.folder.load().study
        #expect(study.codings.count == 1, "it is not lost")
        #expect(try files(with: "Our sister") == [])
        #expect(fixture.problems.map(\.what) == ["has 1 coding whose words are gone"], "and it is asked about")
    }

    @Test func whatGoesIsSaidBefore() throws {
        try fixture.code(group, words: "hides two beds behind", code: "b")
        try fixture.temporary.write("Bea said: our sister hides two beds behind.\n", to: "study/memos/m.md")
        let withdrawal = try Withdrawal(of: "P2", in: fixture.folder.load(), fixture.folder)
        #expect(withdrawal.participants == ["P2"])
        #expect(withdrawal.codings.map(\.count) == [1])
        #expect(withdrawal.parts.contains { $0.file == "transcripts/G/FG1.txt" && $0.extent == "2 turns" })
        #expect(withdrawal.parts.contains { $0.file.contains(group.versions[0]) })
        #expect(withdrawal.echoes == [Echo(file: "memos/m.md", line: 1)])
        #expect(try files(with: "curtain").count > 0, "nothing is done yet")
    }

    @Test func whatComesBackWithAColleaguesCopyIsTakenOutAgain() throws {
        try fixture.code(group, words: "tells the ward", code: "a")
        try fixture.code(group, words: "hides two beds behind", code: "b")
        let before = try fixture.temporary.files(in: "study/codings").map { ($0, try fixture.temporary.text(of: $0)) }
        let version = "study/transcripts/.versions/\(group.versions[0]).txt"
        try withdraw()
        for (name, text) in before { try fixture.temporary.write(text, to: name + ".jm-copy.jsonl") }
        try fixture.temporary.write(Self.talk, to: version)
        #expect(try placed() == ["rs a tells the ward"])
        #expect(fixture.problems.contains { $0.advice.contains("--repair") })
        #expect(try repair().allSatisfy(\.isDone))
        #expect(try files(with: "Our sister") == [])
        #expect(!fixture.temporary.exists(version))
        #expect(try placed() == ["rs a tells the ward"])
    }

    @Test func whoHasWithdrawnCannotAgain() throws {
        try withdraw()
        #expect(throws: FileTrouble.self) { try withdraw() }
    }

    @Test func aTextChangedOutsideIsNotTouched() throws {
        try fixture.edit("transcripts/G/FG1.txt", "cope", "manage")
        #expect(throws: FileTrouble.self) { try withdraw() }
        #expect(try files(with: "curtain").count > 0)
        #expect(try fixture.folder.load().study.speakers(of: group.id).count == 3)
    }

    @Test func theSameAgainFinishesWhatACrashLeft() throws {
        try fixture.code(group, words: "tells the ward", code: "a")
        try fixture.code(group, words: "hides two beds behind", code: "b")
        // As if the program had been killed when only the tombstones were written.
        let before = try fixture.temporary.files(in: "study").filter { !$0.contains("forgotten") }
            .map { ($0, try fixture.temporary.text(of: $0)) }
        try withdraw()
        for name in try fixture.temporary.files(in: "study") where !name.contains("forgotten") {
            try Disk.remove(fixture.temporary.path + "/" + name)
        }
        for (name, text) in before { try fixture.temporary.write(text, to: name) }
        #expect(try repair().allSatisfy(\.isDone))
        #expect(
            fixture.temporary.exists("study/transcripts/.versions/\(group.versions[0]).txt"),
            "the newest text stays"
        )
        try withdraw()
        #expect(try files(with: "curtain") == [])
        #expect(try placed() == ["rs a tells the ward"])
        #expect(fixture.problems == [])
    }
}
