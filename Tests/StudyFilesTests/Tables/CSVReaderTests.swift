import Testing

@testable import StudyFiles

@Suite struct CSVReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var header: [String]
        var rows: [[String]]
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ header: [String], _ rows: [[String]]) {
            self.name = name
            self.text = text
            self.header = header
            self.rows = rows
        }
    }

    @Test(arguments: [
        Case("plain", "a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
        Case("no final line end", "a,b\n1,2", ["a", "b"], [["1", "2"]]),
        Case("comma in quotes", "a,b\n\"1,x\",2\n", ["a", "b"], [["1,x", "2"]]),
        Case("doubled quote", "a\n\"x \"\"y\"\"\"\n", ["a"], [["x \"y\""]]),
        Case("line end in quotes", "a,b\n\"1\n2\",3\n", ["a", "b"], [["1\n2", "3"]]),
        Case("CR LF", "a,b\r\n1,2\r\n3,4\r\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
        Case("CR LF in quotes", "a,b\r\n\"1\r\n2\",3\r\n", ["a", "b"], [["1\r\n2", "3"]]),
        Case("CR alone", "a,b\r1,2\r", ["a", "b"], [["1", "2"]]),
        Case("byte order mark", "\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]),
        Case("byte order mark before a quote", "\u{FEFF}\"a\",b\n1,2\n", ["a", "b"], [["1", "2"]]),
        Case("semicolons", "a;b\n1;2,5\n", ["a", "b"], [["1", "2,5"]]),
        Case("tabs", "a\tb\n1\t2,5\n", ["a", "b"], [["1", "2,5"]]),
        Case("a line that names the separator", "sep=;\na;b\n1;2\n", ["a", "b"], [["1", "2"]]),
        Case("the same with CR LF", "sep=;\r\na;b\r\n1;2\r\n", ["a", "b"], [["1", "2"]]),
        Case("empty cell at the end", "a,b,c\n1,2,", ["a", "b", "c"], [["1", "2", ""]]),
        Case("blanks are words", "a,b\n  1, 2\n", ["a", "b"], [["  1", " 2"]]),
        Case("blanks around column names are not", " a , b\n1,2\n", ["a", "b"], [["1", "2"]]),
        Case("quote inside a cell", "a,b\n5\" pipe,2\n", ["a", "b"], [["5\" pipe", "2"]]),
        Case("combining mark after a separator", "a,b\n1,\u{301}x\n", ["a", "b"], [["1", "\u{301}x"]]),
        Case("combining mark after a quote", "a,b\n1,\"\u{301}x\"\n", ["a", "b"], [["1", "\u{301}x"]]),
        Case("line separator is a character", "a,b\n1\u{2028}x,2\n", ["a", "b"], [["1\u{2028}x", "2"]]),
        Case("NUL is a character", "a,b\n1\0x,2\n", ["a", "b"], [["1\0x", "2"]]),
        Case("rows without words", "a,b\n\n1,2\n,\n\n", ["a", "b"], [["1", "2"]]),
        Case("short row", "a,b,c\n1\n", ["a", "b", "c"], [["1", "", ""]]),
        Case("long row of nothing", "a,b\n1,2,,,\n", ["a", "b"], [["1", "2"]]),
        Case("empty file", "", [], []),
    ])
    func readsTables(_ example: Case) throws {
        let (table, findings) = try CSVReader.read(Array(example.text.utf8), file: "t.csv")
        #expect(table.header == example.header)
        #expect(table.rows.map { $0.cells.map { Array($0.utf8) } } == example.rows.map { $0.map { Array($0.utf8) } })
        #expect(findings == [])
    }

    @Test func numbersRowsByTheLineTheyBeginOn() throws {
        let text = "a,b\r\n\"1\r\n2\",3\r\n\r\n4,\"5\n6\"\n7,8\n"
        let (table, _) = try CSVReader.read(Array(text.utf8), file: "t.csv")
        #expect(table.rows.map(\.line) == [2, 5, 7])
    }

    @Test func aQuoteThatIsNeverClosedNamesItsLine() {
        let error = #expect(throws: FileTrouble.self) {
            try CSVReader.read(Array("a,b\n1,2\n3,\"4\n5,6\n".utf8), file: "t.csv")
        }
        #expect(error?.code == .malformed)
        #expect(error?.line == 3)
    }

    @Test func bytesThatAreNotUTF8NameTheirLine() {
        let error = #expect(throws: FileTrouble.self) {
            try CSVReader.read(Array("a,b\n1,2\n".utf8) + [0x63, 0xE9, 0x0A], file: "t.csv")
        }
        #expect(error?.line == 3)
        #expect(error?.sentence.contains("UTF-8") == true)
    }

    @Test func wordsBeyondTheLastColumnAreReported() throws {
        let (table, findings) = try CSVReader.read(Array("a,b\n1,2\n3,4,5\n".utf8), file: "t.csv")
        #expect(table.rows.map(\.cells) == [["1", "2"], ["3", "4"]])
        #expect(findings.map(\.line) == [3])
        #expect(findings.first?.severity == .problem)
    }

    @Test func wordsAfterAClosingQuoteAreKeptAndReported() throws {
        let (table, findings) = try CSVReader.read(Array("a,b\n\"1\"x,2\n".utf8), file: "t.csv")
        #expect(table.rows.map(\.cells) == [["1x", "2"]])
        #expect(findings.map(\.line) == [2])
    }

    @Test func aColumnNamedTwiceIsReportedAndTwoSpellingsOfALetterAreTwoNames() throws {
        let (_, doubled) = try CSVReader.read(Array("a,site,site\n".utf8), file: "t.csv")
        #expect(doubled.count == 1)
        let (_, spelt) = try CSVReader.read(Array("a,\u{E9},e\u{301}\n".utf8), file: "t.csv")
        #expect(spelt == [])
    }

    @Test func tenThousandColumnsAreReadWhole() throws {
        let names = (1...10_000).map { "c\($0)" }
        let text = names.joined(separator: ",") + "\n" + names.joined(separator: ",") + "\n"
        let (table, findings) = try CSVReader.read(Array(text.utf8), file: "t.csv")
        #expect(table.header.count == 10_000)
        #expect(table.rows.first?.cells.last == "c10000")
        #expect(findings == [])
    }

    @Test func theDialectIsKnownForWritingAgain() throws {
        let text = "\u{FEFF}a;b\n1,5;2\n"
        let (table, _) = try CSVReader.read(Array(text.utf8), file: "t.csv")
        #expect(CSVText.bytes(of: table) == Array(text.utf8))
    }
}
