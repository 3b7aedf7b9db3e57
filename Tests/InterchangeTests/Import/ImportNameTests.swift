import CodingCore
import Testing

@testable import Interchange

@Suite struct ImportNameTests {
    @Test(
        arguments: [
            ("archive-tw-2020-02-05.zh.md", "", "archive-tw-2020-02-05.zh"), ("B07.docx", "B", "B/B07"),
            ("/home/x/My Interview  7.txt", "", "My-Interview-7"), ("a.txt", "sites/B/", "sites/B/a"),
            ("interview (final)?.rtf", "", "interview-final"), ("Zoë.txt", "", "Zoë"), ("訪談.md", "", "訪談"),
            (".hidden", "", "hidden"), ("--help.txt", "", "help"), ("../../etc/passwd", "", "passwd"),
            ("noending", "", "noending"),
            ("a\u{1B}[2Jb\n.txt", "", "a2Jb"), ("x..txt", "", "x"), ("a\u{202E}b.txt", "", "ab"),
        ]
    ) func idsComeFromNames(_ file: String, _ folder: String, _ id: String) {
        #expect(ImportName.id(forFile: file, into: folder)?.description == id)
    }

    @Test(arguments: ["", "....", "???.txt", "/", " .txt"]) func someNamesGiveNone(_ file: String) {
        #expect(ImportName.id(forFile: file) == nil)
    }

    @Test func badFoldersGiveNone() {
        #expect(ImportName.id(forFile: "a.txt", into: "../up") == nil)
        #expect(ImportName.id(forFile: "a.txt", into: "x y") == nil)
    }

    @Test func longNamesAreCutBetweenCharacters() throws {
        let id = try #require(ImportName.id(forFile: String(repeating: "é", count: 200) + ".txt"))
        #expect(id.description.utf8.count == 120)
    }
}
