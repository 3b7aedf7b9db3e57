import CodingCore
import Testing

@testable import StudyFiles

@Suite struct TablePropertyTests {
    private static let pieces = [
        "a", "b c", ",", ";", "\t", "\"", "\"\"", "\n", "\r", "\r\n", "'", "=", "é", "e\u{301}", "\u{301}", "中",
        "\u{FEFF}",
        "\u{2028}", "\0", " ", "sep=;", "\u{1F469}\u{200D}\u{1F4BB}",
    ]

    @Test(arguments: 0..<60 as Range<UInt64>)
    func whateverIsInTheCellsComesBack(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let columns = Int.random(in: 2...6, using: &generator)
        var table = Table(header: (0..<columns).map { "c\($0)" })
        table.dialect.separator = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")][Int(seed % 3)]
        table.dialect.byteOrderMark = seed % 2 == 0
        for _ in 0..<Int.random(in: 0...9, using: &generator) {
            // A row needs a word to be one.
            let cells = (1..<columns).map { _ in generator.text(of: Self.pieces, upTo: 6) } + ["x"]
            table.rows.append(Table.Row(line: 0, cells: cells))
        }
        let (read, findings) = try CSVReader.read(CSVText.bytes(of: table), file: "t.csv")
        #expect(read.header == table.header)
        #expect(read.dialect == table.dialect)
        #expect(read.rows.map { $0.cells.map { Array($0.utf8) } } == table.rows.map { $0.cells.map { Array($0.utf8) } })
        #expect(findings == [])
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func anyBytesAreReadOrRefused(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = Array(generator.text(of: Self.pieces, upTo: 80).utf8)
        do {
            let (table, _) = try CSVReader.read(bytes, file: "t.csv")
            #expect(table.rows.allSatisfy { $0.cells.count == table.header.count && $0.line >= 1 })
        } catch {
            #expect((error as? FileTrouble)?.line != nil)
        }
        _ = try? DocumentTable.read(Array("document,".utf8) + bytes)
        _ = try? SpeakerTable.read(Array("document,speaker,".utf8) + bytes)
        _ = TurnTable.read(Array("start,end,kind,speaker\n".utf8) + bytes, file: "t.csv", scalarCount: 10)
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func blocksOfAnySpeakersComeBack(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var blocks: [Block] = []
        var start = 0
        for _ in 0..<Int.random(in: 0...8, using: &generator) {
            let end = start + Int.random(in: 1...50, using: &generator)
            var block = Block(
                kind: Block.Kind.allCases.randomElement(using: &generator) ?? .note,
                span: TextSpan(start, end),
                speaker: generator.text(of: Self.pieces, upTo: 4),
                label: generator.text(of: Self.pieces, upTo: 4)
            )
            if Bool.random(using: &generator) { block.beginMilliseconds = start * 1_000 }
            blocks.append(block)
            start = end
        }
        let (read, findings) = TurnTable.read(TurnTable.bytes(of: blocks), file: "t.turns.csv", scalarCount: start)
        #expect(read == blocks)
        #expect(findings == [])
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func attributesSetOneByOneAreAllThere(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var table = DocumentTable()
        var wanted: [String: [String: String]] = [:]
        for _ in 0..<20 {
            let name = "D\(Int.random(in: 1...5, using: &generator))"
            let attribute = ["site", "role", "phase"].randomElement(using: &generator) ?? ""
            let value = trimmedOfBlanks(generator.text(of: ["x", "é", ",", "\"", "y z"], upTo: 3))
            wanted[name, default: [:]][attribute] = value
            _ = try table.set(Attributes([(attribute, value)]), of: #require(DocumentID(name)))
        }
        let (read, findings) = try DocumentTable.read(table.bytes)
        #expect(findings == [])
        for (name, attributes) in wanted {
            let document = try #require(DocumentID(name))
            for (attribute, value) in attributes {
                #expect((read[document]?[attribute] ?? "") == value)
            }
        }
        #expect(read.bytes == table.bytes)
    }
}
