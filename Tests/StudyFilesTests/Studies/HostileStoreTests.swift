// The hostile inputs 53 to 67 of the list in RELIABILITY, each on a whole study: what still counts, what is said and where, and
// that the log can be continued without losing a byte.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct HostileStoreTests {
    /// One damage to a log of two lines: a coding with a, then one with b.
    struct Damage: CustomTestStringConvertible, Sendable {
        let number: Int
        let name: String
        /// The codes of the codings that count afterwards.
        let codes: [String]
        /// What `check` says, and in which line; nothing when it says nothing.
        let said: (what: String, line: Int?)?
        /// Makes the bytes of the log from its two lines.
        let make: @Sendable (_ first: String, _ second: String) -> [UInt8]

        init(
            _ number: Int,
            _ name: String,
            _ codes: [String] = ["a", "b"],
            said: (String, Int?)? = nil,
            make: @escaping @Sendable (_ first: String, _ second: String) -> [UInt8]
        ) {
            (self.number, self.name, self.codes, self.said, self.make) = (number, name, codes, said, make)
        }

        /// A damage that is words.
        init(
            _ number: Int,
            _ name: String,
            _ codes: [String] = ["a", "b"],
            said: (String, Int?)? = nil,
            text: @escaping @Sendable (_ first: String, _ second: String) -> String
        ) {
            self.init(number, name, codes, said: said) { Array(text($0, $1).utf8) }
        }

        var testDescription: String { "\(number) \(name)" }
    }

    /// The id of the operation that a line is.
    private static func id(_ line: String) -> String { String(line.dropFirst(13).prefix(36)) }

    /// A line of another operation on the coding of a line.
    private static func set(_ last: String, on line: String, prev: String, memo: String) -> String {
        #"{"v":1,"id":"01900000-0000-7000-8000-0000000000\#(last)","op":"set","by":"rs","at":"2026-11-22T10:14:03Z","#
            + #""on":"\#(id(line))","prev":{"memo":["\#(prev)"]},"memo":"\#(memo)"}"# + "\n"
    }

    private static let unknown = "01900000-0000-7000-8000-00000000ffff"

    private static func offsets(_ line: String, _ start: String, _ end: String) -> String {
        let head = line.split(separator: "\"start\":")[0]
        let tail = line.split(separator: "\"quote\":")[1]
        return head + "\"start\":\(start),\"end\":\(end),\"quote\":" + tail
    }

    static let damages: [Damage] = [
        Damage(53, "a torn last line", said: ("cut off", nil)) { $0 + $1 + "{\"v\":1,\"id\":\"0190" },
        Damage(54, "NULs at the end", said: ("cut off", nil)) {
            Array(($0 + $1).utf8) + [UInt8](repeating: 0, count: 512)
        },
        Damage(55, "bytes of chance in the middle", said: ("not UTF-8", 2)) {
            Array($0.utf8) + [0xFF, 0x00, 0x13, 0xC3, 0x28, 0x0A] + Array($1.utf8)
        },
        Damage(56, "a line of 10 MB") {
            $0 + $1.replacing("}\n", with: ",\"memo\":\"" + String(repeating: "m", count: 10 << 20) + "\"}\n")
        },
        Damage(57, "the same line twice") { $0 + $1 + $0 },
        Damage(58, "one id, other content", said: ("which another operation has too", nil)) {
            $0 + $1 + $1.replacing("\"code\":\"b\"", with: "\"code\":\"b\",\"star\":2")
        },
        Damage(59, "replaces what is not there", said: ("disputed", nil)) {
            $0 + $1 + set("01", on: $0, prev: unknown, memo: "m")
        },
        Damage(60, "two that replace one another", said: ("disputed", nil)) {
            $0 + $1 + set("01", on: $0, prev: "01900000-0000-7000-8000-000000000002", memo: "m")
                + set("02", on: $0, prev: "01900000-0000-7000-8000-000000000001", memo: "n")
        },
        Damage(61, "a change of no coding", said: ("changes a coding that no log makes", 3)) {
            $0 + $1 + set("01", on: "0123456789012" + unknown, prev: unknown, memo: "m")
        },
        Damage(62, "the end before the start", ["a"], said: ("no text can have", 2)) { $0 + offsets($1, "9", "3") },
        Damage(62, "a negative start", ["a"], said: ("no text can have", 2)) { $0 + offsets($1, "-5", "3") },
        Damage(62, "an end of 2^63", ["a"], said: (" ", 2)) { $0 + offsets($1, "3", "9223372036854775808") },
        Damage(62, "beyond the text", said: ("beyond the end of the text", 2)) { $0 + offsets($1, "70000", "70006") },
        Damage(63, "other words than the text has", said: ("quotes other words", 2)) {
            $0 + $1.replacing("\"quote\":\"nurses\"", with: "\"quote\":\"doctors\"")
        },
        Damage(64, "an unknown op", said: ("newer Gloss", 3)) {
            $0 + $1 + #"{"v":1,"id":"\#(unknown)","op":"weave","by":"rs","at":"2026-11-22T10:14:03Z"}"# + "\n"
        },
        Damage(65, "a key twice", ["a"], said: ("“star”", 2)) {
            $0 + $1.replacing("}\n", with: ",\"star\":1,\"star\":2}\n")
        },
        Damage(65, "NaN", ["a"], said: (" ", 2)) { $0 + $1.replacing("}\n", with: ",\"star\":NaN}\n") },
        Damage(65, "1e400", ["a"], said: (" ", 2)) { $0 + $1.replacing("}\n", with: ",\"x\":1e400}\n") },
        Damage(65, "depth 10,000", ["a"], said: (" ", 2)) {
            let (open, close) = (String(repeating: "[", count: 10_000), String(repeating: "]", count: 10_000))
            return $0 + $1.replacing("}\n", with: ",\"x\":\(open)\(close)}\n")
        },
        Damage(65, "half a surrogate pair", ["a"], said: (" ", 2)) {
            $0 + $1.replacing("}\n", with: ",\"memo\":\"\\ud800\"}\n")
        },
        Damage(66, "marks of git", said: ("unfinished merge", 1)) {
            "<<<<<<< HEAD\n" + $0 + "=======\n" + $1 + ">>>>>>> x\n"
        },
        Damage(67, "CRLF") { $0.replacing("\n", with: "\r\n") + $1.replacing("\n", with: "\r\n") },
    ]

    private func damaged(_ damage: Damage) throws -> (StudyFixture, DocumentRecord, [UInt8]) {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n- id: c\n")
        let document = try fixture.add()
        let lines = try [("block contract", "a"), ("nurses", "b")].map { words, code in
            String(
                decoding: LogLineWriter.bytes(try fixture.line(on: document, words: words, code: code)),
                as: UTF8.self
            )
        }
        let bytes = damage.make(lines[0], lines[1])
        try fixture.temporary.write(bytes, to: fixture.log())
        return (fixture, document, bytes)
    }

    @Test(arguments: damages)
    func whatIsWholeCountsAndTheRestIsSaid(damage: Damage) throws {
        let (fixture, _, bytes) = try damaged(damage)
        #expect(try fixture.folder.load().study.codings.map(\.code.description).sorted() == damage.codes)
        let found = Checker.check(fixture.folder)
        if let said = damage.said {
            let hit = found.first { $0.what.contains(said.what) && (said.line == nil || $0.line == said.line) }
            #expect(hit.map { "study/" + $0.file } == fixture.log(), "\(found)")
        } else {
            #expect(found == [])
        }
        // Reading and checking write nothing.
        #expect(try Disk.read(fixture.temporary.path + "/" + fixture.log()) == bytes)
    }

    @Test(arguments: damages)
    func theLogGoesOnAndLosesNoByte(damage: Damage) throws {
        let (fixture, document, bytes) = try damaged(damage)
        try fixture.code(document, words: "Café", code: "c")
        #expect(
            try fixture.folder.load().study.codings.map(\.code.description).sorted() == (damage.codes + ["c"]).sorted()
        )
        let log = try Disk.read(fixture.temporary.path + "/" + fixture.log())
        let tail = bytes.lastIndex(of: 0x0A).map { Array(bytes[($0 + 1)...]) } ?? bytes
        #expect(log.starts(with: bytes.dropLast(tail.count)))
        if tail.isEmpty { return }
        #expect(try Disk.read(fixture.temporary.path + "/" + fixture.log() + ".torn-1") == tail)
    }

    /// 64: a log of a newer format is read as far as it can be, and nothing is added to it.
    @Test func aNewerFormatIsReadOnlyWithAMessageAndItsBytesAreKept() throws {
        let newer = Damage(64, "an unknown v") { $0 + $1 + "{\"v\":2,\"id\":\"x\"}\n" }
        let (fixture, document, bytes) = try damaged(newer)
        #expect(try fixture.folder.load().study.codings.count == 2)
        #expect(fixture.problems.contains { $0.line == 3 && $0.what.contains("newer Gloss") })
        let trouble = try #require(throws: FileTrouble.self) {
            try fixture.code(document, words: "Café", code: "c")
        }
        #expect(trouble.sentence.contains("newer Gloss"))
        let replicas = Replicas(state: StateFolder(path: fixture.temporary.path + "/state"), machine: "m")
        #expect(try Repairer.repair(fixture.folder, replicas: replicas) == [])
        #expect(try Disk.read(fixture.temporary.path + "/" + fixture.log()) == bytes)
    }
}
