// Cues written as words, for tests.

@testable import Interchange

extension Cue.Line {
    init(voice: String?, text: String) { self.init(voice: voice, words: Array(text.utf8)[...]) }
}

extension CueMarks {
    static func line(_ raw: some StringProtocol) -> Cue.Line { line(Array(raw.utf8)[...]) }
}
