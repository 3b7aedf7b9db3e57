import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// The sample study as it is shipped: copied byte for byte, sound, and good for every question.
@Suite struct SampleTests {
    /// The repository's folder, which holds the sample.
    private static let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

    private func demo() throws -> Stage {
        let stage = try Stage()
        stage.environment["GLOSS_SHARE"] = Self.repository
        let played = stage.gloss("demo", "copy")
        try #require(played.code == 0, "\(played.talk)")
        #expect(played.output == stage.folder.path("copy") + "\n")
        return stage
    }

    private func files(below root: String, _ path: String = "") throws -> [String: [UInt8]] {
        var found: [String: [UInt8]] = [:]
        for entry in try Disk.list(root + path).entries {
            let name = path + "/" + entry.name
            if entry.kind == .folder {
                found.merge(try files(below: root, name)) { a, _ in a }
            } else {
                found[name] = try Disk.read(root + name)
            }
        }
        return found
    }

    @Test func everyFileIsTheSamplesByteForByte() throws {
        let stage = try demo()
        let copied = try files(below: stage.folder.path("copy"))
        let shipped = try files(below: Self.repository + "/transcripts-sample")
        #expect(copied.keys.sorted() == shipped.keys.sorted())
        #expect(copied == shipped)
        #expect(shipped.count > 10)
    }

    @Test func theSampleIsSoundAndAnswers() throws {
        let stage = try demo()
        stage.place = "copy"
        let check = stage.gloss("check")
        #expect(check.code == 0, "\(check.output)")
        let documents = try #require(try stage.gloss("documents", "--format", "json").json.array)
        #expect(!documents.isEmpty)
        for document in documents {
            let id = try #require(document["id"]?.string)
            #expect(stage.gloss("read", id).output.hasPrefix("   1  "), "\(id)")
        }
        let extracts = try stage.extracts()
        let verified = try stage.gloss("check", "--format", "json").json["verified"]
        #expect(extracts.count == verified?["codings"]?.integer)
        #expect(extracts.allSatisfy { $0["text"]?.string?.isEmpty == false })
        let codings = try stage.gloss("coders", "--format", "json").json.array?.compactMap { $0["codings"]?.integer }
        #expect(codings?.reduce(0, +) == extracts.count)
    }

    @Test func theReportsOfAPaperPrintFromTheSample() throws {
        let stage = try demo()
        stage.place = "copy"
        let reports: [([String], String, String)] = [
            (
                ["themes"], "| Theme (concept) | Codes | What it says | Exemplar quotes | Counter-example |",
                "theme,concept,codes,"
            ),
            (["codes", "export"], "# Codebook: NHS commissioning", "id,name,mnemonic,parent,"),
            (["codes", "tree"], "- Organisation, ", "code,name,parent,depth,"),
            (
                ["journal"], "| time | who | act | object | before → after | reason |",
                "time,who,act,object,before,after,reason,"
            ),
        ]
        for (line, markdown, table) in reports {
            let printed = stage.play(line + ["--format", "md"])
            #expect(printed.code == 0 && printed.output.hasPrefix(markdown), "\(line): \(printed.output.prefix(200))")
            #expect(stage.play(line + ["--format", "csv"]).output.hasPrefix(table), "\(line)")
            #expect(!printed.output.lowercased().contains("emerged"))
        }
        let themes = try #require(try stage.gloss("themes", "--format", "json").json.array)
        #expect(themes.count == 3 && themes.allSatisfy { $0["extracts"]?.array?.isEmpty == false })
        #expect(try stage.gloss("documents", "--format", "json").json.array?.count == 12)
        #expect(stage.gloss("themes").output.contains("12/14 participants"))
    }

    @Test func anEmptyFolderMayTakeTheSampleAndAFullOneMayNot() throws {
        let stage = try demo()
        let before = try stage.files(below: "copy")
        #expect(stage.gloss("demo", "copy").code == 2)
        #expect(try stage.files(below: "copy") == before)
        try Disk.makeFolder(stage.folder.path("empty"))
        #expect(stage.gloss("demo", "empty").code == 0)
        try stage.folder.write("x", to: "file")
        #expect(stage.gloss("demo", "file").code == 2)
        #expect(try stage.folder.read("file") == "x")
    }

    @Test func aShareWithoutTheSampleIsPassedOver() throws {
        let stage = try Stage()
        stage.environment["GLOSS_SHARE"] = stage.folder.path
        let elsewhere = stage.folder.path("bin/gloss")
        let error = #expect(throws: CommandFailure.self) {
            try SampleStudy.find(on: stage.console, executable: elsewhere)
        }
        #expect(error?.sentence.contains("GLOSS_SHARE") == true)
        try stage.folder.write("x", to: "transcripts-sample/study.yaml")
        #expect(try SampleStudy.find(on: stage.console, executable: nil) == stage.folder.path("transcripts-sample"))
    }

    @Test func theBuiltProgramFindsTheSampleByItself() throws {
        try withTemporaryDirectory { folder in
            let environment = ["HOME": folder.path("home"), "XDG_STATE_HOME": folder.path("state")]
            let gloss = productsDirectory + "/gloss"
            let made = try run([gloss, "demo"], environment: environment, directory: folder.path)
            #expect(made.status == .exited(0), "\(made.error)")
            #expect(made.output == folder.path("gloss-demo") + "\n")
            #expect(made.error.isEmpty)
            let counted = try run(
                [gloss, "frequencies", "--study", "gloss-demo"],
                environment: environment,
                directory: folder.path
            )
            #expect(counted.status == .exited(0))
            #expect(counted.output.contains("Counts show how often coders applied a code"))
        }
    }

    @Test func codingsMayComeThroughAPipe() throws {
        let stage = try Stage.withStudy()
        let line = "{\"document\":\"B07\",\"start\":37,\"end\":61,\"code\":\"bc\"}\n"
        let piped = try run(
            [productsDirectory + "/gloss", "code", "--from", "-"],
            input: line,
            environment: stage.environment,
            directory: stage.folder.path("study")
        )
        #expect(piped.status == .exited(0), "\(piped.error)")
        #expect(piped.output.hasPrefix("saved ") && piped.output.hasSuffix(" B07:3 block\n"))
        #expect(try stage.extracts().count == 1)
    }
}
