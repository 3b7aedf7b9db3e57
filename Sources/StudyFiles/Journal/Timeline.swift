// Every change of a study in the order of time: the journals, and what coders did in their logs. Reads values that were read
// already; writes nothing.

package import CodingCore

/// One act as the timeline tells it.
package struct TimelineEvent: Sendable, Identifiable {
    /// The act.
    package let id: Identifier
    package let by: CoderID
    package let at: Moment
    /// What was done, as one word: `coded`, `edit`, `import`, `undo`.
    package let verb: String
    /// What it was done to, as the journal names it, or the code of a coding.
    package let object: String
    package let field: String
    package let before: String
    package let after: String
    package let why: String
    /// The documents of codings; empty for what the journal tells.
    package let documents: [Identifier]
    /// How many codings, or how many edits, the act is.
    package let count: Int
    /// Whether it can be taken back by itself.
    package let canBeTakenBack: Bool
    /// Whether it was taken back.
    package let isTakenBack: Bool

    package init(
        id: Identifier,
        by: CoderID,
        at: Moment,
        verb: String,
        object: String,
        field: String,
        before: String,
        after: String,
        why: String,
        documents: [Identifier],
        count: Int,
        canBeTakenBack: Bool,
        isTakenBack: Bool
    ) {
        (self.id, self.by, self.at, self.verb) = (id, by, at, verb)
        (self.object, self.field, self.before, self.after, self.why) = (object, field, before, after, why)
        (self.documents, self.count) = (documents, count)
        (self.canBeTakenBack, self.isTakenBack) = (canBeTakenBack, isTakenBack)
    }
}

/// All acts of a study, oldest first.
package struct Timeline: Sendable {
    package let events: [TimelineEvent]

    /// - Parameters:
    ///   - contents: the study as it was read.
    ///   - entries: of all journals.
    package init(_ contents: StudyContents, entries: [JournalEntry]) {
        let acts = JournalAct.all(of: entries)
        // What did both is told by the journal, and so is its undo.
        let inJournal = Set(acts.map(\.id))
        let codings = CodingActs(contents, besides: inJournal)
        events =
            (acts.flatMap { Self.events(of: $0, with: codings) } + codings.events.filter { !inJournal.contains($0.id) })
            .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    /// An act of the journal, an event for each object.
    private static func events(of act: JournalAct, with codings: CodingActs) -> [TimelineEvent] {
        var order: [String] = []
        var groups: [String: [JournalEntry]] = [:]
        // What an undo sets back is told by the undo.
        let entries = act.answers == nil ? act.entries : Array(act.entries.prefix(1))
        for entry in entries {
            if groups[entry.object] == nil { order.append(entry.object) }
            groups[entry.object, default: []].append(entry)
        }
        return order.compactMap { object in
            guard let all = groups[object], let first = all.first else { return nil }
            let made =
                first.field.isEmpty && first.before.isEmpty && !first.after.isEmpty
                && first.operation == JournalEntry.Operation.edit.rawValue
            let told = made ? [first] : all
            return TimelineEvent(
                id: act.id,
                by: act.by,
                at: act.at,
                verb: verb(of: first, made: made),
                object: object,
                field: told.map(\.field).filter { !$0.isEmpty }.joined(separator: ", "),
                before: told.count == 1 ? words(first.before, of: first) : Self.several(told.map(\.before)),
                after: told.count == 1 ? words(first.after, of: first) : Self.several(told.map(\.after)),
                why: act.why,
                documents: codings.documents(of: act.id),
                count: codings.count(of: act.id),
                canBeTakenBack: act.canBeTakenBack,
                isTakenBack: act.takenBackBy != nil
            )
        }
    }

    /// A value as people read it: of a cell of a framework matrix the summary alone, without the passages it rests on.
    private static func words(_ value: String, of entry: JournalEntry) -> String {
        FrameworkFile.parts(of: entry.object)?.row == nil ? value : FrameworkSummary(words: value).text
    }

    /// Values of several fields in the order of the fields; `–` for an empty one.
    private static func several(_ values: [String]) -> String {
        values.map { $0.isEmpty ? "–" : $0 }.joined(separator: " · ")
    }

    private static func verb(of entry: JournalEntry, made: Bool) -> String {
        guard entry.operation == JournalEntry.Operation.edit.rawValue else { return entry.operation }
        if made { return "add" }
        if FrameworkFile.parts(of: entry.object)?.row != nil { return "summary" }
        switch entry.field {
        case CodeField.name.rawValue: return "rename"
        case CodeField.parent.rawValue, CodebookEditor.orderField: return "move"
        case CodeField.status.rawValue where entry.after.hasPrefix("merged-into"): return "merge"
        case CodeField.status.rawValue where entry.after == "retired": return "retire"
        case CodeField.was.rawValue: return "adopt"
        case "definition", "include", "exclude": return "define"
        default: return "edit"
        }
    }
}

/// The acts in the logs of coders.
private struct CodingActs {
    private(set) var events: [TimelineEvent] = []
    private var places: [Identifier: Int] = [:]

    init(_ contents: StudyContents, besides told: Set<Identifier>) {
        let codebook = contents.study.codebook
        var made: [Identifier: (document: Identifier, code: CodeID)] = [:]
        var groups: [Identifier: [LogOperation]] = [:]
        var seen: Set<Identifier> = []
        var undone: [Identifier: Identifier] = [:]
        var redone: Set<Identifier> = []
        for (_, log) in contents.logs {
            for operation in log.lines.lazy.flatMap(\.operations) where seen.insert(operation.id).inserted {
                switch operation.body {
                case .code(let document, _, let code, _, _, _, _): made[operation.id] = (document, code)
                case .undo(let act): undone[operation.id] = act
                case .redo(let undo): redone.insert(undo)
                default: break
                }
                groups[operation.act, default: []].append(operation)
            }
        }
        let takenBack = Set(undone.filter { !redone.contains($0.key) }.values)
        for (act, operations) in groups {
            guard let first = operations.min(by: { $0.id < $1.id }) else { continue }
            let answered = Self.answered(first, undone)
            if let answered, told.contains(answered) { continue }
            let touched = operations.compactMap { operation -> (document: Identifier, code: CodeID)? in
                switch operation.body {
                case .code: made[operation.id]
                case .set(let on, _, let changes): made[on].map { ($0.document, changes.code ?? $0.code) }
                case .uncode(let on, _): made[on]
                default: nil
                }
            }
            let codes = touched.map { codebook.resolve($0.code).description }.uniqued()
            var after = ""
            if case .set(_, _, let changes) = first.body { after = changes.memo ?? changes.code?.description ?? "" }
            events.append(
                TimelineEvent(
                    id: act,
                    by: first.by,
                    at: first.at,
                    verb: Self.verb(first),
                    object: answered.map { "act:\($0)" } ?? codes.prefix(4).joined(separator: ", ")
                        + (codes.count > 4 ? " and \(codes.count - 4) more" : ""),
                    field: "",
                    before: "",
                    after: after,
                    why: "",
                    documents: touched.map(\.document).uniqued(),
                    count: operations.count,
                    canBeTakenBack: false,
                    isTakenBack: takenBack.contains(act)
                )
            )
        }
        places = Dictionary(events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The act that an undo or redo is about.
    private static func answered(_ operation: LogOperation, _ undone: [Identifier: Identifier]) -> Identifier? {
        switch operation.body {
        case .undo(let act): act
        case .redo(let undo): undone[undo]
        default: nil
        }
    }

    func documents(of act: Identifier) -> [Identifier] { places[act].map { events[$0].documents } ?? [] }

    func count(of act: Identifier) -> Int { places[act].map { events[$0].count } ?? 0 }

    private static func verb(_ operation: LogOperation) -> String {
        switch operation.body {
        case .code: return "coded"
        case .uncode: return "uncoded"
        case .undo: return "undo"
        case .redo: return "redo"
        case .tombstone: return "forgot"
        case .unknown(let name): return name
        case .set(_, _, let changes):
            switch changes.fields.first {
            case .span: return "moved"
            case .code: return "recoded"
            case .rule: return "relook"
            case .memo: return "memo"
            case .star: return "star"
            case .doubt: return "doubt"
            case .whole, nil: return "kept"
            }
        }
    }
}
