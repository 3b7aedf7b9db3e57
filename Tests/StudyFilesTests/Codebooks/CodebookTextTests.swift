// A codebook written by hand is edited in place: what an edit is not about stays as it was, to the byte.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct CodebookTextTests {
    /// Comments, blank lines, odd spacing, quotes of both kinds, a folded block, lists of both kinds, names beyond ASCII.
    private static let written = """
        # The team's codebook
        title:   Commissioning     # working title
        note: "kept as it is"

        codes:
        # --- money ---

        - id: contracting
          name: Contracting & funding
          kind:   category      # only groups
          colour: 'teal'

        # the one everybody argues over
        - id: block-contracts   # do not rename
          name: "Block contracts: the \\"block\\""
          parent: contracting
          brief: Payment fixed # whatever the activity
          definition: >-
            Payment is a fixed sum,
            # whatever is done.
          include:
            - "limits on growth"
            # shelters were added in May
            - shelter
          exclude: [ tariff talk, 'pay, by results' ]
          weight: 3
        -   id: virtuelle-stationen
            name: Virtuelle Stationen – 虛擬病房
            example: 'It''s a ward # without walls'

        - id: last-one
          name: Last
        # the end

        """

    private func text() throws -> CodebookText {
        try CodebookText(Array(Self.written.utf8), path: "codebooks/c.yaml")
    }

    private func id(_ text: String) throws -> CodeID { try #require(CodeID(text)) }

    /// The lines that are gone and those that are new.
    private func difference(_ text: CodebookText) -> (gone: [String], new: [String]) {
        let before = Self.written.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let after = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let changes = after.difference(from: before)
        return (
            changes.removals.compactMap { if case .remove(_, let line, _) = $0 { line } else { nil } },
            changes.insertions.compactMap { if case .insert(_, let line, _) = $0 { line } else { nil } }
        )
    }

    @Test(arguments: [
        ("contracting", CodeField.name, "Money", ["  name: Contracting & funding"], ["  name: Money"]),
        (
            "contracting", .kind, "code", ["  kind:   category      # only groups"],
            ["  kind:   code      # only groups"]
        ),
        ("contracting", .colour, "", ["  colour: 'teal'"], []),
        ("contracting", .brief, "Groups.", [], ["  brief: Groups."]),
        (
            "block-contracts", .name, "Block: “x”", ["  name: \"Block contracts: the \\\"block\\\"\""],
            ["  name: \"Block: “x”\""]
        ),
        (
            "block-contracts", .brief, "Fixed sums", ["  brief: Payment fixed # whatever the activity"],
            ["  brief: Fixed sums # whatever the activity"]
        ),
        (
            "block-contracts", .definition, "A fixed sum.",
            ["  definition: >-", "    Payment is a fixed sum,", "    # whatever is done."],
            ["  definition: A fixed sum."]
        ),
        ("block-contracts", .include, "limits on growth\nshelter\nmore", [], ["    - more"]),
        ("block-contracts", .include, "limits on growth", ["    - shelter"], []),
        (
            "block-contracts", .exclude, "tariff talk", ["  exclude: [ tariff talk, 'pay, by results' ]"],
            ["  exclude: [tariff talk]"]
        ),
        ("block-contracts", .status, "retired", [], ["  status: retired"]),
        ("block-contracts", .status, "merged-into: last-one", [], ["  status: \"merged-into: last-one\""]),
        ("block-contracts", .parent, "", ["  parent: contracting"], []),
        ("block-contracts", .was, "rs/block", [], ["  was:", "  - rs/block"]),
        (
            "virtuelle-stationen", .example, "Ein Bett", ["    example: 'It''s a ward # without walls'"],
            ["    example: Ein Bett"]
        ),
        ("virtuelle-stationen", .mnemonic, "vs", [], ["    mnemonic: vs"]),
        ("last-one", .definition, "One\n\ntwo", [], ["  definition: |-", "    One", "", "    two"]),
    ])
    func aFieldChangesItsOwnLinesOnly(
        _ code: String,
        _ field: CodeField,
        _ words: String,
        _ gone: [String],
        _ new: [String]
    ) throws {
        var text = try text()
        let before = text.written(field, of: try id(code))
        try text.set(field, of: try id(code), to: words)
        let difference = difference(text)
        #expect(difference.gone == gone)
        #expect(difference.new.sorted() == new.sorted())
        #expect(text.written(field, of: try id(code)) == words)
        // And back: what the file says is what it said.
        try text.set(field, of: try id(code), to: before)
        #expect(text.codes.map { $0[field] } == (try self.text()).codes.map { $0[field] })
    }

    @Test func anEntryIsAddedAfterAnotherWithTheLineBetweenThemAndTakenOutAgain() throws {
        var text = try text()
        let code = Code(
            id: try id("pooled-budget"),
            name: "Pooled: budget",
            parent: try id("contracting"),
            colour: "red"
        )
        try text.add(code, after: try id("contracting"))
        #expect(difference(text).gone.isEmpty)
        #expect(
            String(decoding: text.bytes, as: UTF8.self).contains(
                "  colour: 'teal'\n\n- id: pooled-budget\n  name: \"Pooled: budget\"\n  parent: contracting\n  colour: red\n"
                    + "\n# the one everybody argues over"
            )
        )
        try text.remove(code.id)
        #expect(String(decoding: text.bytes, as: UTF8.self) == Self.written)
    }

    @Test func anEntryIsAddedAtTheEndBeforeTheLastComment() throws {
        var text = try text()
        try text.add(Code(id: try id("new"), name: "New"))
        #expect(
            String(decoding: text.bytes, as: UTF8.self).hasSuffix("  name: Last\n\n- id: new\n  name: New\n# the end\n")
        )
        try text.remove(try id("new"))
        #expect(String(decoding: text.bytes, as: UTF8.self) == Self.written)
    }

    @Test(arguments: ["", "title: T\ncodes:\n", "title: T\ncodes: []\n", "title: T\ncodes:"])
    func anEmptyCodebookTakesItsFirstCode(_ written: String) throws {
        var text = try CodebookText(Array(written.utf8), path: "codebooks/c.yaml")
        try text.add(Code(id: try id("first"), name: "First"))
        try text.add(Code(id: try id("second"), name: "Second"))
        #expect(text.codes.map(\.name) == ["First", "Second"])
        #expect(String(decoding: text.bytes, as: UTF8.self).hasSuffix("- id: second\n  name: Second\n"))
    }

    @Test func anEntryMovesWithItsCommentAndBackAgain() throws {
        var text = try text()
        try text.move(try id("block-contracts"), after: nil)
        #expect(
            text.codes.map(\.id.description) == ["block-contracts", "contracting", "virtuelle-stationen", "last-one"]
        )
        #expect(
            String(decoding: text.bytes, as: UTF8.self).contains(
                "# --- money ---\n\n# the one everybody argues over\n- id: block-contracts"
            )
        )
        try text.move(try id("block-contracts"), after: try id("contracting"))
        #expect(String(decoding: text.bytes, as: UTF8.self) == Self.written)
        try text.move(try id("contracting"), after: try id("last-one"))
        try text.move(try id("contracting"), after: nil)
        #expect(String(decoding: text.bytes, as: UTF8.self) == Self.written)
    }

    @Test func lineEndsOfAnotherSystemStay() throws {
        let written = Self.written.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        var text = try CodebookText(Array(written.utf8), path: "codebooks/c.yaml")
        try text.set(.name, of: try id("last-one"), to: "Letzte – 最後")
        try text.set(.include, of: try id("block-contracts"), to: "a\nb")
        try text.add(Code(id: try id("new"), name: "New"))
        let bytes = text.bytes
        #expect(bytes.count { $0 == 0x0A } == bytes.count { $0 == 0x0D })
        #expect(text.codes.last?.name == "New")
    }

    @Test(arguments: [
        "codes:\n- {id: a, name: A}\n- id: b\n  name: B\n", "codes: [{id: a, name: A}]\n",
        "codes:\n- { id: a,\n    name: A }\n",
    ])
    func whatStandsInBracesIsRefusedAndNothingHappens(_ written: String) throws {
        var text = try CodebookText(Array(written.utf8), path: "codebooks/c.yaml")
        let a = try id("a")
        #expect(throws: FileTrouble.self) { try text.set(.name, of: a, to: "Other") }
        #expect(throws: FileTrouble.self) { try text.set(.brief, of: a, to: "Other") }
        #expect(String(decoding: text.bytes, as: UTF8.self) == written)
    }

    @Test(arguments: [
        (CodeField.name, ""), (.kind, "thing"), (.status, "gone"), (.parent, "No Slug"), (.was, "x y"),
    ])
    func wordsThatAreNoValueAreRefused(_ field: CodeField, _ words: String) throws {
        var text = try text()
        let block = try id("block-contracts")
        #expect(throws: FileTrouble.self) { try text.set(field, of: block, to: words) }
        #expect(String(decoding: text.bytes, as: UTF8.self) == Self.written)
    }

    @Test func anyFieldTakesAnyWordsAndGivesThemBack() throws {
        let odd = [
            "yes", "012", "- a", "a: b", "#x", "'", "\"", "\\", "*x", "&x", "{", "[a]", "|", ">", "%", "@", "`", "~",
            "null",
            "a # b", "a\u{202E}b", "é 中 🙂", "x\u{0}y", "!!str", "? a", "tab\there", "…", "1e3", "a\\n", "- ", ":",
        ]
        for words in odd where trimmedOfBlanks(words) == words {
            for field in [CodeField.name, .brief, .definition, .example, .origin] {
                var text = try text()
                try text.set(field, of: try id("block-contracts"), to: words)
                let read = try CodebookText(text.bytes, path: "codebooks/c.yaml")
                #expect(read.written(field, of: try id("block-contracts")).utf8.elementsEqual(words.utf8))
            }
            for field in [CodeField.include, .exclude] {
                var text = try text()
                try text.set(field, of: try id("block-contracts"), to: "first\n" + words)
                #expect(text[try id("block-contracts")]?[field].utf8.elementsEqual(("first\n" + words).utf8) == true)
            }
        }
    }

    @Test func theSampleCodebookTakesEveryEditAndEveryOneBack() throws {
        let bytes = try Disk.read(repository + "/codebooks/nhs-commissioning.yaml")
        let text = try CodebookText(bytes, path: "codebooks/nhs-commissioning.yaml")
        for code in text.codes.enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
            for field in CodeField.allCases where field != .name && field != .parent {
                var edited = text
                let before = text.written(field, of: code.id)
                let words =
                    [CodeField.kind: "marker", .status: "retired", .was: "rs/x", .mnemonic: "zz"][field] ?? "words: new"
                try edited.set(field, of: code.id, to: words)
                #expect(edited.bytes != bytes)
                try edited.set(field, of: code.id, to: before)
                #expect(edited.codes.map(\.ruleSource) == text.codes.map(\.ruleSource))
                if before.isEmpty { #expect(edited.bytes == bytes, "\(code.id) \(field)") }
            }
        }
    }

    private var repository: String {
        #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    }
}
