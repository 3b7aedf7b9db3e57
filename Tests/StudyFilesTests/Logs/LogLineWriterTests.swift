// The one spelling of a line, byte for byte.

import CodingCore
import StudyFiles
import Testing

@Suite struct LogLineWriterTests {
    private func spelled(_ line: LogLine) -> String { String(decoding: LogLineWriter.bytes(line), as: UTF8.self) }

    private func operation(_ id: String, _ body: LogOperation.Body, act: Identifier? = nil) -> LogOperation {
        LogOperation(
            id: Sample.id(id),
            by: sure(CoderID("rs")),
            at: sure(Moment("2026-11-22T10:14:03Z")),
            act: act,
            body: body
        )
    }

    private let start = #"{"v":1,"id":"\#(Sample.one)","op":""#
    private let signed = #"","by":"rs","at":"2026-11-22T10:14:03Z","#

    private func coding(memo: String = "", star: Int = 0, doubt: Bool = false) -> LogOperation.Body {
        .code(
            document: Sample.id(Sample.document),
            anchor: Anchor(
                version: sure(VersionTag("00112233445566ff")),
                span: TextSpan(3, 9),
                quote: "blocks",
                quoteHash: nil,
                before: memo.isEmpty ? "" : "the ",
                after: ""
            ),
            code: sure(CodeID("rs/trust")),
            rule: memo.isEmpty ? "" : "0a1b2c3d",
            memo: memo,
            star: star,
            doubt: doubt
        )
    }

    @Test func leavesOutWhatIsEmpty() {
        #expect(
            spelled(LogLine(operation(Sample.one, coding())))
                == start + "code" + signed
                + #""doc":"\#(Sample.document)","text":"00112233445566ff","start":3,"end":9,"quote":"blocks","code":"rs/trust"}"#
                + "\n"
        )
    }

    @Test func keepsTheOrderOfTheKeys() {
        #expect(
            spelled(LogLine(operation(Sample.one, coding(memo: "why", star: 2, doubt: true))))
                == start + "code" + signed
                + #""doc":"\#(Sample.document)","text":"00112233445566ff","start":3,"end":9,"quote":"blocks","#
                + #""before":"the ","code":"rs/trust","rule":"0a1b2c3d","memo":"why","star":2,"doubt":true}"# + "\n"
        )
    }

    @Test func spellsEveryOtherOperation() {
        let two = Sample.id(Sample.two)
        let set = LogOperation.Body.set(
            on: two,
            replaces: [.star: [two], .memo: [two, Sample.id(Sample.three)]],
            changes: CodingChanges(memo: "", star: 0, doubt: false)
        )
        #expect(
            spelled(LogLine(operation(Sample.one, set)))
                == start + "set" + signed
                + #""on":"\#(Sample.two)","prev":{"memo":["\#(Sample.two)","\#(Sample.three)"],"star":["\#(Sample.two)"]},"#
                + #""memo":"","star":0,"doubt":false}"# + "\n"
        )
        #expect(
            spelled(LogLine(operation(Sample.one, .uncode(on: two, replaces: [two]))))
                == start + "uncode" + signed + #""on":"\#(Sample.two)","prev":{"*":["\#(Sample.two)"]}}"# + "\n"
        )
        #expect(
            spelled(LogLine(operation(Sample.one, .undo(act: two))))
                == start + "undo" + signed + #""act":"\#(Sample.two)"}"# + "\n"
        )
        #expect(
            spelled(LogLine(operation(Sample.one, .redo(undo: two))))
                == start + "redo" + signed + #""undo":"\#(Sample.two)"}"# + "\n"
        )
    }

    @Test func spellsABatchOnce() {
        let act = Sample.id(Sample.three)
        let operations = [
            operation(Sample.two, .undo(act: act), act: act), operation(Sample.three, coding(), act: act),
        ]
        let line = spelled(LogLine(batch: Sample.id(Sample.one), operations: operations, logs: 2))
        #expect(
            line.hasPrefix(
                start + "batch" + signed
                    + #""act":"\#(Sample.three)","logs":2,"ops":[{"id":"\#(Sample.two)","op":"undo","act":"\#(Sample.three)"},"#
                    + #"{"id":"\#(Sample.three)","op":"code","doc":"#
            )
        )
    }

    @Test func undoingOverSeveralLogsKeepsBothActs() throws {
        var line = LogLine(operation(Sample.one, .undo(act: Sample.id(Sample.two)), act: Sample.id(Sample.three)))
        line.logs = 3
        let read = try LogLineReader.read(line: LogLineWriter.bytes(line))
        #expect(read == line)
        #expect(read.act == Sample.id(Sample.three))
    }
}
