// Saves codings that were asked for: one line, one write and one sync per log; one act per coder, finished after a crash. What is there already
// is left as it is, so the same request again changes nothing.

import CodingCore
import StudyFiles

/// Writes codings of one or more coders.
struct CodingWriter {
    let open: OpenStudy
    let places: CodingPlaces
    let console: Console

    /// Saves requests and says what became of each code on each passage, in the order of the requests.
    ///
    /// - Throws: `FileTrouble` of the log; what other logs took before is saved.
    func save(_ requests: [CodingRequest]) throws -> [CodingOutcome] {
        var outcomes: [Int: [CodingOutcome]] = [:]
        let numbered = Array(requests.enumerated())
        for (coder, mine) in Dictionary(grouping: numbered, by: \.element.coder).sorted(by: { $0.key < $1.key }) {
            let session = CodingSession(open.author(coder, state: console.state))
            defer { session.close() }
            let byDocument = Dictionary(grouping: mine, by: \.element.document.id).sorted { $0.key < $1.key }
            let act = session.author.identifiers.next()
            var made: [(document: DocumentRecord, operations: [LogOperation])] = []
            for (_, ours) in byDocument {
                guard let document = ours.first?.element.document else { continue }
                let operations = try operations(for: ours, on: document, session, act: act, &outcomes)
                if !operations.isEmpty { made.append((document, operations)) }
            }
            let lines = made.map { document, operations in
                (document: document, line: line(operations, act: act, logs: made.count, session.author))
            }
            try session.append(act: lines)
        }
        return numbered.flatMap { outcomes[$0.offset] ?? [] }
    }

    /// The operations that requests on one document come to; those for what is there already are none.
    private func operations(
        for requests: [(offset: Int, element: CodingRequest)],
        on document: DocumentRecord,
        _ session: CodingSession,
        act: Identifier,
        _ outcomes: inout [Int: [CodingOutcome]]
    ) throws -> [LogOperation] {
        let opened = try places.text(of: document)
        var present = Present(try session.operations(on: document).operations, open.study.codebook)
        var made: [LogOperation] = []
        for (offset, request) in requests {
            let locator = try places.locator(of: request.span, in: document)
            for code in request.codes {
                let key = Key(request, code.id, opened.version)
                if let id = present.id(of: key) {
                    outcomes[offset, default: []].append(.init(id: id, locator: locator, code: code.id, isNew: false))
                    continue
                }
                let operation = operation(request, code, opened, session.author, act)
                present.note(operation.id, of: key)
                made.append(operation)
                outcomes[offset, default: []]
                    .append(.init(id: operation.id, locator: locator, code: code.id, isNew: true))
            }
        }
        return made
    }

    private func operation(
        _ request: CodingRequest,
        _ code: Code,
        _ opened: OpenedDocument,
        _ author: Author,
        _ act: Identifier
    ) -> LogOperation {
        let anchor = Anchor(of: request.span, in: opened.transcript.text, version: opened.version) {
            SHA256.hexadecimal(of: $0)
        }
        return LogOperation(
            id: author.identifiers.next(),
            by: author.coder,
            at: author.now(),
            act: act,
            body: .code(
                document: request.document.uuid,
                anchor: anchor,
                code: code.id,
                rule: code.rule,
                memo: request.memo,
                star: request.star,
                doubt: request.doubt
            )
        )
    }

    /// One operation of one log stands for itself; several are a batch of one act.
    private func line(_ operations: [LogOperation], act: Identifier, logs: Int, _ author: Author) -> LogLine {
        if operations.count == 1, logs == 1, var only = operations.first {
            only.act = only.id
            return LogLine(only)
        }
        return LogLine(batch: author.identifiers.next(), operations: operations, logs: logs)
    }
}

/// What makes two codings of one coder the same.
private struct Key: Hashable {
    let coder: CoderID
    let code: CodeID
    let version: VersionTag
    let span: TextSpan

    init(_ request: CodingRequest, _ code: CodeID, _ version: VersionTag) {
        coder = request.coder
        self.code = code
        self.version = version
        span = request.span
    }

    init(_ coding: Coding, _ code: CodeID) {
        coder = coding.coder
        self.code = code
        version = coding.anchor.version
        span = coding.span
    }
}

/// The codings that are there.
private struct Present {
    private var ids: [Key: Identifier]

    init(_ operations: [LogOperation], _ codebook: Codebook) {
        ids = Dictionary(
            CodingFold(operations).codings.map { (Key($0, codebook.resolve($0.code)), $0.id) },
            uniquingKeysWith: { min($0, $1) }
        )
    }

    func id(of key: Key) -> Identifier? { ids[key] }

    mutating func note(_ id: Identifier, of key: Key) { ids[key] = id }
}
