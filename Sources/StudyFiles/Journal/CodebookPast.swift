// The codebook as it was: the journal's edits undone one by one on the values, newest first. Writes nothing.

package import CodingCore

/// The codes of a study at an earlier moment.
package struct CodebookPast: Sendable {
    /// The codebook as far as the journal tells.
    package let codebook: Codebook
    /// Edits that could not be undone because something was changed outside Gloss.
    package let gaps: Int

    /// Takes back every edit that was made after a moment.
    ///
    /// - Parameters:
    ///   - moment: to the second, included.
    ///   - now: the codebook as it is.
    ///   - entries: of all journals, oldest first.
    package init(asOf moment: Moment, now: Codebook, entries: [JournalEntry]) {
        var codes = now.codes
        var gaps = 0
        for entry in entries.reversed()
        where entry.at > moment && entry.operation == JournalEntry.Operation.edit.rawValue {
            guard entry.object.hasPrefix("code:"), let id = CodeID(entry.object.dropFirst("code:".count)) else {
                continue
            }
            if !Self.undo(entry, of: id, in: &codes) { gaps += 1 }
        }
        let version = codes.map(\.ruleSource) == now.codes.map(\.ruleSource) ? now.version : ""
        codebook = Codebook(title: now.title, version: version, codes: codes)
        self.gaps = gaps
    }

    private static func undo(_ entry: JournalEntry, of id: CodeID, in codes: inout [Code]) -> Bool {
        let place = codes.firstIndex { $0.id == id }
        if entry.field.isEmpty {
            if entry.before.isEmpty, let place {
                codes.remove(at: place)
            } else if entry.after.isEmpty, place == nil {
                codes.append(Code(id: id, name: entry.before))
            }
            return true
        }
        // A code that goes altogether, a step further back, need not be put right before.
        guard let place else { return entry.before.isEmpty }
        if entry.field == CodebookEditor.orderField { return put(place, behind: entry.before, in: &codes) }
        guard let field = CodeField(rawValue: entry.field) else { return false }
        let usual = field == .status && entry.before.isEmpty && id.proposer != nil ? "proposed" : entry.before
        guard let earlier = codes[place].setting(field, to: usual) else { return false }
        codes[place] = earlier
        return true
    }

    private static func put(_ place: Int, behind id: String, in codes: inout [Code]) -> Bool {
        let code = codes.remove(at: place)
        let target = id.isEmpty ? 0 : codes.firstIndex { $0.id.description == id }.map { $0 + 1 } ?? place
        codes.insert(code, at: target)
        return true
    }
}
