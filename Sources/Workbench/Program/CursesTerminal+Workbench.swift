// The real terminal as the workbench sees it.

import Screen

extension CursesTerminal: WorkbenchTerminal {
    func nextEvents(within limit: Duration?) -> [TerminalEvent] { events(timeout: limit) }
    func suspendProgram() { suspend() }
    func handOver(_ body: () throws -> Void) throws { try withHandedOver(body) }
    func forgetFrame() { redraw() }
}
