// Builds transcripts and codings in memory, with passages marked «so» in the text.

import Testing

@testable import CodingCore

/// Puts a transcript together block by block.
struct TalkBuilder {
    private var text = ""
    private(set) var blocks: [Block] = []
    /// Every passage marked `«…»`, in text order of their opening marks.
    private(set) var marked: [TextSpan] = []

    /// Adds a turn; a speaker's label is the name and a colon unless said otherwise.
    mutating func turn(_ speaker: String, _ speech: String, label: String? = nil) {
        add(.turn, speaker: speaker, label: label ?? "\(speaker): ", speech)
    }

    mutating func note(_ words: String) { add(.note, speaker: "", label: "", words) }

    mutating func front(_ words: String) { add(.front, speaker: "", label: "", words) }

    private mutating func add(_ kind: Block.Kind, speaker: String, label: String, _ speech: String) {
        let start = text.unicodeScalars.count
        text += label
        var open: [(index: Int, start: Int)] = []
        for scalar in speech.unicodeScalars {
            switch scalar {
            case "«":
                open.append((marked.count, text.unicodeScalars.count))
                marked.append(TextSpan(0, 0))
            case "»":
                if let last = open.popLast() { marked[last.index] = TextSpan(last.start, text.unicodeScalars.count) }
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        text += "\n\n"
        blocks.append(
            Block(kind: kind, span: TextSpan(start, text.unicodeScalars.count), speaker: speaker, label: label)
        )
    }

    var transcript: Transcript { Transcript(text: CanonicalText(text), blocks: blocks, measure: 66) }
}

/// A study in memory: transcripts by document, and a way to code them.
struct MadeStudy {
    var study: Study
    private var transcripts: [DocumentID: Transcript] = [:]
    private var nextID: UInt64 = 1

    init(codes: [Code] = [], title: String = "Made") {
        study = Study(
            settings: StudySettings(id: Identifier(high: 1, low: 1), title: title),
            codebook: Codebook(title: title, version: "v3", codes: codes)
        )
    }

    /// One text version for all: nothing here depends on real hashes.
    static let version = String(repeating: "a", count: 64)

    mutating func add(
        _ name: String,
        _ attributes: [(name: String, value: String)] = [],
        speakers: [SpeakerRecord] = [],
        _ build: (inout TalkBuilder) -> Void
    ) throws -> [TextSpan] {
        let id = try #require(DocumentID(name))
        var talk = TalkBuilder()
        build(&talk)
        transcripts[id] = talk.transcript
        study.documents.append(
            DocumentRecord(
                id: id,
                uuid: fresh(),
                title: name,
                versions: [Self.version],
                attributes: Attributes(attributes)
            )
        )
        study.documents.sort { $0.id < $1.id }
        study.speakers += speakers
        return talk.marked
    }

    mutating func code(
        _ document: String,
        _ span: TextSpan,
        _ code: String,
        by coder: String = "rs",
        memo: String = "",
        star: Int = 0,
        doubt: Bool = false,
        version: String = MadeStudy.version,
        at seconds: Int64? = nil
    ) throws {
        let id = try #require(DocumentID(document))
        let record = try #require(study.documents.first { $0.id == id })
        let text = try #require(transcripts[id]).text
        var anchor = Anchor(version: try #require(VersionTag(version)), span: span, quote: "an older text")
        if version == Self.version { anchor.quote = Anchor.quote(of: span, in: text) }
        study.codings.append(
            Coding(
                id: fresh(),
                coder: try #require(CoderID(coder)),
                document: record.uuid,
                anchor: anchor,
                code: try #require(CodeID(code)),
                rule: "",
                memo: memo,
                star: star,
                doubt: doubt,
                codedAt: Moment(secondsSince1970: seconds ?? 1_795_000_000 + Int64(nextID)),
                heads: [:],
                disputed: []
            )
        )
    }

    private mutating func fresh() -> Identifier {
        defer { nextID += 1 }
        return Identifier(high: nextID, low: 0)
    }

    var corpus: Corpus {
        let transcripts = transcripts
        return Corpus(study) { record in try #require(transcripts[record.id]) }
    }

    func query(_ source: String) throws -> Query { try Query(source, in: study) }
}

/// A speaker of a document.
func speaker(
    _ document: String,
    _ name: String,
    participant: String = "",
    interviewer: Bool = false,
    _ attributes: [(name: String, value: String)] = []
) throws -> SpeakerRecord {
    SpeakerRecord(
        document: try #require(DocumentID(document)),
        speaker: name,
        participant: participant,
        isInterviewer: interviewer,
        attributes: Attributes(attributes)
    )
}

/// A code, the id being its name too.
func entry(_ id: String, in parent: String? = nil, _ kind: Code.Kind = .code, status: Code.Status = .agreed) throws
    -> Code
{
    Code(
        id: try #require(CodeID(id)),
        name: id,
        parent: try parent.map { try #require(CodeID($0)) },
        kind: kind,
        status: status
    )
}
