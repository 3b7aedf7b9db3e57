// Which of the operations in some logs are about one document. Knows operations only.

import CodingCore

/// The operations on the codings of one document, and what takes them back.
struct OperationsOfDocument {
    let operations: [LogOperation]

    /// Leaves out what other documents' codings are about.
    ///
    /// - Parameters:
    ///   - operations: those of logs that may concern the document; a change of a coding that none of them makes is kept,
    ///     as it may wait for it.
    ///   - stops: undos and redos of other documents' logs; those that decide over nothing here are left out.
    init(_ document: Identifier, in operations: [LogOperation], stops: [LogOperation] = []) {
        let own = Self.onCodings(of: document, operations)
        self.operations = own + Self.deciding(over: own, stops)
    }

    private static func onCodings(of document: Identifier, _ operations: [LogOperation]) -> [LogOperation] {
        var others: Set<Identifier> = []
        for operation in operations {
            if case .code(let owner, _, _, _, _, _, _) = operation.body, owner != document {
                others.insert(operation.id)
            }
        }
        if others.isEmpty { return operations }
        return operations.filter { operation in
            switch operation.body {
            case .code: !others.contains(operation.id)
            case .set(let on, _, _), .uncode(let on, _): !others.contains(on)
            case .undo, .redo, .tombstone, .unknown: true
            }
        }
    }

    /// The undos that name an act here, the redos that name such an undo, the undos that name the act of such a redo, and
    /// so on.
    private static func deciding(over own: [LogOperation], _ stops: [LogOperation]) -> [LogOperation] {
        guard !stops.isEmpty else { return [] }
        var acts = Set(own.map(\.act))
        var undos = Set(own.compactMap { if case .undo = $0.body { $0.id } else { nil } })
        var deciding: [LogOperation] = []
        var rest = stops
        while true {
            let count = rest.count
            rest.removeAll { operation in
                switch operation.body {
                case .undo(let act) where acts.contains(act): undos.insert(operation.id)
                case .redo(let undo) where undos.contains(undo): acts.insert(operation.act)
                default: return false
                }
                deciding.append(operation)
                return true
            }
            if rest.count == count { return deciding }
        }
    }
}
