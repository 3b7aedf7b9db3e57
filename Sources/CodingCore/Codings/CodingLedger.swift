// Operations and the codings they come to, kept up to date as more arrive. Free of order and idempotent: any shuffle,
// doubling or split of the same operations gives the same codings. Knows no files; causality comes from what operations name,
// never from their times.

/// All operations taken in so far, and the codings they leave in force.
///
/// Adding one operation to many looks again only at the codings that it touches.
package struct CodingLedger: Sendable {
    /// The codings in force, ordered by document and place.
    package private(set) var codings: [Coding] = []
    /// Each operation once; of two that differ and claim one id, the one that comes first when all of both is spelled out.
    private var operations: [LogOperation] = []
    /// Where each operation stands in `operations`.
    private var places: [Identifier: Int] = [:]
    /// For each coding the operations that change or end it.
    private var later: [Identifier: [Int]] = [:]
    /// The undos and redos.
    private var stops: [Int] = []
    /// The acts that an undo in force names.
    private(set) var undone: Set<Identifier> = []
    /// The codings that are changed and that no operation makes.
    private var orphans: Set<Identifier> = []
    /// The ids that operations with different contents claim.
    private var odd: Set<Identifier> = []
    /// What tombstones say is gone; no undo brings it back.
    package private(set) var forgotten = Forgotten()

    /// Takes operations in any order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of operations.
    package init(_ operations: some Sequence<LogOperation> = []) {
        add(operations)
    }

    /// Ids that two operations with different content claim; the same one of them is used whatever the order.
    package var contradictions: [Identifier] { odd.sorted() }

    /// Operations that change a coding which no log makes; they wait for it.
    package var waiting: [Identifier] {
        orphans.flatMap { later[$0] ?? [] }
            .filter { !undone.contains(operations[$0].act) && !forgotten.covers(operations[$0]) }
            .map { operations[$0].id }.sorted()
    }

    /// The operation of an id, in force or not.
    package func operation(_ id: Identifier) -> LogOperation? { places[id].map { operations[$0] } }

    /// Takes in more operations; those known already change nothing.
    ///
    /// - Returns: the ids of the codings that came, went or may have changed.
    /// - Complexity: O(*n*) in the number of codings for few operations, with a small constant; O(*n* log *n*) for many.
    @discardableResult
    package mutating func add(_ more: some Sequence<LogOperation>) -> Set<Identifier> {
        let isFirst = operations.isEmpty
        if isFirst {
            // Later, room that grows by the operation would be made anew for each.
            operations.reserveCapacity(more.underestimatedCount)
            places.reserveCapacity(more.underestimatedCount)
        }
        var touched: Set<Identifier> = []
        var stopsBefore = stops.count
        for operation in more {
            if let place = places[operation.id] {
                guard !operations[place].isIdentical(to: operation) else { continue }
                if !operations[place].isScrubbing(operation) { odd.insert(operation.id) }
                guard operation.precedesExactly(operations[place]) else { continue }
                replace(place, by: operation, &touched)
                stopsBefore = -1
            } else {
                places[operation.id] = operations.count
                operations.append(operation)
                file(operations.count - 1, &touched, notes: !isFirst)
            }
        }
        if stops.count != stopsBefore { judgeActs(&touched, notes: !isFirst) }
        if isFirst { foldAll() } else { fold(touched) }
        return isFirst ? Set(codings.map(\.id)) : touched
    }
}

// MARK: Filing

extension CodingLedger {
    /// Puts an operation where those that need it look for it.
    ///
    /// - Parameter notes: whether the coding it is about is noted as touched.
    private mutating func file(_ place: Int, _ touched: inout Set<Identifier>, notes: Bool) {
        let operation = operations[place]
        switch operation.body {
        case .code:
            if !orphans.isEmpty { orphans.remove(operation.id) }
            if notes { touched.insert(operation.id) }
        case .set(let on, _, _), .uncode(let on, _):
            later[on, default: []].append(place)
            if !isMade(on) { orphans.insert(on) }
            if notes { touched.insert(on) }
        case .undo, .redo: stops.append(place)
        case .tombstone(let tombstone):
            forgotten.add(tombstone)
            if notes { touched.formUnion(codings.filter { isForgotten($0) }.map(\.id)) }
        case .unknown: break
        }
    }

    /// Puts an operation in the place of another one with its id. Nobody writes such logs but by mistake, so it may be slow.
    private mutating func replace(_ place: Int, by operation: LogOperation, _ touched: inout Set<Identifier>) {
        touched.formUnion([operation.id] + codingID(of: operations[place]))
        if let on = codingID(of: operations[place]).first { later[on]?.removeAll { $0 == place } }
        stops.removeAll { $0 == place }
        operations[place] = operation
        file(place, &touched, notes: true)
        orphans = Set(later.keys.filter { !isMade($0) })
    }

    /// The coding that an operation changes or ends; none for other operations.
    private func codingID(of operation: LogOperation) -> [Identifier] {
        switch operation.body {
        case .set(let on, _, _), .uncode(let on, _): [on]
        case .code, .undo, .redo, .tombstone, .unknown: []
        }
    }

    private func isMade(_ coding: Identifier) -> Bool {
        guard let place = places[coding] else { return false }
        if case .code = operations[place].body { return true }
        return false
    }

    /// Finds out which acts are in force, and notes the codings of those for which that changed.
    private mutating func judgeActs(_ touched: inout Set<Identifier>, notes: Bool) {
        let now = Self.actsOutOfForce(stops.map { operations[$0] })
        let changed = now.symmetricDifference(undone)
        undone = now
        guard notes, !changed.isEmpty else { return }
        for operation in operations where changed.contains(operation.act) {
            switch operation.body {
            case .code: touched.insert(operation.id)
            case .set(let on, _, _), .uncode(let on, _): touched.insert(on)
            case .undo, .redo, .tombstone, .unknown: break
            }
        }
    }

    /// The acts that an undo in force names.
    ///
    /// An undo is in force unless a redo in force names it; a redo, like any operation, unless an undo in force names its
    /// act. Undos and redos that name one another in a circle, which no Gloss writes, have no force.
    ///
    /// - Parameter operations: every undo and redo, each once; others say nothing.
    private static func actsOutOfForce(_ operations: some Sequence<LogOperation>) -> Set<Identifier> {
        var force = Force()
        for operation in operations {
            switch operation.body {
            case .undo(let act): force.add(.undo(operation.id), against: .act(act))
            case .redo(let undo): force.add(.act(operation.act), against: .undo(undo))
            case .code, .set, .uncode, .tombstone, .unknown: break
            }
        }
        return force.actsOutOfForce()
    }
}

// MARK: Folding

extension CodingLedger {
    /// What a coding has come to; nothing when it was never made, or is gone.
    private func coding(_ id: Identifier) -> Coding? {
        guard let place = places[id], !undone.contains(operations[place].act), !forgotten.covers(operations[place])
        else { return nil }
        let changes = (later[id] ?? []).map { operations[$0] }
            .filter { !undone.contains($0.act) && !forgotten.covers($0) }
        return Coding(madeBy: operations[place], changedBy: changes)
    }

    /// Whether a tombstone takes the coding, or a change of it, away.
    private func isForgotten(_ coding: Coding) -> Bool {
        forgotten.documents.contains(coding.document) || forgotten.operations.contains(coding.id)
            || (later[coding.id] ?? []).contains { forgotten.operations.contains(operations[$0].id) }
    }

    /// What a person has to settle, in the order of the codings. A dispute over a code covers the rules that came with it.
    package var disputes: [Dispute] {
        codings.filter { !$0.disputed.isEmpty }.flatMap { coding in
            coding.disputed.filter { $0 != .rule || !coding.disputed.contains(.code) }.compactMap { field in
                Dispute(over: field, of: coding) { id in places[id].map { operations[$0] } }
            }
        }
    }

    private mutating func foldAll() {
        var made: [Coding] = []
        made.reserveCapacity(operations.count)
        for operation in operations {
            guard case .code = operation.body, let coding = coding(operation.id) else { continue }
            made.append(coding)
        }
        codings = Self.ordered(made)
    }

    private mutating func fold(_ touched: Set<Identifier>) {
        guard !touched.isEmpty else { return }
        let made = touched.compactMap { coding($0) }
        guard touched.count < 32 else {
            codings = Self.ordered(codings.filter { !touched.contains($0.id) } + made)
            return
        }
        for id in touched {
            if let place = codings.firstIndex(where: { $0.id == id }) { codings.remove(at: place) }
        }
        for coding in made { codings.insert(coding, at: place(of: coding)) }
    }

    /// Where a coding belongs among those there.
    private func place(of coding: Coding) -> Int {
        let key = SortKey(coding)
        var low = 0
        var high = codings.count
        while low < high {
            let middle = (low + high) / 2
            if SortKey(codings[middle]) < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The codings by document and place; small keys are sorted, because codings are large.
    private static func ordered(_ codings: [Coding]) -> [Coding] {
        let keys = codings.enumerated().map { (key: SortKey($0.element), index: $0.offset) }
        return keys.sorted { $0.key < $1.key }.map { codings[$0.index] }
    }
}

/// What decides the order of codings: the document, then `Coding.inTextOrder`.
private struct SortKey: Comparable {
    let document: Identifier
    let start: Int
    let end: Int
    let id: Identifier

    init(_ coding: Coding) {
        document = coding.document
        start = coding.span.start
        end = coding.span.end
        id = coding.id
    }

    static func < (a: SortKey, b: SortKey) -> Bool {
        if a.document != b.document { return a.document < b.document }
        if a.start != b.start { return a.start < b.start }
        if a.end != b.end { return a.end > b.end }
        return a.id < b.id
    }
}
