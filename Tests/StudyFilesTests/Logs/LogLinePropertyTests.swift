// Whatever is written is read again, and in every spelling our reader agrees with JSONDecoder.

import CodingCore
import StudyFiles
import Testing

@Suite struct LogLinePropertyTests {
    /// Strings compare by canonical equivalence; their bytes are what counts here.
    private func isSame(_ a: LogLine, _ b: LogLine) -> Bool {
        a == b && LogLineWriter.bytes(a) == LogLineWriter.bytes(b)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func whatIsWrittenIsReadAgain(seed: UInt64) throws {
        var random = RandomLog(seed: seed)
        for _ in 0..<200 {
            let line = random.line()
            let bytes = LogLineWriter.bytes(line)
            #expect(bytes.last == 0x0A)
            #expect(bytes.dropLast().contains(0x0A) == false)
            let read = try LogLineReader.read(line: bytes)
            #expect(isSame(read, line), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func agreesWithJSONDecoderInEverySpelling(seed: UInt64) throws {
        var random = RandomLog(seed: 1_000 + seed)
        for _ in 0..<100 {
            let line = random.line()
            let json = try JSONText(reading: LogLineWriter.bytes(line))
            let spelled = random.respell(json)
            let read = try LogLineReader.read(line: Array(spelled.utf8))
            let decoded = try #require(DecodedLine.line(Array(spelled.utf8)), "\(spelled)")
            #expect(isSame(read, decoded), "\(spelled)")
            #expect(isSame(read, line), "\(spelled)")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func neverTakesDamagedBytesThatJSONDecoderRefuses(seed: UInt64) throws {
        var random = RandomLog(seed: 2_000 + seed)
        for _ in 0..<200 {
            var bytes = Array(LogLineWriter.bytes(random.line()).dropLast())
            for _ in 0...Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                default: bytes.insert(random.pick(Array("{}[]\",:\\u0".utf8)), at: place)
                }
            }
            guard let read = try? LogLineReader.read(line: bytes) else { continue }
            let decoded = DecodedLine.line(bytes)
            #expect(decoded.map { isSame(read, $0) } == true, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test func readsNothingFromLinesCutAnywhere() {
        var random = RandomLog(seed: 7)
        for _ in 0..<10 {
            let bytes = LogLineWriter.bytes(random.line()).dropLast()
            for length in 0..<bytes.count {
                #expect(throws: LogLineProblem.self) { try LogLineReader.read(line: Array(bytes.prefix(length))) }
            }
        }
    }
}
