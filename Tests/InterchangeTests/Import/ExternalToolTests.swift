import Testing

@testable import Interchange

@Suite struct ExternalToolTests {
    private func tool(_ name: String, seconds: Int = 60, bytes: Int = 1 << 24) -> ExternalTool {
        ExternalTool(name: name, aptPackage: "\(name)-package", secondsAllowed: seconds, bytesAllowed: bytes)
    }

    @Test func whatAProgramWritesComesBack() throws {
        let output = try tool("sh").run(["-c", "cat; echo talk >&2"], input: Array("abc".utf8), file: "x")
        #expect(output.bytes == Array("abc".utf8))
        #expect(output.talk == "talk\n")
    }

    @Test func moreThanASocketHoldsGoesThroughBothWays() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        #expect(try tool("cat").run([], input: bytes, file: "x").bytes == bytes)
    }

    @Test func argumentsReachTheProgramWithoutAShell() throws {
        let hostile = "$(touch /tmp/never); `id` 'x' \"y\""
        let output = try tool("printf").run(["%s", hostile], input: [], file: "x")
        #expect(output.bytes == Array(hostile.utf8))
    }

    @Test func aMissingProgramIsNamedWithItsPackage() {
        let error = #expect(throws: ImportError.self) {
            try tool("gloss-no-such-tool").run([], input: [1], file: "talk.docx")
        }
        #expect(error?.code == .toolMissing)
        #expect(error?.file == "talk.docx")
        #expect(error?.sentence.contains("sudo apt install gloss-no-such-tool-package") == true)
    }

    @Test(arguments: ["exit 3", "kill -9 $$"]) func aProgramThatFailsIsQuoted(_ ending: String) {
        let error = #expect(throws: ImportError.self) {
            try tool("sh").run(["-c", "echo it broke >&2; \(ending)"], input: [], file: "x")
        }
        #expect(error?.code == .toolFailed)
        #expect(error?.underlying == "it broke")
    }

    /// A pipe would raise SIGPIPE here and end the tests.
    @Test func aProgramThatDoesNotReadItsInputDoesNoHarm() throws {
        let bytes = [UInt8](repeating: 65, count: 4_000_000)
        #expect(try tool("true").run([], input: bytes, file: "x").bytes.isEmpty)
        #expect(throws: ImportError.self) { try tool("false").run([], input: bytes, file: "x") }
    }

    @Test(arguments: ["sleep 60", "exec >&- 2>&-; sleep 60"]) func aProgramThatHangsIsStopped(_ script: String) {
        let error = #expect(throws: ImportError.self) {
            try tool("sh", seconds: 1).run(["-c", script], input: [], file: "x")
        }
        #expect(error?.code == .toolTooSlow)
    }

    @Test func aProgramThatWritesWithoutEndIsStopped() {
        let error = #expect(throws: ImportError.self) { try tool("yes", bytes: 100_000).run([], input: [], file: "x") }
        #expect(error?.code == .tooLarge)
    }

    /// More callers at once than the shared pool has threads: none may wait for another's.
    @Test func manyCallersAtOnceAllComeBack() async {
        let results = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<24 {
                group.addTask {
                    let input = Array("\(number)".utf8)
                    return (try? ExternalTool(name: "cat", aptPackage: "").run([], input: input, file: "x").bytes)
                        == input
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 24)
        #expect(results.allSatisfy { $0 })
    }
}
