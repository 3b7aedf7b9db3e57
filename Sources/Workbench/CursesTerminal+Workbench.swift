// The real terminal as the workbench sees it.

import Screen

extension CursesTerminal: WorkbenchTerminal {
    func nextEvents() -> [TerminalEvent] { events() }
    func suspendProgram() { suspend() }
    func forgetFrame() { redraw() }
}
