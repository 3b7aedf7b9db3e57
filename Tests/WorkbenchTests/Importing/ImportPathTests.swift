// Paths as people type, complete and drop them.

import CodingCore
import Screen
import Testing

@testable import Workbench

@MainActor
@Suite struct ImportPathTests {
    @Test(arguments: [
        ("a.txt", "a.txt", "", "a.txt"), ("  a.txt ", "a.txt", "", "a.txt"),
        ("../b/c d.txt", "../b/c d.txt", "../b/", "c d.txt"),
        ("'/x/my talk.rtf'", "/x/my talk.rtf", "/x/", "my talk.rtf"), ("\"/x/y\"", "/x/y", "/x/", "y"),
        ("/x/my\\ talk.rtf", "/x/my talk.rtf", "/x/", "my talk.rtf"), ("~", "~", "~/", ""), ("~/", "~/", "~/", ""),
        ("", "", "", ""), ("'", "'", "", "'"), ("访谈/一.txt", "访谈/一.txt", "访谈/", "一.txt"), ("/", "/", "/", ""),
    ])
    func wordsBecomeAFolderAndAName(_ typed: String, _ words: String, _ folder: String, _ name: String) {
        let path = ImportPath(typed)
        #expect(path.words == words)
        #expect(path.folder == folder)
        #expect(path.name == name)
    }

    @Test(arguments: [
        ("~/a", "/h/me/a"), ("~", "/h/me"), ("~x/a", "~x/a"), ("a~/b", "a~/b"), ("/a", "/a"), ("", "."),
    ])
    func aTildeIsThePersonsFolder(_ typed: String, _ expected: String) {
        #expect(ImportPath(typed).resolved(home: "/h/me") == expected)
    }

    @Test func withoutAHomeATildeIsAName() { #expect(ImportPath("~/a").resolved(home: nil) == "~/a") }

    @Test(arguments: [("*.docx", true), ("b?.txt", true), ("[ab].txt", true), ("a b.txt", false), ("", false)])
    func aPatternIsToldFromAName(_ typed: String, _ isPattern: Bool) {
        #expect(ImportPath(typed).isPattern == isPattern)
    }

    private let listing = PathListing(
        folder: "~/x/",
        entries: [
            .init(name: ".hidden", isFolder: false), .init(name: "A03.docx", isFolder: false),
            .init(name: "a04.docx", isFolder: false), .init(name: "Old A", isFolder: true),
            .init(name: "notes.txt", isFolder: false),
        ]
    )

    @Test(arguments: [
        ("", ["A03.docx", "a04.docx", "Old A/", "notes.txt"]), ("a0", ["A03.docx", "a04.docx"]),
        ("a", ["A03.docx", "a04.docx", "Old A/"]), ("OLD", ["Old A/"]), (".", [".hidden"]), (".t", []),
        ("docx", ["A03.docx", "a04.docx"]), ("zzz", []),
    ])
    func namesThatBeginSoComeFirst(_ typed: String, _ shown: [String]) {
        let rows = listing.rows(for: typed)
        #expect(rows.map(\.shown) == shown)
        #expect(rows.allSatisfy { $0.text == "~/x/" + ($0.shown ?? "") })
    }
}
