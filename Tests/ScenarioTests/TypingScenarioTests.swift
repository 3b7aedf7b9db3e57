// What is typed and pasted into the lines of the workbench: picker, memo and help.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct TypingScenarioTests {
    private static let more = """
        - id: unclear-roles
          name: 混乱的角色
          mnemonic: hl
          definition: 谁负责不明确。
        - id: cafe-talk
          name: Café über alles
          mnemonic: ca
          definition: Talk over coffee.
        """

    @Test func aCodeIsFoundByPastedChinese() throws {
        let laboratory = try Laboratory(moreCodes: Self.more)
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.press("s c", until: "code ")
        terminal.paste("混乱")
        terminal.expect("谁负责不明确。")
        #expect(!terminal.text.contains("Block contracts"))
        terminal.press("Enter", until: "HL 混乱的角色 · u undoes")
        terminal.leave()
        #expect(try laboratory.logLines().count == 1)
        #expect(try laboratory.expectDone("extracts").contains("unclear-roles"))
    }

    @Test(arguments: [
        ("HL", "谁负责不明确。"), ("角色", "谁负责不明确。"), ("色", "谁负责不明确。"), ("cafe\u{301}", "Talk over coffee."),
        ("uber CAFE", "Talk over coffee."),
    ])
    func whatIsTypedNeedNotBeExact(_ query: String, _ definition: String) throws {
        let laboratory = try Laboratory(moreCodes: Self.more)
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.press("s c", until: "code ")
        terminal.send(query)
        terminal.expect(definition)
        terminal.press("Enter", until: "· u undoes")
        terminal.leave()
        #expect(try laboratory.logLines().count == 1)
    }

    @Test(arguments: ["角乱", "zzz", "bc hl"])
    func whatFitsNoCodeIsOfferedAsANewOneAndCodesNothingByItself(_ query: String) throws {
        let laboratory = try Laboratory(moreCodes: Self.more)
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.press("s c", until: "Block contracts")
        terminal.send(query)
        #expect(
            terminal.waitFor { $0.text.contains(query) && !$0.text.contains("Block contracts") },
            "\(terminal.text)"
        )
        terminal.expect("+ create “\(query)”")
        terminal.press("Esc", until: "SELECT")
        terminal.press("Esc", until: "READ")
        terminal.leave()
        #expect(try laboratory.logLines().isEmpty)
    }

    @Test func aPasteIsNeverACommand() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.paste("scbc\rq\u{1B}[A")
        terminal.expect("Texts are never edited")
        terminal.press("s c", until: "code ")
        // A line end in a paste does not choose, and an escape in it does not close.
        terminal.paste("block\r\n\u{1B}x")
        terminal.press("Backspace Backspace", until: "Any account of block funding")
        #expect(try laboratory.logLines().isEmpty)
        terminal.press("Enter", until: "coded B07")
        terminal.leave()
    }

    @Test func aPastedMemoOfManyLinesAndHostileSignsIsKeptAsOneLine() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "coded B07")
        terminal.press("m", until: "memo on BC")
        terminal.paste("one\r\n混乱 \u{1B}]0;owned\u{7}two\u{202E}\tthree")
        terminal.press("Enter", until: "memo saved")
        terminal.leave()
        let line = try #require(try laboratory.logLines().last)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(Self.memo(in: object) == "one 混乱 ]0;ownedtwo\u{202E} three")
        let sent = String(decoding: terminal.output, as: UTF8.self)
        #expect(!sent.contains("\u{1B}]0;"))
        #expect(!sent.unicodeScalars.contains("\u{202E}"))
    }

    /// The memo somewhere in a line.
    private static func memo(in object: [String: Any]) -> String? {
        if let memo = object["memo"] as? String { return memo }
        for case let inner as [String: Any] in object.values { if let memo = memo(in: inner) { return memo } }
        return nil
    }

    @Test func aBookPastedIntoTheMemoLineDoesNotStallIt() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "coded B07")
        terminal.press("m", until: "memo on BC")
        terminal.paste(String(repeating: "混乱 and confusion ", count: 5000))
        terminal.send("the end")
        terminal.expect("the end")
        terminal.press("Home", until: "混乱 and confusion 混乱")
        terminal.press("Ctrl-K s h o r t Enter", until: "memo saved")
        terminal.leave()
        #expect(try laboratory.logLines().last?.contains("short") == true)
    }

    // MARK: Help

    @Test func helpIsFilteredAndItsRowIsRun() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "coded B07")
        terminal.press("?", until: "Choose a code for the selection")
        terminal.send("take back")
        #expect(terminal.waitFor { !$0.text.contains("Choose a code") && $0.text.contains("Take back your last act") })
        terminal.press("Enter", until: "undid “code BC” in B07")
        // By its key.
        terminal.press("?", until: "Choose a code for the selection")
        terminal.send("S-Tab")
        terminal.expect("No coding here to turn to")
        terminal.press("Esc", until: "READ")
        terminal.leave()
        #expect(try laboratory.logLines().count == 2)
    }

    @Test func helpWithoutAnAnswerRunsNothing() throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.press("?", until: "Choose a code for the selection")
        terminal.paste("混乱zzz")
        #expect(terminal.waitFor { !$0.text.contains("Choose a code") && $0.text.contains("混乱zzz") })
        terminal.press("Enter", until: "READ")
        terminal.leave()
        #expect(try laboratory.logLines().isEmpty)
    }
}
