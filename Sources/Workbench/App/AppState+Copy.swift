// Copying words with where they stand. The words go where the preferences say; the edge takes them there.

import CodingCore

extension AppState {
    /// Copies the words of the selection, or of the coding in focus, with where they stand.
    func copyWords() -> [Effect] {
        guard let screen = coding, let span = screen.selectedSpan ?? screen.focus?.span else { return [] }
        return [
            .copy(
                citation(of: screen.transcript.text.string(in: span), at: locator(of: span)),
                notice: "copied \(locator(of: span))"
            )
        ]
    }

    /// Words as they are quoted: in quotation marks, with their place after them.
    func citation(of words: String, at place: String) -> String { "“\(words.trimmingBlanks)” (\(place))" }
}
