// What a coder does, turned into log lines. Pure functions of the state; ids and time are passed in.

/// Makes the log lines of one coder's acts.
package struct CodingEdit {
    private let coder: CoderID
    private let at: Moment
    private let newID: () -> Identifier
    private let sha256: ([UInt8]) -> String

    /// - Parameters:
    ///   - newID: gives a fresh version 7 identifier at each call.
    ///   - sha256: gives the SHA-256 of bytes in lower-case hexadecimal.
    package init(
        coder: CoderID,
        at: Moment,
        newID: @escaping () -> Identifier,
        sha256: @escaping ([UInt8]) -> String
    ) {
        self.coder = coder
        self.at = at
        self.newID = newID
        self.sha256 = sha256
    }

    /// The passage as a line states it, for a new extent of a coding: `change(coding, CodingChanges(anchor: …))`.
    package func anchor(of span: TextSpan, in text: CanonicalText, version: VersionTag) -> Anchor {
        Anchor(of: span, in: text, version: version, sha256: sha256)
    }

    /// Applies codes to a passage; several codes are one act. Nothing when there is no code.
    package func apply(
        _ codes: [Code],
        to span: TextSpan,
        of document: Identifier,
        text: CanonicalText,
        version: VersionTag,
        memo: String = "",
        star: Int = 0,
        doubt: Bool = false
    ) -> LogLine? {
        let anchor = anchor(of: span, in: text, version: version)
        let bodies = codes.map {
            LogOperation.Body.code(
                document: document,
                anchor: anchor,
                code: $0.id,
                rule: $0.rule,
                memo: memo,
                star: star,
                doubt: doubt
            )
        }
        return line(bodies)
    }

    /// Gives new values to fields of a coding, a new code together with its rule. Nothing when no field is given.
    package func change(_ coding: Coding, _ changes: CodingChanges) -> LogLine? {
        act([.change(coding, changes)])
    }

    /// Takes codings away; several are one act.
    package func uncode(_ codings: [Coding]) -> LogLine? {
        act(codings.map { .uncode($0) })
    }

    /// Does several things to codings of one document as one act. Nothing when no step says anything.
    package func act(_ steps: [CodingStep]) -> LogLine? {
        line(steps.compactMap(\.body))
    }

    /// Does several things to codings of any documents as one act, which one undo takes back.
    ///
    /// - Parameter given: the id of the act, where it did something besides coding too; else a new one.
    /// - Returns: for each document the line for its log. Every line names the act and how many logs it is in; an act on one
    ///   document is a line like any other.
    package func spread(_ steps: [CodingStep], act given: Identifier? = nil) -> [Identifier: LogLine] {
        let groups = Dictionary(grouping: steps.filter { $0.body != nil }, by: \.coding.document)
        return spread(groups.mapValues { $0.compactMap(\.body) }, act: given)
    }

    /// A passage of a document and the codes that it is given.
    package struct Place {
        package let document: Identifier
        package let anchor: Anchor
        package let codes: [Code]

        package init(document: Identifier, anchor: Anchor, codes: [Code]) {
            (self.document, self.anchor, self.codes) = (document, anchor, codes)
        }
    }

    /// Applies codes to passages of any documents as one act.
    ///
    /// - Returns: for each document the line for its log, as `spread` has them.
    package func apply(_ places: [Place], memo: String = "") -> [Identifier: LogLine] {
        let bodies = places.flatMap { place in
            place.codes.map { code in
                let body = LogOperation.Body.code(
                    document: place.document,
                    anchor: place.anchor,
                    code: code.id,
                    rule: code.rule,
                    memo: memo,
                    star: 0,
                    doubt: false
                )
                return (document: place.document, body: body)
            }
        }
        return spread(Dictionary(grouping: bodies, by: \.document).mapValues { $0.map(\.body) }, act: nil)
    }

    /// The lines of one act over several logs.
    private func spread(_ groups: [Identifier: [LogOperation.Body]], act given: Identifier?) -> [Identifier: LogLine] {
        guard groups.count > 1 || given != nil else { return groups.compactMapValues { line($0) } }
        let act = given ?? newID()
        var lines: [Identifier: LogLine] = [:]
        for (document, bodies) in groups.sorted(by: { $0.key < $1.key }) {
            let operations = bodies.map {
                LogOperation(id: newID(), by: coder, at: at, act: act, body: $0)
            }
            var line = operations.count == 1 ? LogLine(operations[0]) : LogLine(batch: newID(), operations: operations)
            line.logs = groups.count
            lines[document] = line
        }
        return lines
    }

    /// Keeps a coding that one coder took away without having seen all that others did to it. Nothing when the coding
    /// is not disputed as a whole.
    package func keep(_ coding: Coding) -> LogLine? {
        guard coding.disputed.contains(.whole), let heads = coding.heads[.whole] else { return nil }
        return line([.set(on: coding.id, replaces: [.whole: heads], changes: CodingChanges())])
    }

    /// Takes an act back.
    package func undo(_ act: Identifier) -> LogLine? { line([.undo(act: act)]) }

    /// Brings an act again by taking its undo back.
    package func redo(undo: Identifier) -> LogLine? { line([.redo(undo: undo)]) }

    private func line(_ bodies: [LogOperation.Body]) -> LogLine? {
        guard let first = bodies.first else { return nil }
        let lineID = newID()
        guard bodies.count > 1 else { return LogLine(LogOperation(id: lineID, by: coder, at: at, body: first)) }
        return LogLine(
            batch: lineID,
            operations: bodies.map { LogOperation(id: newID(), by: coder, at: at, act: lineID, body: $0) }
        )
    }
}
