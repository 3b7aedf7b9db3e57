// The main job on a real terminal: open, select, code, memo, leave, come back, count, hand out.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct CodingScenarioTests {
    /// Codes a sentence, a turn and a free selection, two of them overlapping, and writes a memo.
    private func codeThreePassages(_ terminal: PseudoTerminal) {
        terminal.expect("READ")
        // The second turn's first sentence.
        terminal.press("} s c", until: "code 6 words")
        terminal.send("bc")
        terminal.expect("Any account of block funding")
        terminal.press("Enter", until: "coded B07:5 BC Block contracts")
        // The whole turn over it.
        terminal.press("t c", until: "Well, it was before my time.")
        terminal.send("data")
        terminal.expect("Data do not support planning.")
        terminal.press("Enter", until: "DA Inadequate data · u undoes")
        // Three words further on, freely.
        terminal.press("} } w v w w c", until: "code ")
        terminal.send("virt")
        terminal.press("Enter", until: "VW Virtual wards · u undoes")
        terminal.press("m", until: "memo on VW")
        terminal.send("who counts this £?")
        terminal.press("Enter", until: "memo saved")
    }

    @Test(arguments: [(24, 80), (40, 120)])
    func aDayOfCodingIsThereTheNextDay(rows: Int, columns: Int) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07", rows: rows, columns: columns)
        codeThreePassages(terminal)
        // Back at the top, with nothing said, the screen is what the next day is compared with.
        terminal.press("g g", until: columns < 110 ? "ln 1/" : "ln 1 ")
        #expect(terminal.waitFor { !$0.text.contains("memo saved") })
        let evening = terminal.text
        terminal.leave()

        let next = try laboratory.workbench("open", "B07", rows: rows, columns: columns)
        next.press("g g", until: columns < 110 ? "ln 1/" : "ln 1 ")
        #expect(next.text == evening)
        #expect(next.text.contains("BC"))
        next.leave()

        let lines = try laboratory.logLines()
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.hasPrefix("{\"v\":1,\"id\":\"") && $0.hasSuffix("}") })
        #expect(lines.contains { $0.contains("\"op\":\"set\"") && $0.contains("who counts this £?") })

        let extracts = try laboratory.expectDone("extracts", "--format", "jsonl")
        #expect(extracts.split(separator: "\n").count == 3)
        let plain = try laboratory.expectDone("extracts")
        #expect(plain.contains("B07:5"))
        #expect(plain.contains("Well, it was before my time."))
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func undoAndRedoSurviveTheNight() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.press("} s c", until: "code 6 words")
        terminal.send("bc")
        terminal.press("Enter", until: "coded B07:5")
        terminal.leave()

        let next = try laboratory.workbench("open", "A03")
        next.expect("READ")
        next.press("u", until: "undid “code BC” in B07")
        next.press("U", until: "redid “code BC” in B07")
        next.leave()
        let extracts = try laboratory.expectDone("extracts", "--format", "jsonl")
        #expect(extracts.split(separator: "\n").count == 1)
        #expect(try laboratory.logLines().count == 3)
    }

    @Test func killedInTheMiddleOfCodingNothingButTheKeyIsLost() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        for number in 1...6 {
            terminal.press("s c", until: "code ")
            terminal.send(["bc", "da", "cc", "vw", "bc", "da"][number - 1])
            terminal.press("Enter", until: "saved")
            terminal.press(")", until: "READ")
        }
        terminal.press("s c", until: "code ")
        terminal.send("bc")
        let before = try laboratory.logLines().count
        terminal.signal(SIGKILL)
        #expect(terminal.waitForExit() == .signalled(SIGKILL))
        #expect(try laboratory.logLines().count == before)
        let check = try laboratory.gloss("check")
        #expect(check.status == .exited(0), "\(check.output)\(check.error)")
        // The lock died with the program: coding goes on at once.
        let next = try laboratory.workbench("open", "B07")
        next.expect("READ")
        next.press("s c", until: "code ")
        next.send("cc")
        next.press("Enter", until: "saved")
        next.leave()
    }

    @Test func aLineEditedToNonsenseIsSetAsideAndTheRestLoads() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        try laboratory.expectDone("code", "B07", "--quote", "waiting list", "vw")
        let path = try #require(try laboratory.logs().keys.first)
        var lines = try #require(try laboratory.logs()[path])
        lines[1] = "{\"v\":1,\"id\":\"nonsense"
        let edited = lines.joined(separator: "\n") + "\n"
        try edited.write(toFile: path, atomically: false, encoding: .utf8)

        let check = try laboratory.gloss("check")
        #expect(check.status == .exited(3))
        #expect(check.output.contains(".jsonl:2: "))
        let extracts = try laboratory.expectDone("extracts", "--format", "jsonl")
        #expect(extracts.split(separator: "\n").count == 2)
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("BC Block contracts")
        terminal.leave()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == edited)
    }

    @Test func twoClonesMergeWithPlainGitAndShowTheUnion() throws {
        let laboratory = try Laboratory()
        let git = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid"]
        func run(_ arguments: [String], in directory: String) throws {
            let result = try TestSupport.run(["git"] + git + arguments, directory: directory)
            #expect(result.status == .exited(0), "git \(arguments): \(result.error)")
        }
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try run(["init", "-q", "-b", "main"], in: laboratory.study)
        try run(["add", "-A"], in: laboratory.study)
        try run(["commit", "-qm", "study"], in: laboratory.study)
        let clone = laboratory.folder.path("clone")
        try run(["clone", "-q", laboratory.study, clone], in: laboratory.folder.path)
        // The same coder in both clones, and another one in the second.
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        try laboratory.expectDone("code", "B07", "--quote", "waiting list", "vw", directory: clone)
        try laboratory.expectDone("code", "B07", "--quote", "beds, staff", "vw", coder: "jm", directory: clone)
        for directory in [laboratory.study, clone] {
            try run(["add", "-A"], in: directory)
            try run(["commit", "-qm", "coding"], in: directory)
        }
        try run(["pull", "-q", "--no-rebase", "--no-edit", clone, "main"], in: laboratory.study)

        let extracts = try laboratory.expectDone("extracts", "--format", "jsonl")
        #expect(extracts.split(separator: "\n").count == 4)
        #expect(try laboratory.gloss("check").status == .exited(0))
        let terminal = try laboratory.workbench("open", "B07", rows: 40, columns: 120)
        terminal.expect("BC Block contracts")
        terminal.expect("CC Commissioning confusion")
        terminal.expect("VW Virtual wards · jm")
        terminal.leave()
    }

    @Test func frequenciesAgreeWithTheLines() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        try laboratory.expectDone("code", "B07", "--quote", "three people", "cc")
        try laboratory.expectDone("code", "A03", "--quote", "three people", "cc", coder: "jm")
        let table = try laboratory.expectDone("frequencies", "--by", "site")
        #expect(table.contains("1/1"))
        #expect(table.contains("2/2"))
        #expect(table.contains("jm"))
        #expect(table.contains("rs"))
        let json = try laboratory.expectDone("frequencies", "--by", "site", "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        )
        let rows = try #require(object["rows"] as? [[String: Any]])
        let confusion = try #require(rows.first { $0["code"] as? String == "commissioning-confusion" })
        #expect(confusion["codings"] as? Int == 2)
        #expect(confusion["documents"] as? Int == 2)
        #expect(confusion["of"] as? Int == 2)
        let by = try #require(confusion["by"] as? [String: [String: Int]])
        #expect(by == ["A": ["n": 1, "of": 1], "B": ["n": 1, "of": 1]])
    }
}
