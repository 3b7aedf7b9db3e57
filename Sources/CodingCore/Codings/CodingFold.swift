// From operations to codings. Free of order and idempotent: any shuffle, doubling or split of the same logs gives the
// same codings. Knows no files; causality comes from what operations name, never from their times.

/// The codings that a set of operations leaves in force, and what was odd about the operations.
package struct CodingFold: Sendable {
    /// The codings in force, ordered by document and place.
    package let codings: [Coding]
    /// Ids that two operations with different content claim; the same one of them is used whatever the order.
    package let contradictions: [Identifier]
    /// Operations that change a coding which no log makes; they wait for it.
    package let waiting: [Identifier]
    /// What a person has to settle, in the order of the codings.
    package let disputes: [Dispute]
    /// What is gone for good; none of it is among the codings.
    package let forgotten: Forgotten
    /// The acts that were undone and not redone.
    package let undone: Set<Identifier>

    /// Folds operations in any order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of operations.
    package init(_ operations: some Sequence<LogOperation>) {
        let ledger = CodingLedger(operations)
        codings = ledger.codings
        contradictions = ledger.contradictions
        waiting = ledger.waiting
        disputes = ledger.disputes
        forgotten = ledger.forgotten
        undone = ledger.undone
    }
}
