// The smallest full-screen program, for the tests of the real terminal: it shows samples and every event it gets.
import Glibc
import Screen

/// What is left to show of earlier events.
var log: [String] = []

@MainActor func draw(_ terminal: CursesTerminal) {
    let (rows, columns) = terminal.size
    var surface = Surface(rows: rows, columns: columns)
    surface.put("probe \(columns)x\(rows) colours=\(terminal.colours)", row: 0, column: 0, style: Style(.bold))
    surface.put("naïve “日本語” 🏥 👩🏽‍⚕️ 🇬🇧 ✔️ e\u{301} \u{1FAE8} end|", row: 1, column: 0)
    surface.put("hue", row: 2, column: 0, style: Style(foreground: 180))
    surface.put("tint", row: 2, column: 4, style: Style(background: 236, .underline))
    surface.put("back", row: 2, column: 9, style: Style(.reverse))
    surface.put("\u{1B}[2J\u{1B}]0;title\u{7}\u{202E}txt\u{200B}\r\u{8}end|", row: 3, column: 0)
    surface.put(terminal.note ?? "known", row: 4, column: 0)
    for (number, line) in log.suffix(max(0, rows - 5)).enumerated() { surface.put(line, row: 5 + number, column: 0) }
    terminal.present(surface, cursor: CursorPlace(row: 2, column: 6))
}

/// Whether the program goes on.
@MainActor func answer(_ event: TerminalEvent, _ terminal: CursesTerminal) -> Bool {
    switch event {
    case .key(KeyPress("q")), .signal(.terminate), .signal(.hangUp): return false
    case .key(KeyPress("z", .control)), .signal(.suspend): terminal.suspend()
    case .key(KeyPress("!")): log[99] = "crash"
    case .key(KeyPress("#")):
        _ = unsafe write(STDOUT_FILENO, "\u{7}", 1)  // tells the test that the program hangs from now on
        while true { sleep(1) }
    case .key(KeyPress("e")):
        terminal.withHandedOver {
            print("handed over")
            _ = readLine()
        }
    default: break
    }
    log.append("\(event)")
    return true
}

do {
    let terminal = try CursesTerminal(CursesTerminal.Options(usesColours: unsafe getenv("NO_COLOR") == nil))
    var goesOn = true
    while goesOn {
        draw(terminal)
        for event in terminal.events() where goesOn { goesOn = answer(event, terminal) }
    }
    terminal.stop()
    print("bye")
} catch {
    print(error)
    exit(2)
}
