import CodingCore
import Testing

@testable import StudyFiles

@Suite struct TurnTableTests {
    private let blocks = [
        Block(kind: .front, span: TextSpan(0, 10)),
        Block(
            kind: .turn,
            span: TextSpan(10, 30),
            speaker: "Ann, “chair”",
            label: "A: ",
            beginMilliseconds: 0,
            endMilliseconds: 4_250,
            page: "iv"
        ),
        Block(kind: .note, span: TextSpan(30, 31)),
    ]

    @Test func blocksComeBackAsTheyWere() {
        let (read, findings) = TurnTable.read(TurnTable.bytes(of: blocks), file: "t.turns.csv", scalarCount: 31)
        #expect(read == blocks)
        #expect(findings == [])
    }

    @Test func aTextWithoutWordsHasNoBlocks() {
        let (read, findings) = TurnTable.read(TurnTable.bytes(of: []), file: "t.turns.csv", scalarCount: 0)
        #expect(read == [])
        #expect(findings == [])
    }

    @Test(arguments: [
        ("0,5,turn,A,,,,\n6,10,turn,B,,,,\n", 3),  // a gap
        ("0,5,turn,A,,,,\n4,10,turn,B,,,,\n", 3),  // an overlap
        ("0,5,turn,A,,,,\n5,5,turn,B,,,,\n5,10,turn,B,,,,\n", 3),  // an empty block
        ("0,5,turn,A,,,,\n5,9,turn,B,,,,\n", 3),  // too short
        ("0,5,turn,A,,,,\n5,11,turn,B,,,,\n", 3),  // too long
        ("1,10,turn,A,,,,\n", 2),
        ("0,10,speech,A,,,,\n", 2),
        ("0,x,turn,A,,,,\n", 2),
        ("10,0,turn,A,,,,\n", 2),
        ("-1,10,turn,A,,,,\n", 2),
        ("0,99999999999999999999,turn,A,,,,\n", 2),
        ("0,10,turn,A,,soon,,\n", 2),
        ("0,10,turn,A,,-4,,\n", 2),
        ("0,10,turn,\"A,,,,\n", 2),
    ])
    func rowsThatDoNotCoverTheTextAreRefusedWithTheirLine(rows: String, line: Int) {
        let text = "start,end,kind,speaker,label,begin_ms,end_ms,page\n" + rows
        let (read, findings) = TurnTable.read(Array(text.utf8), file: "t.turns.csv", scalarCount: 10)
        #expect(read == nil)
        #expect(findings.map(\.line) == [line])
        #expect(findings.map(\.severity) == [.problem])
    }

    @Test func columnsMayStandInAnyOrderAndTheOptionalOnesMayBeMissing() {
        let text = "kind,speaker,start,end\nturn,A,0,10\n"
        let (read, _) = TurnTable.read(Array(text.utf8), file: "t.turns.csv", scalarCount: 10)
        #expect(read == [Block(kind: .turn, span: TextSpan(0, 10), speaker: "A")])
    }

    @Test func aMissingColumnIsNamed() {
        let (read, findings) = TurnTable.read(Array("start,end,kind\n0,10,turn\n".utf8), file: "t", scalarCount: 10)
        #expect(read == nil)
        #expect(findings.first?.what.contains("speaker") == true)
    }
}
