// Saves codings that were asked for: one line, one write and one sync per log; one act per coder. What is there already
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
            let logs = try byDocument.count { try addsSomething($0.value.map(\.element), session) }
            for (_, ours) in byDocument {
                try save(ours, in: session, act: act, logs: logs, &outcomes)
            }
        }
        return numbered.flatMap { outcomes[$0.offset] ?? [] }
    }

    /// Whether a request of these is not coded yet.
    private func addsSomething(_ requests: [CodingRequest], _ session: CodingSession) throws -> Bool {
        guard let document = requests.first?.document else { return false }
        let present = Present(try session.operations(on: document).operations, open.study.codebook)
        let version = try places.text(of: document).version
        return requests.contains { request in
            request.codes.contains { present.id(of: Key(request, $0.id, version)) == nil }
        }
    }

    private func save(
        _ requests: [(offset: Int, element: CodingRequest)],
        in session: CodingSession,
        act: Identifier,
        logs: Int,
        _ outcomes: inout [Int: [CodingOutcome]]
    ) throws {
        guard let document = requests.first?.element.document else { return }
        let opened = try places.text(of: document)
        var found: [Int: [CodingOutcome]] = [:]
        _ = try session.append(to: document) { operations in
            var present = Present(operations, open.study.codebook)
            var made: [LogOperation] = []
            found = [:]
            for (offset, request) in requests {
                let locator = try places.locator(of: request.span, in: document)
                for code in request.codes {
                    let key = Key(request, code.id, opened.version)
                    if let id = present.id(of: key) {
                        found[offset, default: []].append(.init(id: id, locator: locator, code: code.id, isNew: false))
                        continue
                    }
                    let operation = operation(request, code, opened, session.author, act)
                    present.note(operation.id, of: key)
                    made.append(operation)
                    found[offset, default: []]
                        .append(.init(id: operation.id, locator: locator, code: code.id, isNew: true))
                }
            }
            return line(made, act: act, logs: logs, session.author)
        }
        outcomes.merge(found) { _, new in new }
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
    private func line(_ operations: [LogOperation], act: Identifier, logs: Int, _ author: Author) -> LogLine? {
        guard var first = operations.first else { return nil }
        if operations.count == 1 && logs == 1 {
            first.act = first.id
            return LogLine(first)
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
