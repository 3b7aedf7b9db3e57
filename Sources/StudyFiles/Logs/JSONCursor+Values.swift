// Whole values: read into a tree with every rule checked, or stepped over. Knows no operations and no files.

extension JSONCursor {
    /// Steps over a word such as `null` if it comes next.
    @inline(__always)
    mutating func take(word: StaticString) -> Bool {
        guard word.utf8CodeUnitCount <= end - position, peek() == word.description.utf8.first else { return false }
        let length = word.utf8CodeUnitCount
        guard position + length <= end, bytes[position..<(position + length)].elementsEqual(word.description.utf8)
        else { return false }
        move(to: position + length)
        return true
    }

    /// Steps over `true` or `false`.
    mutating func bool() throws(JSONTrouble) -> Bool {
        if take(word: "true") { return true }
        if take(word: "false") { return false }
        throw unexpected("true or false should stand")
    }

    /// Reads any value.
    ///
    /// - Parameter depth: how many arrays and objects the value stands in.
    mutating func value(depth: Int) throws(JSONTrouble) -> JSONText {
        switch peek() {
        case UInt8(ascii: "{"): return try object(depth: depth + 1)
        case UInt8(ascii: "["): return try array(depth: depth + 1)
        case UInt8(ascii: "\""):
            let token = try string()
            return .string(try text(token))
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try bool())
        case UInt8(ascii: "n"):
            if take(word: "null") { return .null }
            throw unexpected("no value of JSON stands")
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONTrouble) -> JSONText {
        try requireShallow(depth)
        try require(UInt8(ascii: "{"))
        var members: [JSONText.Member] = []
        // As bytes: two spellings of one letter are two names.
        var names: Set<[UInt8]> = []
        if take(UInt8(ascii: "}")) { return .object([]) }
        repeat {
            let token = try string()
            let name = try text(token)
            guard names.insert(Array(name.utf8)).inserted else { throw Self.duplicate(name) }
            try require(UInt8(ascii: ":"))
            members.append(JSONText.Member(name, try value(depth: depth)))
        } while take(UInt8(ascii: ","))
        try require(UInt8(ascii: "}"))
        return .object(members)
    }

    private mutating func array(depth: Int) throws(JSONTrouble) -> JSONText {
        try requireShallow(depth)
        try require(UInt8(ascii: "["))
        var elements: [JSONText] = []
        if take(UInt8(ascii: "]")) { return .array([]) }
        repeat { elements.append(try value(depth: depth)) } while take(UInt8(ascii: ","))
        try require(UInt8(ascii: "]"))
        return .array(elements)
    }

    /// Steps over an array or object whose inside is read later: only quotes and brackets are looked at.
    mutating func skipNest() throws(JSONTrouble) {
        var depth = 0
        while position < end {
            switch peek() {
            case UInt8(ascii: "\""): _ = try string()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                try requireShallow(depth)
                move(to: position + 1)
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                move(to: position + 1)
            default: move(to: min(position + 1, end))
            }
            if depth <= 0 { return }
        }
        throw .refused("is not JSON: it ends within brackets.")
    }

    func requireShallow(_ depth: Int) throws(JSONTrouble) {
        guard depth <= Self.deepest else { throw .refused("is nested more than \(Self.deepest) levels deep.") }
    }

    static func duplicate(_ name: String) -> JSONTrouble {
        .refused("has the key “\(name.prefix(40))” twice, so it is not known which one is meant.")
    }
}

extension JSONText {
    /// Reads one JSON value that fills the bytes but for blanks.
    ///
    /// Refused besides what is not JSON: bytes that are not UTF-8, duplicate keys, lone surrogates, numbers beyond a
    /// double, nesting deeper than 64.
    package init(reading bytes: [UInt8]) throws(JSONTrouble) {
        guard isValidUTF8(bytes) else { throw .refused("is not UTF-8.") }
        var cursor = JSONCursor(bytes, bytes.indices)
        let value = try cursor.value(depth: 0)
        try cursor.requireEnd()
        self = value
    }
}

/// Whether bytes are UTF-8 throughout.
func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    do {
        _ = try UTF8Span(validating: bytes.span)
        return true
    } catch {
        return false
    }
}
