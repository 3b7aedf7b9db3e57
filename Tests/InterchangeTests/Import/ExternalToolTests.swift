import Testing

@testable import Interchange

@Suite struct ExternalToolTests {
    @Test func aProgramsOutputComesBack() throws {
        let output = try ExternalTool(name: "cat", aptPackage: "coreutils", secondsAllowed: 15).run([], input: Array("abc".utf8), file: "x")
        #expect(output.bytes == Array("abc".utf8))
    }
}
