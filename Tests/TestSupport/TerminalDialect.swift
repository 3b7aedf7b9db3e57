// What the usual terminals understand, from their manuals and the terminal database; for tests of what they are sent.

/// A kind of terminal, by what may be sent to it.
package struct TerminalDialect: Sendable, CustomStringConvertible {
    package var description: String { name }
    /// The value of TERM.
    package let name: String
    /// The number of colours that the program may count on.
    package let colours: Int
    /// Private modes, as of `ESC [ ? 1049 h`.
    package let modes: Set<Int>
    /// The final characters of control sequences.
    package let finals: Set<Character>
    /// Sequences without parameters.
    package let escapes: Set<String>
    /// Commands: ncurses has terminals set their palette back on leaving, whether it was changed or not.
    package var commands: Set<String> = []
    /// Control characters.
    package let controls: Set<UInt8>
    /// Whether it reports pastes and the mouse when told to.
    package var reports: Bool { modes.contains(2004) }
    /// Whether it has a second screen for programs.
    package var hasSecondScreen: Bool { modes.contains(1049) }

    private static let motions: Set<UInt8> = [0x08, 0x09, 0x0A, 0x0D]
    private static let shifts: Set<UInt8> = motions.union([0x0E, 0x0F])
    private static let xtermModes: Set<Int> = [1, 7, 12, 25, 1000, 1002, 1006, 1049, 2004]
    private static let xtermFinals = Set("ABCDEFGHJKLMPXSTZ@dbcfghlmnrt")
    private static let sets: Set<String> = ["(B", ")0", "(0", "M", "7", "8", "=", ">"]

    /// VT100, by DEC's manual: no colours, one screen, no modes of xterm's, and nothing that it would show as text.
    package static let vt100 = TerminalDialect(
        name: "vt100",
        colours: 0,
        modes: [1, 7],
        finals: Set("ABCDHJKfghlmr"),
        escapes: sets,
        controls: shifts
    )
    /// The Linux console (console_codes(4)): 8 colours, one screen.
    package static let linux = TerminalDialect(
        name: "linux",
        colours: 8,
        modes: [1, 7, 25],
        finals: Set("ABCDEFGHJKLMPX@dcfghlmr"),
        escapes: sets,
        commands: ["R"],
        controls: shifts
    )
    package static let xterm = TerminalDialect(
        name: "xterm",
        colours: 8,
        modes: xtermModes,
        finals: xtermFinals,
        escapes: sets,
        controls: motions
    )
    package static let xterm256 = TerminalDialect(
        name: "xterm-256color",
        colours: 256,
        modes: xtermModes,
        finals: xtermFinals,
        escapes: sets,
        commands: ["104"],
        controls: motions
    )
    package static let screen256 = TerminalDialect(
        name: "screen-256color",
        colours: 256,
        modes: xtermModes.union([34]),
        finals: xtermFinals,
        escapes: sets,
        controls: shifts
    )
    package static let tmux256 = TerminalDialect(
        name: "tmux-256color",
        colours: 256,
        modes: xtermModes.union([34]),
        finals: xtermFinals,
        escapes: sets,
        controls: shifts
    )

    /// All of them.
    package static let all = [vt100, linux, xterm, xterm256, screen256, tmux256]

    /// Sentences about everything that was sent and that this terminal does not understand.
    package func faults(in pieces: [SentPiece]) -> [String] {
        pieces.compactMap { isUnderstood($0) ? nil : "\(name) does not understand \($0)" }
    }

    private func isUnderstood(_ piece: SentPiece) -> Bool {
        switch piece {
        case .text: true
        case .control(let byte): controls.contains(byte)
        case .controlSequence(_, let final):
            finals.contains(final) && modes.isSuperset(of: piece.privateModes) && (colours > 0 || !piece.setsColour)
        case .escape(let sequence): escapes.contains(sequence)
        case .operatingSystemCommand(let command): commands.contains(command)
        case .controlString, .broken: false
        }
    }
}
