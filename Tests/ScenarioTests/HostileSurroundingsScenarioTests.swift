// Surroundings that are missing or meant badly: no home, strange folders for temporary files, limits, locales, a git that would run
// programs. And words that must not get out.

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct HostileSurroundingsScenarioTests {
    private static let act = "gloss code B07 --quote 'three people' cc"

    @Test(arguments: [
        "unset HOME XDG_STATE_HOME XDG_CONFIG_HOME", "unset XDG_STATE_HOME XDG_CONFIG_HOME; HOME=/nowhere/at/all",
        "HOME= XDG_STATE_HOME= XDG_CONFIG_HOME=", "XDG_STATE_HOME=/dev/null", "XDG_STATE_HOME=relative",
        "XDG_STATE_HOME=/proc", "TMPDIR=/nowhere", "TMPDIR=../link", "TMPDIR=/tmp", "umask 000", "umask 777",
        "unset TERM",
        "TERM=bogus", "LC_ALL=C", "LC_ALL=nonsense", "LANG= LC_ALL=", "unset PATH",
    ])
    func codingGoesOnWhateverTheEnvironmentIs(_ setting: String) throws {
        let laboratory = try Laboratory()
        try FileManager.default.createSymbolicLink(
            atPath: laboratory.folder.path("link"),
            withDestinationPath: laboratory.folder.path("elsewhere")
        )
        let result = try laboratory.shell("export HOME TMPDIR TERM LC_ALL LANG; \(setting); \(Self.act)")
        #expect(result.status == .exited(0), "\(result.error)")
        #expect(result.output.hasPrefix("saved "))
        #expect(try laboratory.logLines().count == 1)
        #expect(try laboratory.gloss("check").status == .exited(0))
        #expect(!laboratory.folder.exists("elsewhere"))
    }

    @Test(arguments: ["ulimit -n 8", "ulimit -f 0", "ulimit -n 4"])
    func underALimitItIsSavedOrSaidNotToBe(_ limit: String) throws {
        let laboratory = try Laboratory()
        let result = try laboratory.shell("\(limit); \(Self.act)")
        let wasSaved = result.output.hasPrefix("saved ")
        #expect(result.status == .exited(wasSaved ? 0 : 2), "\(result.status) \(result.error)")
        #expect(try laboratory.logLines().count == (wasSaved ? 1 : 0))
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aLocaleWithCommasInItsNumbersChangesNoNumber() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        let usual = try laboratory.shell(
            "gloss frequencies --format csv; gloss documents --format json; gloss documents"
        )
        let german = try laboratory.shell(
            "export LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8; "
                + "gloss frequencies --format csv; gloss documents --format json; gloss documents"
        )
        #expect(usual.status == .exited(0) && german.status == .exited(0))
        #expect(german.output == usual.output)
    }

    @Test func aGitThatWouldRunProgramsRunsNone() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        try laboratory.git("init", "-q")
        let marker = laboratory.folder.path("RAN")
        try laboratory.folder.write("#!/bin/sh\ntouch '\(marker)'\n", to: "evil.sh")
        let evil = laboratory.folder.path("evil.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: evil)
        for hook in ["pre-commit", "post-checkout", "post-merge", "fsmonitor-watchman", "post-index-change"] {
            try FileManager.default.copyItem(atPath: evil, toPath: laboratory.study + "/.git/hooks/" + hook)
        }
        let config = """
            [core]
            \tfsmonitor = \(evil)
            \tpager = \(evil)
            \teditor = \(evil)
            [diff "x"]
            \ttextconv = \(evil)
            \tcommand = \(evil)
            [filter "x"]
            \tclean = \(evil)
            \tsmudge = \(evil)
            [merge "union"]
            \tdriver = \(evil)

            """
        try laboratory.folder.write(config, to: "study/.git/config")
        try laboratory.folder.write("* diff=x filter=x merge=union\n", to: "study/.gitattributes")
        try laboratory.expectDone("documents")
        try laboratory.expectDone("extracts", "--format", "csv")
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try laboratory.expectDone("check")
        #expect(try laboratory.shell("cp -r . ../copy; gloss merge ../copy --apply").status == .exited(0))
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("da", until: "u undoes")
        terminal.leave()
        #expect(!laboratory.folder.exists("RAN"))
    }

    @Test func theSmallestWindowAndAStormOfSizesLoseNothing() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", rows: 1, columns: 1)
        terminal.resize(rows: 24, columns: 80)
        terminal.expect("READ")
        terminal.press("s c", until: "code ")
        for round in 0..<200 { terminal.resize(rows: 1 + round % 40, columns: 1 + round * 7 % 120) }
        terminal.resize(rows: 24, columns: 80)
        terminal.expect("code ")
        terminal.send("bc")
        terminal.press("Enter", until: "coded B07")
        terminal.leave()
        #expect(try laboratory.logLines().count == 1)
    }

    /// A sentence of a transcript that is nowhere but in the study, and on the screen while it is read.
    @Test func wordsOfATranscriptDoNotGetOut() throws {
        let canary = "quinquireme"
        let laboratory = try Laboratory()
        try laboratory.folder.write("P1: The \(canary) came in. And went.\n", to: "in/C01.txt")
        try laboratory.expectDone("import", laboratory.folder.path("in/C01.txt"))
        let terminal = try laboratory.workbench(
            "open",
            "C01",
            environment: [
                "TMPDIR": laboratory.folder.path("tmp"), "SWIFT_BACKTRACE": "enable=no",
            ]
        )
        terminal.expect(canary)
        terminal.codeSentence("bc", until: "coded C01")
        terminal.press("/", until: "/")
        terminal.send("came")
        terminal.press("Enter", until: "READ")
        let processes = try run(["sh", "-c", "cat /proc/[0-9]*/cmdline /proc/[0-9]*/comm 2>/dev/null | tr '\\0' ' '"])
        #expect(!processes.output.contains(canary))
        let shown = terminal.output.count
        terminal.signal(SIGSEGV)
        #expect(terminal.waitForExit() == .signalled(SIGSEGV))
        #expect(!String(decoding: terminal.output.dropFirst(shown), as: UTF8.self).contains(canary))
        let titles = String(decoding: terminal.output, as: UTF8.self).components(separatedBy: "\u{1B}]").dropFirst()
        #expect(titles.allSatisfy { !$0.prefix(200).contains(canary) })
        let elsewhere = try run(
            ["grep", "-rl", canary, laboratory.folder.path],
            environment: ["PATH": "/usr/bin:/bin"]
        )
        let files = elsewhere.output.split(separator: "\n").map { $0.dropFirst(laboratory.folder.path.count + 1) }
        #expect(!files.isEmpty)
        #expect(
            files.allSatisfy {
                $0.hasPrefix("study/transcripts/") || $0.hasPrefix("study/codings/") || $0 == "in/C01.txt"
            }
        )
    }
}
