// The fields of one JSON object of a log, typed, before they are known to make an operation. Knows no bytes.

import CodingCore

/// What one object of a log line says, key by key.
struct LogFields {
    /// The value of `op`.
    enum Operation: Hashable {
        case code, set, uncode, batch, undo, redo, forget, scrub
        case unknown(String)

        init(_ name: String) {
            self =
                switch name {
                case "code": .code
                case "set": .set
                case "uncode": .uncode
                case "batch": .batch
                case "undo": .undo
                case "redo": .redo
                case "forget": .forget
                case "scrub": .scrub
                default: .unknown(name)
                }
        }
    }

    /// The keys met so far, `null` values included.
    private(set) var met: UInt32 = 0
    var version: Int?
    var id: Identifier?
    var operation: Operation?
    var by: CoderID?
    var at: Moment?
    var act: Identifier?
    var logs: Int?
    /// Where the array of `ops` begins.
    var nested: Int?
    var on: Identifier?
    var prev: [CodingField: [Identifier]] = [:]
    var from: Identifier?
    var how: String?
    var undo: Identifier?
    var document: Identifier?
    var text: VersionTag?
    var start: Int?
    var end: Int?
    var quote: String?
    var quoteHash: String?
    var before: String?
    var after: String?
    var code: CodeID?
    var rule: String?
    var memo: String?
    var star: Int?
    var doubt: Bool?
    var documents: [Identifier]?
    var versions: [String]?
    var operations: [Identifier]?

    /// Notes that a key was met; answers whether it was the first time.
    mutating func meet(_ key: LogKey) -> Bool {
        defer { met |= key.bit }
        return met & key.bit == 0
    }
}

// MARK: Meaning

extension LogFields {
    /// What the objects of a batch take from the line where they do not say it themselves.
    struct Inherited {
        var by: CoderID
        var at: Moment
        var act: Identifier
    }

    /// The largest offset taken; a text of that length has no place in memory.
    private static let largestOffset = 1 << 40

    /// The operation that the fields make.
    ///
    /// - Throws: a problem of the kind `notAnOperation`.
    func operation(inheriting inherited: Inherited?) throws(LogLineProblem) -> LogOperation {
        let id = try required(id, .id)
        let by = try required(by ?? inherited?.by, .by)
        let at = try required(at ?? inherited?.at, .at)
        let kind = try required(operation, .op)
        let body = try body(kind)
        // In an `undo`, `act` is the act undone and not the one the line belongs to.
        let ownAct = kind == .undo ? nil : act
        return LogOperation(id: id, by: by, at: at, act: ownAct ?? inherited?.act, body: body)
    }

    private func body(_ kind: Operation) throws(LogLineProblem) -> LogOperation.Body {
        switch kind {
        case .code:
            return .code(
                document: try required(document, .doc),
                anchor: try anchor(),
                code: try required(code, .code),
                rule: rule ?? "",
                memo: memo ?? "",
                star: try checkedStar() ?? 0,
                doubt: doubt ?? false
            )
        case .set:
            return .set(on: try required(on, .on), replaces: prev, changes: try changes())
        case .uncode:
            return .uncode(on: try required(on, .on), replaces: everyReplaced)
        case .undo:
            return .undo(act: try required(act, .act))
        case .redo:
            return .redo(undo: try required(undo, .undo))
        case .forget: return .tombstone(try tombstone(.forget))
        case .scrub: return .tombstone(try tombstone(.scrub))
        case .batch:
            throw Self.problem("has a batch within a batch, which Gloss never writes.")
        case .unknown(let name):
            return .unknown(name: name)
        }
    }

    private var everyReplaced: [Identifier] {
        if prev.count == 1, let whole = prev[.whole] { return whole }
        return CodingField.allCases.flatMap { prev[$0] ?? [] }
    }

    private func anchor() throws(LogLineProblem) -> Anchor {
        let start = try required(start, .start)
        let end = try required(end, .end)
        guard end <= Self.largestOffset, let span = TextSpan(checking: start, end) else {
            throw Self.problem("has a passage from \(start) to \(end), which no text can have.")
        }
        return Anchor(
            version: try required(text, .text),
            span: span,
            quote: try required(quote, .quote),
            quoteHash: quoteHash,
            before: before ?? "",
            after: after ?? ""
        )
    }

    private func changes() throws(LogLineProblem) -> CodingChanges {
        let hasSpan = text != nil || start != nil || end != nil || quote != nil
        return CodingChanges(
            anchor: hasSpan ? try anchor() : nil,
            code: code,
            rule: rule,
            memo: memo,
            star: try checkedStar(),
            doubt: doubt,
            from: from,
            how: how
        )
    }

    private func tombstone(_ reason: Tombstone.Reason) throws(LogLineProblem) -> Tombstone {
        let (documents, texts) = (documents ?? [], versions ?? [])
        return Tombstone(reason, documents: documents, texts: texts, operations: try required(operations, .ids))
    }

    private func checkedStar() throws(LogLineProblem) -> Int? {
        guard let star else { return nil }
        guard (0...3).contains(star) else { throw Self.problem("has \(star) stars; 0 to 3 can be given.") }
        return star
    }

    func required<Value>(_ value: Value?, _ key: LogKey) throws(LogLineProblem) -> Value {
        guard let value else { throw Self.problem("has no “\(key.name)”.") }
        return value
    }

    static func problem(_ sentence: String) -> LogLineProblem {
        LogLineProblem(kind: .notAnOperation, sentence: sentence)
    }
}
