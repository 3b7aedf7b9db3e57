// What coders did, one value per operation, as FORMAT.md's "A log line" states it. Knows no JSON and no files.

/// A part of a coding that an operation can replace on its own.
package enum CodingField: String, Hashable, Sendable, CaseIterable {
    case span, code, rule, memo, star, doubt
    /// The coding as a whole: `uncode` ends it, and a `set` that names the `uncode` here keeps it after all.
    case whole = "*"
}

/// The values that a `set` operation gives; nothing where a field is left alone.
package struct CodingChanges: Hashable, Sendable {
    package var anchor: Anchor?
    package var code: CodeID?
    package var rule: String?
    /// An empty memo clears the memo.
    package var memo: String?
    /// 0 to 3.
    package var star: Int?
    package var doubt: Bool?
    /// The coding of another coder that this one adopts.
    package var from: Identifier?
    /// How a passage was placed in a new text version: `exact`, `edited`, `guess` or `orphan`.
    package var how: String?

    package init(
        anchor: Anchor? = nil,
        code: CodeID? = nil,
        rule: String? = nil,
        memo: String? = nil,
        star: Int? = nil,
        doubt: Bool? = nil,
        from: Identifier? = nil,
        how: String? = nil
    ) {
        self.anchor = anchor
        self.code = code
        self.rule = rule
        self.memo = memo
        self.star = star
        self.doubt = doubt
        self.from = from
        self.how = how
    }

    /// The fields that have a value here; a `code` brings its `rule` along and does not count as setting it.
    package var fields: [CodingField] {
        var fields: [CodingField] = []
        if anchor != nil { fields.append(.span) }
        if code != nil { fields.append(.code) } else if rule != nil { fields.append(.rule) }
        if memo != nil { fields.append(.memo) }
        if star != nil { fields.append(.star) }
        if doubt != nil { fields.append(.doubt) }
        return fields
    }
}

/// One operation of a coding log.
package struct LogOperation: Hashable, Sendable {
    /// What the operation does. Kept in a place of its own, so that operations are small to hand on: there may be a million.
    package indirect enum Body: Hashable, Sendable {
        /// A new coding, named by the operation's own id.
        case code(
            document: Identifier,
            anchor: Anchor,
            code: CodeID,
            rule: String,
            memo: String,
            star: Int,
            doubt: Bool
        )
        /// New values for fields of the coding `on`; `replaces` names per field the operations it had seen.
        case set(on: Identifier, replaces: [CodingField: [Identifier]], changes: CodingChanges)
        /// The end of the coding `on`; `replaces` names every operation on it that the coder had seen.
        case uncode(on: Identifier, replaces: [Identifier])
        /// Takes an act out of force.
        case undo(act: Identifier)
        /// Takes an undo, named by its id, out of force.
        case redo(undo: Identifier)
        /// Lines were taken out of logs for good; it names them, and nothing takes it back.
        case tombstone(Tombstone)
        /// An operation of a newer Gloss: kept, reported, without effect.
        case unknown(name: String)
    }

    package var id: Identifier
    package var by: CoderID
    package var at: Moment
    /// The unit of undo: the operation's own id, or that of the batch it belongs to.
    package var act: Identifier
    package var body: Body

    package init(id: Identifier, by: CoderID, at: Moment, act: Identifier? = nil, body: Body) {
        self.id = id
        self.by = by
        self.at = at
        self.act = act ?? id
        self.body = body
    }
}

/// One line of a log: a single operation, or several that are one act.
package struct LogLine: Hashable, Sendable {
    /// The line's own id; equal to its operation's id unless the line is a batch.
    package var id: Identifier
    /// The operations in order; at least one.
    package var operations: [LogOperation]
    /// In how many logs the act has a line; 1 unless the act spans several documents.
    package var logs: Int

    package init(_ operation: LogOperation) {
        id = operation.id
        operations = [operation]
        logs = 1
    }

    /// A batch: all operations carry the act's id already.
    package init(batch id: Identifier, operations: [LogOperation], logs: Int = 1) {
        self.id = id
        self.operations = operations
        self.logs = logs
    }

    /// The act of the line.
    package var act: Identifier { operations.first?.act ?? id }

    /// Whether the line is written as a `batch`.
    package var isBatch: Bool { operations.count != 1 || operations.first?.id != id }
}
