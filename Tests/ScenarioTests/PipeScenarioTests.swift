// The commands among others in a shell: pipes that close, devices that are full, limits, odd arguments, and much at once.

import Foundation
import TestSupport
import Testing

@Suite struct PipeScenarioTests {
    /// A study whose second document is a list of numbered sentences, and the requests that code each of them.
    private func numbered(_ count: Int) throws -> (laboratory: Laboratory, requests: [String]) {
        let laboratory = try Laboratory()
        let sentences = (1...count).map { "Sentence \($0) says £\($0 * 7) in 混乱." }
        let text = sentences.joined(separator: "\n\n") + "\n"
        try laboratory.folder.write(text, to: "N01.txt")
        try laboratory.expectDone("import", laboratory.folder.path("N01.txt"))
        let codes = ["bc", "da", "cc", "vw"]
        let requests = (1...count).map { number in
            #"{"document":"N01","quote":"says £\#(number * 7) in","code":"\#(codes[number % 4])","memo":"no. \#(number)"}"#
        }
        return (laboratory, requests)
    }

    @Test func fiveHundredLinesAreOneActAndTheSameAgainIsNone() throws {
        let (laboratory, requests) = try numbered(500)
        try laboratory.folder.write(requests.joined(separator: "\n") + "\n", to: "requests.jsonl")
        let path = laboratory.folder.path("requests.jsonl")
        let output = try laboratory.expectDone("code", "--from", path)
        #expect(output.split(separator: "\n").count == 500)
        let extracts = try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n")
        #expect(extracts.count == 500)
        #expect(try laboratory.gloss("check").status == .exited(0))

        let logs = try laboratory.logs()
        try laboratory.expectDone("code", "--from", path)
        #expect(try laboratory.logs() == logs)

        // One act: one key takes all of it back.
        let terminal = try laboratory.workbench("open", "N01")
        terminal.expect("READ")
        terminal.press("u", until: "500 passages” in N01")
        terminal.leave()
        let nothing = try laboratory.gloss("extracts", "--format", "jsonl")
        #expect(nothing.status == .exited(1) && nothing.output.isEmpty)
    }

    @Test(arguments: [
        #"{"document":"N01","quote":"says £7 in","code":"nonsense"}"#,
        #"{"document":"N01","quote":"never said","code":"bc"}"#,
        #"{"document":"N01","start":5,"end":1000000,"code":"bc"}"#,
        #"{"document":"N01","start":9,"end":3,"code":"bc"}"#,
        #"{"document":"N01","start":-1,"end":3,"code":"bc"}"#, #"{"document":"N01","start":1.5,"end":3,"code":"bc"}"#,
        #"{"document":"nowhere","start":1,"end":3,"code":"bc"}"#, "not JSON", "[]", #"{"document":"N01""#, "\u{1B}[2J",
        #"{"document":"N01","start":9223372036854775808,"end":3,"code":"bc"}"#,
        #"{"document":"N01","start":1,"end":3,"code":"bc","star":9}"#,
        #"{"document":"N01","quote":"","code":"bc"}"#,
    ])
    func oneLineThatCannotBeUsedSavesNoneOfThem(_ wrong: String) throws {
        var (laboratory, requests) = try numbered(20)
        requests.insert(wrong, at: 10)
        let result = try laboratory.gloss("code", "--from", "-", input: requests.joined(separator: "\n"))
        #expect(result.status == .exited(2))
        #expect(result.error.contains("standard input:11: "), "\(result.error)")
        #expect(result.error.contains("nothing was saved"))
        #expect(!result.error.contains("\u{1B}"))
        #expect(result.output.isEmpty)
        #expect(try laboratory.logLines().isEmpty)
    }

    // MARK: Where the output goes

    @Test(arguments: ["extracts", "extracts --format jsonl", "extracts --format csv", "read N01"])
    func aReaderThatHasSeenEnoughIsNoTrouble(_ command: String) throws {
        let (laboratory, requests) = try numbered(900)
        _ = try laboratory.gloss("code", "--from", "-", input: requests.joined(separator: "\n"))
        let whole = try laboratory.shell("gloss \(command)")
        #expect(whole.outputBytes.count > 65536, "enough to fill a pipe: \(whole.outputBytes.count)")
        let result = try laboratory.shell("\"$GLOSS\" \(command) | head -1; echo ${PIPESTATUS[0]} >&2")
        #expect(result.output == whole.output.prefix { $0 != "\n" } + "\n")
        #expect(["0\n", "2\n"].contains(result.error), "nothing is said: \(result.error)")
        // Nor is a reader that never looks.
        let closed = try laboratory.shell("\"$GLOSS\" \(command) | true; echo ${PIPESTATUS[0]} >&2")
        #expect(["0\n", "2\n"].contains(closed.error), "\(closed.error)")
    }

    @Test(arguments: [
        "extracts", "extracts --format jsonl", "frequencies", "frequencies --format csv", "codes",
        "codes --format json",
        "documents",
        "read B07", "coders", "check", "--help", "help code", "completions bash", "code B07 --quote 'nobody minds' bc",
    ])
    func aFullDeviceIsSaidAndCounts(_ command: String) throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let whole = try laboratory.shell("gloss \(command)")
        try #require(!whole.output.isEmpty, "\(whole.error)")
        let result = try laboratory.shell("gloss \(command) > /dev/full")
        #expect(result.status == .exited(2), "\(result.status) \(result.error)")
        #expect(result.error.contains("standard output"), "\(result.error)")
        #expect(result.error.contains("No space left"), "\(result.error)")
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aClosedOutputIsSaidToo() throws {
        let laboratory = try Laboratory()
        #expect(try laboratory.shell("gloss codes >&-").status == .exited(2))
        #expect(try laboratory.shell("gloss codes 2>&- >/dev/full").status == .exited(2))
        #expect(try laboratory.shell("gloss code --from - bc <&-").status != .exited(0))
    }

    @Test func aLimitOnFileSizesLeavesTheLogAsItWas() throws {
        let (laboratory, requests) = try numbered(60)
        try laboratory.expectDone("code", "N01", "--quote", "says £7 in", "bc")
        let logs = try laboratory.logs()
        try laboratory.folder.write(requests.joined(separator: "\n"), to: "requests.jsonl")
        let result = try laboratory.shell("ulimit -f 4; gloss code --from ../requests.jsonl")
        #expect(result.status == .exited(2), "\(result.status) \(result.error)")
        #expect(result.error.contains("ulimit -f"), "\(result.error)")
        #expect(try laboratory.logs() == logs)
        #expect(try laboratory.gloss("check").status == .exited(0))
        _ = try laboratory.shell("gloss code --from ../requests.jsonl")
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 61)
    }

    // MARK: Arguments

    /// `$'…'` makes the bytes that no string of Swift can hold.
    @Test(arguments: [
        #"read $'\xff\xfe'"#, #"read $'B07\x1b[2J'"#, #"read $'\x80'"#, #"code B07 --quote $'\xc3(' bc"#,
        #"code B07 1-5 $'\x1b]0;x\x07'"#,
        #"$'\xff'"#, #"$'\x1b[2J'"#, #"--study $'/nowhere/\xff' documents"#, #"open $'\x9b31m'"#,
        #"import $'\xff.txt'"#,
        #"import $'no\nsuch\x1b[2Jfile.txt'"#, #"--coder $'\x1b[2J' code B07 1-5 bc"#, #"extracts $'\xff'"#,
        #"extracts $'code:\x1b[2J'"#,
        #"read ''"#, #"read '../B/B07'"#, #"read "$(printf 'B07%0.s' {1..20000})""#,
    ])
    func strangeArgumentsAreRefusedInPlainWords(_ arguments: String) throws {
        let laboratory = try Laboratory()
        let before = try laboratory.folder.contents()
        let result = try laboratory.shell("gloss " + arguments)
        guard case .exited(let code) = result.status else {
            Issue.record("\(result.status): \(result.error)")
            return
        }
        #expect((1...64).contains(code), "\(code) \(result.error)")
        #expect(!result.error.isEmpty)
        #expect(!result.errorBytes.contains(0x1B) && !result.errorBytes.contains(0x07))
        #expect(String(validating: result.errorBytes, as: UTF8.self) != nil, "what is said is UTF-8")
        #expect(try laboratory.folder.contents() == before)
    }

    @Test func aFileWithAStrangeNameIsImportedOrRefusedButNeverObeyed() throws {
        let laboratory = try Laboratory()
        for name in [
            #"$'a\x1b[2Jb.txt'"#, #"$'new\nline.txt'"#, #"$'\xff\xfe.txt'"#, "'-n.txt'", "' .txt'", "'CON.txt'",
            "$'\\u202etxt.txt'", "'ends..txt'", "'it\"s.txt'", "\"$(printf 'n%.0s' {1..251}).txt\"", "'NUL'",
            "'back\\slash.txt'",
        ] {
            let result = try laboratory.shell(
                "printf 'B07: One.\\n\\nB07: Two.\\n' > ../\(name); gloss import ../\(name)"
            )
            let isDone = result.status == .exited(0) || result.status == .exited(2)
            #expect(isDone, "\(name): \(result.status) \(result.error)")
            #expect(!result.outputBytes.contains(0x1B) || result.status == .exited(0), "\(name)")
            #expect(!result.errorBytes.contains(0x1B), "\(name)")
        }
        let check = try laboratory.gloss("check")
        #expect(check.status == .exited(0), "\(check.output)")
    }

    // MARK: Surroundings

    @Test(arguments: [
        "env -u HOME -u XDG_STATE_HOME -u XDG_CONFIG_HOME \"$GLOSS\" codes", "env LC_ALL=C \"$GLOSS\" codes",
        "env LC_ALL=xx_YY \"$GLOSS\" codes",
        "env LC_ALL=de_DE.UTF-8 LC_NUMERIC=de_DE.UTF-8 \"$GLOSS\" frequencies --format json",
        "umask 777; gloss documents",
        "TERM= gloss codes",
        "cd codebooks && gloss codes", "ulimit -n 16; gloss extracts", "COLUMNS=1 gloss codes",
        "TZ=nonsense gloss documents",
        "env -i \"$GLOSS\" documents",
    ])
    func theAnswerDoesNotHangOnTheSurroundings(_ line: String) throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let words = line.split(separator: " ").last { ["codes", "documents", "extracts"].contains($0) } ?? ""
        let result = try laboratory.shell(line)
        #expect(result.status == .exited(0), "\(result.error)")
        #expect(result.error.isEmpty, "\(result.error)")
        if !words.isEmpty { #expect(result.output == (try laboratory.gloss(String(words)).output)) }
    }

    @Test func filesAreMadeForTheCoderAlone() throws {
        let laboratory = try Laboratory()
        let result = try laboratory.shell(
            "umask 000; gloss code B07 --quote 'before my time' bc; find codings -perm /077"
        )
        #expect(result.status == .exited(0), "\(result.error)")
        #expect(result.output.split(separator: "\n").count == 1, "only what was coded is printed: \(result.output)")
    }
}
