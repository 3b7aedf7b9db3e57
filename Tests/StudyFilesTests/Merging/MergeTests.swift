// Another copy of a study taken in: everything that is missing here comes, nothing that is here goes, and twice is once.

import CodingCore
import Testing

@testable import StudyFiles

/// Two copies of one study, each in a clone of its own.
struct TwoCopies {
    let here: StudyFixture
    let there: StudyFolder
    let document: DocumentRecord
    private let replicas: Replicas

    /// A study with one document and one coding, copied.
    init() throws {
        here = try StudyFixture(codebook: "title: T\ncodes:\n- id: a\n  name: A\n- id: b\n  name: B\n")
        document = try here.add()
        try here.code(document, words: "block contract", code: "a")
        for name in try here.temporary.files(in: "study") where !name.contains(".gloss/") {
            let bytes = try Disk.read(here.temporary.path + "/" + name)
            try here.temporary.write(bytes, to: "other" + name.dropFirst("study".count))
        }
        there = try StudyFolder.open(here.temporary.path + "/other")
        replicas = Replicas(state: StateFolder(path: here.temporary.path + "/state-other"), machine: "m2")
    }

    /// Somebody at the other copy.
    func author(_ coder: String = "jm") throws -> Author {
        let id = try #require(CoderID(coder))
        return Author(id, study: here.author.study, folder: there, replicas: replicas, identifiers: here.identifiers)
    }

    /// Codes words in the other copy.
    @discardableResult
    func code(_ words: String, _ code: String, by coder: String = "jm", of other: DocumentRecord? = nil) throws
        -> Identifier
    {
        let document = other ?? document
        let opened = try there.open(document, measure: 66)
        let span = try #require(opened.transcript.text.occurrences(of: words).first)
        let session = CodingSession(try author(coder))
        let id = try #require(CodeID(code))
        let line = try #require(
            session.edit.apply(
                [Code(id: id, name: "")],
                to: span,
                of: document.uuid,
                text: opened.transcript.text,
                version: opened.version
            )
        )
        try session.append(line, to: document)
        return line.id
    }

    /// Adds a document to the other copy.
    func add(_ id: String, _ text: String) throws -> DocumentRecord {
        var intake = try Intake(there.load(), by: author())
        let name = try #require(DocumentID(id))
        let incoming = StudyFixture.incoming(text, fileName: name.lastComponent + ".txt")
        return try intake.add(incoming, as: name, attributes: Attributes([("site", "C")])).document
    }

    func plan() throws -> MergePlan { try here.folder.plan(merging: there) }

    /// Merges, and answers what was planned.
    @discardableResult
    func merge(calls: SystemCalls = .system) throws -> MergePlan {
        let plan = try plan()
        try here.folder.merge(plan, by: here.author(calls: calls))
        return plan
    }

    /// The files of the study here with their bytes, locks left out.
    func files() throws -> [String: [UInt8]] {
        let names = try here.temporary.files(in: "study").filter { !$0.contains(".gloss/") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try Disk.read(here.temporary.path + "/" + $0)) }
        )
    }

    func editThere(_ name: String, _ text: String) throws { try here.temporary.write(text, to: "other/" + name) }
    func textThere(_ name: String) throws -> String { try here.temporary.text(of: "other/" + name) }

    var codes: [String] {
        get throws { try here.folder.load().study.codings.map { "\($0.coder) \($0.code)" }.sorted() }
    }
}

@Suite struct MergeTests {
    let copies: TwoCopies

    init() throws { copies = try TwoCopies() }

    @Test func aCopyWithoutAnythingNewChangesNothing() throws {
        let before = try copies.files()
        let plan = try copies.merge()
        #expect(plan.isEmpty)
        #expect(plan.refused == [] && plan.left == [])
        #expect(try copies.files() == before)
    }

    @Test func thePreviewNamesWhatIsNewAndWritesNothing() throws {
        let other = try copies.add("C/C02", "Ann: Nobody knows.\n")
        try copies.code("nurses", "b")
        try copies.code("Nobody", "a", of: other)
        let before = try copies.files()
        let plan = try copies.plan()
        #expect(plan.documents.map { "\($0.id) \($0.codings)" } == ["C/C02 1"])
        #expect(plan.coders.map { "\($0.coder) +\($0.added) ~\($0.changed) -\($0.removed)" } == ["jm +2 ~0 -0"])
        #expect(plan.logLines == 2)
        #expect(plan.journalLines > 0)
        #expect(try copies.files() == before)
    }

    @Test func everythingComesInAndNothingGoes() throws {
        let other = try copies.add("C/C02", "Ann: Nobody knows.\n")
        try copies.code("nurses", "b")
        try copies.code("Nobody", "a", of: other)
        try copies.here.code(copies.document, words: "left", code: "b")
        try copies.merge()
        #expect(try copies.codes == ["jm a", "jm b", "rs a", "rs b"])
        let study = try copies.here.folder.load().study
        #expect(study.documents.map(\.id.description) == ["B/B07", "C/C02"])
        #expect(study.documents.last?.attributes["site"] == "C")
        let there = try copies.there.load().study.speakers(of: other.id).map(\.speaker)
        #expect(there.contains("Ann") && study.speakers(of: other.id).map(\.speaker) == there)
        #expect(try copies.here.folder.open(other, measure: 66).findings == [])
        #expect(copies.here.problems == [])
        #expect(Journal.read(copies.here.folder).entries.contains { $0.operation == "merge" })
    }

    @Test func themesAndMemosThatAreNotHereComeIn() throws {
        let theme = Theme(id: try #require(ThemeID("t-nobody")), name: "Nobody counts")
        _ = try copies.there.addTheme(theme, by: copies.author())
        let memo = try copies.there.addMemo("# Why stay?\n\nThey do.", kind: .question, by: copies.author())
        #expect(try copies.plan().noteTitles == ["Nobody counts", "Why stay?"])
        try copies.merge()
        #expect(try copies.here.folder.load().study.themes == [theme])
        #expect(MemoFolder.read(root: copies.here.folder.root).memos == [memo])
        #expect(try copies.plan().isEmpty)
        #expect(copies.here.problems == [])
        let acts = JournalAct.all(of: Journal.read(copies.here.folder).entries)
        #expect(acts.contains { $0.entries[0].operation == "merge" && !$0.canBeTakenBack })
    }

    @Test func themesAndMemosThatDifferAreLeftToAPerson() throws {
        let (here, id) = (copies.here, try #require(ThemeID("t-nobody")))
        _ = try copies.there.addTheme(Theme(id: id, name: "There"), by: copies.author())
        _ = try here.folder.addTheme(Theme(id: id, name: "Here"), by: here.author)
        let before = try here.temporary.text(of: "study/themes/t-nobody.md")
        let plan = try copies.merge()
        #expect(plan.left.map(\.file) == ["themes/t-nobody.md"] && plan.noteTitles.isEmpty)
        #expect(try here.temporary.text(of: "study/themes/t-nobody.md") == before)
    }

    @Test func whatWasTakenBackHereDoesNotComeBackByItself() throws {
        let id = try #require(ThemeID("t-nobody"))
        _ = try copies.there.addTheme(Theme(id: id, name: "Nobody"), by: copies.author())
        try copies.merge()
        let acts = JournalAct.all(of: Journal.read(copies.here.folder).entries)
        let made = try #require(acts.first { $0.canBeTakenBack })
        let study = try copies.here.folder.load().study
        try ActUndo(CodingSession(copies.here.author), study: study).undo(made.id)
        let plan = try copies.merge()
        #expect(plan.noteTitles.isEmpty && plan.left.map(\.file) == ["themes/t-nobody.md"])
        #expect(try copies.here.folder.load().study.themes.isEmpty)
    }

    @Test func aMemoThatCannotBeReadIsRefusedAndTheRestComesIn() throws {
        try copies.editThere("memos/odd name.md", "no head")
        try copies.editThere("memos/2026-11-01-jm-x.md", "no head")
        try copies.code("nurses", "b")
        let plan = try copies.merge()
        #expect(plan.refused.map(\.file) == ["memos/2026-11-01-jm-x.md", "memos/odd name.md"], "\(plan.refused)")
        #expect(plan.logLines == 1)
    }

    @Test func mergingTwiceIsMergingOnce() throws {
        try copies.code("nurses", "b")
        try copies.merge()
        let before = try copies.files()
        let plan = try copies.merge()
        #expect(plan.isEmpty)
        #expect(try copies.files() == before)
    }

    @Test func bothWaysComeToTheSame() throws {
        try copies.code("nurses", "b")
        try copies.here.code(copies.document, words: "left", code: "b")
        try copies.merge()
        let author = try copies.author()
        try copies.there.merge(copies.there.plan(merging: copies.here.folder), by: author)
        let (one, two) = (try copies.here.folder.load().study, try copies.there.load().study)
        #expect(one.codings == two.codings)
        #expect(try copies.plan().logLines == 0)
    }

    @Test func linesOfAKnownCloneAreAddedBehindTheOthersOfItsLog() throws {
        try copies.code("nurses", "b")
        try copies.merge()
        let log = "codings/jm/B/B07.\(try copies.author().replica).jsonl"
        let first = try copies.here.temporary.text(of: "study/" + log)
        try copies.code("left", "a")
        let plan = try copies.merge()
        #expect(plan.logLines == 1)
        #expect(try copies.here.temporary.text(of: "study/" + log) == copies.textThere(log))
        #expect(try copies.here.temporary.text(of: "study/" + log).hasPrefix(first))
    }

    @Test func whatANewerGlossSaysInALineStaysInIt() throws {
        try copies.code("nurses", "b")
        let log = "codings/jm/B/B07.\(try copies.author().replica).jsonl"
        let line = try copies.textThere(log).replacing("\"v\":1,", with: "\"v\":1,\"mood\":\"glad\",")
        try copies.editThere(log, line)
        try copies.merge()
        #expect(try copies.here.temporary.text(of: "study/" + log) == line)
    }

    @Test func takingAwayAndChangingAreTakenInAsWell() throws {
        let coding = try #require(try copies.there.load().study.codings.first)
        let session = CodingSession(try copies.author("rs"))
        try session.append(#require(session.edit.uncode([coding])), to: copies.document)
        let plan = try copies.merge()
        #expect(plan.coders.map(\.removed) == [1])
        #expect(try copies.codes == [])
    }

    @Test func whatTwoChangedIsSaidToBecomeDisputed() throws {
        let coding = try #require(try copies.there.load().study.codings.first)
        let (theirs, ours) = (CodingSession(try copies.author("rs")), CodingSession(copies.here.author))
        try theirs.append(#require(theirs.edit.change(coding, CodingChanges(memo: "no"))), to: copies.document)
        try ours.append(#require(ours.edit.change(coding, CodingChanges(memo: "yes"))), to: copies.document)
        let plan = try copies.merge()
        #expect(plan.disputes.map(\.fields) == [[.memo]])
        #expect(plan.disputes.first?.document == copies.document.id)
        #expect(try copies.here.folder.load().study.codings.first?.disputed == [.memo])
        #expect(try copies.plan().disputes.isEmpty, "it is disputed already")
    }

    @Test func aRenamedDocumentIsTheSameDocument() throws {
        try copies.code("nurses", "b")
        for ending in [".txt", ".yaml", ".turns.csv"] {
            let text = try copies.textThere("transcripts/B/B07" + ending)
            try copies.editThere("transcripts/D/New" + ending, text)
            try Disk.remove(copies.there.path("transcripts/B/B07" + ending))
        }
        let plan = try copies.merge()
        #expect(plan.documents.isEmpty)
        #expect(try copies.codes == ["jm b", "rs a"])
        #expect(copies.here.problems == [])
    }

    @Test func aCoderFolderCopiedByHandJustWorks() throws {
        try copies.code("nurses", "b")
        try copies.code("left", "a")
        for name in try copies.here.temporary.files(in: "other/codings/jm") {
            try copies.here.temporary.write(copies.here.temporary.text(of: name), to: "study" + name.dropFirst(5))
        }
        #expect(try copies.codes == ["jm a", "jm b", "rs a"])
        #expect(copies.here.problems == [])
        #expect(try copies.plan().logLines == 0, "and a merge after it has nothing to add")
    }

    @Test func logsThatSyncToolsRenamedComeInUnderNamesOfGloss() throws {
        try copies.code("nurses", "b")
        let log = "codings/jm/B/B07.\(try copies.author().replica).jsonl"
        try copies.editThere("codings/jm/B/B07 (Jo's conflicted copy).jsonl", try copies.textThere(log))
        try Disk.remove(copies.there.path(log))
        let plan = try copies.merge()
        #expect(plan.refused == [])
        #expect(try copies.codes == ["jm b", "rs a"])
        #expect(try copies.here.temporary.files(in: "study/codings").allSatisfy { !$0.contains("conflicted") })
        #expect(try copies.plan().isEmpty)
    }
}
