// Where a codebook's faults stand: line and column of what YAML refuses, the line of what an entry says wrongly, and the
// odd shapes that people and tools write codebooks in.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct CodebookPlaceTests {
    private func read(_ text: String) throws -> CodebookFile {
        try CodebookReader.read(Array(text.utf8), path: "codebooks/c.yaml")
    }

    private func refusal(_ text: String) -> FileTrouble? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error as? FileTrouble
        }
    }

    /// Text, the line and the words of the refusal.
    @Test(arguments: [
        ("codes:\n- id: a\n  name: A: b\n", 3, "in column 10"),
        ("codes:\n- id: a\n\tname: b\n", 3, "in column 1"),
        ("codes:\n- id: a\n  name: \"open\n", 4, "is no YAML"),
        ("codes:\n- id: a\n  include: [x, y\n", 4, "is no YAML"),
        ("codes:\n- id: a\n  name: &x b\n", 3, "an anchor (&)"),
        ("codes:\n- id: a\n  name: !!int 5\n", 3, "a tag (!)"),
        ("codes:\n- id: a\n  <<: {name: b}\n", 3, "a merge key (<<)"),
        ("codes:\n- id: a\n  ? [x]\n  : y\n", 3, "a key that is no word"),
        ("codes:\n- id: a\n  name: x\n  name: y\n", 3, "“name” twice"),
        ("codes:\n- id: a\n---\ncodes:\n- id: b\n", 3, "a second document"),
        ("title: *t\ncodes:\n- id: a\n", 1, "an alias (*)"),
        ("codes:\n- id: a\n  name: *\n", 3, "an alias (*)"),
        ("codes:\n- id: a\n  name: %x\n", 3, "is no YAML"),
        ("codes:\n- id: a\n  name: @x\n", 3, "is no YAML"),
        ("codes:\n- id: a\n  name: `x`\n", 3, "is no YAML"),
        ("codes:\n- id: a\n <<<<<<< HEAD\n", 3, "is no YAML"),
        ("codes:\n- id: a\n  name: x\u{0}y\n", 3, "is no YAML"),
        ("- id: a\n", 1, "is no codebook"),
        ("codes: many\n", 1, "that is no list"),
        ("title: T\ncodes:\n  a: b\n", 3, "that is no list"),
    ])
    func whatIsNoCodebookIsRefusedWithItsPlace(text: String, line: Int, words: String) {
        let refusal = refusal(text)
        #expect(refusal?.code == .malformed)
        #expect(refusal?.path == "codebooks/c.yaml")
        #expect(refusal?.line == line, "\(String(describing: refusal))")
        #expect(refusal?.sentence.contains(words) == true, "\(String(describing: refusal))")
        #expect(refusal?.sentence.hasSuffix(".") == true)
    }

    @Test(arguments: [
        ("  name: [a, b]", "has a list or a map as “name”"), ("  brief: {a: b}", "has a list or a map as “brief”"),
        ("  include: {a: b}", "has a map as “include”"),
        ("  exclude: [{a: b}]", "something other than words in “exclude”"),
        ("  parent: Two Words", "“Two Words” as “parent” is no id"), ("  mnemonic: abcde", "“abcde” is no mnemonic"),
        ("  mnemonic: é1", "“é1” is no mnemonic"), ("  kind: Theme", "“Theme” as “kind” is not known"),
        ("  status: [agreed]", "has a “status” that is not known"), ("  status: merged-into:", ""),
        ("  status: merged-into X Y", "has a “status” that is not known"),
    ])
    func anOddValueIsFoundOnItsLineAndTheCodeIsKept(line: String, words: String) throws {
        let text = "codes:\n- id: first\n- id: a\n  # a note\n\n\(line)\n- id: last\n"
        guard let file = try? read(text) else {
            // “status: merged-into:” without a code is no YAML scalar any more; that is said of the file.
            #expect(refusal(text)?.line == 6)
            #expect(words.isEmpty)
            return
        }
        #expect(file.codes.map(\.code.id.description) == ["first", "a", "last"])
        #expect(file.codes.map(\.line) == [2, 3, 7])
        #expect(file.findings.map(\.line) == [6])
        #expect(file.findings.first?.what.contains(words) == true, "\(file.findings)")
        #expect(file.findings.map(\.severity) == [.problem])
    }

    @Test func linesEndingInCarriageReturnAndLineFeedAreTheSame() throws {
        let text = "title: T\ncodes:\n- id: a\n  name: A\n  status: merged-into: b\n- id: b\n  include:\n  - x\n"
        let unix = try read(text)
        let dos = try read(text.replacing("\n", with: "\r\n"))
        #expect(dos.codes.map(\.code) == unix.codes.map(\.code))
        #expect(dos.codes.map(\.line) == unix.codes.map(\.line))
        #expect(dos.findings == [])
        #expect(dos.codes.first?.code.status == CodeID("b").map { .mergedInto($0) })
    }

    @Test func aByteOrderMarkAtTheStartIsNoPartOfTheFirstKey() throws {
        let file = try read("\u{FEFF}title: T\ncodes:\n- id: a\n")
        #expect(file.title == "T")
        #expect(file.codes.map(\.code.id.description) == ["a"])
    }

    @Test(arguments: [
        "codes: [{id: a, name: A}, {id: b}]", "{codes: [{id: a, name: A}, {id: b}]}",
        "codes:\n  - id: a\n    name: A\n  - id: b",
        "codes:\n-\n  id: a\n  name: A\n-\n  id: b", "---\ncodes:\n- {id: a, name: A}\n- id: b\n...\n",
        "codes:\n- \"id\": \"a\"\n  'name': 'A'\n- id: b   # the second",
        "# head\ncodes:   # list\n- name: A\n  id: a\n- id: b",
    ])
    func everyLayoutOfYAMLIsRead(text: String) throws {
        let file = try read(text)
        #expect(file.codes.map(\.code.id.description) == ["a", "b"])
        #expect(file.codes.map(\.code.name) == ["A", "b"])
        #expect(file.findings == [])
    }

    @Test(arguments: [
        ("|", "one\ntwo"), (">", "one two"), ("|-", "one\ntwo"), (">+", "one two"),
    ])
    func blocksOfWordsAreReadAsYAMLSays(mark: String, words: String) throws {
        let file = try read("codes:\n- id: a\n  definition: \(mark)\n    one\n    two\n  brief: b\n")
        #expect(file.codes.first?.code.definition == words)
        #expect(file.codes.first?.code.brief == "b")
    }

    @Test func blanksAroundWordsAreNoPartOfThem() throws {
        let file = try read(
            "codes:\n- id: a\n  definition: \"  d  \"\n  include: [\" i \", \"\\tj\"]\n  exclude: \" x \"\n"
        )
        let plain = try read("codes:\n- id: a\n  definition: d\n  include: [i, j]\n  exclude: x\n")
        #expect(file.codes.first?.code == plain.codes.first?.code)
        #expect(file.codes.first?.code.exclude == ["x"])
    }

    @Test(arguments: [
        "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "$(id)", "%n%n", "../../x", "\u{1B}[2J", "\u{202E}txt.exe",
        "caf\u{E9}", "cafe\u{301}", "no", "012", "~", "null", "1e3", "y", "唐鳳", "\u{200B}",
    ])
    func namesAreWordsWhateverTheySay(name: String) throws {
        let file = try read("codes:\n- id: a\n  name: \(YAMLText.quoted(name))\n")
        #expect(file.codes.first.map { Array($0.code.name.utf8) } == Array(name.utf8))
        #expect(file.findings == [])
    }

    @Test(arguments: ["", "\"\"", "\"   \"", "'\t'"]) func aNameOfNothingIsTheId(name: String) throws {
        #expect(
            try read("codes:\n- id: block-contracts\n  name: \(name)\n").codes.first?.code.name == "block-contracts"
        )
    }

    @Test func aNameOfAMegabyteIsReadWhole() throws {
        let name = String(repeating: "long é ", count: 150_000) + "end"
        #expect(try read("codes:\n- id: a\n  name: \"\(name)\"\n").codes.first?.code.name == name)
    }

    @Test(arguments: [
        String(repeating: "x", count: 64), "a", "0", "a-b-c", "-", "9",
    ])
    func idsUpToTheirLimitAreIds(id: String) throws {
        #expect(try read("codes:\n- id: \"\(id)\"\n").codes.map(\.code.id.description) == [id])
    }

    @Test(arguments: [
        String(repeating: "x", count: 65), "A", "a b", "a_b", "é", "a/b/c", "/a", "a/", "", "..", "a\u{200B}",
    ])
    func otherWordsAreNone(id: String) throws {
        let file = try read("codes:\n- id: good\n- id: \"\(id)\"\n")
        #expect(file.codes.map(\.code.id.description) == ["good"])
        #expect(file.findings.map(\.line) == [3])
    }
}

@Suite struct CodebookShapeTests {
    private func folder(_ files: [(String, String)]) throws -> (TemporaryFolder, CodebookFolder) {
        let scratch = try TemporaryFolder()
        for (name, text) in files { try scratch.write(text, to: "codebooks/" + name) }
        return (scratch, CodebookFolder.read(root: scratch.path))
    }

    @Test func aChainOfTenThousandCodesHasNoEndInsideIt() throws {
        let entries = (0..<10_000).map { "- id: c\($0)\n" + ($0 == 0 ? "" : "  parent: c\($0 - 1)\n") }.joined()
        let (_, read) = try folder([("a.yaml", "codes:\n" + entries)])
        #expect(read.codebook.codes.count == 10_000)
        #expect(read.findings == [])
    }

    @Test(arguments: [1, 2, 3, 50]) func everyCodeOfACircleIsFoundAndStandsAtTheTop(count: Int) throws {
        let entries = (0..<count).map { "- id: c\($0)\n  parent: c\(($0 + 1) % count)\n" }.joined()
        let (_, read) = try folder([("a.yaml", "codes:\n- id: good\n" + entries)])
        #expect(read.codebook.codes.count == count + 1)
        #expect(read.findings.count == count)
        #expect(read.findings.allSatisfy { $0.what.hasSuffix("is below itself") })
    }

    @Test func aCodeMergedInACircleStandsForItself() throws {
        let text =
            "codes:\n- id: a\n  status: merged-into: b\n- id: b\n  status: merged-into: a\n- id: c\n  status: merged-into: c\n"
        let (_, read) = try folder([("a.yaml", text)])
        for id in ["a", "b", "c"] {
            let code = try #require(CodeID(id))
            #expect(read.codebook.resolve(code) == code)
        }
    }

    @Test func faultsAcrossFilesNameBothPlaces() throws {
        let (_, read) = try folder([
            ("a.yaml", "codes:\n- id: x\n  mnemonic: ab\n"), ("b.yaml", "codes:\n- id: y\n  mnemonic: abc\n- id: x\n"),
        ])
        #expect(read.findings.map(\.file) == ["codebooks/b.yaml", "codebooks/b.yaml"])
        #expect(read.findings.map(\.line) == [4, 2])
        #expect(read.findings.first?.what == "has the code x again, which stands in codebooks/a.yaml:2")
        #expect(read.findings.last?.what.contains("“ab” of x hides") == true)
        #expect(try read.codebook[#require(CodeID("x"))]?.mnemonic == "ab")
    }

    @Test func filesAreTakenInTheOrderOfTheirBytesAndOnlyTheRightOnes() throws {
        let (_, read) = try folder([
            ("b.yaml", "codes:\n- id: two\n"), ("B.yaml", "codes:\n- id: one\n"), ("é.yml", "codes:\n- id: four\n"),
            ("c.yml", "codes:\n- id: three\n"), ("d.yaml.bak", "codes:\n- id: no\n"), ("e.txt", "codes:\n- id: no\n"),
            ("sub/f.yaml", "codes:\n- id: no\n"),
        ])
        #expect(read.codebook.codes.map(\.id.description) == ["one", "two", "three", "four"])
        #expect(read.findings == [])
    }

    @Test func aProposalMayNameAnAgreedParentAndBeAdopted() throws {
        let (_, read) = try folder([
            ("a.yaml", "codes:\n- id: top\n- id: trust\n  was: [rs/trust, jb/confidence]\n"),
            ("proposed/rs.k3f9x2.yaml", "codes:\n- id: trust\n  parent: top\n- id: rs/fear\n  parent: rs/trust\n"),
            ("proposed/jb.aaaaaa.yaml", "codes:\n- id: confidence\n"),
        ])
        #expect(read.findings == [])
        for id in ["rs/trust", "jb/confidence", "trust"] {
            #expect(try read.codebook.resolve(#require(CodeID(id))).description == "trust")
        }
        #expect(try read.codebook[#require(CodeID("rs/fear"))]?.status == .proposed)
    }

    @Test func twoClonesOfOneCoderAddToFilesOfTheirOwn() throws {
        let fixture = try StudyFixture()
        let laptop = try fixture.author(clone: "laptop")
        let before = try fixture.folder.load().study.codebook
        // Neither had seen the other's: the same id is made twice, for what may be two different things.
        let one = try fixture.folder.addProposedCode(named: "Trust", brief: "here", in: before, by: fixture.author)
        let two = try fixture.folder.addProposedCode(named: "Trust", brief: "there", in: before, by: laptop)
        #expect(one.id == two.id)
        let contents = try fixture.folder.load()
        #expect(contents.study.codebook.codes.count == 1)
        #expect(contents.findings.count == 1)
        #expect(contents.findings.first?.what.contains("has the code rs/trust again") == true)
        // The same thing said twice is no fault.
        let third = try fixture.folder.addProposedCode(named: "Fear", in: contents.study.codebook, by: fixture.author)
        let fourth = try fixture.folder.addProposedCode(named: "Fear", in: contents.study.codebook, by: laptop)
        #expect(third == fourth)
        #expect(try fixture.folder.load().findings.count == 1)
    }
}
