// A document exported as plain text and imported again is the same document.

import CodingCore
import Testing

@testable import Interchange

@Suite struct RoundTripTests {
    /// What comes back when the text itself is a file.
    private func again(_ document: IncomingDocument) throws -> IncomingDocument {
        try TranscriptImporter.read(bytes: document.text.exported, fileName: "again.txt")
    }

    @Test(arguments: Samples.names) func aSampleComesBackAsItWas(_ name: String) throws {
        guard let path = Samples.path(name) else { return }
        let document = try TranscriptImporter.read(path: path)
        let second = try again(document)
        let isSame = second.text.utf8 == document.text.utf8
        #expect(isSame)
        // Who speaks is in the text; boldness, headings and cues are not, and labels told by them alone are no labels there.
        let rare = Set(document.speakers.filter { $0.turns < LabelCensus.threshold }.map(\.name))
        func turns(_ document: IncomingDocument) -> [String] {
            document.speakers.filter { !rare.contains($0.name) }.map { "\($0.name) \($0.turns)" }
        }
        #expect(turns(second) == turns(document))
    }

    @Test(arguments: Samples.names) func theThirdTimeNothingAtAllIsDifferent(_ name: String) throws {
        guard let path = Samples.path(name) else { return }
        let second = try again(try TranscriptImporter.read(path: path))
        let third = try again(second)
        #expect(third.blocks == second.blocks)
        #expect(third.speakers == second.speakers)
        #expect(third.origin.sha256 == second.origin.sha256)
    }

    private static let pieces = [
        "Ann: ", "Bob: ", "Ann: ", "Bob: ", "words ", "\n", "\n\n", "\n\n", "[00:01:02] ", "…", "é", "e\u{301}", "唐鳳：",
        "😀",
        "\u{FEFF}", "\u{200B}", "\t", "- ", "# ", "1. Why?", "**Q:** ", "[laughs]", "\u{2028}", "0:01 ", "#00:01:02-3#",
        "XXX",
    ]

    @Test(arguments: 0..<300 as Range<UInt64>) func aRandomTextComesBackAsItWas(seed: UInt64) throws {
        var random = Seeded(seed)
        let text = "A talk.\n" + (0..<(2 + random.below(60))).map { _ in random.pick(Self.pieces) }.joined()
        let first = try TranscriptImporter.read(bytes: Array(text.utf8), fileName: "talk.txt")
        #expect(Transcript.covers(first.blocks, scalarCount: first.text.scalarCount))
        let joined = first.blocks.flatMap { Array(first.text.bytes(in: $0.span)) }
        #expect(joined == first.text.utf8)
        let second = try again(first)
        #expect(second.text.utf8 == first.text.utf8)
        #expect(second.blocks == first.blocks)
        #expect(second.speakers == first.speakers)
    }

    @Test(arguments: ["\u{FEFF}Ann: x", "\u{FEFF}\u{FEFF}Ann: x"]) func aMarkThatIsPartOfTheTextComesBack(
        _ text: String
    ) throws {
        // The first mark is no part of a text; what is left of several must not go the same way.
        let first = try TranscriptImporter.read(bytes: Array("\u{FEFF}\(text)".utf8), fileName: "talk.txt")
        #expect(first.text.utf8 == Array(text.utf8))
        #expect(try again(first).text.utf8 == first.text.utf8)
    }
}
