// Finds what another copy of a study has that this one has not. Reads both and writes nothing; the other copy may come from
// anyone, so nothing in it is believed that is not checked.

import CodingCore

/// Compares two copies of a study.
struct MergePlanner {
    let here: StudyFolder
    let there: StudyFolder
    let ours: StudyContents
    let theirs: StudyContents
    /// The entries of the journals here, oldest first.
    let journal: [JournalEntry]
    var plan: MergePlan
    /// The documents of both copies whose codings may be taken, by uuid, under the names they have here.
    var documents: [Identifier: DocumentID] = [:]
    /// The documents that are refused, by uuid.
    var refused: Set<Identifier> = []

    init(here: StudyFolder, there: StudyFolder) throws {
        self.here = here
        self.there = there
        ours = try here.load()
        theirs = try there.load()
        journal = Journal.read(here).entries
        // A document that is not known to be here would be taken for new, and written over.
        if let first = ours.unread.first(where: { $0.file.hasPrefix(StudyFolder.transcripts) }) {
            throw FileTrouble(
                .malformed,
                "\(first.what), so it is not known what is new: \(first.advice), then merge again.",
                path: first.file,
                line: first.line
            )
        }
        plan = MergePlan(other: there.root)
        plan.refused = theirs.unread
    }

    /// Finds out everything, in the order in which it is needed.
    mutating func compare() {
        compareDocuments()
        compareCodebooks()
        compareNotes()
        let added = compareLogs()
        compareJournals()
        compareCodings(with: added)
        plan.refused = Set(plan.refused).sorted()
    }

    /// What the tombstones of both copies say is forgotten; nearly always nothing.
    var forgotten: Forgotten {
        guard !ours.fold.forgotten.isEmpty || !theirs.fold.forgotten.isEmpty else { return Forgotten() }
        return Forgotten(in: (ours.logs + theirs.logs).flatMap { $0.contents.lines.flatMap(\.operations) })
    }

    /// Refuses something for good, with a sentence that says how to go on.
    mutating func refuse(_ file: String, line: Int? = nil, _ what: String, advice: String) {
        plan.refused.append(.problem(file, line: line, what, advice: advice))
    }

    /// Leaves something to a person.
    mutating func leave(_ file: String, _ what: String, advice: String) {
        plan.left.append(.warning(file, what, advice: advice))
    }

    /// What the codings come to with the operations that would be added.
    private mutating func compareCodings(with added: [LogOperation]) {
        let before = Dictionary(ours.fold.codings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let all = ours.logs.lazy.flatMap { $0.contents.lines.lazy.flatMap(\.operations) }
        let after = CodingFold(Array(all) + added)
        var shares: [CoderID: MergePlan.CoderShare] = [:]
        var kept: Set<Identifier> = []
        var perDocument: [Identifier: Int] = [:]
        for coding in after.codings {
            perDocument[coding.document, default: 0] += 1
            kept.insert(coding.id)
            if let old = before[coding.id] {
                if old != coding { shares[coding.coder, default: .init(coder: coding.coder)].changed += 1 }
                note(coding, disputedBefore: old.disputed)
            } else {
                shares[coding.coder, default: .init(coder: coding.coder)].added += 1
                note(coding, disputedBefore: [])
            }
        }
        for coding in ours.fold.codings where !kept.contains(coding.id) {
            shares[coding.coder, default: .init(coder: coding.coder)].removed += 1
        }
        plan.coders = shares.values.sorted { $0.coder < $1.coder }
        for index in plan.documents.indices {
            plan.documents[index].codings = perDocument[plan.documents[index].uuid] ?? 0
        }
        compareReferences(after.codings.filter { before[$0.id] == nil })
    }

    private mutating func note(_ coding: Coding, disputedBefore: [CodingField]) {
        let fields = coding.disputed.filter { !disputedBefore.contains($0) }
        guard !fields.isEmpty else { return }
        plan.disputes.append(MergePlan.Dispute(document: documents[coding.document], coding: coding, fields: fields))
    }

    /// Codes that new codings name and no codebook has, and codings that will not be placed.
    private mutating func compareReferences(_ codings: [Coding]) {
        let known = ours.study.codebook
        let coming = Set(plan.codes)
        let missing = Set(codings.map(\.code)).filter { known[known.resolve($0)] == nil && !coming.contains($0) }
        for code in missing.sorted() {
            leave("codebooks", "has no code \(code), which codings that come in name", advice: "add it to a codebook")
        }
        let current = Dictionary(
            ours.study.documents.map { ($0.uuid, $0.versions.last.flatMap(VersionTag.init)) },
            uniquingKeysWith: { first, _ in first }
        )
        var old: [Identifier: Int] = [:]
        for coding in codings {
            guard let version = current[coding.document], version != coding.anchor.version else { continue }
            old[coding.document, default: 0] += 1
        }
        for (uuid, count) in old {
            guard let id = documents[uuid] else { continue }
            let what = "will have \(counted(count, "coding")) on an older text: listed, and not placed"
            leave(StudyFolder.textName(id), what, advice: "then “gloss revise \(id) --carry” takes them over")
        }
        plan.left.sort()
    }
}

extension StudyFolder {
    /// What taking in another copy of this study would come to; nothing is written.
    ///
    /// - Parameter anyStudy: whether a study with another id is taken as well.
    /// - Throws: `FileTrouble` when one of the two cannot be read, or they are one folder; malformed when they are two
    ///   studies and `anyStudy` is not said.
    package func plan(merging other: StudyFolder, anyStudy: Bool = false) throws -> MergePlan {
        guard other.root != root else {
            throw FileTrouble(.malformed, "is this study itself: name the folder of another copy.", path: other.root)
        }
        var planner = try MergePlanner(here: self, there: other)
        guard anyStudy || planner.theirs.study.settings.id == planner.ours.study.settings.id else {
            throw FileTrouble(
                .malformed,
                "is another study (“\(planner.theirs.study.settings.title)”), not a copy of this one: look whether it is "
                    + "the folder you mean, and say --any-study to take its documents in all the same.",
                path: other.root
            )
        }
        planner.compare()
        return planner.plan
    }
}
