// Bytes in any pieces, cut, broken and mixed: nothing crashes, and no key that follows is lost.
import Screen
import TestSupport
import Testing

@Suite struct KeyStreamTests {
    /// Broken beginnings; a whole key after each must come through.
    static let broken: [[UInt8]] = [
        [0x80], [0xBF], [0xC0], [0xC1], [0xF5], [0xFF], [0xC3], [0xE6], [0xE6, 0xB7], [0xF0], [0xF0, 0x9F],
        [0xF0, 0x9F, 0x98],
        [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0xAF], [0x1B, 0xFF], [0x1B, 0xC3],
        [0x1B, 0xE6, 0xB7],
        Array("\u{1B}[".utf8), Array("\u{1B}[1".utf8), Array("\u{1B}[1;".utf8), Array("\u{1B}[1;5".utf8),
        Array("\u{1B}[<0;5".utf8),
        Array("\u{1B}O".utf8), Array("\u{1B}[M".utf8), Array("\u{1B}[M ".utf8), Array("\u{1B}[M !".utf8),
        Array("\u{1B}[?".utf8),
        Array("\u{1B}[200".utf8), Array(("\u{1B}[" + String(repeating: "1;", count: 200)).utf8),
    ]

    @Test(arguments: broken)
    func anEscapeSequenceAfterABrokenOneIsRead(_ bytes: [UInt8]) {
        var decoder = KeyDecoder()
        let events = decoder.feed(bytes + KeyPress(.left, .control).bytes + Array("q".utf8))
        #expect(events.suffix(2) == [.key(KeyPress(.left, .control)), .key(KeyPress("q"))], "\(events)")
        #expect(!decoder.isWaiting)
    }

    @Test(arguments: broken)
    func aControlKeyAfterABrokenOneIsRead(_ bytes: [UInt8]) {
        var decoder = KeyDecoder()
        let events = decoder.feed(bytes + KeyPress("s", .control).bytes + Array("é".utf8))
        #expect(events.last == .key(KeyPress("é")))
        #expect(events.contains(.key(KeyPress("s", .control))), "\(events)")
    }

    @Test(arguments: broken)
    func aPauseEndsWhatIsBroken(_ bytes: [UInt8]) {
        var decoder = KeyDecoder()
        let early = decoder.feed(bytes) + decoder.flush()
        #expect(!decoder.isWaiting)
        #expect(early.count <= 1, "\(early)")
        #expect(decoder.feed("q".utf8) == [.key(KeyPress("q"))])
    }

    @Test(arguments: broken)
    func piecesMakeNoDifference(_ bytes: [UInt8]) {
        let all = bytes + KeyPress(.up).bytes + Array("混x".utf8)
        var (whole, pieces) = (KeyDecoder(), KeyDecoder())
        #expect(all.flatMap { pieces.feed([$0]) } == whole.feed(all))
    }

    @Test(arguments: 0..<40)
    func anyBytesInAnyPiecesAreTheSame(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let alphabet: [UInt8] = [
            0x1B, 0x1B, 0x1B, 0x5B, 0x5B, 0x3C, 0x3B, 0x30, 0x32, 0x30, 0x31, 0x7E, 0x4D, 0x6D, 0x4F, 0x41, 0x24, 0x75,
            0xC3, 0xA9,
            0xE6, 0xB7, 0xB7, 0xF0, 0x9F, 0x98, 0x80, 0xFF, 0x61, 0x0D, 0x00, 0x7F, 0x20, 0x21,
        ]
        for _ in 0..<50 {
            let bytes = (0..<120).compactMap { _ in alphabet.randomElement(using: &generator) }
            var (whole, pieces, events, rest) = (KeyDecoder(), KeyDecoder(), [TerminalEvent](), bytes[...])
            while !rest.isEmpty {
                let count = Int.random(in: 1...min(7, rest.count), using: &generator)
                events += pieces.feed(rest.prefix(count))
                rest.removeFirst(count)
            }
            #expect(events == whole.feed(bytes), "\(bytes)")
            #expect(pieces.isWaiting == whole.isWaiting)
            #expect(pieces.flush() == whole.flush())
        }
    }

    @Test(arguments: 0..<20)
    func whateverCameBeforeAKeyAfterAPauseIsRead(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed) + 1000)
        for _ in 0..<100 {
            // No paste begins: that would rightly keep what follows.
            let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var decoder = KeyDecoder()
            let events = decoder.feed(bytes) + decoder.flush()
            guard !bytes.contains(Array("\u{1B}[200~".utf8)) else { continue }
            #expect(events.count <= bytes.count)
            #expect(decoder.feed("q".utf8) == [.key(KeyPress("q"))], "\(bytes)")
        }
    }

    @Test func allScalarsAreTypedAsTheyAre() {
        for value in stride(from: UInt32(0xA0), through: 0x10FFFF, by: 37) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            var decoder = KeyDecoder()
            #expect(decoder.feed(String(scalar).utf8) == [.key(KeyPress(Character(scalar)))])
        }
    }

    // MARK: Pastes

    @Test(arguments: [
        ("\u{1B}", "\u{1B}"), ("\u{1B}\u{1B}[201", "\u{1B}\u{1B}[201"), ("a\u{1B}[200~b", "a\u{1B}[200~b"),
        ("\r\r\n\n", "\n\n\n"),
        ("\u{3}\u{4}q", "\u{3}\u{4}q"), ("混\u{1B}[<0;1;1M", "混\u{1B}[<0;1;1M"),
    ])
    func aPasteIsDataInAnyPieces(_ pasted: String, _ text: String) {
        let bytes = Array("\u{1B}[200~\(pasted)\u{1B}[201~z".utf8)
        for size in 1...bytes.count {
            var (decoder, rest, events) = (KeyDecoder(), bytes[...], [TerminalEvent]())
            while !rest.isEmpty {
                events += decoder.feed(rest.prefix(size))
                events += decoder.flush()
                rest = rest.dropFirst(size)
            }
            #expect(events == [.paste(text), .key(KeyPress("z"))] || size < 6, "in pieces of \(size): \(events)")
            if size < 6 { #expect(events.last == .key(KeyPress("z"))) }
        }
    }

    @Test func brokenBytesInAPasteAreRepaired() {
        var decoder = KeyDecoder()
        let bytes = Array("\u{1B}[200~a".utf8) + [0xFF, 0xE6, 0xB7] + Array("b\u{1B}[201~".utf8)
        #expect(decoder.feed(bytes) == [.paste("a\u{FFFD}\u{FFFD}b")])
    }

    @Test func anEndWithoutABeginningIsNothing() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[201~q".utf8) == [.key(KeyPress("q"))])
    }

    @Test func aBookIsPastedWhole() {
        let book = String(repeating: "混乱的角色\r", count: 20_000)
        var decoder = KeyDecoder()
        var events: [TerminalEvent] = []
        for start in stride(from: 0, to: book.utf8.count + 12, by: 65536) {
            let bytes = Array("\u{1B}[200~\(book)\u{1B}[201~".utf8)
            events += decoder.feed(bytes[start..<min(start + 65536, bytes.count)])
        }
        #expect(events == [.paste(book.replacing("\r", with: "\n"))])
    }

    // MARK: The mouse

    @Test(arguments: [
        (0, "M", MouseEvent.Action.press, MouseEvent.Button.left), (1, "M", .press, .middle), (2, "M", .press, .right),
        (0, "m", .release, .left), (2, "m", .release, .right), (32, "M", .drag, .left), (33, "M", .drag, .middle),
        (34, "M", .drag, .right), (64, "M", .wheelUp, .left), (65, "M", .wheelDown, .left),
    ])
    func buttonsAndModifiersAreTold(
        _ code: Int,
        _ final: String,
        _ action: MouseEvent.Action,
        _ button: MouseEvent.Button
    ) {
        for (bits, modifiers) in [(0, []), (4, .shift), (8, .alt), (16, .control), (28, [.shift, .alt, .control])]
            as [(Int, KeyModifiers)]
        {
            var decoder = KeyDecoder()
            let event = MouseEvent(action, button: button, row: 6, column: 1234, modifiers: modifiers)
            #expect(decoder.feed("\u{1B}[<\(code + bits);1235;7\(final)".utf8) == [.mouse(event)])
        }
    }
}

extension Array where Element: Equatable {
    /// Whether a run of elements lies somewhere in this one.
    fileprivate func contains(_ other: [Element]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
