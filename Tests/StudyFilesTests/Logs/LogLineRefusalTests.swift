// Lines that must not be taken, each for its reason, said in a sentence.

import CodingCore
import StudyFiles
import Testing

@Suite struct LogLineRefusalTests {
    private func problem(_ bytes: [UInt8]) -> LogLineProblem? {
        do throws(LogLineProblem) {
            _ = try LogLineReader.read(line: bytes)
            return nil
        } catch {
            return error
        }
    }

    private func problem(_ text: String) -> LogLineProblem? { problem(Array(text.utf8)) }

    @Test(arguments: [
        "", "{", "null", "[]", "\"{}\"", "42", "{}x", "{} {}", "{,}", "{\"v\":1,}", "{\"v\" 1}", "{v:1}", "{'v':1}",
        "{\"v\":01}",
        "{\"v\":+1}", "{\"v\":1.}", "{\"v\":.5}", "{\"v\":-}", "{\"v\":1e}", "{\"v\":0x1}", "{\"v\":tru}",
        "{\"v\":NaN}",
        "{\"v\":Infinity}", "{\"v\":\"1\"}", "{\"id\":7}", "{\"x\":\"a\nb\"}", "{\"x\":\"\\x\"}", "{\"x\":\"\\u12g4\"}",
        "{\"x\":\"open}", "{\"doubt\":1}", "{\"prev\":[]}", "{\"prev\":{\"memo\":\"x\"}}", "{\"ops\":[}",
        "{\"x\":[1,]}",
        "\u{FEFF}{}", "// a remark",
    ])
    func refusesWhatIsNoLine(text: String) {
        let problem = problem(text)
        #expect(problem != nil)
        #expect(problem?.isTaken == false)
        #expect(problem?.sentence.hasSuffix(".") == true)
    }

    @Test(arguments: [
        (#""x":1,"x":2"#, "twice"), (#""id":"\#(Sample.two)""#, "twice"), (#""\u0069d":"\#(Sample.two)""#, "twice"),
        (#""x":{"y":1,"y":1}"#, "twice"), (#""x":1e400"#, "too large"), (#""x":-1e400"#, "too large"),
        (#""x":"\ud83d""#, "surrogate"), (#""x":"\ude00\ud83d""#, "surrogate"), (#""quote":"\ud83d ""#, "surrogate"),
        (#""prev":{"memo":[],"memo":[]}"#, "twice"), (#""at":"yesterday""#, "time"),
        (#""at":"2026-13-01T00:00:00Z""#, "time"),
    ])
    func refusesWhatCannotBeKeptExactly(members: String, word: String) {
        var text = Sample.code
        for key in ["quote", "at"] where members.hasPrefix("\"\(key)\"") {
            text = text.replacing("\"\(key)\":", with: "\"other\":")
        }
        let problem = problem(text.dropLast() + "," + members + "}")
        #expect(problem?.kind == .notJSON)
        #expect(problem?.sentence.contains(word) == true, "\(problem?.sentence ?? "taken")")
    }

    @Test(arguments: [0xFF, 0xC0, 0x80, 0xED])
    func refusesBytesThatAreNotUTF8(byte: UInt8) {
        let bytes = Array(Sample.code.dropLast(2).utf8) + [byte, 0x22, 0x7D]
        #expect(problem(bytes)?.sentence == "is not UTF-8.")
    }

    @Test(arguments: ["[", "{\"a\":"])
    func refusesDeepNesting(open: String) {
        let close = open == "[" ? "]" : "}"
        func nested(_ depth: Int) -> String {
            let value = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
            return Sample.code.dropLast() + ",\"x\":" + value + "}"
        }
        #expect(problem(nested(60)) == nil)
        #expect(problem(nested(65))?.sentence.contains("deep") == true)
        #expect(problem(nested(10_000))?.sentence.contains("deep") == true)
        #expect(problem(#"{"ops":"# + String(repeating: "[", count: 100_000))?.sentence.contains("deep") == true)
    }

    @Test(arguments: [
        (10, 3), (-1, 3), (-5, -1), (0, 1 << 41), (1 << 58, 1 << 59),
    ])
    func refusesPassagesThatNoTextHas(start: Int, end: Int) {
        let text = Sample.code.replacing(#""start":3,"end":9"#, with: "\"start\":\(start),\"end\":\(end)")
        #expect(problem(text)?.sentence.contains("passage") == true)
    }

    @Test(arguments: ["9223372036854775807", "9223372036854775808", "1e30", "2.5", "-0.5"])
    func refusesNumbersThatAreNoOffset(number: String) {
        let problem = problem(Sample.code.replacing(#""end":9"#, with: "\"end\":\(number)"))
        #expect(problem?.kind == .notAnOperation)
    }

    @Test(arguments: ["v", "id", "op", "by", "at", "doc", "text", "start", "end", "quote", "code"])
    func namesTheKeyThatIsMissing(key: String) {
        let text = Sample.code.replacing("\"\(key)\":", with: "\"other\":")
        let problem = problem(text)
        #expect(problem?.kind == .notAnOperation)
        #expect(problem?.sentence.contains("“\(key)”") == true)
    }

    @Test(arguments: [
        (#""star":4"#, "4 stars"), (#""star":-1"#, "-1 stars"), (#""logs":0"#, "0 logs"), (#""logs":-2"#, "-2 logs"),
    ])
    func refusesFiguresOutOfRange(member: String, word: String) {
        #expect(problem(Sample.code.dropLast() + "," + member + "}")?.sentence.contains(word) == true)
    }

    @Test(arguments: [
        "[]", "{}", "[7]", "[{}]", #"[{"id":"\#(Sample.two)","op":"undo"}]"#,
        #"[{"id":"\#(Sample.two)","op":"batch","ops":[]}]"#,
        #"[{"id":"\#(Sample.two)","id":"\#(Sample.two)","op":"undo"}]"#,
    ])
    func refusesBatchesThatAreNotWhole(ops: String) {
        #expect(problem(#"{\#(Sample.head),"op":"batch","ops":\#(ops)}"#) != nil)
    }

    @Test(arguments: ["set", "uncode", "undo", "redo", "batch"])
    func refusesOperationsOnNothing(op: String) {
        #expect(problem(#"{\#(Sample.head),"op":"\#(op)"}"#)?.kind == .notAnOperation)
    }

    @Test func refusesHalfAPassage() {
        let text = #"{\#(Sample.head),"op":"set","on":"\#(Sample.two)","start":3,"end":4}"#
        #expect(problem(text)?.sentence.contains("“text”") == true)
    }
}
