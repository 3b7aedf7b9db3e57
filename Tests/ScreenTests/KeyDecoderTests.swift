// Bytes in, keys out.
import Screen
import TestSupport
import Testing

@Suite struct KeyDecoderTests {
    @Test(arguments: [
        ("a", "a"), ("é", "é"), ("混", "混"), ("😀", "😀"), ("\r", "Enter"), ("\n", "Enter"), ("\t", "Tab"),
        ("\u{7F}", "Backspace"),
        ("\u{8}", "Backspace"), ("\u{4}", "Ctrl-D"), ("\u{0}", "Ctrl-Space"), ("\u{1F}", "Ctrl-_"), ("\u{1B}[A", "Up"),
        ("\u{1B}OB", "Down"),
        ("\u{1B}[1;5C", "Ctrl-Right"), ("\u{1B}[1;2D", "S-Left"), ("\u{1B}[1;3A", "Alt-Up"), ("\u{1B}[H", "Home"),
        ("\u{1B}[4~", "End"),
        ("\u{1B}[8~", "End"), ("\u{1B}[5~", "PgUp"), ("\u{1B}[6;5~", "Ctrl-PgDn"), ("\u{1B}[3~", "Del"),
        ("\u{1B}[Z", "S-Tab"),
        ("\u{1B}OP", "F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[20~", "F9"), ("\u{1B}[24~", "F12"), ("\u{1B}[[C", "F3"),
        ("\u{1B}[1;2P", "S-F1"),
        ("\u{1B}b", "Alt-b"), ("\u{1B}é", "Alt-é"), ("\u{1B}\u{7F}", "Alt-Backspace"),
        ("\u{1B}[27;5;13~", "Ctrl-Enter"), ("\u{1B}[97;5u", "Ctrl-A"),
        ("\u{1B}OM", "Enter"),
    ])
    func sequencesAreKeys(_ bytes: String, _ name: String) {
        var decoder = KeyDecoder()
        #expect(names(decoder.feed(bytes.utf8)) == [name])
        #expect(!decoder.isWaiting)
        #expect(names(byteByByte(bytes)) == [name])
    }

    /// F9 blanks the screen, so it has to work wherever somebody sits.
    @Test(arguments: [
        ("xterm, linux, rxvt, VT220, tmux", "\u{1B}[20~", "F9"), ("VT100 in the database", "\u{1B}Ow", "F9"),
        ("VT100+ of PuTTY", "\u{1B}OX", "F9"), ("xterm with Control", "\u{1B}[20;5~", "Ctrl-F9"),
        ("rxvt with Control", "\u{1B}[20^", "Ctrl-F9"), ("rxvt with Shift", "\u{1B}[20$", "S-F9"),
        ("rxvt with both", "\u{1B}[20@", "Ctrl-S-F9"), ("rxvt", "\u{1B}[11~", "F1"), ("linux", "\u{1B}[[A", "F1"),
        ("linux", "\u{1B}[[E", "F5"), ("xterm", "\u{1B}OS", "F4"), ("VT100 in the database", "\u{1B}Ot", "F5"),
        ("VT100 in the database", "\u{1B}Ox", "F10"), ("VT100+", "\u{1B}OT", "F5"), ("VT100+", "\u{1B}O[", "F12"),
        ("VT220", "\u{1B}[24~", "F12"), ("VT220's Help", "\u{1B}[28~", "F15"), ("rxvt", "\u{1B}[34~", "F20"),
        ("rxvt with Shift", "\u{1B}[a", "S-Up"), ("rxvt with Control", "\u{1B}Od", "Ctrl-Left"),
        ("rxvt", "\u{1B}[7~", "Home"), ("rxvt with Control", "\u{1B}[8^", "Ctrl-End"),
    ])
    func functionKeysAreKnownFromAllUsualTerminals(_ terminal: String, _ bytes: String, _ name: String) {
        var decoder = KeyDecoder()
        #expect(names(decoder.feed((bytes + "a").utf8)) == [name, "a"], "\(terminal)")
        #expect(names(byteByByte(bytes)) == [name], "\(terminal)")
    }

    @Test func anAnswerWithADollarIsNoKeyOfRxvt() {
        var decoder = KeyDecoder()
        #expect(names(decoder.feed("\u{1B}[?2026;1$ya".utf8)) == ["a"])
    }

    @Test(arguments: [
        ("\u{1B}", ["Esc"]), ("\u{1B}[", ["Alt-["]), ("\u{1B}O", ["Alt-O"]), ("x\u{1B}", ["x", "Esc"]),
        ("\u{1B}\u{1B}", ["Esc", "Esc"]),
        ("\u{1B}\u{1B}[A", ["Esc", "Up"]), ("\u{1B}[1;", ["Esc"]),
    ])
    func whatIsLeftIsTakenForWhatItIs(_ bytes: String, _ expected: [String]) {
        var decoder = KeyDecoder()
        var events = decoder.feed(bytes.utf8)
        #expect(decoder.isWaiting || !bytes.hasSuffix("\u{1B}"))
        events += decoder.flush()
        #expect(names(events) == expected)
        #expect(!decoder.isWaiting)
    }

    @Test(arguments: [
        "\u{1B}[I", "\u{1B}[999~", "\u{1B}[?1;2c", "\u{1B}[<35;1;1M", "\u{1B}[<0;0;0M", "\u{1B}[<1;2M", "\u{1B}Oz",
    ])
    func unknownSequencesMeanNothing(_ bytes: String) {
        var decoder = KeyDecoder()
        #expect(names(decoder.feed((bytes + "a").utf8)) == ["a"])
    }

    @Test func brokenUTF8IsDropped() {
        var decoder = KeyDecoder()
        #expect(names(decoder.feed([0xFF, 0x61, 0xC3, 0x62, 0xE6, 0xB7, 0x63, 0x80])) == ["a", "b", "c"])
    }

    @Test(arguments: [
        ("\u{1B}[<0;5;3M", MouseEvent(.press, row: 2, column: 4)),
        ("\u{1B}[<0;5;3m", MouseEvent(.release, row: 2, column: 4)),
        ("\u{1B}[<32;6;3M", MouseEvent(.drag, row: 2, column: 5)),
        ("\u{1B}[<2;300;200M", MouseEvent(.press, button: .right, row: 199, column: 299)),
        ("\u{1B}[<64;1;1M", MouseEvent(.wheelUp, row: 0, column: 0)),
        ("\u{1B}[<65;1;1M", MouseEvent(.wheelDown, row: 0, column: 0)),
        ("\u{1B}[<16;1;1M", MouseEvent(.press, row: 0, column: 0, modifiers: .control)),
        ("\u{1B}[<69;1;1M", MouseEvent(.wheelDown, row: 0, column: 0, modifiers: .shift)),
        ("\u{1B}[M !!", MouseEvent(.press, row: 0, column: 0)),
        ("\u{1B}[M#!!", MouseEvent(.release, row: 0, column: 0)),
    ])
    func mouseReportsAreEvents(_ bytes: String, _ event: MouseEvent) {
        #expect(byteByByte(bytes) == [.mouse(event)])
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a\rb\r\nc\n\nd", "a\nb\nc\n\nd"), ("q\u{1B}[A\u{1B}[2J", "q\u{1B}[A\u{1B}[2J"),
        ("混乱\t", "混乱\t"),
        ("\u{1B}[201", "\u{1B}[201"), ("\u{1B}[200~", "\u{1B}[200~"),
    ])
    func pastesAreData(_ pasted: String, _ text: String) {
        let bytes = "x\u{1B}[200~" + pasted + "\u{1B}[201~y"
        let expected: [TerminalEvent] = [.key(KeyPress("x")), .paste(text), .key(KeyPress("y"))]
        var decoder = KeyDecoder()
        #expect(decoder.feed(bytes.utf8) == expected)
        #expect(byteByByte(bytes) == expected)
    }

    @Test func aPasteThatIsNotOverIsNotTakenForKeys() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~dd\u{1B}".utf8).isEmpty)
        #expect(!decoder.isWaiting)
        #expect(decoder.flush().isEmpty)
        #expect(decoder.feed("[201~".utf8) == [.paste("dd")])
    }

    @Test func bytesInAnyPiecesAreTheSameKeys() {
        var generator = SeededGenerator(seed: 3)
        let parts = [
            "a", "é", "混", "\u{1B}[A", "\u{1B}[1;5C", "\u{1B}[<0;5;3M", "\u{1B}[200~x\u{1B}y\u{1B}[201~", "\r",
            "\u{1B}OP", "\u{1B}[M !!",
        ]
        for _ in 0..<300 {
            let bytes = Array((0..<8).compactMap { _ in parts.randomElement(using: &generator) }.joined().utf8)
            var (whole, pieces, events, rest) = (KeyDecoder(), KeyDecoder(), [TerminalEvent](), bytes[...])
            while !rest.isEmpty {
                let count = Int.random(in: 1...rest.count, using: &generator)
                events += pieces.feed(rest.prefix(count))
                rest.removeFirst(count)
            }
            #expect(events == whole.feed(bytes))
        }
    }

    @Test func anyBytesAreSurvived() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            var decoder = KeyDecoder()
            let alphabet: [UInt8] = [0x1B, 0x5B, 0x3C, 0x3B, 0x30, 0x39, 0x4D, 0x6D, 0x7E, 0x4F, 0xC3, 0xFF, 0x61]
            let bytes = (0..<200).compactMap { _ in alphabet.randomElement(using: &generator) }
            _ = decoder.feed(bytes)
            _ = decoder.flush()
            #expect(!decoder.isWaiting)
        }
    }

    @Test(arguments: [
        "a", "Ctrl-D", "Alt-b", "Up", "Ctrl-Right", "PgDn", "S-Tab", "F1", "F9", "S-F5", "Enter", "Del", "Backspace",
        "Space",
    ])
    func theKeysOfTheTestsAreTheKeysOfTerminals(_ name: String) throws {
        let press = try #require(KeyPress(name: name))
        var decoder = KeyDecoder()
        #expect(decoder.feed(press.bytes) == [.key(press)])
    }

    private func byteByByte(_ bytes: String) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        return bytes.utf8.flatMap { decoder.feed([$0]) }
    }

    private func names(_ events: [TerminalEvent]) -> [String] {
        events.map { if case .key(let press) = $0 { press.description } else { "\($0)" } }
    }
}
