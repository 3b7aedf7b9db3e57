// Undo and redo over everything that one coder did in this clone: codings in logs, and codes, themes and memos in the journal.
// Newest first; an act that did both is taken back as one. Knows histories; what an act did is theirs.

package import CodingCore

/// The acts of one coder that can be taken back, as the files stand at one moment.
package struct ActUndo {
    private let session: CodingSession
    private let study: Study
    private let acts: [JournalAct]
    private let operations: [LogOperation]
    private let history: UndoHistory

    /// Reads the coder's own logs and the journals.
    ///
    /// - Throws: `FileTrouble` when they cannot be listed.
    package init(_ session: CodingSession, study: Study) throws {
        self.session = session
        self.study = study
        acts = JournalAct.all(of: Journal.read(session.author.folder).entries)
        own = Journal.ownActs(by: session.author, among: acts)
        operations = try session.ownOperations()
        history = UndoHistory(operations)
    }

    private let own: [JournalAct]

    /// The act that undo takes back next; nothing when there is none.
    package var nextToUndo: Identifier? {
        [own.last(where: \.canBeTakenBack)?.id, history.nextToUndo?.id].compactMap { $0 }.max()
    }

    /// The act that redo does again next; nothing once a newer act was made.
    package var nextToRedo: Identifier? {
        let undone = own.compactMap { act in act.takenBackBy.map { (undo: $0, act: act.id) } }
        let inLogs = history.nextToRedo.map { (undo: $0.undo, act: $0.act.id) }
        guard let newest = (undone + [inLogs].compactMap { $0 }).max(by: { $0.undo < $1.undo }) else { return nil }
        if let after = nextToUndo, after > newest.undo { return nil }
        return newest.act
    }

    /// Takes an act back, of whoever it is in the journal and of the coder's own in logs.
    ///
    /// - Throws: `FileTrouble`: malformed when there is nothing to take back, or something was changed since.
    package func undo(_ act: Identifier, why: String = "") throws {
        let entry = acts.first { $0.id == act }
        let isInLogs = operations.contains { $0.act == act } && !isUndoneInLogs(act)
        if let entry, entry.canBeTakenBack {
            do {
                try requireUnused(entry)
                try session.author.folder.takeBack(entry, why: why, by: session.author)
            } catch let trouble as FileTrouble where trouble.code == .malformed && act == nextToUndo {
                throw stuck(trouble, at: act)
            }
        } else if !isInLogs {
            throw nothing(act, entry?.takenBackBy == nil ? "cannot be taken back" : "was taken back already")
        }
        guard isInLogs, let line = session.edit.undo(act) else { return }
        try append(line, for: act)
    }

    /// The refusal with the way past it: an act that cannot be taken back does not stand before the older ones for ever.
    private func stuck(_ trouble: FileTrouble, at act: Identifier) -> FileTrouble {
        guard let before = own.last(where: { $0.canBeTakenBack && $0.id < act }) else { return trouble }
        let sentence =
            "\(trouble.sentence) The act before it is taken back on the timeline with R, or by ‘gloss journal undo \(before.id)’."
        return FileTrouble(trouble.code, sentence, path: trouble.path, line: trouble.line)
    }

    /// Does an act again that was taken back.
    ///
    /// - Throws: `FileTrouble`, as `undo`.
    package func redo(_ act: Identifier) throws {
        let entry = acts.first { $0.id == act }
        let undo = undosOfLogs(act).max()
        guard entry?.takenBackBy != nil || undo != nil else { throw nothing(act, "was not taken back") }
        if let entry, entry.takenBackBy != nil { try session.author.folder.doAgain(entry, by: session.author) }
        guard let undo, let line = session.edit.redo(undo: undo) else { return }
        try append(line, for: act)
    }

    /// - Throws: `FileTrouble` (malformed) when a code that would go has codings besides those that the act itself gave it. Codings of
    ///   a proposal that the code adopted are the proposal's again.
    private func requireUnused(_ act: JournalAct) throws {
        let made = act.madeCodes
        guard !made.isEmpty else { return }
        let moved = Set(operations.filter { $0.act == act.id }.map(\.id))
        let used = study.codings.filter { coding in
            made.contains(coding.code)
                && !(coding.heads[.code] ?? []).contains(where: moved.contains)
        }
        guard let code = used.first?.code else { return }
        let sentence =
            "keeps \(code), because \(counted(used.count, "coding")) made since would be left without a code: retire it instead."
        throw FileTrouble(.malformed, sentence, path: CodebookFolder.name)
    }

    private func isUndoneInLogs(_ act: Identifier) -> Bool { !undosOfLogs(act).isEmpty }

    /// The undos of an act that no redo names.
    private func undosOfLogs(_ act: Identifier) -> [Identifier] {
        var redone: Set<Identifier> = []
        for operation in operations { if case .redo(let undo) = operation.body { redone.insert(undo) } }
        return operations.filter { $0.body == .undo(act: act) && !redone.contains($0.id) }.map(\.id)
    }

    /// An undo stands in the log of one document of the act, and counts in all.
    private func append(_ line: LogLine, for act: Identifier) throws {
        for operation in operations where operation.act == act {
            if let document = document(of: operation) { return try session.append(line, to: document) }
        }
        throw nothing(act, "is about a document that is not in the study any more")
    }

    private func document(of operation: LogOperation) -> DocumentRecord? {
        let uuid: Identifier?
        switch operation.body {
        case .code(let document, _, _, _, _, _, _): uuid = document
        case .set(let on, _, _), .uncode(let on, _):
            uuid = study.codings.first { $0.id == on }?.document ?? made(on)
        case .undo, .redo, .tombstone, .unknown: uuid = nil
        }
        return study.documents.first { $0.uuid == uuid }
    }

    /// The document of a coding of the coder's own that is not in force.
    private func made(_ coding: Identifier) -> Identifier? {
        for operation in operations where operation.id == coding {
            if case .code(let document, _, _, _, _, _, _) = operation.body { return document }
        }
        return nil
    }

    private func nothing(_ act: Identifier, _ what: String) -> FileTrouble {
        FileTrouble(
            .malformed,
            "has the act \(act), which \(what): “gloss journal” lists the acts.",
            path: Journal.name
        )
    }
}
