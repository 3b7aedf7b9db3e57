import CodingCore
import Testing

@testable import StudyFiles

@Suite struct YAMLPropertyTests {
    private static let words = [
        "a", "b c", ":", ": ", "- ", "#", " #", "'", "\"", "\\", "\n", "\t", "*", "&", "!", "%", "@", "`", "|", ">",
        "{", "}",
        "[", "]", ",", "?", "~", "é", "e\u{301}", "中", "\u{202E}", "\u{85}", "\u{2028}", "\0", "\u{7F}", "\u{1F600}",
        "no",
        "<<", "---", "...",
    ]
    private static let syntax = [
        "title: x\n", "codes:\n", "- id: a\n", "  name: b\n", "  include: [c, d]\n", "  status: agreed\n", "- ", "  ",
        ": ",
        "\n", "\t", "*a", "&a ", "!!str ", "!x ", "'", "\"", "{", "}", "[", "]", ",", "? ", "| \n", ">-\n", "# c\n",
        "---\n",
        "...\n", "%YAML 1.1\n", "<<: ", "\\x", "\u{FEFF}", "\0", "é", "id: a", "\r\n", "\u{85}",
    ]

    @Test(arguments: 0..<100 as Range<UInt64>)
    func anyWordsAreWrittenSoThatTheyComeBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let name = generator.text(of: Self.words, upTo: 12)
        let text = "- \(YAMLText.scalar(name)): \(YAMLText.scalar(name))\n"
        let value = try StrictYAML.read(Array(text.utf8), file: "x.yaml")
        let entry = try #require(value.items?.first?.entries?.first)
        #expect(Array(entry.key.utf8) == Array(name.utf8))
        #expect(entry.value.words.map { Array($0.utf8) } == Array(name.utf8))
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func anyTextIsReadOrRefused(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes = Array(generator.text(of: Self.syntax, upTo: 40).utf8)
        do {
            let file = try CodebookReader.read(bytes, path: "c.yaml")
            #expect(file.codes.allSatisfy { $0.line >= 1 && $0.code.rule.utf8.count == 8 })
            _ = Codebook(title: "", version: "", codes: file.codes.map(\.code))
        } catch {
            #expect(error is FileTrouble)
        }
        _ = try? StudyFile.read(bytes)
        _ = try? DocumentFile.read(bytes, file: "d.yaml")
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func aBrokenByteCostsTheFileAndNotTheProgram(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array("title: T\ncodes:\n- id: a\n  name: \"A: b\"\n  include:\n  - x\n  - 'y'\n- id: b\n".utf8)
        for _ in 0..<3 {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
        do {
            _ = try CodebookReader.read(bytes, path: "c.yaml")
        } catch {
            #expect(error is FileTrouble)
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func proposalsGrowByOneCodeAtATime(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let coder = try #require(CoderID("rs"))
        var bytes: [UInt8]?
        var names: [String] = []
        for _ in 0..<6 {
            let name = "n" + trimmedOfBlanks(generator.text(of: Self.words, upTo: 6))
            let file = try bytes.map { try CodebookReader.read($0, path: "p", proposer: coder) }
            let codebook = Codebook(title: "", version: "", codes: (file?.codes ?? []).map(\.code))
            let id = try #require(ProposedCodes.id(for: name, by: coder, in: codebook))
            bytes = try ProposedCodes.adding(Code(id: id, name: name), by: coder, to: bytes, path: "p").bytes
            names.append(name)
        }
        let read = try CodebookReader.read(bytes ?? [], path: "p", proposer: coder)
        #expect(read.codes.map { Array($0.code.name.utf8) } == names.map { Array($0.utf8) })
        #expect(Set(read.codes.map(\.code.id)).count == names.count)
        #expect(read.findings == [])
    }
}
