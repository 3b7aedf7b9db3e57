// What one coding comes to when others changed it: heads, disputes, ends. The rules are docs/FORMAT.md's "What the logs come
// to". Knows the operations on that coding and no others.

extension Coding {
    /// What one coding has come to, or nothing when it was uncoded by someone who had seen all of it.
    init?(madeBy first: LogOperation, changedBy later: [LogOperation]) {
        guard case .code(let document, let anchor, let code, let rule, let memo, let star, let doubt) = first.body
        else {
            return nil
        }
        self.init(
            id: first.id,
            coder: first.by,
            document: document,
            anchor: anchor,
            code: code,
            rule: rule,
            memo: memo,
            star: star,
            doubt: doubt,
            codedAt: first.at,
            heads: CodingHeads(madeBy: first.id),
            disputed: []
        )
        if later.isEmpty { return }
        let fields: [CodingField] = [.span, .code, .rule, .memo, .star, .doubt]
        for field in fields where later.contains(where: { $0.gives(field) }) {
            let givers = Self.heads(of: field, first: first, later: later).sorted { $0.id < $1.id }
            heads[field] = givers.map(\.id)
            let values = givers.map { CodingValue(of: field, in: $0) }
            if let value = values.last ?? nil { value.write(into: &self) }
            if field == .span { settlePassage(givers, among: [first] + later) }
            if values.count > 1, Set(values).count > 1 { disputed.append(field) }
        }
        guard let ends = Self.ends(of: self, later: later) else { return nil }
        if !ends.isEmpty { heads[.whole] = ends.map(\.id).sorted() }
        if ends.contains(where: { if case .uncode = $0.body { true } else { false } }) { disputed.append(.whole) }
    }

    /// Notes how the passage was carried over, by the heads that give it: the surest says it, and a person's choice is surer
    /// than any. A guess is no passage yet: the coding keeps the last one that was sure.
    private mutating func settlePassage(_ heads: [LogOperation], among operations: [LogOperation]) {
        let same = heads.filter { $0.passage?.anchor == anchor }
        let hows = same.map { $0.passage?.how }
        guard !hows.contains(nil) else { return }
        how = Anchoring.allCases.first { hows.contains($0) }
        guard how == .guess else { return }
        guess = anchor
        anchor = Self.surePassage(before: same.map(\.id), among: operations) ?? anchor
    }

    /// The newest passage that is no guess and that some operations replace, directly or through others; else the first one.
    private static func surePassage(before guesses: [Identifier], among operations: [LogOperation]) -> Anchor? {
        let known = Dictionary(operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var pending = guesses
        var seen: Set<Identifier> = []
        while let id = pending.max() {
            pending.removeAll { $0 == id }
            guard seen.insert(id).inserted, let operation = known[id], let passage = operation.passage else { continue }
            if passage.how != .guess { return passage.anchor }
            if case .set(_, let replaces, _) = operation.body { pending += replaces[.span] ?? [] }
        }
        return operations.first?.passage?.anchor
    }

    /// The operations that end a coding or keep it after all, as far as no other one answers them; nothing when the
    /// coding is gone, because whoever took it away had seen every head.
    private static func ends(of coding: Coding, later: [LogOperation]) -> [LogOperation]? {
        var seen: Set<Identifier> = []
        var kept: Set<Identifier> = []
        for operation in later {
            if case .set(_, let replaces, _) = operation.body { kept.formUnion(replaces[.whole] ?? []) }
        }
        let uncodes = later.filter { if case .uncode = $0.body { !kept.contains($0.id) } else { false } }
        for operation in uncodes {
            if case .uncode(_, let replaces) = operation.body { seen.formUnion(replaces) }
        }
        let keeps = later.filter {
            guard case .set(_, let replaces, _) = $0.body, replaces[.whole]?.isEmpty == false else { return false }
            return !seen.contains($0.id)
        }
        if !uncodes.isEmpty, keeps.isEmpty, coding.heads.all.allSatisfy(seen.contains) { return nil }
        return uncodes + keeps
    }

    /// The operations in force that give a field its value and that no other one in force replaces.
    private static func heads(of field: CodingField, first: LogOperation, later: [LogOperation]) -> [LogOperation] {
        guard !later.isEmpty else { return [first] }
        var givers = [first]
        var replacedBy: [Identifier: [Identifier]] = [:]
        for operation in later {
            guard case .set(_, let replaces, let changes) = operation.body else { continue }
            guard operation.gives(field) else { continue }
            let givesRule = field == .rule && changes.code != nil
            givers.append(operation)
            let replaced = (replaces[field] ?? []) + (givesRule ? replaces[.code] ?? [] : [])
            replacedBy[operation.id] = replaced.filter { $0 != operation.id }
        }
        let replaced = Set(replacedBy.values.joined())
        let heads = givers.filter { !replaced.contains($0.id) }
        // Operations that name one another in a circle replace nothing: unless a head replaces them, they stand as well.
        var settled: Set<Identifier> = []
        var pending = heads.map(\.id)
        while let id = pending.popLast() {
            if settled.insert(id).inserted { pending += replacedBy[id] ?? [] }
        }
        return heads + givers.filter { !settled.contains($0.id) }
    }
}

extension LogOperation {
    /// Whether the operation is a `set` that gives a field a value; a code brings its rule along.
    fileprivate func gives(_ field: CodingField) -> Bool {
        guard case .set(_, _, let changes) = body else { return false }
        return switch field {
        case .span: changes.anchor != nil
        case .code: changes.code != nil
        case .rule: changes.rule != nil || changes.code != nil
        case .memo: changes.memo != nil
        case .star: changes.star != nil
        case .doubt: changes.doubt != nil
        case .whole: false
        }
    }
}
