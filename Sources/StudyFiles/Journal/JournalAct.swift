// The acts of the journals: what was done at one go, and whether it still stands. Knows entries; writes nothing.

package import CodingCore

/// Everything that one act did besides coding.
package struct JournalAct: Sendable, Identifiable {
    package let id: Identifier
    package let by: CoderID
    package let at: Moment
    /// In order of writing.
    package let entries: [JournalEntry]
    /// The act that took this one back, as long as that stands.
    package internal(set) var takenBackBy: Identifier?

    /// The edits of fields with the files they are in.
    package var edits: [(edit: FieldEdit, file: String)] {
        entries.filter { $0.operation == JournalEntry.Operation.edit.rawValue }.map { entry in
            (FieldEdit(entry.object, entry.field, from: entry.before, to: entry.after), entry.file)
        }
    }

    /// The reason that was given.
    package var why: String { entries.lazy.map(\.why).first { !$0.isEmpty } ?? "" }

    /// The act that this one takes back or does again.
    package var answers: (operation: JournalEntry.Operation, act: Identifier)? {
        for entry in entries {
            guard let operation = JournalEntry.Operation(rawValue: entry.operation),
                operation == .undo || operation == .redo,
                let act = Identifier(entry.object.dropFirst("act:".count))
            else { continue }
            return (operation, act)
        }
        return nil
    }

    /// Whether it changed codes, themes, memos or framework matrices, which can be taken back from the journal.
    package var canBeTakenBack: Bool {
        answers == nil && takenBackBy == nil && !isProposal
            && edits.contains { edit, _ in Self.revertible.contains { edit.object.hasPrefix($0) } }
    }

    /// Whether it is no more than a code that a coder made, or took back, while coding: that belongs to the coding it was made for.
    private var isProposal: Bool {
        edits.allSatisfy { edit, _ in
            edit.field.isEmpty && CodeID(edit.object.dropFirst("code:".count))?.proposer != nil
        }
    }

    /// The kinds of objects whose fields can be set back.
    private static let revertible = ["code:", "theme:", "memo:", "framework:"]

    /// Groups entries into acts, oldest first.
    package static func all(of entries: [JournalEntry]) -> [JournalAct] {
        var order: [Identifier] = []
        var groups: [Identifier: [JournalEntry]] = [:]
        for entry in entries {
            if groups[entry.act] == nil { order.append(entry.act) }
            groups[entry.act, default: []].append(entry)
        }
        var acts = order.compactMap { id -> JournalAct? in
            guard let entries = groups[id], let first = entries.first else { return nil }
            return JournalAct(id: id, by: first.by, at: first.at, entries: entries)
        }
        // An undo stands unless a redo names it; answers come after what they answer.
        var standing: [Identifier: Identifier] = [:]
        var redone: Set<Identifier> = []
        for act in acts {
            guard let answers = act.answers else { continue }
            if answers.operation == .undo { standing[answers.act] = act.id } else { redone.insert(answers.act) }
        }
        for index in acts.indices {
            if let undo = standing[acts[index].id], !redone.contains(undo) { acts[index].takenBackBy = undo }
        }
        return acts
    }
}
