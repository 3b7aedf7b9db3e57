// Tags and character references inside a cue. Source: WebVTT, section 6.4 (cue text tokenizer).

/// Takes the marks out of one line of a cue.
enum CueMarks {
    /// A tag longer than this is text; it also keeps a line of `<` from being searched again and again.
    private static let tagLimit = 200

    /// The words of a line and the voice that a `<v Name>` tag gives.
    static func line(_ raw: ArraySlice<UInt8>) -> Cue.Line {
        if raw.contains(where: { $0 == 0x3C || $0 == 0x26 }) {
            return line(marked: Substring(String(decoding: raw, as: UTF8.self)))
        }
        return Cue.Line(voice: nil, words: squeezed(raw))
    }

    /// Words without marks, with one blank between them; most lines are that already.
    private static func squeezed(_ raw: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var words = raw
        while let first = words.first, first == 0x20 || first == 0x09 { words.removeFirst() }
        while let last = words.last, last == 0x20 || last == 0x09 { words.removeLast() }
        var wasBlank = false
        let isPlain = words.allSatisfy { byte in
            defer { wasBlank = byte == 0x20 }
            return byte != 0x09 && !(byte == 0x20 && wasBlank)
        }
        return isPlain ? words : Array(words.split { $0 == 0x20 || $0 == 0x09 }.joined(separator: [0x20]))[...]
    }

    private static func line(marked raw: Substring) -> Cue.Line {
        var text = ""
        var voice: String?
        var rest = raw
        while let character = rest.first {
            if character == "<", let end = rest.prefix(tagLimit).firstIndex(of: ">"), isTag(rest[..<end].dropFirst()) {
                let tag = rest[..<end].dropFirst()
                if let name = self.voice(in: tag) { voice = voice ?? name }
                rest = rest[rest.index(after: end)...]
            } else if character == "&", let (decoded, length) = reference(rest) {
                text += decoded
                rest = rest.dropFirst(length)
            } else {
                text.append(character)
                rest = rest.dropFirst()
            }
        }
        return Cue.Line(voice: voice, words: Array(squeezed(text).utf8)[...])
    }

    /// The name in `v Name` or `v.loud Name`.
    private static func voice(in tag: Substring) -> String? {
        guard tag.hasPrefix("v ") || tag.hasPrefix("v."), let blank = tag.firstIndex(where: \.isWhitespace) else {
            return nil
        }
        let name = squeezed(String(tag[blank...]))
        return name.isEmpty ? nil : name
    }

    /// Whether what stands between `<` and `>` is a tag of a caption format, and not words such as `<laughs>`.
    private static func isTag(_ inner: Substring) -> Bool {
        let name = inner.drop { $0 == "/" }.prefix { $0 != " " && $0 != "." && $0 != "\t" }.lowercased()
        return ["v", "c", "i", "b", "u", "ruby", "rt", "lang", "font", "s"].contains(name)
            || CueTime.milliseconds(inner) != nil
    }

    private static func reference(_ text: Substring) -> (String, Int)? {
        guard let end = text.prefix(8).firstIndex(of: ";") else { return nil }
        let name = String(text[..<end].dropFirst())
        guard let decoded = references[name] else { return nil }
        return (decoded, name.count + 2)
    }

    private static let references = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'", "nbsp": "\u{A0}", "lrm": "\u{200E}",
        "rlm": "\u{200F}",
    ]

    /// Words with one blank between them; no-break spaces stay.
    private static func squeezed(_ text: String) -> String {
        text.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    }
}
