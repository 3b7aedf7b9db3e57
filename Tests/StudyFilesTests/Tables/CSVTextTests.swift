import Testing

@testable import StudyFiles

@Suite struct CSVTextTests {
    @Test(arguments: [
        (["a", "b"], "a,b\n"),
        (["a,b", "c"], "\"a,b\",c\n"),
        (["say \"no\"", ""], "\"say \"\"no\"\"\",\n"),
        (["two\nlines", "x\ry"], "\"two\nlines\",\"x\ry\"\n"),
        ([" blank", "blank "], "\" blank\",\"blank \"\n"),
        ([""], "\"\"\n"),
        (["=1+1", "@x"], "=1+1,@x\n"),
    ])
    func writesRowsAsTheyAre(cells: [String], row: String) {
        #expect(CSVText.row(cells) == row)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+x", "'+x"), ("-x", "'-x"), ("@x", "'@x"), ("\tx", "'\tx"),
        ("＝1", "'＝1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"),
        ("-5", "-5"), ("-0.25", "-0.25"), ("5", "5"), ("x=1", "x=1"), ("", ""),
        ("-5-3", "'-5-3"), ("-.5", "'-.5"), ("- no", "'- no"),
    ])
    func guardsWhatASpreadsheetWouldRun(cell: String, guarded: String) {
        #expect(CSVText.row([cell, "x"], guarded: true) == guarded + ",x\n")
    }

    @Test func aGuardedCellIsQuotedWhereItMustBe() {
        #expect(CSVText.row(["=a,b", "\n=x"], guarded: true) == "\"'=a,b\",\"'\n=x\"\n")
    }

    @Test func whatIsWrittenIsReadBack() throws {
        let cells = [
            "a", "b,c", "d\"e", "f\ng", "h\r\ni", " j ", "", "\u{301}", "é", "e\u{301}", "\u{FEFF}k", "l;m\tn",
        ]
        let table = Table(header: cells.indices.map { "c\($0)" }, rows: [Table.Row(line: 2, cells: cells)])
        let (read, findings) = try CSVReader.read(CSVText.bytes(of: table), file: "t.csv")
        #expect(read.rows.first?.cells.map { Array($0.utf8) } == cells.map { Array($0.utf8) })
        #expect(findings == [])
    }
}
