// One thing done to one coding: what acts are made of. Knows what the coding has seen; makes no ids and reads no clock.

/// A change to a coding, or its end.
package enum CodingStep: Hashable, Sendable {
    /// New values for some fields.
    case change(Coding, CodingChanges)
    /// The end of the coding.
    case uncode(Coding)

    /// The coding that the step is about, as it was seen.
    package var coding: Coding {
        switch self {
        case .change(let coding, _), .uncode(let coding): coding
        }
    }

    /// What a log says of the step, with every head it replaces; nothing for a change of no field.
    var body: LogOperation.Body? {
        switch self {
        case .uncode(let coding): return .uncode(on: coding.id, replaces: coding.allHeads)
        case .change(let coding, let changes):
            guard !changes.fields.isEmpty else { return nil }
            var replaces: [CodingField: [Identifier]] = [:]
            for field in changes.fields { replaces[field] = coding.heads[field] }
            if changes.code != nil { replaces[.rule] = coding.heads[.rule] }
            return .set(on: coding.id, replaces: replaces, changes: changes)
        }
    }
}

// MARK: What a key does

extension CodingStep {
    /// Gives the coding another code, with the rules that the code has now; nothing when it has that code and nobody
    /// disputes it.
    ///
    /// - Parameter codebook: follows merged and adopted codes, so that a coding is not recoded to what it stands for.
    package static func recode(_ coding: Coding, to code: Code, in codebook: Codebook) -> CodingStep? {
        guard codebook.resolve(coding.code) != code.id || coding.disputed.contains(.code) else { return nil }
        return .change(coding, CodingChanges(code: code.id, rule: code.rule))
    }

    /// Gives the coding another extent; nothing when it has that extent in that text and nobody disputes it.
    package static func move(_ coding: Coding, to anchor: Anchor) -> CodingStep? {
        let isThere = coding.span == anchor.span && coding.anchor.version == anchor.version
        guard !isThere || coding.disputed.contains(.span) else { return nil }
        return .change(coding, CodingChanges(anchor: anchor))
    }

    /// One star more; after three none.
    package static func cycleStar(_ coding: Coding) -> CodingStep {
        .change(coding, CodingChanges(star: (max(0, coding.star) + 1) % 4))
    }

    /// Sets the mark of doubt, or takes it away.
    package static func toggleDoubt(_ coding: Coding) -> CodingStep {
        .change(coding, CodingChanges(doubt: !coding.doubt))
    }
}
