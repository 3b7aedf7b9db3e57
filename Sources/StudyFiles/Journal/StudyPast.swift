// A whole study as it was: what was coded and written by then. Texts are those of today, with the codings where they stand in
// them now, since a text version takes words away from nobody. Writes nothing.

package import CodingCore

/// A study at an earlier moment, as far as logs and journals tell.
package struct StudyPast: Sendable {
    /// To the second, included.
    package let moment: Moment
    /// Documents that came in later are left out, and so are themes made later.
    package let study: Study
    /// Newest first.
    package let memos: [Memo]
    /// Oldest first.
    package let timeline: [TimelineEvent]

    /// What the journals have since.
    private let later: [JournalEntry]

    /// Takes back what was done after a moment.
    ///
    /// - Parameters:
    ///   - contents: the study as it is.
    ///   - memos: as they are.
    ///   - entries: of all journals, oldest first.
    package init(asOf moment: Moment, contents: StudyContents, memos: [Memo], entries: [JournalEntry]) {
        self.moment = moment
        var study = contents.study
        let later = entries.filter { $0.at > moment }
        self.later = later
        let imported = Set(
            later.filter { $0.operation == JournalEntry.Operation.import.rawValue }.map(\.object)
        )
        study.documents.removeAll { imported.contains("document:\($0.uuid)") }
        let there = Set(study.documents.map(\.id))
        study.speakers.removeAll { !there.contains($0.document) }
        study.codebook = CodebookPast(asOf: moment, now: study.codebook, entries: entries).codebook
        study.themes = Self.themes(study.themes, without: later)
        let operations = contents.logs.flatMap { $0.contents.lines.flatMap(\.operations) }
        let fold = CodingFold(Self.known(operations, at: moment))
        let places = Dictionary(
            study.documents.enumerated().map { ($1.uuid, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let ordered = fold.codings.enumerated().compactMap { index, coding in
            places[coding.document].map { (place: $0, index: index, coding: coding) }
        }
        study.codings = ordered.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.coding)
        study.disputes = fold.disputes.filter { places[$0.coding.document] != nil }
        self.study = study
        self.memos = Self.memos(memos, without: later, asOf: moment)
        timeline = Timeline(contents, entries: entries).events.filter { $0.at <= moment }
    }

    /// The operations on a document that were made by then.
    package func operations(_ operations: [LogOperation]) -> [LogOperation] { Self.known(operations, at: moment) }

    /// A framework matrix as it was: its pages without what was written into them later.
    package func framework(_ now: FrameworkFolder) -> FrameworkFolder { now.without(later) }

    /// What was done by then; with what carried passages over into later texts, and what was forgotten stays forgotten.
    private static func known(_ operations: [LogOperation], at moment: Moment) -> [LogOperation] {
        operations.filter { operation in
            if operation.at <= moment { return true }
            if case .tombstone = operation.body { return true }
            if case .set(_, _, let changes) = operation.body { return changes.how != nil }
            return false
        }
    }

    private static func themes(_ now: [Theme], without later: [JournalEntry]) -> [Theme] {
        var themes = Dictionary(now.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
        takeBack(later, of: "theme:") { id, field, words in
            guard let field else {
                if let words { themes[id] = ThemeID(id).map { Theme(id: $0, name: words) } } else { themes[id] = nil }
                return
            }
            if let field = ThemeField(rawValue: field) { themes[id]?.set(field, to: words ?? "") }
        }
        return themes.values.sorted { naturallyPrecedes($0.id.description, $1.id.description) }
    }

    private static func memos(_ now: [Memo], without later: [JournalEntry], asOf moment: Moment) -> [Memo] {
        var memos = Dictionary(now.map { ($0.id.description, $0) }, uniquingKeysWith: { first, _ in first })
        takeBack(later, of: "memo:") { id, field, words in
            guard let field else {
                guard words != nil, let made = MemoID(id) else { return memos[id] = nil }
                memos[id] = Memo(id: made, kind: .analytic, coder: nil, made: nil, text: "")
                return
            }
            if let field = MemoField(rawValue: field) { memos[id]?.set(field, to: words ?? "") }
        }
        // A memo that was put into its folder by hand is known by its own time alone.
        let early = Moment(secondsSince1970: 0)
        return memos.values.filter { ($0.made ?? early) <= moment }
            .sorted { ($0.made ?? early, $0.id) > ($1.made ?? early, $1.id) }
    }

    /// Goes back through edits, newest first. The field is missing for the object as a whole, and the words are missing where
    /// it was not there before.
    private static func takeBack(
        _ later: [JournalEntry],
        of kind: String,
        _ set: (_ id: String, _ field: String?, _ words: String?) -> Void
    ) {
        for entry in later.reversed()
        where entry.operation == JournalEntry.Operation.edit.rawValue && entry.object.hasPrefix(kind) {
            let id = String(entry.object.dropFirst(kind.count))
            let isWhole = entry.field.isEmpty
            set(id, isWhole ? nil : entry.field, isWhole && entry.before.isEmpty ? nil : entry.before)
        }
    }
}

extension StudyFolder {
    /// The study as it was at a moment.
    ///
    /// - Parameter moment: to the second, included.
    /// - Throws: `FileTrouble` when `study.yaml` cannot be read.
    package func past(asOf moment: Moment) throws -> StudyPast {
        StudyPast(
            asOf: moment,
            contents: try load(),
            memos: MemoFolder.read(root: root).memos,
            entries: Journal.read(self).entries
        )
    }
}
