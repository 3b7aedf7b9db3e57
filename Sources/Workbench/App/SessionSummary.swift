// What a session came to: told on leaving. Counts only; no words of a transcript, and no clock.

import CodingCore
import TextMetrics

/// What a coder did in one session.
package nonisolated struct SessionSummary: Sendable, Equatable {
    /// The whole minutes from the start to the end.
    package let minutes: Int
    /// The passages that were coded and still are.
    package let passages: Int
    /// The codes that the coder used for the first time.
    package let newCodes: Int
    /// The codings that were given a memo.
    package let memos: Int
    /// The documents that were on screen.
    package let documents: Int
    /// The numbered lines that were on screen, each counted once.
    package let lines: Int

    /// The session in one sentence.
    package var sentence: String {
        var done: [String] = []
        if passages > 0 { done.append("\(counted(passages, "passage")) coded") }
        if newCodes > 0 { done.append("\(counted(newCodes, "new code"))") }
        if memos > 0 { done.append("\(counted(memos, "memo"))") }
        let seen = "\(counted(lines, "line")) of \(counted(documents, "document")) seen."
        return (minutes > 0 ? "In \(counted(minutes, "minute")): " : "This session: ")
            + (done.isEmpty ? "" : done.joined(separator: ", ") + "; ") + seen
    }
}

/// Counts what is done while the workbench runs.
struct SessionTally {
    private struct Passage: Hashable {
        let document: Identifier
        let span: TextSpan
    }

    private var operations: [(document: Identifier, operation: LogOperation)] = []
    /// The codes that the coder had used before.
    private let known: Set<CodeID>
    /// The numbered lines that were on screen, counted from 1, by document.
    private var seen: [Identifier: RangeSet<Int>] = [:]

    init(study: Study, coder: CoderID) {
        known = Set(study.codings.filter { $0.coder == coder }.map { study.codebook.resolve($0.code) })
    }

    /// Takes in what was written.
    mutating func add(_ operations: [LogOperation], on document: Identifier) {
        self.operations += operations.map { (document, $0) }
    }

    /// Takes in which numbered lines of a document are on screen.
    mutating func saw(_ lines: ClosedRange<Int>, of document: Identifier) {
        seen[document, default: RangeSet()].insert(contentsOf: lines.lowerBound..<lines.upperBound + 1)
    }

    /// The sum; nothing when no document was on screen.
    func summary(minutes: Int, resolving codebook: Codebook) -> SessionSummary? {
        guard !seen.isEmpty || !operations.isEmpty else { return nil }
        var passages: Set<Passage> = []
        var codes: Set<CodeID> = []
        var memos: Set<Identifier> = []
        let gone = uncoded
        for (document, operation) in inForce {
            switch operation.body {
            case .code(_, let anchor, let code, _, let memo, _, _) where !gone.contains(operation.id):
                passages.insert(Passage(document: document, span: anchor.span))
                codes.insert(codebook.resolve(code))
                if !memo.isEmpty { memos.insert(operation.id) }
            case .set(let on, _, let changes) where changes.memo != nil:
                if changes.memo?.isEmpty == false { memos.insert(on) } else { memos.remove(on) }
            default: continue
            }
        }
        return SessionSummary(
            minutes: max(0, minutes),
            passages: passages.count,
            newCodes: codes.subtracting(known).count,
            memos: memos.subtracting(gone).count,
            documents: seen.count,
            lines: seen.values.reduce(0) { sum, lines in sum + lines.ranges.reduce(0) { $0 + $1.count } }
        )
    }

    /// The operations of acts that were not undone, or were redone.
    private var inForce: [(document: Identifier, operation: LogOperation)] {
        var undone: Set<Identifier> = []
        var undoes: [Identifier: Identifier] = [:]
        for (_, operation) in operations {
            switch operation.body {
            case .undo(let act):
                undone.insert(act)
                undoes[operation.id] = act
            case .redo(let undo): if let act = undoes[undo] { undone.remove(act) }
            default: continue
            }
        }
        return operations.filter { !undone.contains($0.operation.act) }
    }

    /// The codings that were taken away again.
    private var uncoded: Set<Identifier> {
        Set(inForce.compactMap { if case .uncode(let on, _) = $0.operation.body { on } else { nil } })
    }
}

extension AppState {
    /// Notes which lines are on screen now.
    mutating func noteSeen() {
        guard screen == .coding, size.isUsable, !isBlanked, let coding, coding.rows.count > 0 else { return }
        let last = min(coding.top + coding.geometry.textRows, coding.rows.count) - 1
        guard coding.top >= 0, coding.top <= last else { return }
        let lines = coding.transcript.lines
        let rows = coding.rows.rows
        let first = lines.line(ofScalar: rows[coding.top].scalarStart)
        tally.saw(first...max(first, lines.line(ofScalar: rows[last].scalarStart)), of: coding.document.uuid)
    }

    /// What the session came to; nothing when nothing was on screen, or the coder wants no summary by now.
    func summary(minutes: Int) -> SessionSummary? {
        preferences.summary ? tally.summary(minutes: minutes, resolving: study.codebook) : nil
    }
}
