// RFC 8259 case by case, in the manner of the JSON test suite (seriot.ch), and where ours is stricter on purpose.

import Foundation
import StudyFiles
import Testing

@Suite struct JSONGrammarTests {
    private func isTaken(_ bytes: [UInt8]) -> Bool { (try? JSONText(reading: bytes)) != nil }

    @Test(arguments: [
        "[]", "{}", " [] ", "[ ]", "{ }", "null", "true", "false", "\"\"", "\" \"", "0", "-0", "-1", "12", "1.5",
        "-0.0",
        "0e1", "0e+1", "0E-1", "1E5", "1.25e-3", "123456789012345678901234567890", "1e-400", "[1,2]", "[[[]]]",
        "[null,1]",
        "{\"\":0}", "{\"a\":[],\"b\":{}}", "\"\\u0000\"", "\"\\uD83D\\uDE00\"", "\"\\u00e9\"", "\"\\/\"", "\"é中😀\"",
        "\t[\r\n1 ,\t2 ]\n", "\"\u{7F}\"", "\"\u{2028}\"", "{\"a\" : 1 , \"b\" : 2}", "\"\\b\\f\\n\\r\\t\\\"\\\\\"",
    ])
    func takesWhatIsJSON(text: String) throws {
        #expect(isTaken(Array(text.utf8)))
        let theirs = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        #expect(theirs != nil)
        // What is written again reads as the same value.
        let value = try JSONText(reading: Array(text.utf8))
        #expect(try JSONText(reading: value.bytes) == value)
    }

    @Test(arguments: [
        "", " ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1,,2]", "{\"a\"}", "{\"a\":}",
        "{\"a\":1,}", "{,}",
        "{\"a\":1 \"b\":2}", "{a:1}", "{1:1}", "{\"a\":1}}", "[]]", "[] []", "nul", "nulll", "True", "TRUE",
        "truefalse", "'a'",
        "\"", "\"a", "a\"", "\"\\\"", "\"\\a\"", "\"\\u\"", "\"\\u12\"", "\"\\u00G0\"", "\"\\U0041\"", "\"\\x41\"",
        "\"\t\"", "\"\n\"",
        "01", "-01", "+1", ".5", "1.", "-.5", "1.e1", "1e", "1e+", "--1", "1-", "0x10", "1_000", "1,5", "Infinity",
        "-Infinity",
        "NaN", "-", "/* */ 1", "1 // one", "[\u{A0}1]", "\u{FEFF}1", "[\u{0B}1]", "\0", "1\0",
    ])
    func refusesWhatIsNot(text: String) {
        #expect(!isTaken(Array(text.utf8)))
    }

    @Test(arguments: [
        "{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":1}", "[{\"x\":{\"b\":1,\"b\":2}}]", "1e400", "-1e999", "\"\\ud83d\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"", "\"\\ud83dx\"", "\"\\ud83d\\ud83d\"",
    ])
    func refusesWhatOthersTakeAndLose(text: String) {
        #expect(!isTaken(Array(text.utf8)))
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0xAF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80],
            [0xC3], [0xE2, 0x82], [0x80],
        ] as [[UInt8]]
    )
    func refusesBytesThatAreNoUTF8(bytes: [UInt8]) {
        #expect(!isTaken([0x22] + bytes + [0x22]))
    }

    @Test(arguments: [("[", "]"), ("{\"a\":", "}")])
    func nestsSixtyFourDeepAndNoDeeper(open: String, close: String) {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: open, count: depth) + "0" + String(repeating: close, count: depth)).utf8)
        }
        #expect(isTaken(nested(64)))
        #expect(!isTaken(nested(65)))
        #expect(!isTaken(nested(50_000)))
    }

    @Test func saysWhereItStopped() {
        do throws(JSONTrouble) {
            _ = try JSONText(reading: Array("[1, x]".utf8))
            Issue.record("taken")
        } catch {
            #expect(error.sentence.contains("at byte 5"))
        }
    }
}
