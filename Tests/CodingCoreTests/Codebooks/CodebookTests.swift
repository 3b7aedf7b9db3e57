import TestSupport
import Testing

@testable import CodingCore

@Suite struct CodebookTests {
    /// A codebook from lines such as `b < a` (b below a), `c > d` (c merged into d), `e = rs/x` (e adopted rs/x).
    private func codebook(_ lines: [String]) -> Codebook {
        let codes = lines.map { line in
            let words = line.split(separator: " ").map(String.init)
            var code = Code(id: slug(words[0]), name: words[0])
            for (sign, other) in zip(words.dropFirst(), words.dropFirst(2)) {
                switch sign {
                case "<": code.parent = slug(other)
                case ">": code.status = .mergedInto(slug(other))
                case "=": code.was.append(slug(other))
                default: break
                }
            }
            return code
        }
        return Codebook(title: "T", version: "v1", codes: codes)
    }

    /// The tree as it is shown: each code with as many dots before it as it lies deep.
    private func tree(_ codebook: Codebook) -> [String] {
        codebook.codes.map { String(repeating: ".", count: codebook.depth(of: $0.id)) + $0.id.description }
    }

    @Test func whatIsNotKnownStaysUnknownWhateverComesAndGoes() {
        let book = Codebook(title: "T", version: "v1", codes: [Code(id: slug("a"), name: "a")], unreadFile: "b.yaml")
        #expect(book.removing(slug("a")).codes.isEmpty)
        #expect(book.removing(slug("a")).unreadFile == "b.yaml")
        #expect(book.adding(Code(id: slug("c"), name: "c")).removing(slug("a")).unreadFile == "b.yaml")
    }

    // MARK: The tree

    @Test(
        arguments: [
            ([], []),
            (["b", "a"], ["b", "a"]),  // the order of the file
            (["a", "b < a", "c < a", "d < b"], ["a", ".b", "..d", ".c"]),
            (["d < b", "c < a", "b < a", "a"], ["a", ".c", ".b", "..d"]),  // children before parents
            (["a", "b", "c < a"], ["a", ".c", "b"]),
            (["a < nowhere", "b < a"], ["a", ".b"]),
            (["a < a", "b < a"], ["a", ".b"]),
            (["a < b", "b < a"], ["a", "b"]),
            (["a < b", "b < c", "c < a", "d < b"], ["a", "b", ".d", "c"]),
            (["x", "a < b", "b < a", "y < x"], ["x", ".y", "a", "b"]),
            (["a", "b < a", "a < b"], ["a", ".b"]),  // an id that comes twice: the first entry
            (["a", "b < a", "b", "c < b"], ["a", ".b", "..c"]),
        ] as [([String], [String])]
    )
    func parentsStandBeforeTheirChildren(lines: [String], expected: [String]) {
        #expect(tree(codebook(lines)) == expected)
    }

    @Test(arguments: 0..<30) func everyCodeStandsOnceWhateverTheParents(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let count = 60
        let lines = (0..<count).map {
            "c\($0)" + (Bool.random(using: &random) ? " < c\(Int.random(in: 0..<count, using: &random))" : "")
        }
        let codebook = codebook(lines)
        #expect(codebook.codes.map(\.id).sorted() == lines.map { slug(String($0.prefix { $0 != " " })) }.sorted())
        for code in codebook.codes {
            let path = codebook.path(of: code.id)
            #expect(path.last?.id == code.id)
            #expect(codebook.depth(of: code.id) == path.count - 1)
            #expect(Set(path.map(\.id)).count == path.count)
            let below = codebook.codes.filter { codebook.path(of: $0.id).contains { $0.id == code.id } }
            #expect(codebook.family(of: code.id) == below)
            let children = below.filter { codebook.depth(of: $0.id) == path.count }
            #expect(codebook.children(of: code.id) == children)
        }
    }

    @Test func aTreeOfTenThousandLevelsIsSurvived() throws {
        let lines = (0..<10_000).map { "c\($0)" + ($0 == 0 ? "" : " < c\($0 - 1)") }
        let codebook = codebook(lines.reversed())
        #expect(codebook.depth(of: slug("c9999")) == 9_999)
        #expect(codebook.path(of: slug("c9999")).count == 10_000)
        #expect(codebook.family(of: slug("c0")).count == 10_000)
        #expect(codebook.children(of: slug("c5")).map(\.id) == [slug("c6")])
    }

    @Test func entriesWrittenTwiceDoNotMultiply() {
        let lines = (0..<40).map { "c\($0)" + ($0 == 0 ? "" : " < c\($0 - 1)") }
        #expect(codebook(lines + lines).codes.count == 40)
    }

    @Test func whatIsUnknownHasNoFamily() {
        let codebook = codebook(["a", "b < a"])
        #expect(codebook[slug("z")] == nil)
        #expect(codebook.path(of: slug("z")) == [])
        #expect(codebook.family(of: slug("z")) == [])
        #expect(codebook.children(of: slug("z")) == [])
        #expect(codebook.depth(of: slug("z")) == 0)
        #expect(codebook.colour(of: slug("z")) == "")
        #expect(Codebook.empty.codes == [])
    }

    @Test func coloursComeFromTheNearestAncestorThatHasOne() {
        let codes = [
            Code(id: slug("a"), name: "A", colour: "teal"),
            Code(id: slug("b"), name: "B", parent: slug("a")),
            Code(id: slug("c"), name: "C", parent: slug("b"), colour: "red"),
            Code(id: slug("d"), name: "D", parent: slug("c")),
            Code(id: slug("e"), name: "E"),
        ]
        let codebook = Codebook(title: "", version: "", codes: codes)
        #expect(codes.map { codebook.colour(of: $0.id) } == ["teal", "teal", "red", "red", ""])
    }

    // MARK: What an id stands for

    @Test(
        arguments: [
            (["a"], "a", "a"),
            (["a"], "unknown", "unknown"),
            (["a = rs/x"], "rs/x", "a"),
            (["a = rs/x = kt/y"], "kt/y", "a"),
            (["a > b", "b"], "a", "b"),
            (["a > b", "b > c", "c"], "a", "c"),
            (["a = rs/x > b", "b"], "rs/x", "b"),
            (["rs/x", "a = rs/x"], "rs/x", "a"),  // the proposal is still in its coder's file
            (["a = rs/x", "b = a"], "rs/x", "b"),
            (["a > nowhere"], "a", "a"),  // no file has the code: the old name is better than none
            (["a > b", "b > nowhere"], "a", "b"),
            (["a > rs/x", "b = rs/x"], "a", "b"),
            (["a > a"], "a", "a"),
            (["a = a"], "a", "a"),
            (["a > b", "b > a"], "a", "a"),
            (["a > b", "b > a"], "b", "b"),
            (["x > a", "a > b", "b > a"], "x", "x"),  // a way into a circle leads nowhere
            (["a = b", "b = a"], "a", "a"),
            (["a = rs/x", "b = rs/x"], "rs/x", "a"),  // adopted twice: the first in the tree
        ] as [([String], String, String)]
    )
    func adoptedAndMergedCodesAreFollowedToTheirEnd(lines: [String], id: String, expected: String) {
        #expect(codebook(lines).resolve(slug(id)).description == expected)
    }

    @Test func aChainOfThousandsIsFollowed() {
        let lines = (0..<5_000).map { "c\($0)" + ($0 == 4_999 ? "" : " > c\($0 + 1)") }
        let codebook = codebook(lines)
        #expect(codebook.resolve(slug("c0")) == slug("c4999"))
        #expect(codebook.resolve(slug("c2500")) == slug("c4999"))
    }

    @Test func anAdoptedProposalIsOfferedNoMore() throws {
        let codebook = codebook(["rs/trust", "trust-in-data = rs/trust", "rs/other"])
        #expect(try #require(codebook[slug("rs/trust")]).status == .mergedInto(slug("trust-in-data")))
        #expect(codebook.codes.filter(\.isApplicable).map(\.id) == [slug("trust-in-data"), slug("rs/other")])
    }

    // MARK: Finding

    private var findable: Codebook {
        Codebook(
            title: "",
            version: "",
            codes: [
                Code(id: slug("block-contracts"), name: "Block contracts", mnemonic: "bc"),
                Code(id: slug("old"), name: "Old", mnemonic: "od", status: .retired),
                Code(id: slug("gone"), name: "Trust", status: .mergedInto(slug("trust"))),
                Code(id: slug("trust"), name: "Trust", mnemonic: "tr"),
                Code(id: slug("one"), name: "Twin"),
                Code(id: slug("two"), name: "twin"),
                Code(id: slug("tr"), name: "A code whose id is another's mnemonic"),
                Code(id: slug("cafe"), name: "Café", kind: .category),
            ]
        )
    }

    @Test(
        arguments: [
            ("block-contracts", "block-contracts"),
            ("bc", "block-contracts"), ("BC", "block-contracts"),
            ("Block contracts", "block-contracts"), ("block CONTRACTS", "block-contracts"),
            ("gone", "trust"),  // merged: what it stands for now
            ("Trust", "trust"), ("trust", "trust"),
            ("tr", "tr"),  // an id comes before a mnemonic
            ("old", "old"), ("Old", "old"), ("od", "old"),  // no other code has the mnemonic of the retired one
            ("twin", nil),  // two codes have that name
            ("cafe\u{301}", "cafe"), ("CAFÉ", "cafe"),
            ("", nil), ("nothing", nil), ("b", nil), ("block", nil),
        ] as [(String, String?)]
    )
    func codesAreFoundAsPeopleNameThem(text: String, id: String?) {
        #expect(findable.find(text)?.id.description == id)
    }
}
