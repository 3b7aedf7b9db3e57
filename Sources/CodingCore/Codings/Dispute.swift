// Two people, or two clones of one, changed the same thing without knowing of one another: what each said, for a person to
// choose. Knows no files and settles nothing by itself.

/// A field of a coding for which operations in force that do not know of one another say different things.
package struct Dispute: Hashable, Sendable {
    /// Who said something, and when.
    package struct Voice: Hashable, Sendable {
        package var operation: Identifier
        package var by: CoderID
        package var at: Moment

        init(_ operation: LogOperation) {
            self.operation = operation.id
            by = operation.by
            at = operation.at
        }
    }

    /// One of the values, with everybody who gave it.
    package struct Choice: Hashable, Sendable {
        package var value: CodingValue
        /// For a code: the rules it had when it was given.
        package var rule: String?
        /// In the order of their operations; at least one.
        package var voices: [Voice]
    }

    /// The coding as it is shown meanwhile.
    package let coding: Coding
    /// `code` stands for the code and its rule; `whole` for whether there is a coding at all.
    package let field: CodingField
    /// At least two, in the order of the first operation for each.
    package let choices: [Choice]

    /// The name of the dispute as long as it lasts: the coding's id, a slash and the field.
    package var name: String { "\(coding.id)/\(field.rawValue)" }

    /// Makes a dispute of what is disputed.
    ///
    /// - Parameter operation: gives an operation in force by its id.
    init?(over field: CodingField, of coding: Coding, operation: (Identifier) -> LogOperation?) {
        self.coding = coding
        self.field = field
        var heads = coding.heads[field] ?? []
        if field == .whole { heads += Self.unseen(in: coding, operation) }
        var choices: [Choice] = []
        for head in Set(heads).sorted().compactMap(operation) {
            let value = field == .whole ? Self.fate(head) : CodingValue(of: field, in: head)
            guard let value else { continue }
            if let place = choices.firstIndex(where: { $0.value == value }) {
                choices[place].voices.append(Voice(head))
            } else {
                choices.append(Choice(value: value, rule: Self.rule(in: head), voices: [Voice(head)]))
            }
        }
        guard choices.count > 1 else { return nil }
        self.choices = choices
    }

    /// Whether a choice is what is shown until somebody settles it.
    package func isShown(_ choice: Choice) -> Bool {
        guard field != .whole else { return choice.value == .standing }
        var copy = coding
        choice.value.write(into: &copy)
        return copy == coding
    }

    /// What an operation wants to become of the coding.
    private static func fate(_ operation: LogOperation) -> CodingValue {
        if case .uncode = operation.body { .ended } else { .standing }
    }

    private static func rule(in operation: LogOperation) -> String? {
        switch operation.body {
        case .code(_, _, _, let rule, _, _, _): rule
        case .set(_, _, let changes): changes.rule
        case .uncode, .undo, .redo, .tombstone, .unknown: nil
        }
    }

    /// The heads of fields that nobody who took the coding away had seen.
    private static func unseen(in coding: Coding, _ operation: (Identifier) -> LogOperation?) -> [Identifier] {
        let ends = coding.heads[.whole] ?? []
        var seen = Set(ends)
        for end in ends {
            if case .uncode(_, let replaces)? = operation(end)?.body { seen.formUnion(replaces) }
        }
        return coding.allHeads.filter { !seen.contains($0) }
    }
}

extension CodingEdit {
    /// Settles a dispute: one operation that names every head of the field and gives it the value of one choice.
    ///
    /// - Returns: the line for the coder's own log; nothing when there is no such choice.
    package func settle(_ dispute: Dispute, taking choice: Dispute.Choice) -> LogLine? {
        guard dispute.choices.contains(choice) else { return nil }
        var changes = CodingChanges()
        switch choice.value {
        case .span(let anchor): changes.anchor = anchor
        case .code(let code): (changes.code, changes.rule) = (code, choice.rule)
        case .rule(let rule): changes.rule = rule
        case .memo(let memo): changes.memo = memo
        case .star(let star): changes.star = star
        case .doubt(let doubt): changes.doubt = doubt
        case .ended: return uncode([dispute.coding])
        case .standing: return keep(dispute.coding)
        }
        return change(dispute.coding, changes)
    }
}
