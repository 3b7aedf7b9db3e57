// The real terminal: the only Swift file that draws through ncurses, reads keys and catches signals. On the main actor,
// because the terminal is one thing, and called from a plain loop on the main thread. Everything else of the program sees
// surfaces and events.
import CTerminal
import Glibc
import TextMetrics

/// The terminal that the program was started in, taken over until `stop`.
@MainActor package final class CursesTerminal: TerminalScreen {
    /// What the caller decides, from options and the environment.
    package struct Options: Hashable, Sendable {
        /// False for NO_COLOR: no colour is ever sent.
        package var usesColours: Bool
        package var usesMouse: Bool

        package init(usesColours: Bool = true, usesMouse: Bool = true) {
            self.usesColours = usesColours
            self.usesMouse = usesMouse
        }
    }

    /// How long Esc waits for the rest of a key, in milliseconds.
    private static let escapeDelay: Int32 = 25

    /// A sentence for the status line if the terminal had to be guessed, or cannot show all letters.
    package let note: String?
    /// Whether letters beyond ASCII can be shown. Where not, `Glyphs.ascii` is the set to draw with, and stand-ins are
    /// shown for everything else in the text.
    package let isUTF8: Bool
    private let signalDescriptor: Int32
    private var decoder = KeyDecoder()
    /// Events that came at a time when nobody could take them.
    private var kept: [TerminalEvent] = []

    /// Takes the terminal over.
    /// - Throws: `TerminalError` with a sentence for the user, the terminal untouched.
    package init(_ options: Options = Options()) throws(TerminalError) {
        let result = ct_start(ct_options(colours: options.usesColours, mouse: options.usesMouse))
        if let error = TerminalError(startResult: result, term: Self.termName) { throw error }
        isUTF8 = ct_is_utf8()
        note =
            result == CT_STARTED_AS_XTERM
            ? "TERM=\(Self.termName) is not known here: drawing as for xterm-256color."
            : isUTF8 ? nil : "The locale has no UTF-8: what is not ASCII has stand-ins; LC_ALL=C.UTF-8 shows it."
        signalDescriptor = ct_catch_signals()
    }

    package var size: (rows: Int, columns: Int) {
        var (rows, columns): (Int32, Int32) = (0, 0)
        unsafe ct_size(&rows, &columns)
        return (Int(rows), Int(columns))
    }

    /// The number of colours in use; 0 if none.
    package var colours: Int { Int(ct_colours()) }

    package func present(_ surface: Surface, cursor: CursorPlace?) {
        ct_erase()
        let colours = self.colours
        var (lastStyle, pair) = (Style.plain, Int32(0))
        for row in 0..<surface.rows {
            for column in 0..<surface.columns {
                let cell = surface[row, column]
                if cell.width == 0 || cell == .blank { continue }
                if cell.style != lastStyle {
                    lastStyle = cell.style
                    let (foreground, background) = ColourReduction.colours(of: lastStyle, available: colours)
                    pair = ct_pair(foreground, background)
                }
                draw(cell, row: Int32(row), column: Int32(column), pair: pair)
            }
        }
        if let cursor, surface.area.contains(row: cursor.row, column: cursor.column) {
            ct_cursor(Int32(cursor.row), Int32(cursor.column), true)
        } else {
            ct_cursor(0, 0, false)
        }
        ct_flush()
    }

    /// Waits until something happens and answers everything that has.
    /// - Parameters:
    ///   - timeout: the longest to wait; nil waits without end. The answer is empty if nothing happened.
    ///   - descriptor: a further descriptor to wait on; `.wake` tells that it can be read, and reading it is the caller's.
    package func events(timeout: Duration? = nil, descriptor: Int32? = nil) -> [TerminalEvent] {
        if !kept.isEmpty {
            defer { kept = [] }
            return kept
        }
        let ready = wait(milliseconds: timeout.map(Self.milliseconds) ?? -1, descriptor: descriptor)
        var events: [TerminalEvent] = []
        if ready.signal { events += takeSignals() }
        if ready.input { events += readKeys() }
        if ready.hangUp { events.append(.signal(.hangUp)) }
        if ready.descriptor { events.append(.wake) }
        return events
    }

    /// Stops the process as Ctrl-Z does in other programs, and takes the terminal over again when it goes on.
    package func suspend() {
        withHandedOver { ct_stop_process() }
    }

    /// Gives the terminal to another program for as long as `body` runs, for an editor or a pager.
    ///
    /// What the keys of the other program signal to us, such as its Ctrl-C, is dropped; requests to end are kept.
    package func withHandedOver<Result, Failure: Error>(
        _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        ct_suspend()
        defer {
            ct_resume()
            decoder = KeyDecoder()
            kept += takeSignals().filter { $0 == .signal(.terminate) || $0 == .signal(.hangUp) }
            let (rows, columns) = size
            kept.append(.resize(rows: rows, columns: columns))
        }
        return try body()
    }

    /// Has the terminal report its mouse, or leave it to the user for marking text; terminals without one ignore it.
    package func setMouse(_ isOn: Bool) { ct_mouse(isOn) }

    /// Has the next surface drawn in full, in case something else wrote to the terminal.
    package func redraw() { ct_redraw() }

    /// Gives the terminal back. Harmless if it was given back before.
    package func stop() { ct_stop() }

    private func draw(_ cell: Cell, row: Int32, column: Int32, pair: Int32) {
        let attributes = UInt32(cell.style.attributes.rawValue)
        let utf8 = cell.text.utf8
        if cell.width == 1, utf8.count == 1, let byte = utf8.first {
            var scalar = UInt32(byte)
            unsafe ct_put(row, column, &scalar, 1, 1, attributes, pair)
            return
        }
        var column = column
        let pieces = DrawnPiece.pieces(of: cell)
        for piece in isUTF8 ? pieces : pieces.flatMap(\.inASCII) {
            let attributes = piece.isStandIn ? attributes ^ UInt32(Style.Attributes.reverse.rawValue) : attributes
            unsafe ct_put(row, column, piece.scalars, piece.scalars.count, Int32(piece.columns), attributes, pair)
            column += Int32(piece.columns)
        }
    }

    /// What has something to tell.
    private struct Readiness {
        var input = false
        var hangUp = false
        var signal = false
        var descriptor = false
    }

    private func wait(milliseconds: Int32, descriptor: Int32?) -> Readiness {
        let wanted = Int16(POLLIN)
        var polled = [
            pollfd(fd: STDIN_FILENO, events: wanted, revents: 0),
            pollfd(fd: signalDescriptor, events: wanted, revents: 0),
            pollfd(fd: descriptor ?? -1, events: wanted, revents: 0),
        ]
        // A signal breaks the wait off; its byte is in the pipe then, so that the next try ends at once.
        while unsafe poll(&polled, nfds_t(polled.count), milliseconds) < 0, errno == EINTR {}
        let input = polled[0].revents
        return Readiness(
            input: input & wanted != 0,
            hangUp: input & wanted == 0 && input & Int16(POLLHUP | POLLERR | POLLNVAL) != 0,
            signal: polled[1].revents != 0,
            descriptor: polled[2].revents != 0
        )
    }

    private func readKeys() -> [TerminalEvent] {
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = unsafe read(STDIN_FILENO, &buffer, buffer.count)
        if count == 0 { return [.signal(.hangUp)] }
        var events = decoder.feed(buffer.prefix(max(0, count)))
        if decoder.isWaiting {
            var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            if unsafe poll(&polled, 1, Self.escapeDelay) == 1 { return events + readKeys() }
            events += decoder.flush()
        }
        return events
    }

    /// The caught signals; many changes of size are one.
    private func takeSignals() -> [TerminalEvent] {
        var (events, isResized) = ([TerminalEvent](), false)
        while case let number = ct_next_signal(), number != 0 {
            switch number {
            case SIGWINCH: isResized = true
            case SIGTERM: events.append(.signal(.terminate))
            case SIGHUP: events.append(.signal(.hangUp))
            case SIGINT: events.append(.signal(.interrupt))
            case SIGTSTP: events.append(.signal(.suspend))
            case SIGCONT:
                ct_retake()
                events.append(.signal(.resumed))
            default: break
            }
        }
        if isResized {
            ct_resized()
            let (rows, columns) = size
            events.append(.resize(rows: rows, columns: columns))
        }
        return events
    }

    private static func milliseconds(_ duration: Duration) -> Int32 {
        let (seconds, attoseconds) = duration.components
        let exact = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, exact))
    }

    private static var termName: String {
        guard let value = unsafe getenv("TERM") else { return "" }
        return shown(unsafe String(cString: value), keepsLines: false)
    }
}
