// Every kind of hostile text that is known to have troubled programs on terminals, one row each: what it is called on a
// stream, and what stands in its cells. The numbers are those of the list of hostile inputs.
import Testing
import TextMetrics

@Suite struct HostileClassTests {
    struct Hostile: Sendable, CustomStringConvertible {
        let description: String
        let text: String
        /// What `shown` makes of it on a stream.
        let shown: String
        /// The cells, one after the other.
        let cells: String

        init(_ name: String, _ text: String, _ shown: String, _ cells: String) {
            (description, self.text, self.shown, self.cells) = (name, text, shown, cells)
        }
    }

    static let all: [Hostile] = [
        Hostile("1 clears the screen", "a\u{1B}[2Jz", "a⟦U+001B⟧[2Jz", "a␛[2Jz"),
        Hostile("2 sets the title", "a\u{1B}]0;x\u{7}z", "a⟦U+001B⟧]0;x⟦U+0007⟧z", "a␛]0;x␇z"),
        Hostile("3 fills the clipboard", "\u{1B}]52;c;eA==\u{7}z", "⟦U+001B⟧]52;c;eA==⟦U+0007⟧z", "␛]52;c;eA==␇z"),
        Hostile("4 makes a link", "\u{1B}]8;;u\u{1B}\\z", "⟦U+001B⟧]8;;u⟦U+001B⟧\\z", "␛]8;;u␛\\z"),
        Hostile("5 talks to the device", "\u{1B}P$q\u{1B}\\z", "⟦U+001B⟧P$q⟦U+001B⟧\\z", "␛P$q␛\\z"),
        Hostile("6 asks for the cursor", "\u{1B}[6nz", "⟦U+001B⟧[6nz", "␛[6nz"),
        Hostile("7 never ends", "\u{1B}]0;the rest of it", "⟦U+001B⟧]0;the rest of it", "␛]0;the rest of it"),
        Hostile("8 resets the terminal", "\u{1B}cz", "⟦U+001B⟧cz", "␛cz"),
        Hostile(
            "9 a raw byte",
            String(decoding: [0x61, 0x9B, 0x33, 0x31, 0x6D], as: UTF8.self),
            "a\u{FFFD}31m",
            "a�31m"
        ),
        Hostile("10 CSI in one character", "a\u{9B}31mz", "a⟦U+009B⟧31mz", "a�31mz"),
        Hostile("10 OSC in one character", "a\u{9D}0;x\u{9C}z", "a⟦U+009D⟧0;x⟦U+009C⟧z", "a�0;x�z"),
        Hostile("10 next line", "a\u{85}z", "a⟦U+0085⟧z", "a�z"),
        Hostile("11 bell", "a\u{7}z", "a⟦U+0007⟧z", "a␇z"),
        Hostile("11 backspace", "a\u{8}z", "a⟦U+0008⟧z", "a␈z"),
        Hostile("11 carriage return", "a\rz", "a⟦U+000D⟧z", "a␍z"),
        Hostile("11 vertical tab", "a\u{B}z", "a⟦U+000B⟧z", "a␋z"),
        Hostile("11 form feed", "a\u{C}z", "a⟦U+000C⟧z", "a␌z"),
        Hostile("12 the end of a C string", "a\u{0}z", "a⟦U+0000⟧z", "a␀z"),
        Hostile("13 delete", "a\u{7F}z", "a⟦U+007F⟧z", "a␡z"),
        Hostile("14 other letters", "a\u{E}q\u{F}z", "a⟦U+000E⟧q⟦U+000F⟧z", "a␎q␏z"),
        Hostile("15 turned round", "a\u{202E}txt.exe", "a⟦U+202E⟧txt.exe", "a�txt.exe"),
        Hostile(
            "15 the other embeddings",
            "\u{202A}\u{202B}\u{202C}\u{202D}z",
            "⟦U+202A⟧⟦U+202B⟧⟦U+202C⟧⟦U+202D⟧z",
            "����z"
        ),
        Hostile("15 marks of direction", "\u{200E}a\u{200F}z", "⟦U+200E⟧a⟦U+200F⟧z", "�a�z"),
        Hostile("16 isolates without an end", "\u{2066}a\u{2067}b\u{2068}z", "⟦U+2066⟧a⟦U+2067⟧b⟦U+2068⟧z", "�a�b�z"),
        Hostile("17 Arabic mark of direction", "a\u{61C}z", "a⟦U+061C⟧z", "a�z"),
        Hostile("18 no width", "a\u{200B}z", "a⟦U+200B⟧z", "a�z"),
        Hostile("18 not joined", "a\u{200C}z", "a⟦U+200C⟧z", "a�z"),
        Hostile("18 joined", "a\u{200D}z", "a⟦U+200D⟧z", "a�z"),
        Hostile("18 word joiner", "a\u{2060}z", "a⟦U+2060⟧z", "a�z"),
        Hostile("18 byte order mark", "a\u{FEFF}z", "a⟦U+FEFF⟧z", "a�z"),
        Hostile("18 hidden signs of mathematics", "a\u{2061}\u{2063}z", "a⟦U+2061⟧⟦U+2063⟧z", "a��z"),
        Hostile("19 a message in tags", "a\u{E0068}\u{E0069}z", "a⟦U+E0068⟧⟦U+E0069⟧z", "a�z"),
        Hostile(
            "19 a flag that says something",
            "🏴\u{E0068}\u{E0069}\u{E007F}z",
            "🏴⟦U+E0068⟧⟦U+E0069⟧⟦U+E007F⟧z",
            "🏴�z"
        ),
        Hostile("19 selectors past the emoji", "a\u{E0100}\u{FE01}z", "a⟦U+E0100⟧⟦U+FE01⟧z", "a�z"),
        Hostile("20 soft hyphens", "co\u{AD}\u{AD}op", "co⟦U+00AD⟧⟦U+00AD⟧op", "co��op"),
        Hostile(
            "21 a tower of marks",
            "a" + String(repeating: "\u{301}", count: 9) + "z",
            "a" + String(repeating: "\u{301}", count: 4) + "⟦+5⟧z",
            "a" + String(repeating: "\u{301}", count: 4) + "�z"
        ),
        Hostile("22 a mark alone", "\u{301}z", "◌\u{301}z", "◌\u{301}z"),
        Hostile("22 a mark after a tab", "\t\u{301}z", "\t◌\u{301}z", " ◌\u{301}z"),
        Hostile("23 line separator", "a\u{2028}z", "a⟦U+2028⟧z", "a�z"),
        Hostile("23 paragraph separator", "a\u{2029}z", "a⟦U+2029⟧z", "a�z"),
        Hostile(
            "24 blanks that are letters",
            "\u{3164}\u{2800}\u{115F}\u{FFA0}z",
            "⟦U+3164⟧⟦U+2800⟧⟦U+115F⟧⟦U+FFA0⟧z",
            "����z"
        ),
        Hostile("25 private letters", "a\u{E000}\u{F8FF}\u{F0000}z", "a⟦U+E000⟧⟦U+F8FF⟧⟦U+F0000⟧z", "a���z"),
        Hostile("25 no characters", "a\u{FFFE}\u{FFFF}\u{1FFFE}z", "a⟦U+FFFE⟧⟦U+FFFF⟧⟦U+1FFFE⟧z", "a���z"),
        Hostile("25 not assigned", "a\u{378}\u{E0080}z", "a⟦U+0378⟧⟦U+E0080⟧z", "a��z"),
        Hostile("26 emoji in parts", "👩🏽‍⚕️🇬🇧1️⃣✔️z", "👩🏽‍⚕️🇬🇧1️⃣✔️z", "👩🏽‍⚕️🇬🇧1️⃣✔️z"),
        Hostile("26 a joiner with nothing to join", "👩\u{200D}z", "👩⟦U+200D⟧z", "👩�z"),
        Hostile("27 right to left", "שלום سلام z", "שלום سلام z", "שלום سلام z"),
        Hostile("28 wide letters", "混乱z", "混乱z", "混乱z"),
        Hostile("29 a look-alike", "\u{430}bc", "\u{430}bc", "\u{430}bc"),
        Hostile("30 two spellings", "\u{E9}e\u{301}", "\u{E9}e\u{301}", "\u{E9}e\u{301}"),
        Hostile("31 tabs", "\ta\t\tz", "\ta\t\tz", " a  z"),
    ]

    @Test(arguments: all) func onAStreamItIsNamed(_ hostile: Hostile) {
        #expect(Array(shown(hostile.text).utf8) == Array(hostile.shown.utf8), "\(shown(hostile.text))")
    }

    @Test(arguments: all) func inCellsSomethingStandsForIt(_ hostile: Hostile) {
        let cells = hostile.text.map { shownCluster($0).text }.joined()
        #expect(Array(cells.utf8) == Array(hostile.cells.utf8), "\(cells)")
    }

    @Test(arguments: all) func itsColumnsAreThoseOfItsCells(_ hostile: Hostile) {
        let width = hostile.text.reduce(0) { $0 + shownCluster($1).width }
        #expect(displayWidth(of: hostile.text) == width)
        // A reader who counts the cells one scalar at a time comes to the same, but for pictures of several scalars.
        guard !hostile.description.hasPrefix("26 emoji in parts") else { return }
        #expect(hostile.cells.unicodeScalars.reduce(0) { $0 + displayWidth(of: $1) } == width)
    }

    @Test(arguments: all) func whatWasNamedIsNotNamedAgain(_ hostile: Hostile) {
        let once = shown(hostile.text)
        #expect(Array(shown(once).utf8) == Array(once.utf8))
    }

    @Test(arguments: all) func onOneLineNoneBreaksIt(_ hostile: Hostile) {
        let line = shown("x" + hostile.text + "\n" + hostile.text, keepsLines: false)
        #expect(
            line.unicodeScalars.allSatisfy {
                ScalarClass($0) != .hidden || "\u{200D}\u{FE0F}".unicodeScalars.contains($0)
            }
        )
        #expect(line.contains("⟦U+000A⟧"))
    }
}
