import Testing

@testable import StudyFiles

@Suite struct StrictYAMLTests {
    private func read(_ text: String) throws -> YAMLValue { try StrictYAML.read(Array(text.utf8), file: "x.yaml") }

    private func trouble(_ text: String) -> FileTrouble? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error as? FileTrouble
        }
    }

    @Test(arguments: [
        "no", "012", "1e3", "true", "~", "null", "2026-11-22", "0x1F", "1:30", ".inf", "yes",
    ])
    func everyScalarStaysWords(words: String) throws {
        #expect(try read("a: \(words)\n")["a"]?.words == words)
    }

    @Test func linesAreKnown() throws {
        let value = try read("# note\na: 1\nb:\n- x\n- y: z\n")
        #expect(value.entries?.map(\.line) == [2, 3])
        #expect(value["b"]?.items?.map(\.line) == [4, 5])
    }

    @Test func nothingButCommentsIsAnEmptyMap() throws {
        #expect(try read("# nothing\n").entries?.isEmpty == true)
        #expect(try read("").entries?.isEmpty == true)
    }

    @Test(
        arguments: [
            ("a: &x 1\nb: *x\n", 2),
            ("a: &x 1\n", 1),
            ("a:\n  <<: {b: c}\n", 2),
            ("a: 1\nb: 2\na: 3\n", nil),
            ("a: !!python/object:os.system x\n", 1),
            ("a: !x y\n", 1),
            ("a:\n\tb: c\n", 2),
            ("a: [1, 2\n", nil),
            ("a: b: c\n", 1),
            ("? [x, y]\n: z\n", nil),
            ("a: 1\n---\nb: 2\n", 2),
            ("a: **bold**\n", 1),
            ("a: \"\\uD800\"\n", 1),
            ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", nil),
        ] as [(String, Int?)]
    )
    func refusesWhatExpandsOrMisleads(text: String, line: Int?) {
        let trouble = trouble(text)
        #expect(trouble?.code == .malformed)
        if let line { #expect(trouble?.line == line) }
    }

    @Test func aliasesAreRefusedBeforeTheyExpand() {
        // Thirty levels of nine: expanding this would never end.
        var text = "a0: &a0 [x]\n"
        for level in 1...30 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) {? [\(aliases)] : x}\n"
        }
        let trouble = trouble(text)
        #expect(trouble?.code == .malformed)
        #expect(trouble?.line == 2)
    }

    @Test(arguments: [
        "a: he *really* said so\n", "a: \"*x\"\n", "a: |\n  *x\n  * y\n", "a: b # *x\n", "a: R & D\n",
    ])
    func starsAndAmpersandsInWordsAreWords(text: String) {
        #expect(trouble(text) == nil)
    }

    @Test func starsAreReadAsTheyStand() throws {
        #expect(try read("a: he *really* said *so*\n")["a"]?.words == "he *really* said *so*")
        #expect(try read("a: |\n  *x\n  * y\n")["a"]?.words == "*x\n* y\n")
    }

    @Test func bytesThatAreNotUTF8AndNULAreRefused() {
        #expect(throws: FileTrouble.self) { try StrictYAML.read([0x61, 0x3A, 0x20, 0xE9], file: "x.yaml") }
        #expect(trouble("a: 1\nb: \0\n")?.line == 2)
    }

    @Test func aFileOverTheLimitIsRefusedUnread() {
        let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: StrictYAML.limit + 1)
        let error = #expect(throws: FileTrouble.self) { try StrictYAML.read(bytes, file: "x.yaml") }
        #expect(error?.code == .tooLarge)
    }

    @Test func deepNestingIsRefused() {
        #expect(trouble(String(repeating: "[", count: 100_000))?.code == .malformed)
        #expect(trouble(String(repeating: "- ", count: 100_000))?.code == .malformed)
    }
}

@Suite struct YAMLTextTests {
    @Test(arguments: [
        "plain words", "no", "Yes", "012", "1", "a: b", "- a", "# a", "say \"no\"", "back\\slash", "two\nlines",
        " blank", "blank ", "", "ends:", "*star", "&and", "!tag", "%x", "@x", "`x`", "é", "e\u{301}", "中文", "a #b",
        "tab\tx", "\u{202E}txt", "\u{0}", "x\u{FEFF}x", "\u{2028}", "\u{1F600}", "null", "~", "{a}", "[a]", "a, b",
        "\u{85}", "\u{FFFF}", "\u{E000}", "<<", "=", "? x", "'quoted'",
    ])
    func wordsComeBackAsTheyWere(words: String) throws {
        for text in [YAMLText.scalar(words), YAMLText.quoted(words)] {
            let value = try StrictYAML.read(Array("a: \(text)\n".utf8), file: "x.yaml")["a"]
            let read = try #require(value?.words)
            #expect(Array(read.utf8) == Array(words.utf8))
        }
    }

    @Test func whatOtherReadersTakeForValuesIsQuoted() {
        #expect(YAMLText.scalar("no") == "\"no\"")
        #expect(YAMLText.scalar("1e3") == "\"1e3\"")
        #expect(YAMLText.scalar("Community health services") == "Community health services")
        #expect(YAMLText.scalar("\u{202E}x") == "\"\\u202Ex\"")
    }
}
