// The start of a line that may name a speaker. Knows one line at a time; whether it is a speaker is for the census.

/// A line that begins like `Name: text`, or that is `Name  1:23` as Otter writes it.
struct LabelCandidate: Equatable {
    /// The index of the line.
    var line: Int
    /// How many bytes of the line the label takes: blanks before, marks, name, colon, blanks after.
    var byteCount: Int
    /// The name without marks and colon, blanks squeezed, case as it stands.
    var name: String
    /// Whether Markdown marks make the label bold.
    var isBold: Bool
    /// Whether the colon is `：`.
    var isFullWidth: Bool
    /// Whether name and time have the line to themselves; what is said begins on the next one.
    var isOwnLine = false
    /// Whether the name stands in square brackets, without a colon.
    var isBracketed = false
    /// The time that stands with the name, as in `[00:01:23] Name:`, `Name (1:23):` or `Name: (1:23)`, in milliseconds.
    var begin: Int?

    /// The longest name, in Unicode scalars.
    static let nameLimit = 40
    /// How far into a line a label is looked for, in bytes.
    private static let reach = 240
    /// How much behind its colon is looked at, for marks, blanks and a time, in bytes.
    private static let behindColon = 40

    /// How many bytes go to the end of the first colon that can end a label; most lines have none, and cost no more.
    private static func colon(in utf8: ArraySlice<UInt8>) -> Int? {
        for index in utf8.indices {
            if utf8[index] == 0xEF, utf8[index...].starts(with: [0xEF, 0xBC, 0x9A]) {
                return index + 3 - utf8.startIndex
            }
            guard utf8[index] == 0x3A else { continue }
            let rest = utf8[(index + 1)...].drop { $0 == 0x2A || $0 == 0x5F }
            let next = rest.first ?? 0x20
            let isBlank =
                next < 0x80
                ? next <= 0x20
                : String(decoding: rest.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isWhitespace == true
            if isBlank { return index + 1 - utf8.startIndex }
        }
        return nil
    }

    /// A label that is told by coming back, not by a colon.
    init(line: Int, byteCount: Int, name: String, isOwnLine: Bool, isBracketed: Bool) {
        (self.line, self.byteCount, self.name) = (line, byteCount, name)
        (self.isOwnLine, self.isBracketed) = (isOwnLine, isBracketed)
        (isBold, isFullWidth) = (false, false)
    }

    /// Reads the label at the start of a line: up to the first colon that is followed by a blank, or a full-width colon; or
    /// the line as a whole, if it is a name and a time.
    init?(line: Int, in utf8: ArraySlice<UInt8>) {
        if let (name, begin, byteCount) = Self.nameAndTime(utf8) {
            self.line = line
            (self.name, self.begin, self.byteCount) = (name, begin, byteCount)
            (isBold, isFullWidth, isOwnLine) = (false, false, true)
            return
        }
        if let plain = Self.plain(utf8) {
            self.line = line
            (name, byteCount) = (plain.name, plain.byteCount)
            (isBold, isFullWidth) = (false, false)
            return
        }
        guard let reach = Self.colon(in: utf8.prefix(Self.reach)) else { return nil }
        var cut = utf8.prefix(reach + Self.behindColon)
        if cut.count < utf8.count { while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() } }
        let scalars = Array(String(decoding: cut, as: UTF8.self).unicodeScalars)
        var scanner = LabelScanner(scalars, isWhole: cut.count == utf8.count)
        guard let found = scanner.scan() else { return nil }
        self.line = line
        byteCount = scalars[..<found.end].reduce(0) { $0 + UTF8.width($1) }
        name = found.name
        isBold = found.isBold
        isFullWidth = found.isFullWidth
        begin = found.begin
    }

    /// The label of a line such as `Ann Smith: words`, which most lines with a label are; nothing for any other shape.
    private static func plain(_ utf8: ArraySlice<UInt8>) -> (name: String, byteCount: Int)? {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
        guard let first = utf8.first, isLetter(first) else { return nil }
        var index = utf8.startIndex
        while index < utf8.endIndex, index - utf8.startIndex < nameLimit, utf8[index] != 0x3A {
            let byte = utf8[index]
            // One blank between words; what stands before the colon touches it.
            let isInside = isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x27
            guard isInside || (byte == 0x20 && utf8[index - 1] != 0x20) else { return nil }
            index += 1
        }
        guard index + 2 < utf8.endIndex, utf8[index] == 0x3A, utf8[index - 1] != 0x20, utf8[index + 1] == 0x20,
            isLetter(utf8[index + 2])
        else { return nil }
        return (String(decoding: utf8[..<index], as: UTF8.self), index + 2 - utf8.startIndex)
    }

    /// The parts of `Jonas Rosland  0:22`: a name, two blanks or a tab, a time, and blanks at most.
    private static func nameAndTime(_ utf8: ArraySlice<UInt8>) -> (name: String, begin: Int, byteCount: Int)? {
        guard utf8.count <= 4 * nameLimit else { return nil }
        var rest = utf8
        while let last = rest.last, last == 0x20 || last == 0x09 { rest.removeLast() }
        let byteCount = rest.count
        guard let last = rest.last, (0x30...0x39).contains(last),
            let cut = rest.lastIndex(where: { $0 == 0x20 || $0 == 0x09 })
        else { return nil }
        let time = Substring(String(decoding: rest[(cut + 1)...], as: UTF8.self))
        let before = rest[..<cut]
        guard rest[cut] == 0x09 || before.last == 0x20 || before.last == 0x09, let begin = CueTime.milliseconds(time)
        else { return nil }
        let words = String(decoding: before, as: UTF8.self).split { $0 == " " || $0 == "\t" }
        let name = words.joined(separator: " ")
        guard name.unicodeScalars.count <= nameLimit, name.unicodeScalars.contains(where: \.properties.isAlphabetic)
        else { return nil }
        return (name, begin, byteCount)
    }
}

/// Walks over the scalars at the start of a line.
private struct LabelScanner {
    let scalars: [Unicode.Scalar]
    /// Whether the scalars are the whole line.
    let isWhole: Bool
    private var position = 0

    init(_ scalars: [Unicode.Scalar], isWhole: Bool) {
        self.scalars = scalars
        self.isWhole = isWhole
    }

    struct Found {
        var end: Int
        var name: String
        var isBold: Bool
        var isFullWidth: Bool
        var begin: Int?
    }

    mutating func scan() -> Found? {
        skipBlanks()
        skipLeadingMarks()
        let opening = countMarks()
        let nameStart = position
        guard let colon = findColon(from: nameStart) else { return nil }
        let rawName = scalars[nameStart..<colon]
        let closingBefore = rawName.reversed().prefix(while: { isMark($0) || isBlank($0) }).count { isMark($0) }
        position = colon + 1
        let closingAfter = countMarks()
        skipBlanks()
        guard let name = Self.name(from: rawName) else { return nil }
        return Found(
            end: position,
            name: name.text,
            isBold: opening >= 2 && max(closingBefore, closingAfter) >= 2,
            isFullWidth: scalars[colon] == "：",
            begin: name.begin ?? timeAhead()
        )
    }

    /// The time in brackets with which the speech begins; it stays part of the speech.
    private func timeAhead() -> Int? {
        guard position < scalars.count, scalars[position] == "(" || scalars[position] == "[" else { return nil }
        let inner = scalars[(position + 1)...].prefix(16).prefix { $0 != ")" && $0 != "]" }
        return Self.time(inner)
    }

    /// A time such as `1:23` or `[00:01:23]` in milliseconds.
    private static func time(_ word: some Collection<Unicode.Scalar>) -> Int? {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word.filter { !"[]()".unicodeScalars.contains($0) })
        return CueTime.milliseconds(Substring(String(view)))
    }

    /// The first colon that is followed by a blank, by marks and a blank, or by the end of the line; `：` needs nothing.
    private func findColon(from start: Int) -> Int? {
        for index in start..<min(scalars.count, start + LabelCandidate.nameLimit + 20) {
            switch scalars[index] {
            case "：":
                return index
            case ":":
                var next = index + 1
                while next < scalars.count, isMark(scalars[next]) { next += 1 }
                if next < scalars.count ? isBlank(scalars[next]) : isWhole { return index }
            case "\t":
                return nil
            default:
                continue
            }
        }
        return nil
    }

    /// The name inside what stands before the colon and the time beside it, or nothing when it cannot be a name.
    private static func name(from raw: ArraySlice<Unicode.Scalar>) -> (text: String, begin: Int?)? {
        var words = raw.split(whereSeparator: isBlank).map { Array($0) }
        while let last = words.last, last.allSatisfy(isMark) { words.removeLast() }
        guard var last = words.popLast() else { return nil }
        while let scalar = last.last, isMark(scalar) { last.removeLast() }
        words.append(last)
        var begin: Int?
        if words.count > 1, let time = time(words[0]) {
            begin = time
            words.removeFirst()
        } else if words.count > 1, let time = time(last) {
            begin = time
            words.removeLast()
        }
        let scalars = Array(words.joined(separator: [" "]))
        guard scalars.count <= LabelCandidate.nameLimit, scalars.contains(where: \.properties.isAlphabetic) else {
            return nil
        }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars)
        return (String(name), begin)
    }

    private mutating func skipBlanks() {
        while position < scalars.count, isBlank(scalars[position]) { position += 1 }
    }

    /// Skips what Markdown and numbered paragraphs put before a name: `###`, `>`, `-`, `12.`, `3)`.
    private mutating func skipLeadingMarks() {
        var ahead = position
        if ahead < scalars.count, scalars[ahead] == "#" {
            while ahead < scalars.count, scalars[ahead] == "#" { ahead += 1 }
        } else if ahead < scalars.count, scalars[ahead] == ">" || scalars[ahead] == "-" {
            ahead += 1
        } else {
            while ahead < scalars.count, ("0"..."9").contains(scalars[ahead]), ahead - position < 5 { ahead += 1 }
            if ahead > position, ahead < scalars.count, scalars[ahead] == "." || scalars[ahead] == ")" { ahead += 1 }
        }
        guard ahead > position, ahead < scalars.count, isBlank(scalars[ahead]) else { return }
        position = ahead
        skipBlanks()
    }

    /// Passes `*` and `_` and says how many there were.
    private mutating func countMarks() -> Int {
        let start = position
        while position < scalars.count, isMark(scalars[position]) { position += 1 }
        return position - start
    }
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "*" || scalar == "_" }

/// Whether a scalar is a blank inside a line.
private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    // Looking the properties up takes as long as all the rest for ASCII.
    scalar.value < 0x80
        ? scalar.value == 0x20 || (scalar.value > 8 && scalar.value < 14 && scalar != "\n")
        : scalar.properties.isWhitespace
}
