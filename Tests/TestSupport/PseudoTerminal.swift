// A program under test on a pseudo-terminal, seen through a terminal emulator in this process. Nothing here sleeps for a
// fixed time: tests wait for what they want to see.
import CPseudoTerminal
import CVTerm
import Glibc
package import Screen

/// A running program and the screen it draws.
package final class PseudoTerminal {
    package private(set) var rows: Int
    package private(set) var columns: Int
    /// Every byte that the program has written.
    package private(set) var output: [UInt8] = []
    private var descriptor: Int32
    private let process: pid_t
    private var exitStatus: ExitStatus?
    private let emulator: Emulator

    /// Starts a program.
    /// - Parameters:
    ///   - arguments: the program and its arguments; without a slash it is looked for in the usual folders.
    ///   - environment: added to a small fixed environment with `TERM=xterm-256color`; empty values unset nothing.
    package init(
        _ arguments: [String],
        environment: [String: String] = [:],
        directory: String? = nil,
        rows: Int = 24,
        columns: Int = 80
    ) throws {
        (self.rows, self.columns) = (rows, columns)
        emulator = Emulator(rows: rows, columns: columns)
        var process: pid_t = 0
        var argv = arguments
        argv[0] = resolved(argv[0])
        let variables = childEnvironment(["TERM": "xterm-256color"].merging(environment) { $1 })
        descriptor = try unsafe withCStrings(argv) { argv in
            try unsafe withCStrings(variables) { envp in
                unsafe cpt_start_on_terminal(argv, envp, directory, Int32(rows), Int32(columns), &process)
            }
        }
        self.process = process
        guard descriptor >= 0 else { throw ProcessError(description: "cannot start \(arguments)") }
    }

    deinit {
        // A process number below 1 would mean every process there is.
        if process > 0, exitStatus == nil, ExitStatus(code: cpt_status(process)) == nil {
            kill(process, SIGKILL)
            while ExitStatus(code: cpt_status(process)) == nil { usleep(500) }
        }
        if descriptor >= 0 { close(descriptor) }
    }

    // MARK: Doing

    /// Sends text as if it were typed.
    package func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends a key.
    package func send(_ press: KeyPress) { send(press.bytes) }

    /// Sends keys by their names: `press("c", "Ctrl-D", "Enter")`.
    package func press(_ names: String...) {
        for name in names {
            guard let press = KeyPress(name: name) else { preconditionFailure("no key is called \(name)") }
            send(press)
        }
    }

    /// Sends bytes as they are.
    package func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe write(descriptor, Array(rest), rest.count)
            if count > 0 { rest.removeFirst(count) } else if errno == EAGAIN { pump() } else { return }
        }
    }

    /// Gives the terminal another size.
    package func resize(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        emulator.resize(rows: rows, columns: columns)
        _ = cpt_resize(descriptor, Int32(rows), Int32(columns))
    }

    /// Sends the program a signal, unless it is known to have ended: its number may be another's by then.
    package func signal(_ number: Int32) {
        if exitStatus == nil { kill(process, number) }
    }

    /// Takes the terminal away, as closing its window does.
    package func hangUp() {
        close(descriptor)
        descriptor = -1
    }

    // MARK: Waiting

    /// Reads what the program writes until the condition holds; false if it does not before the deadline.
    package func waitFor(deadline: Duration = .seconds(20), _ condition: (PseudoTerminal) -> Bool) -> Bool {
        let end = ContinuousClock.now + deadline
        while !condition(self) {
            if ContinuousClock.now > end || (exitStatus != nil && !pump()) { return condition(self) }
            pump()
            if exitStatus == nil { exitStatus = ExitStatus(code: cpt_status(process)) }
        }
        return true
    }

    /// Waits until the text is on the screen.
    package func waitFor(_ text: String) -> Bool { waitFor { $0.text.contains(text) } }

    /// Waits for the end of the program; nil if it does not end before the deadline.
    package func waitForExit(deadline: Duration = .seconds(20)) -> ExitStatus? {
        _ = waitFor(deadline: deadline) { $0.exitStatus != nil }
        while pump() {}
        return exitStatus
    }

    // MARK: Seeing

    /// All rows, without blanks at their ends.
    package var text: String { (0..<rows).map(line).joined(separator: "\n") }
    /// One row, without blanks at its end.
    package func line(_ row: Int) -> String {
        var (line, column) = ("", 0)
        while column < columns {
            let cell = cell(row, column)
            line += cell.text.isEmpty ? " " : cell.text
            column += max(1, cell.width)
        }
        while line.last == " " { line.removeLast() }
        return line
    }
    /// A cell as the emulator shows it.
    package func cell(_ row: Int, _ column: Int) -> SeenCell { emulator.cell(row, column) }
    /// Where the cursor lies; nil if it is hidden.
    package var cursor: CursorPlace? { emulator.cursor }
    /// Whether the program shows the alternate screen, as a full-screen program does while it runs.
    package var showsAlternateScreen: Bool { emulator.showsAlternateScreen }
    /// Whether the terminal gathers lines and echoes, as it was before the program.
    package var isCooked: Bool { cpt_is_cooked(descriptor) }

    /// Reads what there is, waiting a moment; false if there was nothing.
    @discardableResult
    private func pump() -> Bool {
        guard descriptor >= 0 else {
            usleep(500)
            return false
        }
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard unsafe poll(&polled, 1, 10) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = unsafe read(descriptor, &buffer, buffer.count)
        guard count > 0 else {
            usleep(500)  // the other end is closed: poll no longer waits
            return false
        }
        output += buffer[..<count]
        let answers = emulator.take(Array(buffer[..<count]))
        if !answers.isEmpty { send(answers) }
        return true
    }
}
