// Lines as they come: every kind of operation, and the ones that are refused.

import CodingCore
import StudyFiles
import Testing

/// Ids for lines in tests.
enum Sample {
    static let one = "01990000-0000-7000-8000-000000000001"
    static let two = "01990000-0000-7000-8000-000000000002"
    static let three = "01990000-0000-7000-8000-000000000003"
    static let document = "01980000-0000-7000-8000-00000000000d"
    static let head = #""v":1,"id":"\#(one)","by":"rs","at":"2026-11-22T10:14:03Z""#
    static let passage = #""text":"00112233445566ff","start":3,"end":9,"quote":"blocks""#
    static let code = #"{\#(head),"op":"code","doc":"\#(document)",\#(passage),"code":"block-contracts"}"#

    static func id(_ text: String) -> Identifier { sure(Identifier(text)) }
}

@Suite struct LogLineReaderTests {
    private func read(_ text: String) throws -> LogLine { try LogLineReader.read(line: Array(text.utf8)) }

    private func problem(_ text: String) -> LogLineProblem? { problem(Array(text.utf8)) }

    private func problem(_ bytes: [UInt8]) -> LogLineProblem? {
        do throws(LogLineProblem) {
            _ = try LogLineReader.read(line: bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func readsACodingWithAllItsDefaults() throws {
        let line = try read(Sample.code)
        let anchor = Anchor(version: sure(VersionTag("00112233445566ff")), span: TextSpan(3, 9), quote: "blocks")
        let expected = LogOperation(
            id: Sample.id(Sample.one),
            by: sure(CoderID("rs")),
            at: sure(Moment("2026-11-22T10:14:03Z")),
            body: .code(
                document: Sample.id(Sample.document),
                anchor: anchor,
                code: sure(CodeID("block-contracts")),
                rule: "",
                memo: "",
                star: 0,
                doubt: false
            )
        )
        #expect(line == LogLine(expected))
        #expect(line.logs == 1)
        #expect(line.act == line.id)
    }

    @Test(arguments: ["", " ", "\r", "\n", "\r\n", "\t \r\n"])
    func takesLineEndsAndBlanks(end: String) throws {
        #expect(try read(Sample.code + end) == read(Sample.code))
        #expect(try read(end + Sample.code) == read(Sample.code))
    }

    @Test func batchesHandDownWhatTheirOperationsDoNotSay() throws {
        let line = try read(
            #"{"ops":[{"id":"\#(Sample.two)","op":"undo","act":"\#(Sample.document)"},"#
                + #"{"id":"\#(Sample.three)","op":"redo","undo":"\#(Sample.two)","by":"mk","at":"2020-01-01T00:00:00Z"}],"#
                + #""logs":2,"op":"batch",\#(Sample.head)}"#
        )
        #expect(line.id == Sample.id(Sample.one))
        #expect(line.logs == 2)
        #expect(line.isBatch)
        #expect(line.operations.map(\.act) == [line.id, line.id])
        #expect(line.operations.map(\.by.description) == ["rs", "mk"])
        #expect(line.operations.map(\.at.description) == ["2026-11-22T10:14:03Z", "2020-01-01T00:00:00Z"])
        #expect(line.operations.first?.body == .undo(act: Sample.id(Sample.document)))
    }

    @Test func batchesTakeTheirActFromItsKey() throws {
        let line = try read(
            #"{\#(Sample.head),"op":"batch","act":"\#(Sample.three)","ops":[{"id":"\#(Sample.two)","op":"undo","act":"\#(Sample.one)"}]}"#
        )
        #expect(line.act == Sample.id(Sample.three))
        #expect(line.logs == 1)
    }

    @Test func settingReadsOnlyWhatItSays() throws {
        let line = try read(
            #"{\#(Sample.head),"op":"set","on":"\#(Sample.two)","prev":{"memo":["\#(Sample.three)"],"*":[],"new":[1]},"memo":"","doubt":false}"#
        )
        #expect(
            line.operations.first?.body
                == .set(
                    on: Sample.id(Sample.two),
                    replaces: [.memo: [Sample.id(Sample.three)], .whole: []],
                    changes: CodingChanges(memo: "", doubt: false)
                )
        )
    }

    @Test func uncodingGathersEveryHead() throws {
        let line = try read(
            #"{\#(Sample.head),"op":"uncode","on":"\#(Sample.two)","prev":{"*":["\#(Sample.one)","\#(Sample.three)"]}}"#
        )
        #expect(
            line.operations.first?.body
                == .uncode(on: Sample.id(Sample.two), replaces: [Sample.id(Sample.one), Sample.id(Sample.three)])
        )
    }

    @Test func nullIsTheSameAsNothing() throws {
        let text = Sample.code.replacing(#","code":"#, with: #","memo":null,"star": null,"logs":null,"code":"#)
        #expect(try read(text) == read(Sample.code))
    }

    @Test(arguments: [
        (#""\u0069d""#, #""id""#), (#""st\u0061rt":3"#, #""start":3"#), (#""start":3.0"#, #""start":3"#),
        (#""end":0.9e1"#, #""end":9"#), (#""quote":"\u0062locks""#, #""quote":"blocks""#),
        (#""code":"block\u002dcontracts""#, #""code":"block-contracts""#), (#""v":1.0"#, #""v":1"#),
    ])
    func takesOtherSpellingsOfTheSame(spelling: String, usual: String) throws {
        #expect(Sample.code.contains(usual))
        #expect(try read(Sample.code.replacing(usual, with: spelling)) == read(Sample.code))
    }

    @Test func keepsExactScalarsOfAQuote() throws {
        let text = Sample.code.replacing("blocks", with: #"e\u0301\ud83d\ude00\/é"#)
        guard case .code(_, let anchor, _, _, _, _, _) = try read(text).operations[0].body else {
            Issue.record("no coding")
            return
        }
        #expect(Array(anchor.quote.unicodeScalars) == ["e", "\u{301}", "😀", "/", "é"])
    }

    @Test func takesAndRemarksWhatANewerGlossAdds() throws {
        let bytes = Array(
            #"{\#(Sample.head),"op":"paint","colour":{"a":[1e9,-0.5,true,false,null,"x"]},"act":"\#(Sample.two)"}"#.utf8
        )
        var reader = LogLineReader(bytes)
        let line = try reader.read(bytes.indices)
        #expect(line.operations.first?.body == .unknown(name: "paint"))
        #expect(line.act == Sample.id(Sample.two))
        #expect(reader.remarks.map(\.kind) == [.unknownKey, .unknownOperation])
        #expect(reader.remarks.allSatisfy { $0.isTaken })
    }

    @Test(arguments: [2, 3, 999])
    func reportsNewerFormats(version: Int) {
        let newer = problem(#"{"v":\#(version),"id":"whatever"}"#.replacing("whatever", with: Sample.one))
        #expect(newer?.kind == .newerFormat)
        #expect(newer?.isTaken == false)
    }

    @Test(arguments: [
        #"{"v":2,"id":"short"}"#, #"{"v":2,"id":[1,2]}"#, #"{"op":7,"v":3}"#, #"{"v":2,"star":"many","id":"x"}"#,
        #"{"v":2,"op":"batch","ops":[]}"#,
    ])
    func aNewerFormatIsKnownByItsVersionWhateverElseIsInTheLine(line: String) {
        #expect(problem(line)?.kind == .newerFormat)
    }

    @Test(arguments: ["<<<<<<< HEAD", "=======", ">>>>>>> branch", "||||||| base"])
    func namesConflictMarkers(marker: String) {
        #expect(problem(marker)?.kind == .conflictMarker)
    }
}
