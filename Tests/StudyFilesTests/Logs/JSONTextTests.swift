// JSON values: order kept, one spelling, nothing hidden on a screen.

import Foundation
import StudyFiles
import Testing

@Suite struct JSONTextTests {
    private func spelled(_ json: JSONText) -> String { String(decoding: json.bytes, as: UTF8.self) }

    @Test func keepsTheOrderOfMembersAndWritesNoBlanks() {
        let json: JSONText = ["z": 1, "a": ["x", 2.5, true, nil, [:], []], "m": ["k": -3]]
        #expect(spelled(json) == #"{"z":1,"a":["x",2.5,true,null,{},[]],"m":{"k":-3}}"#)
        #expect(json.line == json.bytes + [0x0A])
    }

    @Test(arguments: [
        ("plain é 中 😀", "plain é 中 😀"), ("a\"b\\c/d", #"a\"b\\c/d"#), ("\n\t\r\0", #"\u000a\u0009\u000d\u0000"#),
        ("\u{1B}[2J\u{7F}\u{9B}", #"\u001b[2J\u007f\u009b"#), ("\u{202E}txt\u{2066}", #"\u202etxt\u2066"#),
        ("\u{200B}\u{200D}\u{2060}\u{FEFF}\u{AD}", #"\u200b\u200d\u2060\ufeff\u00ad"#),
        ("\u{2028}\u{2029}", #"\u2028\u2029"#),
        ("\u{E0041}", #"\udb40\udc41"#), ("e\u{301}", "e\u{301}"),
    ])
    func escapesWhatCannotBeSeen(text: String, spelling: String) throws {
        #expect(Array(spelled(.string(text)).utf8) == Array("\"\(spelling)\"".utf8))
        let read = try JSONText(reading: JSONText.string(text).bytes).string
        #expect(read.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func writesNullWhereJSONHasNoNumber(value: Double) {
        #expect(spelled(.double(value)) == "null")
    }

    @Test(arguments: [0, 1.5, -2.25, 1e300, 2.5e-300, 0.1, 100])
    func writesDoublesThatReadTheSame(value: Double) throws {
        guard case .double(let read) = try JSONText(reading: JSONText.double(value).bytes) else {
            Issue.record("not a double")
            return
        }
        #expect(read == value)
    }

    @Test func readsWholeNumbersExactly() throws {
        #expect(try JSONText(reading: Array("9223372036854775807".utf8)).integer == .max)
        #expect(try JSONText(reading: Array("-9223372036854775808".utf8)).integer == .min)
        #expect(try JSONText(reading: Array("3.0".utf8)).integer == 3)
        #expect(try JSONText(reading: Array("3.5".utf8)).integer == nil)
    }

    @Test func findsMembers() throws {
        let json = try JSONText(reading: Array(#" {"a": {"b": [1, "x"]}, "é": 1} "#.utf8))
        #expect(json["a"]?["b"]?.array?.last?.string == "x")
        #expect(json["e\u{301}"] == nil)
        #expect(json["é"]?.integer == 1)
        #expect(json["a"]?["b"]?["c"] == nil)
        #expect(json.string == nil && json.array == nil && json.integer == nil)
    }

    @Test func tellsSpellingsOfOneLetterApart() throws {
        let json = try JSONText(reading: Array("{\"é\":1,\"e\u{301}\":2}".utf8))
        #expect(json["é"]?.integer == 1)
        #expect(json["e\u{301}"]?.integer == 2)
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func readsWhatJSONSerializationReads(seed: UInt64) throws {
        var random = RandomLog(seed: seed)
        for _ in 0..<50 {
            let json = try JSONText(reading: LogLineWriter.bytes(random.line()))
            // Foundation's reader loses U+FEFF behind an escape (6.3.1); ours must not, see above.
            let spelled = random.respell(json).replacing("\u{FEFF}", with: "")
            let ours = try JSONText(reading: Array(spelled.utf8)).bytes
            let read = String(decoding: try sorted(ours), as: UTF8.self)
            let expected = String(decoding: try sorted(Array(spelled.utf8)), as: UTF8.self)
            #expect(read == expected, "\(spelled)")
        }
    }

    private func sorted(_ bytes: [UInt8]) throws -> Data {
        let object = try JSONSerialization.jsonObject(with: Data(bytes))
        return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
    }
}
