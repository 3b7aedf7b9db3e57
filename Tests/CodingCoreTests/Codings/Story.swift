// What coders did, told one act after the other: operations with ids in the order of doing.

import TestSupport

@testable import CodingCore

/// The id of a coder in a test.
func coderID(_ name: String) -> CoderID { lawful(CoderID(name), name) }

/// The id of a code in a test.
func slug(_ name: String) -> CodeID { lawful(CodeID(name), name) }

/// The name of a text version in a test.
func versionTag(_ hexadecimal: String) -> VersionTag { lawful(VersionTag(hexadecimal), hexadecimal) }

private func lawful<Name>(_ name: Name?, _ text: String) -> Name {
    guard let name else { preconditionFailure("a test uses the unlawful name “\(text)”") }
    return name
}

/// A growing list of operations.
struct Story {
    static let document = Identifier(high: 0xD0C, low: 1)
    static let version = versionTag("0123456789abcdef")
    static let text = CanonicalText("Winter pressure. The block contract ends in March, and nobody knows what follows.")

    private(set) var operations: [LogOperation] = []
    private var count: UInt64 = 0

    /// A fresh id, later than all before.
    mutating func nextID() -> Identifier {
        count += 1
        return Identifier.version7(milliseconds: 1_795_000_000_000 + count, random: (0, count))
    }

    /// A passage of the text as an anchor.
    static func anchor(_ start: Int, _ end: Int) -> Anchor {
        Anchor(of: TextSpan(start, end), in: text, version: version, sha256: toyHash)
    }

    @discardableResult
    mutating func add(_ body: LogOperation.Body, by coder: String = "rs", act: Identifier? = nil) -> Identifier {
        let id = nextID()
        let at = Moment(secondsSince1970: 1_795_000_000 + Int64(count))
        operations.append(LogOperation(id: id, by: coderID(coder), at: at, act: act, body: body))
        return id
    }

    /// Takes operations in that were made elsewhere.
    mutating func add(_ line: LogLine?) { operations += line?.operations ?? [] }

    mutating func code(
        _ code: String = "trust",
        _ span: TextSpan = TextSpan(0, 15),
        by coder: String = "rs",
        in document: Identifier = Story.document,
        act: Identifier? = nil
    ) -> Identifier {
        let anchor = Story.anchor(span.start, span.end)
        return add(
            .code(
                document: document,
                anchor: anchor,
                code: slug(code),
                rule: "aaaaaaaa",
                memo: "",
                star: 0,
                doubt: false
            ),
            by: coder,
            act: act
        )
    }

    @discardableResult
    mutating func set(
        _ coding: Identifier,
        _ changes: CodingChanges,
        seeing replaces: [CodingField: [Identifier]],
        by coder: String = "rs",
        act: Identifier? = nil
    ) -> Identifier {
        add(.set(on: coding, replaces: replaces, changes: changes), by: coder, act: act)
    }

    @discardableResult
    mutating func memo(
        _ memo: String,
        on coding: Identifier,
        seeing heads: Identifier...,
        by coder: String = "rs"
    ) -> Identifier {
        set(coding, CodingChanges(memo: memo), seeing: [.memo: heads], by: coder)
    }

    @discardableResult
    mutating func uncode(_ coding: Identifier, seeing heads: [Identifier], by coder: String = "rs") -> Identifier {
        add(.uncode(on: coding, replaces: heads), by: coder)
    }

    @discardableResult
    mutating func undo(_ act: Identifier) -> Identifier { add(.undo(act: act)) }

    @discardableResult
    mutating func redo(_ undo: Identifier) -> Identifier { add(.redo(undo: undo)) }

    var fold: CodingFold { CodingFold(operations) }

    /// The only coding that is left, or nothing when there is none or more than one.
    var only: Coding? { fold.codings.count == 1 ? fold.codings[0] : nil }
}

extension CodingFold {
    /// The codes of the codings in force, in text order.
    var codes: [String] { codings.map(\.code.description) }

    /// Everything that the fold says, for comparing two folds to the byte.
    var summary: String { Self.summary(codings, contradictions, waiting) }

    static func summary(_ codings: [Coding], _ contradictions: [Identifier], _ waiting: [Identifier]) -> String {
        let lines = codings.map { coding in
            let heads = CodingField.allCases.map { "\($0)=\(coding.heads[$0] ?? [])" }
            return
                "\(coding.id) \(coding.coder) \(coding.document) \(coding.span) \(coding.anchor.quote) \(coding.code) "
                + "\(coding.rule) \(coding.memo) \(coding.star) \(coding.doubt) \(heads) \(coding.disputed)"
        }
        return lines.joined(separator: "\n") + "\ncontradictions \(contradictions) waiting \(waiting)"
    }
}

/// Two coders at work on a few codings, each of whom at times has not seen what was done last.
func randomStory(using random: inout SeededGenerator, steps: Int = 40) -> Story {
    var story = Story()
    var stale = CodingFold([])
    let coders = ["rs", "kt"]
    for step in 0..<steps {
        let fold = Bool.random(using: &random) ? story.fold : stale
        let coder = coders.randomElement(using: &random) ?? "rs"
        let coding = fold.codings.randomElement(using: &random)
        let acts = story.operations.map(\.act)
        switch (Int.random(in: 0..<10, using: &random), coding) {
        case (0...2, _), (_, nil):
            let start = Int.random(in: 0..<40, using: &random)
            _ = story.code("c\(step)", TextSpan(start, start + 10), by: coder)
        case (3, let coding?): story.uncode(coding.id, seeing: coding.allHeads, by: coder)
        case (4, _): story.undo(acts.randomElement(using: &random) ?? story.nextID())
        case (5, _): story.redo(story.operations.randomElement(using: &random)?.id ?? story.nextID())
        case (6, let coding?):
            let seen = [CodingField.code: coding.heads[.code] ?? [], .rule: coding.heads[.rule] ?? []]
            story.set(coding.id, CodingChanges(code: slug("r\(step)"), rule: "r"), seeing: seen, by: coder)
        case (7, let coding?):
            story.set(coding.id, CodingChanges(star: step % 4), seeing: [.star: coding.heads[.star] ?? []])
        case (_, let coding?):
            story.set(coding.id, CodingChanges(memo: "m\(step)"), seeing: [.memo: coding.heads[.memo] ?? []])
        }
        if step.isMultiple(of: 5) { stale = story.fold }
    }
    return story
}

/// All orders of some values.
func permutations<Value>(_ values: [Value]) -> [[Value]] {
    guard let last = values.last else { return [[]] }
    return permutations(values.dropLast()).flatMap { rest in
        (0...rest.count).map { place in
            var order = rest
            order.insert(last, at: place)
            return order
        }
    }
}
