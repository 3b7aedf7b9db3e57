// Every key that terminals send, by the bytes of each kind of terminal; and every name, there and back.
import Screen
import TestSupport
import Testing

@Suite struct KeyTableTests {
    // MARK: Names

    private static let named: [Key] = [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .enter, .tab, .escape,
        .character(" "),
    ]
    private static let held: [KeyModifiers] = [
        [], .shift, .alt, .control, [.shift, .alt], [.shift, .control], [.alt, .control], [.shift, .alt, .control],
    ]

    @Test func everyNamedKeyWithEveryModifierReadsBack() throws {
        for modifiers in Self.held {
            for key in Self.named + (1...24).map(Key.function) {
                let press = KeyPress(key, modifiers)
                #expect(KeyPress(name: press.description) == press, "\(press)")
                #expect(KeyPress(name: press.description.lowercased().replacing("f", with: "F")) == press, "\(press)")
            }
        }
    }

    @Test func everyTypedKeyReadsBack() {
        for value in UInt32(0x21)...0x2FF where value != 0x7F && !(0x80...0x9F).contains(value) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let press = KeyPress(Character(scalar))
            #expect(KeyPress(name: press.description) == press, "\(press)")
            let alt = KeyPress(Character(scalar), .alt)
            #expect(KeyPress(name: alt.description) == alt, "\(alt)")
        }
        for letter in "abcdefghijklmnopqrstuvwxyz@\\]^_" {
            let press = KeyPress(letter, .control)
            #expect(KeyPress(name: press.description) == press, "\(press)")
        }
    }

    @Test func differentKeysHaveDifferentNames() {
        var seen: [String: KeyPress] = [:]
        for modifiers in Self.held {
            for key in Self.named + (1...24).map(Key.function) + "aAbFsSc-0é混".map(Key.character) {
                // Control with a letter is the same key in both cases.
                if case .character(let letter) = key, modifiers.contains(.control), letter.isUppercase { continue }
                let press = KeyPress(key, modifiers)
                #expect(seen.updateValue(press, forKey: press.description) == nil, "\(press.description)")
            }
        }
    }

    // MARK: Bytes

    @Test func whatXtermSendsIsTheKeyThatWasPressed() {
        for modifiers in Self.held {
            let keys = Self.named.filter { ![.escape, .enter, .tab, .backspace, .character(" ")].contains($0) }
            for key in keys + (1...12).map(Key.function) {
                let press = KeyPress(key, modifiers)
                #expect(self.keys(of: press.bytes) == [press], "\(press)")
            }
        }
        for letter in "abcdefgklnopqrstuvwxyz" {  // the others are Backspace, Tab and Enter
            #expect(keys(of: KeyPress(letter, .control).bytes) == [KeyPress(letter, .control)])
            #expect(keys(of: KeyPress(letter, [.control, .alt]).bytes) == [KeyPress(letter, [.control, .alt])])
        }
        for value in UInt8(0x20)...0x7E {
            let character = Character(Unicode.Scalar(value))
            #expect(keys(of: [value]) == [KeyPress(character)])
            if !"[O".contains(character) {
                #expect(keys(of: [0x1B, value]) == [KeyPress(character, .alt)])
            }
        }
    }

    @Test(arguments: 1...8)
    func modifiersComeAsXtermsNumber(_ number: Int) {
        let modifiers = KeyModifiers(rawValue: UInt8(number - 1))
        let sequences: [(String, Key)] = [
            ("[1;\(number)A", .up), ("[1;\(number)B", .down), ("[1;\(number)C", .right), ("[1;\(number)D", .left),
            ("[1;\(number)H", .home), ("[1;\(number)F", .end), ("[1;\(number)P", .function(1)),
            ("[1;\(number)S", .function(4)),
            ("[2;\(number)~", .insert), ("[3;\(number)~", .delete), ("[5;\(number)~", .pageUp),
            ("[6;\(number)~", .pageDown),
            ("[15;\(number)~", .function(5)), ("[24;\(number)~", .function(12)), ("[27;\(number);13~", .enter),
            ("[27;\(number);9~", .tab), ("[13;\(number)u", .enter), ("[27;\(number)u", .escape),
            ("[127;\(number)u", .backspace),
            ("[120;\(number)u", .character("x")), ("[27803;\(number)u", .character("沛")),
            ("[120:88;\(number)u", .character("x")),
            ("[120;\(number):1u", .character("x")),
        ]
        for (sequence, key) in sequences {
            #expect(keys(of: Array("\u{1B}\(sequence)".utf8)) == [KeyPress(key, modifiers)], "\(sequence)")
        }
    }

    @Test(arguments: [
        // rxvt
        ("[7~", "Home"), ("[8~", "End"), ("[a", "S-Up"), ("[b", "S-Down"), ("[c", "S-Right"), ("[d", "S-Left"),
        ("Oa", "Ctrl-Up"),
        ("Ob", "Ctrl-Down"), ("Oc", "Ctrl-Right"), ("Od", "Ctrl-Left"), ("[3$", "S-Del"), ("[3^", "Ctrl-Del"),
        ("[3@", "Ctrl-S-Del"),
        ("[5^", "Ctrl-PgUp"), ("[7$", "S-Home"), ("[11~", "F1"), ("[14~", "F4"), ("[23$", "S-F11"),
        // The Linux console
        ("[[A", "F1"), ("[[B", "F2"), ("[[C", "F3"), ("[[D", "F4"), ("[[E", "F5"), ("[1~", "Home"), ("[4~", "End"),
        // Application mode, as after smkx
        ("OA", "Up"), ("OB", "Down"), ("OC", "Right"), ("OD", "Left"), ("OH", "Home"), ("OF", "End"), ("OM", "Enter"),
        ("OP", "F1"),
        ("OQ", "F2"), ("OR", "F3"), ("OS", "F4"),
        // Numbered keys
        ("[2~", "Ins"), ("[3~", "Del"), ("[5~", "PgUp"), ("[6~", "PgDn"), ("[15~", "F5"), ("[17~", "F6"),
        ("[18~", "F7"), ("[19~", "F8"),
        ("[20~", "F9"), ("[21~", "F10"), ("[23~", "F11"), ("[24~", "F12"), ("[25~", "F13"), ("[26~", "F14"),
        ("[28~", "F15"),
        ("[29~", "F16"), ("[31~", "F17"), ("[34~", "F20"), ("[Z", "S-Tab"), ("[1;2Z", "S-Tab"),
    ])
    func otherTerminalsSendTheirOwn(_ sequence: String, _ name: String) throws {
        let bytes = Array("\u{1B}\(sequence)".utf8)
        #expect(keys(of: bytes).map(\.description) == [name])
        #expect(keys(of: bytes + Array("x".utf8)).map(\.description) == [name, "x"])
    }

    @Test(arguments: [
        "[16~", "[22~", "[27~", "[30~", "[35~", "[0~", "[~", "[u", "[1u", "[31u", "[55296u", "[1114112u",
        "[99999999999999999999u",
        "[27;5~", "[27;5;1~", "[?1;2c", "[?1A", "[>5~", "[=1H", "[>0;276;0c", "[8;24;80t", "[I", "[O", "[?2026;2$y",
        "[0n",
        "[<1M", "[<M", "[<0;0;5M", "[<0;5;0M", "[<66;1;1M", "[<128;1;1M", "[<35;9;9M",
        "[1;-9223372036854775808X",
        "[[Z", "[ q", "[!p", "O!", "Oz", "[99$",
    ])
    func whatIsNoKeyIsReadToItsEndAndMeansNothing(_ sequence: String) {
        let bytes = Array("\u{1B}\(sequence)x".utf8)
        #expect(keys(of: bytes).map(\.description) == ["x"])
    }

    @Test(arguments: [
        "[1;-9223372036854775808A", "[1;9223372036854775807A", "[1;99999999999999999999999A", "[1;+2A", "[;;;;;;;A",
        "[1;0A", "[ A",
    ])
    func absurdNumbersLeaveTheKeyItself(_ sequence: String) {
        let found = keys(of: Array("\u{1B}\(sequence)".utf8))
        #expect(found.map(\.key) == [.up])
    }

    private func keys(of bytes: [UInt8]) -> [KeyPress] {
        var decoder = KeyDecoder()
        let events = decoder.feed(bytes) + decoder.flush()
        return events.compactMap { if case .key(let press) = $0 { press } else { nil } }
    }
}
