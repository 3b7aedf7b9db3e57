// The real terminal's clipboard.
import CTerminal

extension CursesTerminal: TerminalClipboard {
    package func copy(_ text: String) -> CopyOutcome {
        guard ct_takes_clipboard() else { return .unsupported }
        guard let bytes = ClipboardSequence.bytes(for: text) else {
            return .tooLong(limit: ClipboardSequence.textLimit)
        }
        unsafe ct_send(bytes, bytes.count)
        return .sent
    }
}
