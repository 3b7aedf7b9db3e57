// Things that somebody names as a transcript, and places that do not let themselves be read or written. Nothing hangs, nothing
// of the study changes, and one sentence says why.

import Foundation
import Glibc
import TestSupport
import Testing

@Suite struct HostileSourceScenarioTests {
    private static let socket =
        #"perl -e 'use Socket; socket(S,PF_UNIX,SOCK_STREAM,0); bind(S,sockaddr_un("odd.txt"))'"#

    /// Made in the folder above the study by the shell, and what the sentence about it says.
    @Test(arguments: [
        ("mkfifo odd.txt", "a pipe, a socket or a device"), (socket, "is not a file"),
        ("ln -s /dev/zero odd.txt", "a pipe, a socket or a device"), ("ln -s /dev/tty odd.txt", "not a file"),
        ("mkdir odd.txt", "a folder"), ("truncate -s 10G odd.txt", "larger than 64 MiB"),
        ("truncate -s 1M odd.txt", "nothing but zeros"), (": > odd.txt", "empty"),
        ("printf '\\n\\n\\n' > odd.txt", "no words"),
        ("ln -s nowhere odd.txt", "No such file"), ("ln -s odd.txt odd.txt", "symbolic link"),
        ("ln -s other odd.txt; ln -s odd.txt other", "symbolic link"), ("ln -s . odd.txt", "a folder"),
    ])
    func whatIsNoTranscriptIsRefusedWithoutHanging(_ making: String, _ sentence: String) throws {
        let laboratory = try Laboratory()
        #expect(try laboratory.shell("cd .. && \(making)").status == .exited(0))
        let before = try laboratory.folder.contents()
        for options in [["import"], ["import", "--dry-run"], ["import", "--revise"], ["revise", "B07", "--from"]] {
            let result = try run(
                [Laboratory.program] + options + ["../odd.txt"],
                environment: laboratory.environment(),
                directory: laboratory.study
            )
            #expect(result.status == .exited(2), "\(options): \(result.output)\(result.error)")
            #expect(result.error.contains(sentence), "\(options): \(result.error)")
        }
        #expect(try laboratory.folder.contents() == before)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test(arguments: [".", "..", "./", "../..", "/", "transcripts", "transcripts/.versions"])
    func foldersAreNoTranscripts(_ name: String) throws {
        let laboratory = try Laboratory()
        let before = try laboratory.folder.contents()
        let result = try laboratory.gloss("import", name)
        #expect(result.status == .exited(2), "\(result.output)\(result.error)")
        #expect(try laboratory.folder.contents() == before)
    }

    @Test(arguments: [("B07: x", 1), ("x", 1), ("x\n", 1)])
    func theSmallestTextsAreTexts(_ text: String, _ turns: Int) throws {
        let laboratory = try Laboratory()
        try laboratory.folder.write(text, to: "S.txt")
        let output = try laboratory.expectDone("import", laboratory.folder.path("S.txt"))
        #expect(output.contains("(\(turns) turn)"))
        let terminal = try laboratory.workbench("open", "S")
        terminal.expect("READ")
        terminal.press("s c", until: "code ")
        terminal.send("bc")
        terminal.press("Enter", until: "coded S:1")
        terminal.leave()
        #expect(try laboratory.folder.read("study/transcripts/S.txt") == text)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aHiddenFileIsImportedUnderAVisibleName() throws {
        let laboratory = try Laboratory()
        try laboratory.folder.write("B07: Hidden words.\n", to: ".hidden.txt")
        #expect(
            try laboratory.expectDone("import", laboratory.folder.path(".hidden.txt")).hasPrefix("imported hidden (")
        )
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    // MARK: Places that cannot be written, or read

    @Test(.enabled("needs setpriv to be another user than root") { Guest.isPossible })
    func filesThatMayNotBeReadAreSaidAndTheOthersAreThere() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try laboratory.expectDone("code", "A03", "--quote", "before my time", "bc")
        let guest = try Guest(in: laboratory)
        #expect(try laboratory.shell("chmod 0000 transcripts/B/B07.txt codings/rs/B/B07.*.jsonl").status == .exited(0))
        defer { _ = try? laboratory.shell("chmod 0600 transcripts/B/B07.txt codings/rs/B/B07.*.jsonl") }
        let read = try guest.gloss(["read", "B07"])
        #expect(read.status == .exited(2))
        #expect(read.error.contains("Permission denied"), "\(read.error)")
        #expect(try guest.gloss(["read", "A03"]).status == .exited(0))
        let extracts = try guest.gloss(["extracts", "--format", "jsonl"])
        #expect(extracts.output.split(separator: "\n").count == 1)
        #expect(extracts.error.contains("problem"), "\(extracts.error)")
        let check = try guest.gloss(["check"])
        #expect(check.status == .exited(3))
        #expect(check.output.contains("Permission denied"), "\(check.output)")
    }

    @Test(.enabled("needs a file system and a user that can make files immutable") { HostilePlace.canBeImmutable })
    func anImmutableLogIsReadAndNotWritten() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let logs = try laboratory.logs()
        let log = try #require(logs.keys.first)
        #expect(try run(["chattr", "+i", log]).status == .exited(0))
        defer { _ = try? run(["chattr", "-i", log]) }
        let refused = try laboratory.gloss("code", "B07", "--quote", "three people", "cc")
        #expect(refused.status == .exited(2))
        #expect(refused.error.contains("Operation not permitted"), "\(refused.error)")
        let terminal = try laboratory.workbench("open", "B07", columns: 160)
        terminal.expect("BC Block contracts")
        terminal.codeSentence("da", until: "NOT SAVED")
        terminal.press("Esc Esc", until: "READ")
        terminal.leave()
        #expect(try laboratory.logs() == logs)
        #expect(try run(["chattr", "-i", log]).status == .exited(0))
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test(.enabled("needs root, who may mount") { HostilePlace.canBeMountedReadOnly })
    func aMediumThatCanOnlyBeReadIsReadAndSaidToBeOne() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let logs = try laboratory.logs()
        let study = laboratory.study
        let mount = "mount --bind \"$1\" \"$1\" && mount -o remount,ro,bind \"$1\""
        #expect(try run(["sh", "-c", mount, "sh", study]).status == .exited(0))
        defer { _ = try? run(["umount", "-l", study]) }
        let refused = try laboratory.gloss("code", "B07", "--quote", "three people", "cc")
        #expect(refused.status == .exited(2))
        #expect(refused.error.contains("The disk can only be read"), "\(refused.error)")
        for words in [["read", "B07"], ["documents"], ["extracts"], ["check"]] {
            let result = try run([Laboratory.program] + words, environment: laboratory.environment(), directory: study)
            #expect(result.status == .exited(0), "\(words): \(result.output)\(result.error)")
        }
        let terminal = try laboratory.workbench("open", "B07", columns: 160)
        terminal.expect("BC Block contracts")
        terminal.codeSentence("da", until: "NOT SAVED")
        #expect(terminal.text.contains("Read-only file system"), "\(terminal.text)")
        terminal.press("Esc Esc", until: "READ")
        terminal.leave()
        #expect(try laboratory.logs() == logs)
    }
}

/// What this machine lets the tests do to a place.
enum HostilePlace {
    private static func isDone(_ line: String) -> Bool {
        (try? run(["sh", "-ec", "d=$(mktemp -d); trap 'rm -rf $d' EXIT; \(line)"]))?.status == .exited(0)
    }

    static var canBeImmutable: Bool { isDone("touch $d/f; chattr +i $d/f; ! echo x > $d/f; chattr -i $d/f") }

    static var canBeMountedReadOnly: Bool {
        isDone("mount --bind $d $d; mount -o remount,ro,bind $d; ! touch $d/f; umount $d")
    }
}
