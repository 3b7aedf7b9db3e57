// The smallest full-screen program, for the tests of the real terminal: it shows samples and every event it gets.
// With a file as argument it shows the file's lines too, each cut at column 40 and closed with a bar.
import Glibc
import Screen

/// What is left to show of earlier events.
var log: [String] = []
let lines = CommandLine.arguments.dropFirst().first.map(linesOfFile) ?? []
var usesMouse = true

@MainActor func draw(_ terminal: CursesTerminal) {
    let (rows, columns) = terminal.size
    var surface = Surface(rows: rows, columns: columns)
    let head = "probe \(columns)x\(rows) colours=\(terminal.colours) utf8=\(terminal.isUTF8)"
    surface.put(head, row: 0, column: 0, style: Style(.bold))
    surface.put("naïve “日本語” 🏥 👩🏽‍⚕️ 🇬🇧 ✔️ e\u{301} \u{1FAE8} end|", row: 1, column: 0)
    surface.put("hue", row: 2, column: 0, style: Style(foreground: 180))
    surface.put("tint", row: 2, column: 4, style: Style(background: 236, .underline))
    surface.put("back", row: 2, column: 9, style: Style(.reverse))
    surface.put("\u{1B}[2J\u{1B}]0;title\u{7}\u{202E}txt\u{200B}\r\u{8}end|", row: 3, column: 0)
    surface.put(terminal.note ?? "known", row: 4, column: 0)
    for (number, line) in lines.enumerated() {
        surface.put(line, row: 5 + number, column: 0, limit: 40)
        surface.put("|", row: 5 + number, column: 40)
    }
    let free = max(0, rows - 5 - lines.count)
    for (number, line) in log.suffix(free).enumerated() { surface.put(line, row: rows - free + number, column: 0) }
    terminal.present(surface, cursor: CursorPlace(row: 2, column: 6))
}

/// The lines of a file, whatever its bytes are.
@MainActor func linesOfFile(_ path: String) -> [String] {
    let file = unsafe open(path, O_RDONLY)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = unsafe read(file, &buffer, buffer.count), count > 0 { bytes += buffer[..<count] }
    return bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
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
    case .key(KeyPress("w")):
        log.append("waiting")
        draw(terminal)
        log.append("waited for \(terminal.events(timeout: .milliseconds(400)))")
    case .key(KeyPress("y")): log.append("copying: \(terminal.copy("混é ☃\u{1B}]52;c;!\u{7}"))")
    case .key(KeyPress("Y")): log.append("copying: \(terminal.copy(String(repeating: "x", count: 75_000)))")
    case .key(KeyPress("m")):
        usesMouse.toggle()
        terminal.setMouse(usesMouse)
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
