// The value of each key of a log line, as typed as it can be. Format: docs/FORMAT.md, "A log line". Knows no files.

import CodingCore

extension LogLineReader {
    /// Reads the value of a key into the field that it is for.
    mutating func read(
        _ key: LogKey,
        into fields: inout LogFields,
        _ cursor: inout JSONCursor
    ) throws(JSONTrouble) {
        switch key {
        case .v: fields.version = try cursor.integer()
        case .id: fields.id = try identifier(&cursor, key)
        case .op: fields.operation = LogFields.Operation(try text(&cursor))
        case .by: fields.by = try Self.recent(&cursor, &coders, key, "a coder's id") { CoderID($0) }
        case .at: fields.at = try moment(&cursor)
        case .act: fields.act = try identifier(&cursor, key)
        case .logs: fields.logs = try cursor.integer()
        case .ops:
            _ = cursor.peek()
            fields.nested = cursor.position
            try cursor.skipNest()
        case .on: fields.on = try identifier(&cursor, key)
        case .prev: fields.prev = try replaced(&cursor)
        case .from: fields.from = try identifier(&cursor, key)
        case .how: fields.how = try text(&cursor)
        case .undo: fields.undo = try identifier(&cursor, key)
        case .doc: fields.document = try identifier(&cursor, key)
        case .text:
            fields.text = try Self.recent(&cursor, &versions, key, "16 hexadecimal digits") { VersionTag($0) }
        case .start: fields.start = try cursor.integer()
        case .end: fields.end = try cursor.integer()
        case .quote: fields.quote = try text(&cursor)
        case .qh: fields.quoteHash = try text(&cursor)
        case .before: fields.before = try text(&cursor)
        case .after: fields.after = try text(&cursor)
        case .code: fields.code = try Self.recent(&cursor, &codes, key, "a code's id") { CodeID($0) }
        case .rule: fields.rule = try text(&cursor)
        case .memo: fields.memo = try text(&cursor)
        case .star: fields.star = try cursor.integer()
        case .doubt: fields.doubt = try cursor.bool()
        case .docs: fields.documents = try identifiers(&cursor, key)
        case .ids: fields.operations = try identifiers(&cursor, key)
        case .texts:
            fields.versions = try Self.list(&cursor) { cursor throws(JSONTrouble) in
                let text = try cursor.text(try cursor.string())
                guard text.utf8.count == 64, VersionTag(text) != nil else { throw Self.wrong(key, "a list of SHA-256") }
                return text
            }
        }
    }

    @inline(__always)
    private func text(_ cursor: inout JSONCursor) throws(JSONTrouble) -> String {
        try cursor.text(try cursor.string())
    }

    /// Reads a value through the memory of those read before; a static function, so that the memory alone is borrowed.
    @inline(__always)
    private static func recent<Value>(
        _ cursor: inout JSONCursor,
        _ memory: inout RecentValues<Value>,
        _ key: LogKey,
        _ expected: String,
        make: (String) -> Value?
    ) throws(JSONTrouble) -> Value {
        let token = try cursor.string()
        var place = 0
        if !token.isEscaped, let value = memory.value(of: cursor.bytes, token.range, place: &place) { return value }
        guard let value = make(try cursor.text(token)) else { throw wrong(key, expected) }
        if !token.isEscaped { memory.keep(value, of: token.range, in: cursor.bytes, at: place) }
        return value
    }

    private func identifier(_ cursor: inout JSONCursor, _ key: LogKey) throws(JSONTrouble) -> Identifier {
        let token = try cursor.string()
        if !token.isEscaped, let identifier = Identifier(bytes, token.range) { return identifier }
        guard let identifier = Identifier(try cursor.text(token)) else { throw Self.wrong(key, "a UUID") }
        return identifier
    }

    private mutating func moment(_ cursor: inout JSONCursor) throws(JSONTrouble) -> Moment {
        let token = try cursor.string()
        let start = token.range.lowerBound
        // `2026-11-22T10:14:03Z`: the day is looked up, the time of day is summed.
        if token.range.count == 20, !token.isEscaped, let second = Self.secondOfDay(bytes, from: start + 10) {
            var place = 0
            if let day = days.value(of: bytes, start..<(start + 10), place: &place) {
                return Moment(secondsSince1970: day + second)
            }
            if let moment = Moment(String(decoding: bytes[token.range], as: UTF8.self)) {
                days.keep(moment.secondsSince1970 - second, of: start..<(start + 10), in: bytes, at: place)
            }
        }
        guard let moment = Moment(try cursor.text(token)) else {
            throw Self.wrong(.at, "a time such as 2026-11-22T10:14:03Z")
        }
        return moment
    }

    /// The second that `T10:14:03Z` names; nothing for other text.
    private static func secondOfDay(_ bytes: [UInt8], from start: Int) -> Int64? {
        func pair(_ offset: Int, _ limit: Int64) -> Int64? {
            let tens = bytes[start + offset] &- 0x30
            let ones = bytes[start + offset + 1] &- 0x30
            let value = Int64(tens) * 10 + Int64(ones)
            return tens < 10 && ones < 10 && value < limit ? value : nil
        }
        guard bytes[start] == 0x54, bytes[start + 3] == 0x3A, bytes[start + 6] == 0x3A, bytes[start + 9] == 0x5A,
            let hour = pair(1, 24), let minute = pair(4, 60), let second = pair(7, 61)
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    private mutating func replaced(_ cursor: inout JSONCursor) throws(JSONTrouble) -> [CodingField: [Identifier]] {
        try cursor.require(UInt8(ascii: "{"))
        var replaced: [CodingField: [Identifier]] = [:]
        if cursor.take(UInt8(ascii: "}")) { return replaced }
        var names: Set<[UInt8]> = []
        repeat {
            let name = try text(&cursor)
            guard names.insert(Array(name.utf8)).inserted else { throw JSONCursor.duplicate(name) }
            try cursor.require(UInt8(ascii: ":"))
            guard let field = CodingField(rawValue: name) else {
                _ = try cursor.value(depth: 2)
                remark(unknownKey: name)
                continue
            }
            replaced[field] = try identifiers(&cursor, .prev)
        } while cursor.take(UInt8(ascii: ","))
        try cursor.require(UInt8(ascii: "}"))
        return replaced
    }

    private func identifiers(_ cursor: inout JSONCursor, _ key: LogKey) throws(JSONTrouble) -> [Identifier] {
        try Self.list(&cursor) { cursor throws(JSONTrouble) in try identifier(&cursor, key) }
    }

    /// Reads an array whose elements are read one by one.
    private static func list<Element>(
        _ cursor: inout JSONCursor,
        _ element: (inout JSONCursor) throws(JSONTrouble) -> Element
    ) throws(JSONTrouble) -> [Element] {
        try cursor.require(UInt8(ascii: "["))
        var elements: [Element] = []
        if cursor.take(UInt8(ascii: "]")) { return elements }
        repeat { elements.append(try element(&cursor)) } while cursor.take(UInt8(ascii: ","))
        try cursor.require(UInt8(ascii: "]"))
        return elements
    }

    private static func wrong(_ key: LogKey, _ expected: String) -> JSONTrouble {
        .refused("has a “\(key.name)” that is not \(expected).")
    }
}

extension Identifier {
    /// Reads 8-4-4-4-12 hexadecimal digits; nothing for other text.
    fileprivate init?(_ bytes: [UInt8], _ range: Range<Int>) {
        guard range.count == 36 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for offset in 0..<36 {
            let byte = bytes[range.lowerBound + offset]
            if offset == 8 || offset == 13 || offset == 18 || offset == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte &- 0x30
            case 0x61...0x66: digit = byte &- 0x57
            case 0x41...0x46: digit = byte &- 0x37
            default: return nil
            }
            if offset < 18 { high = high << 4 | UInt64(digit) } else { low = low << 4 | UInt64(digit) }
        }
        self.init(high: high, low: low)
    }
}
