import CodingCore
import Testing

@testable import Interchange

@Suite struct JoinedLinesTests {
    /// Words wrapped at a width as the common programs do it.
    private static func wrapped(_ words: [String], at width: Int, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words {
            if !line.isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent + word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return lines + [line]
    }

    private static let vocabulary =
        "we were told that nobody knew what the block contract meant until the audit came round".split(separator: " ")

    private func talk(seed: UInt64, width: Int, indent: String = "") -> (text: String, paragraphs: [String]) {
        var random = Seeded(seed)
        var lines: [String] = []
        var paragraphs: [String] = []
        for turn in 0..<12 {
            let words = (0..<(20 + random.below(80))).map { _ in String(random.pick(Self.vocabulary)) }
            let all = [turn % 2 == 0 ? "Ann:" : "Bob:"] + words
            paragraphs.append(all.joined(separator: " "))
            lines += Self.wrapped(all, at: width, indent: indent) + [""]
        }
        return (lines.joined(separator: "\n"), paragraphs)
    }

    private func read(_ text: String, joining: Bool = true) throws -> IncomingDocument {
        var choices = ImportChoices()
        choices.joinsLines = joining
        return try TranscriptImporter().read(bytes: Array(text.utf8), fileName: "talk.txt", choices: choices)
    }

    @Test(arguments: [40, 60, 72, 75, 92], [1, 2, 3] as [UInt64])
    func wrappedParagraphsAreWholeAgain(width: Int, seed: UInt64) throws {
        let talk = talk(seed: seed, width: width)
        let document = try read(talk.text)
        let paragraphs = String(decoding: document.text.utf8, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(paragraphs == talk.paragraphs)
        #expect(document.speakers.map(\.turns) == [6, 6])
        #expect(document.remarks.contains { $0.contains("were joined into paragraphs") })
    }

    @Test func aHangingIndentGoes() throws {
        let talk = talk(seed: 5, width: 75, indent: String(repeating: " ", count: 11))
        let paragraphs = String(decoding: try read(talk.text).text.utf8, as: UTF8.self).split(separator: "\n").map(
            String.init
        )
        #expect(paragraphs == talk.paragraphs)
    }

    @Test func unaskedNothingIsJoinedAndTheWidthIsSaid() throws {
        let talk = talk(seed: 4, width: 72)
        let document = try read(talk.text, joining: false)
        #expect(document.text.utf8 == Array(talk.text.utf8))
        #expect(document.findings.wrapColumns.map { (68...72).contains($0) } == true)
        #expect(ImportReport.text(for: document).contains("--unwrap joins them into paragraphs"))
    }

    @Test(arguments: [
        "Ann: One.\n\nBob: Two.\n", (1...30).map { "Line \($0)\n" }.joined(), "",
        (1...30).map { String(repeating: "word ", count: $0 * 7 % 23 + 1) + "\n" }.joined(),
    ])
    func whatIsNotWrappedStaysAsItIs(text: String) throws {
        let source = "Start.\n" + text
        let document = try read(source)
        #expect(document.text.utf8 == Array(source.utf8))
        #expect(document.findings.wrapColumns == nil)
        #expect(document.remarks.contains { $0.contains("not wrapped") })
    }

    @Test func everyWordIsKeptAndNothingIsAdded() throws {
        for seed in 10..<40 as Range<UInt64> {
            let talk = talk(seed: seed, width: 50)
            let document = try read(talk.text)
            let joined = String(decoding: document.text.utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace)
            #expect(joined == talk.text.split(whereSeparator: \.isWhitespace))
            #expect(Transcript.covers(document.blocks, scalarCount: document.text.scalarCount))
        }
    }
}
