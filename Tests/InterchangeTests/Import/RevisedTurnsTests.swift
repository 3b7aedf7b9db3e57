import CodingCore
import Testing

@testable import Interchange

/// The blocks of a revised text: what is unchanged keeps them, what is new is looked at.
@Suite struct RevisedTurnsTests {
    private static let talk =
        "Date: May\n\nINT: How?\n\nP1: Slowly, I would say.\n\nINT: Why?\n\nP1: No beds.\n\n[laughs]\n"

    /// The blocks of a text as an import finds them, with a time on each turn.
    private func timed(_ text: String) -> (text: CanonicalText, blocks: [Block]) {
        let canonical = CanonicalText(text)
        var blocks = Turns(StructuredText(canonical)).blocks
        for index in blocks.indices where blocks[index].kind == .turn {
            blocks[index].beginMilliseconds = index * 1_000
            blocks[index].page = "\(index)"
        }
        return (canonical, blocks)
    }

    private func revised(_ new: String, from old: (text: CanonicalText, blocks: [Block])) throws -> IncomingDocument {
        let incoming = try TranscriptImporter().revised(bytes: Array(new.utf8), fileName: "B07.txt", from: old)
        #expect(Transcript.covers(incoming.blocks, scalarCount: incoming.text.scalarCount))
        return incoming
    }

    private func told(_ incoming: IncomingDocument) -> [String] {
        incoming.blocks.map { block in
            let time = block.beginMilliseconds.map { "@\($0 / 1_000) " } ?? ""
            return time + (block.kind == .turn ? block.speaker : block.kind.rawValue)
        }
    }

    @Test func anUnchangedTextKeepsItsBlocks() throws {
        let old = timed(Self.talk)
        #expect(try revised(Self.talk, from: old).blocks == old.blocks)
    }

    @Test func wordsMendedInATurnKeepItsSpeakerAndTime() throws {
        let old = timed(Self.talk)
        let new = try revised(Self.talk.replacing("Slowly, I would say.", with: "Rather slowly."), from: old)
        #expect(told(new) == ["front", "@1 INT", "@2 P1", "@3 INT", "@4 P1", "note"])
    }

    @Test func aTurnThatCameInIsFoundAndOneThatWentIsGone() throws {
        let old = timed(Self.talk)
        let more = Self.talk.replacing("INT: Why?", with: "P1: Very slowly.\n\nINT: Why?")
        #expect(told(try revised(more, from: old)) == ["front", "@1 INT", "@2 P1", "P1", "@3 INT", "@4 P1", "note"])
        let less = Self.talk.replacing("INT: Why?\n\nP1: No beds.\n\n", with: "")
        #expect(told(try revised(less, from: old)) == ["front", "@1 INT", "@2 P1", "note"])
    }

    @Test func anotherLabelIsAnotherSpeaker() throws {
        let old = timed(Self.talk)
        let new = try revised(Self.talk.replacing("P1:", with: "Nurse:"), from: old)
        #expect(Set(new.blocks.filter { $0.kind == .turn }.map(\.speaker)) == ["INT", "Nurse"])
        #expect(new.speakers.map(\.name) == ["INT", "Nurse"])
    }

    @Test func speakersThatAPersonPutRightAreNotFoundAnew() throws {
        var old = timed(Self.talk)
        for index in old.blocks.indices where old.blocks[index].speaker == "P1" { old.blocks[index].speaker = "Ann" }
        let new = try revised("Checked.\n\n" + Self.talk, from: old)
        #expect(Set(new.blocks.filter { $0.kind == .turn }.map(\.speaker)) == ["INT", "Ann"])
    }

    @Test func withoutBlocksTheTextIsLookedAtAsAWhole() throws {
        let text = CanonicalText(Self.talk)
        for blocks in [[], [Block(kind: .note, span: text.wholeSpan)]] {
            #expect(told(try revised(Self.talk, from: (text, blocks))) == ["front", "INT", "P1", "INT", "P1", "note"])
        }
    }

    @Test(arguments: ["x", "INT: Only this.\n", "\n\nP1: No beds.\n", Self.talk + Self.talk, "Date: May\n"])
    func everyBlockLiesEdgeToEdge(new: String) throws {
        _ = try revised(new, from: timed(Self.talk))
        _ = try revised(Self.talk, from: timed(new))
    }

    @Test func carriageReturnsAndAMarkAtTheStartAreLeftOut() throws {
        let new = try revised("\u{FEFF}" + Self.talk.replacing("\n", with: "\r\n"), from: timed(Self.talk))
        #expect(new.text.utf8 == Array(Self.talk.utf8))
    }

    @Test(arguments: [[0xFF, 0xFE, 0x41, 0x00], [0x41, 0xE9, 0x42], [0x41, 0x00, 0x42]] as [[UInt8]])
    func whatIsNotUTF8IsRefusedRatherThanGuessedAt(bytes: [UInt8]) {
        let error = #expect(throws: ImportError.self) {
            try TranscriptImporter().revised(bytes: bytes, fileName: "B07.txt", from: timed(Self.talk))
        }
        #expect(error?.sentence.contains("not UTF-8") == true)
    }
}
