// Logs of random bytes: the reader never stops, takes every whole line, and its figures add up.

import CodingCore
import StudyFiles
import Testing

@Suite struct LogFuzzTests {
    @Test(arguments: 0..<30 as Range<UInt64>)
    func noiseBetweenLinesCostsNone(seed: UInt64) {
        var random = RandomLog(seed: seed)
        var bytes: [UInt8] = []
        var written: [LogLine] = []
        for _ in 0..<60 {
            if random.chance(3) {
                for _ in 0..<Int.random(in: 1...300, using: &random) {
                    let byte = UInt8(truncatingIfNeeded: random.next())
                    bytes.append(byte == 0x0A ? 0x0B : byte)
                }
                bytes.append(0x0A)
            } else {
                written.append(random.line())
                bytes += LogLineWriter.bytes(written[written.count - 1])
            }
        }
        let contents = LogFile.read(bytes, path: "x")
        #expect(contents.lines == written)
        #expect(contents.numbers == contents.numbers.sorted())
        #expect(contents.lines.count + contents.troubles.count == bytes.count { $0 == 0x0A })
        #expect(contents.tail == .clean)
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func randomJSONNeverStopsTheReader(seed: UInt64) {
        var random = RandomLog(seed: 500 + seed)
        let words = [
            "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "d83d", "null", "true", "1e9", "-", "0", "\"v\":1",
            "\"id\":",
            "\"ops\":[", "\"prev\":{", "\"\(Sample.one)\"", "\"op\":\"batch\"", "\"op\":\"code\"", " ", "\u{FEFF}", "é",
            "\n",
        ]
        for _ in 0..<300 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in random.pick(words) }.joined()
            let contents = LogFile.read(Array(text.utf8), path: "x")
            #expect(contents.lines.count == contents.numbers.count)
            #expect(contents.remarks.allSatisfy { $0.line >= 1 && !$0.problem.sentence.isEmpty })
        }
    }

    @Test func remembersThousandsOfCodesRightly() {
        // More different codes than the reader's memory holds, each twice, far apart.
        let count = 40_000
        var text: [UInt8] = []
        for number in Array(0..<count) + Array((0..<count).reversed()) {
            text += Array(Sample.code.replacing("block-contracts", with: "c-\(number)").utf8) + [0x0A]
        }
        let contents = LogFile.read(text, path: "x")
        let codes = contents.lines.compactMap { line -> String? in
            guard case .code(_, _, let code, _, _, _, _) = line.operations.first?.body else { return nil }
            return code.description
        }
        #expect(codes == (Array(0..<count) + Array((0..<count).reversed())).map { "c-\($0)" })
    }

    @Test func readsEveryDayRightly() {
        var text: [UInt8] = []
        var moments: [Moment] = []
        for day in stride(from: -40_000, through: 40_000, by: 37) {
            for second in [0, 1, 43_200, 86_399] {
                let moment = Moment(secondsSince1970: Int64(day) * 86_400 + Int64(second))
                moments.append(moment)
                text += Array(Sample.code.replacing("2026-11-22T10:14:03Z", with: moment.description).utf8) + [0x0A]
            }
        }
        #expect(LogFile.read(text, path: "x").lines.compactMap(\.operations.first?.at) == moments)
    }

    @Test(arguments: [
        "2026-11-22T10:14:03.5Z", "2026-11-22T10:14:03.000000Z", "2026-11-22T10:14:60Z",
    ])
    func takesTheOtherFormsOfATime(time: String) throws {
        let line = try LogLineReader.read(line: Array(Sample.code.replacing("2026-11-22T10:14:03Z", with: time).utf8))
        #expect(line.operations.first?.at == Moment(time))
    }

    @Test(arguments: [
        "2026-11-22T10:14:03", "2026-11-22 10:14:03Z", "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z",
        "26-11-22T10:14:03Z",
        "2026-11-22T10:14:03+01:00", "2026-00-22T10:14:03Z", "",
    ])
    func refusesWhatIsNoTime(time: String) {
        // Twice, so that a refused day is not remembered as a good one.
        let line = Sample.code.replacing("2026-11-22T10:14:03Z", with: time)
        let contents = LogFile.read(Array((line + "\n" + line + "\n" + Sample.code + "\n").utf8), path: "x")
        #expect(contents.lines.count == 1)
        #expect(contents.troubles.count == 2)
    }

    @Test(arguments: ["ABCDEFAB-0000-7000-8000-0123456789aB", "abcdefab-0000-7000-8000-0123456789ab"])
    func takesIdentifiersInEitherCase(text: String) throws {
        let line = try LogLineReader.read(line: Array(Sample.code.replacing(Sample.one, with: text).utf8))
        #expect(line.id == Identifier(text))
    }

    @Test(arguments: ["", "0", "01990000-0000-7000-8000-00000000000g", "01990000x0000-7000-8000-000000000001", "é"])
    func refusesWhatIsNoIdentifier(text: String) {
        let contents = LogFile.read(Array((Sample.code.replacing(Sample.one, with: text) + "\n").utf8), path: "x")
        #expect(contents.troubles.first?.sentence.contains("UUID") == true)
    }
}
