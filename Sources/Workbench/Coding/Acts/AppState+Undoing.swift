// Taking acts back and bringing them again. One history over all documents: newest first, one act at a time.

import CodingCore
import StudyFiles

extension AppState {
    /// Undoes or redoes the next act.
    mutating func takeBack(_ command: Command, edit: CodingEdit) -> [Effect] {
        guard let history else { return [.readHistory(then: command)] }
        if let act = command == .undo ? actToUndo : actToRedo {
            let newestInLogs = command == .undo ? history.nextToUndo?.id : history.nextToRedo?.undo
            let own = command == .undo ? act.id : act.takenBackBy ?? act.id
            if newestInLogs.map({ own >= $0 }) ?? true {
                return [.change(command == .undo ? .undo(act.id) : .redo(act.id), why: "")]
            }
        }
        let act: UndoHistory.Act
        let line: LogLine?
        if command == .undo {
            guard let next = history.nextToUndo else { return [] }
            act = next
            line = edit.undo(next.id)
        } else {
            guard let next = history.nextToRedo else { return [] }
            act = next.act
            line = edit.redo(undo: next.undo)
        }
        let touched = Set(actDocuments[act.id] ?? [])
        let records = study.documents.filter { touched.contains($0.uuid) }
        // An undo in one of the act's logs counts in all of them; it goes where the coder is, if the act was there.
        guard let line, let record = records.first(where: { $0.uuid == coding?.document.uuid }) ?? records.first else {
            refuse("That act belongs to a document that is not in the study any more.")
            return []
        }
        let names = records.map { study.shortName(of: $0.id) }.joined(separator: ", ")
        let save = SaveRequest(
            line: line,
            document: record.uuid,
            notice: (command == .undo ? "undid " : "redid ") + describe(act) + " in \(names)"
                + (command == .undo ? " · U brings it back" : " · u undoes"),
            act: act,
            others: records.map(\.uuid).filter { $0 != record.uuid }
        )
        // On a list one stays where one is; the sentence says where the act was.
        let stays = coding?.document.uuid == record.uuid || screen != .coding
        return (stays ? [] : [.open(record.id, place: place(of: act))]) + withCodes(of: act, command, save)
    }

    /// The coder's newest act on codes, themes or memos that stands.
    var actToUndo: JournalAct? { acts.last { $0.by == coder && $0.canBeTakenBack } }

    /// The coder's act on codes, themes or memos that was taken back last; nothing once a newer one was made.
    var actToRedo: JournalAct? {
        guard
            let newest = acts.filter({ $0.by == coder && $0.takenBackBy != nil }).max(by: { a, b in
                (a.takenBackBy ?? a.id) < (b.takenBackBy ?? b.id)
            }), let undo = newest.takenBackBy
        else { return nil }
        let later = [actToUndo?.id, history?.nextToUndo?.id].compactMap { $0 }.max()
        return later.map { $0 > undo } == true ? nil : newest
    }

    /// Takes in the coder's own operations in this clone: what can be undone, and in which documents.
    mutating func takeIn(history own: [LogOperation], acts: [JournalAct] = []) {
        self.acts = acts
        var owners = Dictionary(
            study.codings.map { ($0.id, $0.document) },
            uniquingKeysWith: { first, _ in first }
        )
        for operation in own {
            if case .code(let document, _, _, _, _, _, _) = operation.body { owners[operation.id] = document }
        }
        var history = UndoHistory([])
        for operation in own {
            let owner: Identifier?
            switch operation.body {
            case .code: owner = owners[operation.id]
            case .set(let on, _, _), .uncode(let on, _): owner = owners[on]
            case .undo, .redo, .tombstone, .unknown:
                history.add(operation)
                continue
            }
            // An act on a document that is gone cannot be taken back, and must not stand before those that can.
            guard let owner, self.document(owner) != nil else { continue }
            history.add(operation)
            note(operation.act, in: owner)
        }
        self.history = history
    }

    /// What an act did, in a few words: `“code BC, VW”`.
    func describe(_ act: UndoHistory.Act) -> String {
        let words = act.operations.map(describe)
        guard let first = words.first else { return "an act" }
        guard words.allSatisfy({ $0.verb == first.verb }) else { return "\(words.count) changes" }
        let named = words.map(\.what).filter { !$0.isEmpty }
        if named.isEmpty { return "“\(first.verb)\(words.count == 1 ? "" : " of \(words.count)")”" }
        // Many passages with few codes are told by the codes and their number.
        var codes: [String] = []
        for name in named where !codes.contains(name) { codes.append(name) }
        let more = codes.count > Self.codesNamed ? " and \(codes.count - Self.codesNamed) more" : ""
        let count = words.count > codes.count ? ", \(words.count) passages" : ""
        return "“\(first.verb) \(codes.prefix(Self.codesNamed).joined(separator: ", "))\(more)\(count)”"
    }

    /// As many codes of an act as a toast has room for.
    private static let codesNamed = 4

    private func describe(_ operation: LogOperation) -> (verb: String, what: String) {
        switch operation.body {
        case .code(_, _, let code, _, _, _, _):
            return ("code", study.codebook[study.codebook.resolve(code)]?.tag ?? code.description)
        case .uncode(let on, _): return ("uncode", tag(ofCoding: on))
        case .set(let on, _, let changes):
            switch changes.fields.first {
            case .span: return ("extent", tag(ofCoding: on))
            case .code: return ("recode", tag(ofCoding: on))
            case .some(let field): return (field.rawValue, tag(ofCoding: on))
            case nil: return ("change", "")
            }
        case .undo, .redo, .tombstone, .unknown: return ("act", "")
        }
    }

    /// The tag of a coding's code, as it is or was made; empty where the coding is of another document and gone.
    private func tag(ofCoding id: Identifier) -> String {
        let there = (coding?.allCodings ?? []).first { $0.id == id } ?? study.codings.first { $0.id == id }
        var code = there?.code
        if code == nil, case .code(_, _, let made, _, _, _, _)? = coding?.ledger.operation(id)?.body { code = made }
        return code.flatMap { study.codebook[study.codebook.resolve($0)]?.tag } ?? ""
    }

    /// Where an act was, as far as the open document and the study tell.
    func place(of act: UndoHistory.Act) -> Int? { codingTouched(by: act)?.place }

    /// The first coding that an act was about, and where it begins.
    func codingTouched(by act: UndoHistory.Act) -> (id: Identifier, place: Int)? {
        for operation in act.operations {
            switch operation.body {
            case .code(_, let anchor, _, _, _, _, _): return (operation.id, anchor.span.start)
            case .set(let on, _, _), .uncode(let on, _):
                if let place = placeOfCoding(on) { return (on, place) }
            case .undo, .redo, .tombstone, .unknown: continue
            }
        }
        return nil
    }

    /// Where a coding begins, or began when it was made.
    private func placeOfCoding(_ id: Identifier) -> Int? {
        if let there = (coding?.codings ?? []).first(where: { $0.id == id })
            ?? study.codings.first(where: { $0.id == id })
        {
            return there.span.start
        }
        let made = coding?.ledger.operation(id)
        if case .code(_, let anchor, _, _, _, _, _)? = made?.body { return anchor.span.start }
        return nil
    }
}
