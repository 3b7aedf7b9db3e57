// A small study on disk for tests: two coders, two clones, documents and codings made by the real code.

import CodingCore

@testable import StudyFiles

/// A study in a temporary folder, with an author.
struct StudyFixture {
    let temporary: TemporaryFolder
    let folder: StudyFolder
    let author: Author
    let identifiers: IdentifierSource

    static let sampleText = "Interview B07\n\nINT: What changed?\n\nAnn: The block contract did. Café nurses left.\n"

    init(coder: String = "rs", codebook: String? = nil) throws {
        temporary = try TemporaryFolder()
        identifiers = IdentifierSource()
        let replicas = Replicas(state: StateFolder(path: temporary.path + "/state"), machine: "m")
        guard let coder = CoderID(coder) else { throw FileTrouble(.malformed, "no coder", path: coder) }
        if let codebook { try temporary.write(codebook, to: "book.yaml") }
        let created = try StudyFolder.create(
            at: temporary.path + "/study",
            title: "A study: of things",
            codebook: codebook == nil ? nil : temporary.path + "/book.yaml",
            coder: coder,
            coderName: "Rosa S.",
            replicas: replicas,
            identifiers: identifiers
        )
        folder = created.folder
        author = Author(
            coder,
            study: created.settings.id,
            folder: folder,
            replicas: replicas,
            identifiers: identifiers
        )
    }

    /// The same study as another coder at another clone sees it.
    func colleague(_ name: String) throws -> Author { try author(name, clone: name) }

    /// An author at a clone of the study.
    ///
    /// - Parameters:
    ///   - clone: a name for the clone; nothing for that of the fixture's own author.
    ///   - seconds: what the clone's clock says, in seconds since 1970; nothing for the machine's.
    func author(
        _ name: String = "rs",
        clone: String? = nil,
        seconds: Int64? = nil,
        calls: SystemCalls = .system
    ) throws -> Author {
        guard let coder = CoderID(name) else { throw FileTrouble(.malformed, "no coder", path: name) }
        let state = StateFolder(path: temporary.path + "/state" + (clone.map { "-" + $0 } ?? ""))
        let milliseconds = seconds.map { UInt64(clamping: $0) * 1_000 }
        return Author(
            coder,
            study: author.study,
            folder: folder,
            replicas: Replicas(state: state, machine: clone == nil ? "m" : "m2"),
            identifiers: milliseconds.map { now in IdentifierSource(milliseconds: { now }) } ?? identifiers,
            now: seconds.map { second in { Moment(secondsSince1970: second) } } ?? SystemClock.now,
            calls: calls
        )
    }

    /// The log of the fixture's author on a document, by its path from the temporary folder.
    func log(_ document: String = "B/B07", by author: Author? = nil) -> String {
        let author = author ?? self.author
        return "study/codings/\(author.coder)/\(document).\(author.replica).jsonl"
    }

    /// Where the log of the fixture's author on a document and its lock lie.
    func place(of document: DocumentRecord) -> LogPlace {
        .codings(
            root: folder.root,
            coder: author.coder,
            document: document.id,
            uuid: document.uuid,
            replica: author.replica
        )
    }

    /// What `gloss check` finds that needs a person.
    var problems: [Finding] { Checker.check(folder).filter { $0.severity == .problem } }

    /// Replaces words in a file of the study; the file must have them.
    func edit(_ name: String, _ old: String, _ new: String) throws {
        let text = try temporary.text(of: "study/" + name)
        guard text.contains(old) else { throw FileTrouble(.malformed, "has no “\(old)”", path: name) }
        try temporary.write(text.replacing(old, with: new), to: "study/" + name)
    }

    /// A document with one front block and turns of INT and Ann.
    static func incoming(_ text: String = sampleText, fileName: String = "B07.txt") -> IncomingDocument {
        let canonical = CanonicalText(text)
        var cuts = [0]
        for label in ["INT: ", "Ann: "] { cuts += canonical.occurrences(of: label).map(\.start) }
        cuts = Array(Set(cuts)).sorted() + [canonical.scalarCount]
        let blocks = zip(cuts, cuts.dropFirst()).filter { $0 < $1 }.map { start, end in
            let label = canonical.string(in: TextSpan(start, min(start + 5, end)))
            return ["INT: ", "Ann: "].contains(label)
                ? Block(
                    kind: .turn,
                    span: TextSpan(start, end),
                    speaker: String(label.prefix(3)),
                    label: label
                ) : Block(kind: .front, span: TextSpan(start, end))
        }
        return IncomingDocument(
            text: canonical,
            blocks: blocks,
            title: "Interview B07",
            origin: DocumentOrigin(
                fileName: fileName,
                sha256: SHA256.hexadecimal(of: canonical.utf8),
                encoding: "utf-8",
                labelStyle: "name and colon",
                format: "text"
            ),
            labels: [("INT", "INT"), ("Ann", "Ann")],
            speakers: [
                IncomingSpeaker(name: "INT", turns: 1, isInterviewer: true),
                IncomingSpeaker(name: "Ann", turns: 1, isInterviewer: false),
            ]
        )
    }

    /// Adds a document and answers its record as the study then has it.
    @discardableResult
    func add(_ id: String = "B/B07", _ text: String = sampleText) throws -> DocumentRecord {
        guard let document = DocumentID(id) else { throw FileTrouble(.malformed, "no id", path: id) }
        var intake = try Intake(folder.load(), by: author)
        return try intake.add(Self.incoming(text, fileName: document.lastComponent + ".txt"), as: document).document
    }

    /// A coding line by an author on the first place where words stand.
    func line(
        on document: DocumentRecord,
        words: String,
        code: String,
        by author: Author? = nil
    ) throws -> LogLine {
        let opened = try folder.open(document, measure: 66)
        guard let code = CodeID(code), let span = opened.transcript.text.occurrences(of: words).first,
            let line = CodingSession(author ?? self.author).edit.apply(
                [Code(id: code, name: "")],
                to: span,
                of: document.uuid,
                text: opened.transcript.text,
                version: opened.version
            )
        else { throw FileTrouble(.malformed, "no such words", path: words) }
        return line
    }

    /// Codes words and answers the coding's id.
    @discardableResult
    func code(
        _ document: DocumentRecord,
        words: String,
        code: String,
        by author: Author? = nil
    ) throws -> Identifier {
        let line = try line(on: document, words: words, code: code, by: author)
        try CodingSession(author ?? self.author).append(line, to: document)
        return line.id
    }
}
