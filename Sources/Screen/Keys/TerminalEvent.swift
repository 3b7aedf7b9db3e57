// What a terminal tells the program.

/// Something that happened at the terminal.
package enum TerminalEvent: Hashable, Sendable {
    case key(KeyPress)
    /// Text that was pasted, with line feeds at its line ends. It is data: no key in it is a command.
    case paste(String)
    case mouse(MouseEvent)
    /// The terminal has a new size.
    case resize(rows: Int, columns: Int)
    case signal(TerminalSignal)
    /// The further descriptor that was waited on can be read.
    case wake
}

/// A mouse button going down or up, the mouse moving with a button down, or the wheel turning.
package struct MouseEvent: Hashable, Sendable {
    package enum Action: Hashable, Sendable {
        case press, drag, release, wheelUp, wheelDown
    }
    package enum Button: Hashable, Sendable {
        case left, middle, right
    }

    package var action: Action
    /// The left one for the wheel.
    package var button: Button
    /// From 0 at the top left.
    package var row: Int
    package var column: Int
    package var modifiers: KeyModifiers

    package init(
        _ action: Action,
        button: Button = .left,
        row: Int,
        column: Int,
        modifiers: KeyModifiers = []
    ) {
        self.action = action
        self.button = button
        self.row = row
        self.column = column
        self.modifiers = modifiers
    }
}

/// A signal of the system that the program has to answer.
package enum TerminalSignal: Hashable, Sendable {
    /// Save and leave.
    case terminate
    /// Save and leave; the terminal is gone.
    case hangUp
    /// Ctrl-C from outside; the key itself comes as a key.
    case interrupt
    /// Stop, as for Ctrl-Z: call `suspend`.
    case suspend
    /// The program was stopped and goes on; draw everything again.
    case resumed
}
