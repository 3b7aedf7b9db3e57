// Finds marks in a text by a list of words in the languages met so far. Walks over the bytes once. Pure.

extension CanonicalText {
    /// The marks of the text in order: brackets whose words say that something was not heard, was a pause or a sound, or
    /// was taken out; and words of capital X, which stand for a name.
    package var speechMarks: [SpeechMark] {
        var finder = SpeechMarkFinder(utf8)
        return finder.marks()
    }
}

private struct SpeechMarkFinder {
    private let utf8: [UInt8]
    private var found: [SpeechMark] = []
    private var scalars = 0

    /// A longer bracket is speech, in bytes.
    private static let reach = 120

    init(_ utf8: [UInt8]) { self.utf8 = utf8 }

    mutating func marks() -> [SpeechMark] {
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            if byte == 0x5B || byte == 0x28, let end = closing(of: index) {
                if let kind = SpeechMarkWords.kind(of: utf8[(index + 1)..<end]) { add(kind, index, end + 1) }
            } else if byte == 0x58, let end = crosses(at: index) {
                add(.redaction, index, end)
                scalars += end - index
                index = end
                continue
            }
            if byte & 0xC0 != 0x80 { scalars += 1 }
            index += 1
        }
        return found
    }

    private mutating func add(_ kind: SpeechMark.Kind, _ start: Int, _ end: Int) {
        // A bracket inside a mark is part of it.
        if let last = found.last, last.span.end > scalars { return }
        let length = utf8[start..<end].count { $0 & 0xC0 != 0x80 }
        found.append(SpeechMark(kind: kind, span: TextSpan(scalars, scalars + length)))
    }

    /// The closing bracket on the same line, and near.
    private func closing(of open: Int) -> Int? {
        let close: UInt8 = utf8[open] == 0x5B ? 0x5D : 0x29
        var depth = 0
        for index in open..<min(utf8.count, open + Self.reach) {
            if utf8[index] == 0x0A { return nil }
            if utf8[index] == utf8[open] { depth += 1 }
            if utf8[index] == close {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// The end of a word of three or more capital X that begins here.
    private func crosses(at start: Int) -> Int? {
        var end = start
        while end < utf8.count, utf8[end] == 0x58 { end += 1 }
        func isWord(_ index: Int) -> Bool {
            guard utf8.indices.contains(index) else { return false }
            let byte = utf8[index] | 0x20
            return (0x61...0x7A).contains(byte) || utf8[index] >= 0x80 || (0x30...0x39).contains(utf8[index])
        }
        return end - start >= 3 && !isWord(start - 1) && !isWord(end) ? end : nil
    }
}

/// The words inside brackets that make a mark.
private enum SpeechMarkWords {
    /// The kind of mark that the words between two brackets make; nothing for an editor's addition or plain speech.
    static func kind(of inside: ArraySlice<UInt8>) -> SpeechMark.Kind? {
        guard inside.contains(where: { $0 != 0x20 && $0 != 0x28 }) else {
            return inside.count >= 3 && inside.allSatisfy({ $0 == 0x20 }) ? .gap : nil
        }
        let text = String(decoding: inside, as: UTF8.self).lowercased()
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard let word = words.first else { return signs(text) }
        if let number = timed(text, words) { return number }
        if let kind = first(word, words) { return kind }
        if words.count <= 4, let last = words.last, redacted.contains(last) { return .redaction }
        return nil
    }

    private static func first(_ word: String, _ words: [String]) -> SpeechMark.Kind? {
        if gaps.contains(word) || words.starts(with: ["not", "audible"]) { return .gap }
        if words.count > 5 { return nil }
        if pauses.contains(word) || (words.count > 1 && lengths.contains(word) && pauses.contains(words[1])) {
            return .pause
        }
        if sounds.contains(word) || (words.count > 1 && sounds.contains(words[1])) { return .sound }
        // `[name]`, `[Hospital 2]`, `[School B]`; not `[school bell]`.
        let isCounted = words.count == 2 && (words[1].count == 1 || words[1].allSatisfy(\.isNumber))
        return stands.contains(word) && (words.count == 1 || isCounted) ? .redaction : nil
    }

    /// `?`, `??`, `.`, `…`.
    private static func signs(_ text: String) -> SpeechMark.Kind? {
        if text.allSatisfy({ $0 == "?" }) { return .gap }
        return text.count <= 3 && text.allSatisfy({ $0 == "." || $0 == "…" || $0 == "-" }) && text != "…"
            && text != "..."
            ? .pause : nil
    }

    /// `0.7`, `3 secs`, `2s`: how long nobody spoke.
    private static func timed(_ text: String, _ words: [String]) -> SpeechMark.Kind? {
        guard text.first?.isNumber == true, text.utf8.count <= 12, !text.contains(":") else { return nil }
        let units: Set<String> = [
            "s", "sec", "secs", "second", "seconds", "sek", "sekunden", "segundos", "secondes", "secondi",
        ]
        if let last = words.last, units.contains(last) { return .pause }
        let isFraction = text.allSatisfy { $0.isNumber || $0 == "." } && text.contains(".")
        return isFraction ? .pause : nil
    }

    private static let gaps: Set<String> = [
        "inaudible", "unintelligible", "unclear", "indistinct", "unverständlich", "unv", "inaudível", "ininteligível",
        "inaudibile", "incomprensibile", "incompréhensible", "inintelligible", "ininteligible", "onverstaanbaar", "xxx",
        "ohörbart", "crosstalk",
        "overspeaking", "overtalking", "garbled", "聽不清", "听不清",
    ]

    private static let pauses: Set<String> = [
        "pause", "pauses", "pausing", "silence", "pausa", "stille", "schweigen", "silêncio", "silenzio", "silencio",
    ]

    private static let lengths: Set<String> = ["long", "short", "brief", "lange", "kurze", "longue", "petite", "longa"]

    private static let sounds: Set<String> = [
        "laugh", "laughs", "laughing", "laughter", "chuckle", "chuckles", "chuckling", "giggles", "giggling", "cough",
        "coughs", "coughing", "sigh", "sighs", "sighing", "cries", "crying", "sobs", "sobbing", "sniffs", "applause",
        "clapping", "claps",
        "phone", "telephone", "doorbell", "knock", "knocking", "rings", "ringing", "lacht", "lachen", "gelächter",
        "hustet", "husten", "seufzt", "beifall", "rire", "rires", "rit", "toux", "tousse", "soupir", "riso", "risos",
        "ri", "rindo",
        "ride", "ridono", "risate", "risas", "risa", "tosse", "tos", "suspiro", "笑", "笑聲", "笑声",
    ]

    private static let redacted: Set<String> = [
        "redacted", "removed", "anonymised", "anonymized", "deleted", "omitted", "withheld", "geschwärzt",
        "anonymisiert",
        "anonymisé", "anonimizado",
    ]

    /// Words that alone in brackets stand for what they name.
    private static let stands: Set<String> = [
        "name", "names", "surname", "place", "location", "town", "city", "organisation", "organization", "hospital",
        "school",
        "employer", "company", "date", "nome", "nom", "nombre", "ort",
    ]
}
