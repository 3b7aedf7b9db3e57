// What a new version of a text means for the codings on older ones: where each goes, and what its coder's colleagues are told.
// Pure: texts and hashes are passed in.

/// A coding on its way from an older version of a text to another one.
package struct CarriedCoding: Sendable, Hashable {
    /// The coding as it stands on the older text.
    package let coding: Coding
    package let how: Anchoring
    /// The passage in the other text; for an orphan the one that the coding keeps.
    package let anchor: Anchor

    /// What a log says of it; nothing for an orphan that is known as one.
    var step: CodingStep? {
        if how == .orphan, coding.how == .orphan { return nil }
        return .change(coding, CodingChanges(anchor: anchor, how: how.rawValue))
    }
}

/// The codings of one document, carried over to one version of its text.
package struct CarriedCodings: Sendable {
    /// Those that were placed or are orphans, in the order of the texts they come from.
    package fileprivate(set) var carried: [CarriedCoding] = []
    /// Those whose passage two people disagree on; they stay where they are.
    package fileprivate(set) var disputed: [Coding] = []
    /// Those whose older text is missing, or does not have the words that they quote; they stay where they are.
    package fileprivate(set) var unreadable: [Coding] = []

    package init() {}

    package func count(_ how: Anchoring) -> Int { carried.count { $0.how == how } }

    /// What is to be done to the codings, as one act.
    package var steps: [CodingStep] { carried.compactMap(\.step) }
}

/// One version of a text as the place where codings are carried to. Compares each older version with it once.
package struct TextRevision {
    private let text: CanonicalText
    private let version: VersionTag
    private let sha256: ([UInt8]) -> String
    private let older: (VersionTag) throws -> CanonicalText?
    private let kept: KeptStretches?
    private var known: [VersionTag: (text: CanonicalText, reanchoring: Reanchoring)?] = [:]

    /// - Parameters:
    ///   - sha256: gives the SHA-256 of bytes in lower-case hexadecimal.
    ///   - older: gives the text of an older version; nothing when it is missing. What it throws, `carry` throws.
    ///   - kept: what is known to be unchanged, and not to be looked for.
    package init(
        to text: CanonicalText,
        version: VersionTag,
        keeping kept: KeptStretches? = nil,
        sha256: @escaping ([UInt8]) -> String,
        older: @escaping (VersionTag) throws -> CanonicalText?
    ) {
        self.text = text
        self.version = version
        self.sha256 = sha256
        self.older = older
        self.kept = kept
    }

    /// Carries every coding of a document that is on another version.
    ///
    /// - Parameters:
    ///   - operations: all coders' operations on the document.
    ///   - includingOrphans: whether orphans are looked for again, as in a text that they were not looked for in.
    package mutating func carry(
        _ operations: [LogOperation],
        of document: Identifier,
        includingOrphans: Bool
    ) throws -> CarriedCodings {
        var result = CarriedCodings()
        var anchors: [Identifier: (anchor: Anchor, how: Anchoring?)] = [:]
        for operation in operations { anchors[operation.id] = operation.passage }
        for coding in CodingFold(operations).codings where coding.document == document {
            if coding.disputed.contains(.span) {
                let heads = (coding.heads[.span] ?? []).compactMap { anchors[$0] }
                if let settled = try settled(coding, heads) {
                    result.carried.append(settled)
                } else {
                    result.disputed.append(coding)
                }
            } else if coding.guess?.version == version {
                continue  // that is asked about already
            } else if coding.anchor.version != version, includingOrphans || coding.how != .orphan {
                if let carried = try carried(coding) {
                    result.carried.append(carried)
                } else {
                    result.unreadable.append(coding)
                }
            }
        }
        return result
    }

    private mutating func carried(_ coding: Coding) throws -> CarriedCoding? {
        guard let placement = try place(coding.anchor) else { return nil }
        guard let span = placement.span else {
            return CarriedCoding(coding: coding, how: .orphan, anchor: coding.anchor)
        }
        return CarriedCoding(coding: coding, how: placement.how, anchor: anchor(of: span))
    }

    /// A dispute that is none in this text: all heads come to the same passage, and none by a guess.
    private mutating func settled(
        _ coding: Coding,
        _ heads: [(anchor: Anchor, how: Anchoring?)]
    ) throws -> CarriedCoding? {
        var spans: Set<TextSpan> = []
        var isEdited = false
        for (anchor, how) in heads {
            guard how != .guess, how != .orphan, let placement = try place(anchor), let span = placement.span,
                placement.how != .guess
            else { return nil }
            spans.insert(span)
            if placement.how == .edited { isEdited = true }
        }
        guard let span = spans.first, spans.count == 1 else { return nil }
        return CarriedCoding(coding: coding, how: isEdited ? .edited : .exact, anchor: anchor(of: span))
    }

    /// Where the passage of an anchor is in the text; nothing when the words it quotes are not where it says.
    private mutating func place(_ anchor: Anchor) throws -> Placement? {
        if anchor.version == version {
            return anchor.holds(in: text, sha256: sha256) ? Placement(how: .exact, span: anchor.span) : nil
        }
        if known[anchor.version] == nil {
            known[anchor.version] = .some(try older(anchor.version).map { ($0, Reanchoring(from: $0, to: text)) })
        }
        guard let entry = known[anchor.version], let (old, reanchoring) = entry,
            anchor.holds(in: old, sha256: sha256)
        else { return nil }
        if kept?.version == anchor.version, let span = kept?.place(of: anchor.span) {
            return Placement(how: .exact, span: span)
        }
        if kept?.version == anchor.version, let span = kept?.placeOverReplaced(anchor.span) {
            return Placement(how: .edited, span: span)
        }
        return reanchoring.place(anchor.span)
    }

    private func anchor(of span: TextSpan) -> Anchor {
        Anchor(of: span, in: text, version: version, sha256: sha256)
    }
}

extension LogOperation {
    /// The passage that the operation gives, and how it was found; nothing for other operations.
    var passage: (anchor: Anchor, how: Anchoring?)? {
        switch body {
        case .code(_, let anchor, _, _, _, _, _): (anchor, nil)
        case .set(_, _, let changes): changes.anchor.map { ($0, changes.anchoring) }
        case .uncode, .undo, .redo, .tombstone, .unknown: nil
        }
    }
}

extension CodingChanges {
    /// How the passage was placed; a word that this Gloss does not know is taken for a guess.
    var anchoring: Anchoring? { how.map { Anchoring(rawValue: $0) ?? .guess } }
}
