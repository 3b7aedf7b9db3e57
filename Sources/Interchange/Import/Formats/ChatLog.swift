// Chats as meeting programs and messengers save them: a stamp, a name, a message that may go on over lines. Pure.

import CodingCore

/// The messages of a chat, one turn each.
struct ChatLog {
    private(set) var structured = StructuredText(CanonicalText(""))

    /// The start of a message.
    private struct Head {
        /// The day as it stands, empty where the chat has none.
        var day: String
        /// Milliseconds of the clock.
        var time: Int
        var name: String
        var words: Substring
    }

    /// Whether a text begins as a chat: of its first lines that are not blank at least three begin a message, and most do.
    static func announces(_ head: some StringProtocol) -> Bool {
        let lines = head.split(separator: "\n").prefix(12).map { Substring($0) }
            .filter { !$0.allSatisfy(\.isWhitespace) }
        let messages = lines.count { Self.head($0) != nil }
        return messages >= 3 && messages * 2 > lines.count && lines.first.map { Self.head($0) != nil } == true
    }

    /// Reads a chat; nothing is refused: a line without a stamp belongs to the message before.
    init(_ text: CanonicalText) {
        var utf8: [UInt8] = []
        var begins: [Int: Int] = [:]
        var day = ""
        var first: Int?
        var messages = 0
        var names: Set<String> = []
        for line in String(decoding: text.utf8, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        {
            guard let head = Self.head(line) else {
                guard !line.allSatisfy(\.isWhitespace) else { continue }
                utf8.append(contentsOf: "\n\(line)".utf8)
                continue
            }
            if head.day != day {
                if !utf8.isEmpty { utf8.append(contentsOf: "\n\n".utf8) }
                utf8.append(contentsOf: "[\(head.day)]".utf8)
                day = head.day
                first = nil
            }
            if !utf8.isEmpty { utf8.append(contentsOf: "\n\n".utf8) }
            let isOffset = head.day.isEmpty
            if first == nil { first = isOffset ? 0 : head.time }
            begins[utf8.count] = max(0, head.time - (first ?? 0))
            utf8.append(contentsOf: "\(head.name): \(head.words)".utf8)
            messages += 1
            names.insert(head.name)
        }
        utf8.append(0x0A)
        structured = StructuredText(CanonicalText(String(decoding: utf8, as: UTF8.self)))
        structured.begins = begins
        structured.names = names.sorted()
        structured.remarks = ["Read as a chat of \(counted(messages, "message")): each message is a turn."]
    }

    // MARK: Heads

    private static func head(_ line: Substring) -> Head? { tabbed(line) ?? zoom(line) ?? messenger(line) }

    /// `00:06:15<TAB>Name:<TAB>text`.
    private static func tabbed(_ line: Substring) -> Head? {
        let cells = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
        guard cells.count >= 2, let time = CueTime.milliseconds(cells[0]), let name = name(cells[1]) else { return nil }
        return Head(day: "", time: time, name: name, words: cells.count > 2 ? cells[2] : "")
    }

    /// `10:04:15 From Name to Everyone: text`, as Zoom saves it.
    private static func zoom(_ line: Substring) -> Head? {
        let parts = line.split(maxSplits: 2, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
        guard parts.count == 3, parts[1].lowercased() == "from", let time = CueTime.milliseconds(parts[0]),
            let colon = parts[2].firstIndex(of: ":")
        else { return nil }
        var who = parts[2][..<colon]
        for word in [" to ", " To "] {
            if let to = who.firstRange(of: word) { who = who[..<to.lowerBound] }
        }
        guard let name = name(who + ":") else { return nil }
        return Head(
            day: "",
            time: time,
            name: name,
            words: parts[2][parts[2].index(after: colon)...].drop { $0 == " " }
        )
    }

    /// `12/03/2020, 10:04 - Name: text` and `[12/03/2020, 10:04:15] Name: text`, as WhatsApp saves them.
    private static func messenger(_ line: Substring) -> Head? {
        var rest = line.drop { $0 == "[" || $0 == "\u{200E}" || $0 == "\u{200F}" }
        guard let comma = rest.prefix(12).firstIndex(of: ",") else { return nil }
        let day = rest[..<comma]
        guard day.count >= 6, day.allSatisfy({ $0.isNumber || $0 == "/" || $0 == "." || $0 == "-" }),
            day.contains(where: { !$0.isNumber })
        else { return nil }
        rest = rest[rest.index(after: comma)...].drop { $0.isWhitespace }
        let clock = rest.prefix { $0.isNumber || $0 == ":" }
        guard let time = clockTime(clock) else { return nil }
        rest = rest[clock.endIndex...].drop { $0.isWhitespace }
        var hours = 0
        let half = rest.prefix(4).lowercased()
        for (word, shift) in [("am", 0), ("pm", 12)] where half.hasPrefix(word) {
            rest = rest.dropFirst(2)
            let isTwelve = time / 3_600_000 == 12
            hours = isTwelve ? (shift == 0 ? -12 : 0) : shift
        }
        rest = rest.drop { $0.isWhitespace || $0 == "]" || $0 == "-" || $0 == "–" || $0 == "\u{200E}" }
        guard let colon = rest.prefix(60).firstIndex(of: ":"), let name = name(rest[...colon]) else { return nil }
        let words = rest[rest.index(after: colon)...].drop { $0 == " " }
        return Head(day: String(day), time: time + hours * 3_600_000, name: name, words: words)
    }

    /// `10:04` and `10:04:15` of the day, in milliseconds.
    private static func clockTime(_ words: Substring) -> Int? {
        let parts = words.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard (2...3).contains(parts.count), let hour = parts[0], let minute = parts[1] else { return nil }
        let second = parts.count == 3 ? parts[2] : 0
        guard let second, (0...24).contains(hour), (0..<60).contains(minute), (0...60).contains(second) else {
            return nil
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000
    }

    /// A name that ends in a colon, without it.
    private static func name(_ words: Substring) -> String? {
        let squeezed = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard squeezed.hasSuffix(":") else { return nil }
        let name = squeezed.dropLast()
        guard !name.isEmpty, name.unicodeScalars.count <= LabelCandidate.nameLimit, !name.contains(":") else {
            return nil
        }
        return String(name)
    }
}
