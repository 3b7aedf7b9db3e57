// A text that was edited outside Gloss: refused in one clear sentence, and nothing lost.

import Foundation
import Screen
import TestSupport
import Testing

@Suite struct EditedTextScenarioTests {
    @Test func anEditedTextIsRefusedAndNothingIsLost() throws {
        let laboratory = try Laboratory()
        try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        let logs = try laboratory.logs()
        let file = try laboratory.textFile(containing: "Well, it was")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let edited = text.replacingOccurrences(of: "Well, ", with: "Well … ")
        try edited.write(toFile: file, atomically: false, encoding: .utf8)

        let opened = try laboratory.workbench("open", "B07")
        #expect(opened.waitForExit() == .exited(2))
        let words = opened.text.split(separator: "\n").joined()
        #expect(words.contains("was changed outside Gloss"), "\(opened.text)")
        #expect(opened.isCooked && !opened.showsAlternateScreen)
        let coding = try laboratory.gloss("code", "B07", "--quote", "three people", "cc")
        #expect(coding.status == .exited(2))
        #expect(coding.error.contains("was changed outside Gloss"))
        #expect(coding.error.split(separator: "\n").count == 1)
        #expect(try laboratory.gloss("check").status == .exited(3))
        #expect(try laboratory.logs() == logs)
        #expect(
            try String(contentsOfFile: file, encoding: .utf8) == edited,
            "the edited text is nobody's to throw away"
        )

        try text.write(toFile: file, atomically: false, encoding: .utf8)
        #expect(try laboratory.gloss("check").status == .exited(0))
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 1)
    }

    @Test func theListSaysWhatIsWrongAndOpensTheOthers() throws {
        let laboratory = try Laboratory()
        let file = try laboratory.textFile(containing: "B07: Well")
        try "ruined\n".write(toFile: file, atomically: false, encoding: .utf8)
        let list = try laboratory.workbench()
        list.press("g d", until: "DOCUMENTS")
        list.press("j Enter", until: "was changed outside Gloss")
        list.press("k Enter", until: "READ")
        list.expect("Well, it was before my time.")
        list.press("q", until: "DOCUMENTS")
        list.leave()
    }

    @Test func theWayBackThatTheSentenceNamesIsOne() throws {
        let laboratory = try Laboratory()
        let file = try laboratory.textFile(containing: "B07: Well")
        try "ruined\n".write(toFile: file, atomically: false, encoding: .utf8)
        let error = try laboratory.gloss("read", "B07").error
        let command = try #require(
            error.split(separator: "“").dropFirst().first?.split(separator: "”").first,
            "\(error)"
        )
        #expect(command.hasPrefix("cp "))
        #expect(try laboratory.shell(String(command)).status == .exited(0))
        #expect(try laboratory.gloss("check").status == .exited(0))
        try laboratory.expectDone("read", "B07")
    }

    /// What becomes of the file: it is ruined, grows, shrinks, or goes.
    @Test(arguments: [
        "printf 'ruined\\n' > B07.txt", "printf 'More was said.\\n' >> B07.txt", "truncate -s 40 B07.txt", "rm B07.txt",
        "truncate -s 0 B07.txt", "truncate -s 1G B07.txt",
    ])
    func aTextEditedWhileItIsOpenLosesNothing(_ change: String) throws {
        let laboratory = try Laboratory()
        let terminal = try laboratory.workbench("open", "B07")
        terminal.expect("READ")
        terminal.codeSentence("bc", until: "BC Block contracts · u undoes")
        let file = try laboratory.textFile(containing: "B07: Well")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(try laboratory.shell("cd transcripts/B && \(change)").status == .exited(0))
        // What is on the screen is the text of its version, and codings name that version.
        terminal.press(")", until: "READ")
        terminal.codeSentence("cc", until: "CC Commissioning confusion · u undoes")
        terminal.leave()
        #expect(try laboratory.gloss("check").status == .exited(3))
        #expect(try laboratory.gloss("read", "B07").status == .exited(2))
        try text.write(toFile: file, atomically: false, encoding: .utf8)
        #expect(try laboratory.gloss("check").status == .exited(0))
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 2)
    }

    /// A change that is easily overlooked.
    enum SmallChange: CaseIterable {
        case noLineFeedAtTheEnd, carriageReturns, byteOrderMark, emptied, lookAlikes, decomposed

        func applied(to text: String) -> String {
            switch self {
            case .noLineFeedAtTheEnd: String(text.dropLast())
            case .carriageReturns: text.replacingOccurrences(of: "\n", with: "\r\n")
            case .byteOrderMark: "\u{FEFF}" + text
            case .emptied: ""
            case .lookAlikes: text.replacingOccurrences(of: "a", with: "\u{430}")
            case .decomposed: text.replacingOccurrences(of: "£", with: "e\u{301}")
            }
        }
    }

    @Test(arguments: SmallChange.allCases)
    func theSmallestChangeIsSeen(_ change: SmallChange) throws {
        let laboratory = try Laboratory()
        let file = try laboratory.textFile(containing: "B07: Well")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        try Data(change.applied(to: text).utf8).write(to: URL(filePath: file))
        let result = try laboratory.gloss("read", "B07")
        #expect(result.status == .exited(2))
        #expect(result.error.contains("was changed outside Gloss"), "\(result.error)")
        #expect(result.output.isEmpty)
    }
}

extension Laboratory {
    /// The path of the text of the study that holds some words.
    func textFile(containing words: String) throws -> String {
        let root = URL(filePath: study)
        for case let file as URL in FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil) ?? .init()
        where file.pathExtension == "txt" && !file.path.contains("/.") {
            if try String(contentsOf: file, encoding: .utf8).contains(words) { return file.path }
        }
        throw CocoaError(.fileNoSuchFile)
    }
}
