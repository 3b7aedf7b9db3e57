import Testing
import TestSupport

/// The built program: exit codes, streams, and failures of the streams themselves.
@Suite struct BinaryTests {
    private let gloss = productsDirectory + "/gloss"

    private func inStudy(_ body: (Stage, [String: String]) throws -> Void) throws {
        let stage = try Stage.withStudy()
        try body(stage, stage.environment)
    }

    @Test func dataGoesToStandardOutputAndTalkToStandardError() throws {
        try inStudy { stage, environment in
            let good = try run([gloss, "documents"], environment: environment, directory: stage.folder.path("study"))
            #expect(good.status == .exited(0))
            #expect(good.output.contains("B/B07") && good.error.isEmpty)
            let bad = try run([gloss, "read", "B99"], environment: environment, directory: stage.folder.path("study"))
            #expect(bad.status == .exited(2))
            #expect(bad.output.isEmpty && bad.error.hasPrefix("gloss: there is no document"))
        }
    }

    @Test(arguments: [
        (["--version"], 0), (["extracts"], 1), (["read", "zz"], 2), (["nonsense"], 64), ([], 2), (["open"], 2),
    ] as [([String], Int32)])
    func exitCodesAreThePromisedOnes(arguments: [String], code: Int32) throws {
        try inStudy { stage, environment in
            let ended = try run([gloss] + arguments, environment: environment, directory: stage.folder.path("study"))
            #expect(ended.status == .exited(code), "\(ended.error)")
        }
    }

    @Test func aFullDeviceIsSaidAndAClosedPipeIsNot() throws {
        try inStudy { stage, environment in
            let folder = stage.folder.path("study")
            let full = try run(
                ["/bin/sh", "-c", "\(gloss) documents > /dev/full"], environment: environment, directory: folder)
            #expect(full.status == .exited(2))
            #expect(full.error.contains("No space left"))
            let closed = try run(
                ["/bin/sh", "-c", "(sleep 0.2; \(gloss) documents; echo $? >&2) | true"],
                environment: environment,
                directory: folder
            )
            #expect(closed.error == "2\n")
        }
    }
}
