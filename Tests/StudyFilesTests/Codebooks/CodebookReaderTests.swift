import CodingCore
import Testing

@testable import StudyFiles

@Suite struct CodebookReaderTests {
    private func read(_ text: String, proposer: String? = nil) throws -> CodebookFile {
        try CodebookReader.read(
            Array(text.utf8),
            path: "codebooks/c.yaml",
            proposer: proposer.flatMap { CoderID($0) }
        )
    }

    @Test func anEntryIsReadWhole() throws {
        let file = try read(
            """
            title: Commissioning
            owner: nobody           # a key that Gloss does not know
            codes:
            - id: contracting
              name: Contracting
              kind: category
              colour: teal
            - id: block-contracts
              name: Block contracts
              mnemonic: bc
              parent: contracting
              origin: inductive
              brief: Payment fixed whatever the activity.
              definition: |
                Two lines
                of words.
              include: [ "a: b", c ]
              exclude:
              - no
              example: "B/B07:214"
              was: [rs/block-money]
              sources:
              - study: S3
            """
        )
        #expect(file.findings == [])
        #expect(file.title == "Commissioning")
        #expect(file.codes.map(\.line) == [4, 8])
        let code = try #require(file.codes.last?.code)
        #expect(code.name == "Block contracts")
        #expect(code.mnemonic == "bc")
        #expect(code.parent == CodeID("contracting"))
        #expect(code.kind == .code)
        #expect(code.status == .agreed)
        #expect(code.definition == "Two lines\nof words.")
        #expect(code.include == ["a: b", "c"])
        #expect(code.exclude == ["no"])
        #expect(code.was == [CodeID("rs/block-money")].compactMap(\.self))
        #expect(file.codes.first?.code.kind == .category)
    }

    @Test func theRuleIsTheHashOfDefinitionIncludeAndExclude() throws {
        let file = try read("codes:\n- id: a\n  definition: d\n  include: [i, j]\n  exclude: [x]\n")
        // printf 'd\n-\ni\nj\n-\nx\n' | sha256sum
        let expected = String(SHA256.hexadecimal(of: Array("d\n-\ni\nj\n-\nx\n".utf8)).prefix(8))
        #expect(file.codes.first?.code.rule == expected)
        #expect(file.codes.first?.code.rule.utf8.count == 8)
        let renamed = try read("codes:\n- id: a\n  name: Z\n  definition: d\n  include: [i, j]\n  exclude: [x]\n")
        #expect(renamed.codes.first?.code.rule == expected)
    }

    @Test(arguments: [
        ("status: retired", Code.Status.retired),
        ("status: proposed", .proposed),
        ("status:", .agreed),
        ("brief: x", .agreed),
    ])
    func statusIsRead(line: String, status: Code.Status) throws {
        let file = try read("codes:\n- id: a\n  \(line)\n")
        #expect(file.codes.first?.code.status == status)
        #expect(file.findings == [])
    }

    @Test(arguments: [
        "status: \"merged-into: other\"", "status: merged-into: other", "status: {merged-into: other}",
        "status:\n    merged-into: other", "status: merged-into: other   # since May",
    ])
    func mergingIsReadInEverySpelling(line: String) throws {
        let file = try read("codes:\n- id: a\n  \(line)\n  brief: b\n")
        #expect(file.codes.first?.code.status == CodeID("other").map { .mergedInto($0) })
        #expect(file.codes.first?.code.brief == "b")
        #expect(file.findings == [])
    }

    @Test(arguments: [
        ("- name: x", 2), ("- id: Block", 2), ("- id: a b", 2), ("- id: ../x", 2), ("- id: rs/a", 2), ("- x", 2),
        ("- id: [a]", 2), ("- id: ''", 2),
    ])
    func anEntryWithoutUsableIdIsLeftOutAndReported(entry: String, line: Int) throws {
        let file = try read("codes:\n\(entry)\n- id: good\n")
        #expect(file.codes.map(\.code.id) == [CodeID("good")].compactMap(\.self))
        #expect(file.findings.map(\.line) == [line])
    }

    @Test(arguments: [
        "kind: group", "status: gone", "mnemonic: b1", "mnemonic: b", "parent: Block Contracts", "name: {a: b}",
        "include: {a: b}", "include: [a: b]", "status: [agreed]",
    ])
    func aValueThatIsNotKnownIsReportedAndTheCodeIsKept(line: String) throws {
        let file = try read("codes:\n- id: a\n  \(line)\n")
        #expect(file.codes.count == 1)
        #expect(file.findings.map(\.line) == [3])
    }

    @Test func aCodersOwnFileMayWriteSlugsOrWholeIds() throws {
        let file = try read("codes:\n- id: trust\n- id: rs/fear\n- id: jb/hope\n", proposer: "rs")
        #expect(file.codes.map(\.code.id.description) == ["rs/trust", "rs/fear"])
        #expect(file.codes.map(\.code.status) == [.proposed, .proposed])
        #expect(file.findings.map(\.line) == [4])
    }

    @Test(arguments: ["- a\n- b\n", "just words\n", "title: x\n", "codes: x\n", "codes: {a: b}\n"])
    func whatIsNoCodebookIsRefused(text: String) {
        #expect(throws: FileTrouble.self) { try read(text) }
    }

    @Test(arguments: ["", "title: x\ncodes:\n", "codes: []\n"])
    func aCodebookMayBeEmpty(text: String) throws {
        #expect(try read(text).codes.isEmpty)
    }

    @Test func theReadyCodebookHasNoFaults() throws {
        let root = #filePath.split(separator: "/Tests/StudyFilesTests/").first.map(String.init) ?? ""
        let file = try CodebookReader.read(
            Disk.read(root + "/codebooks/nhs-commissioning.yaml"),
            path: "codebooks/nhs-commissioning.yaml"
        )
        #expect(file.findings == [])
        #expect(file.codes.count == 50)
    }
}
