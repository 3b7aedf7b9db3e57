// The tests' own ear has to be good: what programs send is taken apart rightly.
import TestSupport
import Testing

@Suite struct SentBytesTests {
    @Test(
        arguments: [
            ("ab", [.text(Array("ab".utf8))]), ("混", [.text(Array("混".utf8))]), ("", []),
            ("\u{1B}[1;38;5;180mx", [.controlSequence(parameters: "1;38;5;180", final: "m"), .text([0x78])]),
            ("\u{1B}[?2004h\r", [.controlSequence(parameters: "?2004", final: "h"), .control(13)]),
            ("\u{1B}(B\u{1B}=", [.escape("(B"), .escape("=")]),
            (
                "\u{1B}]0;t\u{7}\u{1B}]52;c;YQ==\u{1B}\\z",
                [
                    .operatingSystemCommand("0;t"), .operatingSystemCommand("52;c;YQ=="), .text([0x7A]),
                ]
            ),
            ("\u{1B}Pq\u{1B}\\", [.controlString("q")]), ("\u{0}\u{7F}", [.control(0), .control(127)]),
            ("\u{1B}[1;", [.broken(Array("\u{1B}[1;".utf8))]), ("\u{1B}]0;x", [.broken(Array("\u{1B}]0;x".utf8))]),
            ("\u{1B}", [.broken([0x1B])]), ("\u{1B}]Rx", [.operatingSystemCommand("R"), .text([0x78])]),
        ] as [(String, [SentPiece])]
    )
    func bytesAreTakenApart(_ sent: String, _ pieces: [SentPiece]) {
        #expect(sentPieces(Array(sent.utf8)) == pieces)
    }

    @Test(arguments: [
        ("\u{1B}[m", false), ("\u{1B}[1;4;7m", false), ("\u{1B}[31m", true), ("\u{1B}[1;97m", true),
        ("\u{1B}[39;49m", true), ("\u{1B}[38;5;9m", true), ("\u{1B}[31H", false), ("\u{1B}[>4;31m", false),
    ])
    func coloursAreHeard(_ sent: String, _ setsColour: Bool) {
        #expect(sentPieces(Array(sent.utf8)).contains { $0.setsColour } == setsColour)
    }

    @Test func everyDialectHasFaultsToFind() {
        let pieces = sentPieces(Array("\u{1B}[?2004h\u{1B}[31m\u{1B}]0;x\u{7}\u{0}\u{1B}[?1049h".utf8))
        #expect(TerminalDialect.vt100.faults(in: pieces).count == 5)
        #expect(TerminalDialect.linux.faults(in: pieces).count == 4)
        #expect(TerminalDialect.xterm.faults(in: pieces).count == 2)
        #expect(TerminalDialect.vt100.faults(in: sentPieces(Array("ab\u{1B}[1;1H\u{1B}[m\u{F}".utf8))).isEmpty)
    }
}
