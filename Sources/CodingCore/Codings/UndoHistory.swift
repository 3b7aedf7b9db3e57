// What can be taken back and what can be brought again. Undo covers the acts of one coder in one clone, newest first.

/// The acts of one coder in one clone, as far as undo and redo are concerned.
package struct UndoHistory: Sendable {
    /// One user action: everything that one undo takes back.
    package struct Act: Sendable, Equatable {
        package let id: Identifier
        package let operations: [LogOperation]

        /// The codings that the act made, changed or ended, each once, in the order of its operations. They may lie in
        /// several documents.
        package var codings: [Identifier] {
            operations.compactMap { operation in
                switch operation.body {
                case .code: operation.id
                case .set(let on, _, _), .uncode(let on, _): on
                case .undo, .redo, .tombstone, .unknown: nil
                }
            }
            .uniqued()
        }
    }

    private var acts: [Identifier: [LogOperation]] = [:]
    private var undos: [Identifier: Identifier] = [:]
    private var redone: Set<Identifier> = []

    /// Takes the operations of the coder's own logs in this clone, in any order.
    package init(_ operations: some Sequence<LogOperation>) {
        for operation in operations { add(operation) }
    }

    /// Takes in one more operation; the same one again changes nothing.
    package mutating func add(_ operation: LogOperation) {
        switch operation.body {
        case .undo(let act): undos[operation.id] = act
        case .redo(let undo): redone.insert(undo)
        case .code, .set, .uncode:
            if acts[operation.act]?.contains(where: { $0.id == operation.id }) != true {
                acts[operation.act, default: []].append(operation)
            }
        case .tombstone, .unknown: break
        }
    }

    /// The undos that no redo names, as far as their acts are known here.
    private var undosInForce: [(undo: Identifier, act: Identifier)] {
        undos.filter { !redone.contains($0.key) && acts[$0.value] != nil }.map { (undo: $0.key, act: $0.value) }
    }

    /// The act that undo takes back next: the newest one in force.
    package var nextToUndo: Act? {
        let undone = Set(undosInForce.map(\.act))
        return acts.keys.filter { !undone.contains($0) }.max().flatMap(act)
    }

    /// The act that redo brings again next, and the undo to name; nothing once a newer act was made.
    package var nextToRedo: (act: Act, undo: Identifier)? {
        guard let newest = undosInForce.max(by: { $0.undo < $1.undo }) else { return nil }
        if let newestAct = acts.keys.max(), newestAct > newest.undo { return nil }
        return act(newest.act).map { ($0, newest.undo) }
    }

    /// The newest act in force that made a coding.
    package var newestCoding: Act? {
        let undone = Set(undosInForce.map(\.act))
        let coding = acts.filter { act, operations in
            !undone.contains(act) && operations.contains { if case .code = $0.body { true } else { false } }
        }
        return coding.keys.max().flatMap(act)
    }

    private func act(_ id: Identifier) -> Act? {
        acts[id].map { Act(id: id, operations: $0.sorted { $0.id < $1.id }) }
    }
}
