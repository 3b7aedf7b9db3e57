// Reads the lines of a log straight from bytes: keys in any order, unknown ones stepped over. Numbers and keys in a
// spelling that Gloss never writes take a slower way round. Format: docs/FORMAT.md, "A log line". Knows no files.

package import CodingCore

/// A reader of log lines that lie in one array of bytes.
package struct LogLineReader {
    let bytes: [UInt8]
    let keys = LogKeyTable()
    var codes = RecentValues<CodeID>()
    var coders = RecentValues<CoderID>()
    var versions = RecentValues<VersionTag>()
    /// The first second of days, by their ten letters.
    var days = RecentValues<Int64>()

    /// The problems of the line read last that did not keep it from being taken.
    package private(set) var remarks: [LogLineProblem] = []

    /// Makes a reader.
    ///
    /// - Parameter bytes: where the lines lie; `read` looks only at those that are asked for.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads one line that is an array of its own.
    ///
    /// - Throws: why the line is not taken.
    package static func read(line: [UInt8]) throws(LogLineProblem) -> LogLine {
        var reader = LogLineReader(line)
        return try reader.read(line.indices)
    }

    /// Reads the line in a range of the bytes, with or without its LF or CR LF.
    ///
    /// - Parameter isUTF8: whether the bytes are known to be UTF-8, which saves a look.
    /// - Throws: why the line is not taken.
    package mutating func read(_ range: Range<Int>, isUTF8: Bool = false) throws(LogLineProblem) -> LogLine {
        remarks.removeAll(keepingCapacity: true)
        if let marker = conflictMarker(range) { throw marker }
        guard isUTF8 || isValidUTF8(Array(bytes[range])) else {
            throw LogLineProblem(kind: .notJSON, sentence: "is not UTF-8.")
        }
        do throws(Trouble) {
            return try line(range)
        } catch {
            switch error {
            case .json(.unusualSpelling):
                do throws(LogLineProblem) { return try respelled(range) } catch { throw newerFormat(range) ?? error }
            case .json(.refused(let sentence)):
                throw newerFormat(range) ?? LogLineProblem(kind: .notJSON, sentence: sentence)
            case .line(let problem): throw newerFormat(range) ?? problem
            }
        }
    }

    /// The problem of a line that says to be of a newer format, whatever else in it is not what this one expects.
    private func newerFormat(_ range: Range<Int>) -> LogLineProblem? {
        guard let version = (try? JSONText(reading: Array(bytes[range])))?["v"]?.integer, version > 1 else {
            return nil
        }
        return LogFields.otherVersion(version)
    }

    /// The line, when it is read in full by the strict reader of any JSON, and written again as Gloss would.
    private mutating func respelled(_ range: Range<Int>) throws(LogLineProblem) -> LogLine {
        let spelled: [UInt8]
        do throws(JSONTrouble) {
            spelled = try JSONText(reading: Array(bytes[range])).respelled.bytes
        } catch {
            throw LogLineProblem(kind: .notJSON, sentence: error.sentence)
        }
        var reader = LogLineReader(spelled)
        defer { remarks = reader.remarks }
        do throws(Trouble) {
            return try reader.line(spelled.indices)
        } catch {
            switch error {
            case .json(.unusualSpelling):
                throw LogFields.problem("has a number of a size or kind that cannot stand there.")
            case .json(.refused(let sentence)): throw LogLineProblem(kind: .notJSON, sentence: sentence)
            case .line(let problem): throw problem
            }
        }
    }

    private func conflictMarker(_ range: Range<Int>) -> LogLineProblem? {
        guard range.count >= 7, let first = bytes[range].first, first != UInt8(ascii: "{"),
            ["<", "=", ">", "|"].contains(Character(Unicode.Scalar(first))),
            bytes[range].prefix(7).allSatisfy({ $0 == first })
        else { return nil }
        return LogLineProblem(
            kind: .conflictMarker,
            sentence: "is a mark of an unfinished merge. The lines on both sides were taken; delete the mark."
        )
    }
}

// MARK: Lines

extension LogLineReader {
    /// What stops a line: its JSON or its meaning.
    private enum Trouble: Error {
        case json(JSONTrouble)
        case line(LogLineProblem)
    }

    private mutating func line(_ range: Range<Int>) throws(Trouble) -> LogLine {
        var cursor = JSONCursor(bytes, range)
        let fields = try object(&cursor, depth: 1)
        do throws(JSONTrouble) { try cursor.requireEnd() } catch { throw .json(error) }
        do throws(LogLineProblem) {
            guard let version = fields.version else { throw fields.missingVersion }
            guard version == 1 else { throw LogFields.otherVersion(version) }
            guard fields.operation == .batch else {
                let operation = try fields.operation(inheriting: nil)
                remark(operation.body)
                var line = LogLine(operation)
                line.logs = try fields.checkedLogs()
                return line
            }
        } catch {
            throw .line(error)
        }
        return try batch(fields, in: range)
    }

    private mutating func batch(_ fields: LogFields, in range: Range<Int>) throws(Trouble) -> LogLine {
        let id: Identifier
        let inherited: LogFields.Inherited
        let logs: Int
        let start: Int
        do throws(LogLineProblem) {
            id = try fields.required(fields.id, .id)
            let by = try fields.required(fields.by, .by)
            let at = try fields.required(fields.at, .at)
            inherited = LogFields.Inherited(by: by, at: at, act: fields.act ?? id)
            logs = try fields.checkedLogs()
            start = try fields.required(fields.nested, .ops)
        } catch {
            throw .line(error)
        }
        var cursor = JSONCursor(bytes, start..<range.upperBound)
        var operations: [LogOperation] = []
        do throws(JSONTrouble) {
            try cursor.require(UInt8(ascii: "["))
            if cursor.take(UInt8(ascii: "]")) { throw JSONTrouble.refused("is a batch of no operations.") }
        } catch { throw .json(error) }
        repeat {
            let nested = try object(&cursor, depth: 3)
            do throws(LogLineProblem) {
                operations.append(try nested.operation(inheriting: inherited))
            } catch { throw .line(error) }
            if let last = operations.last { remark(last.body) }
        } while cursor.take(UInt8(ascii: ","))
        do throws(JSONTrouble) { try cursor.require(UInt8(ascii: "]")) } catch { throw .json(error) }
        return LogLine(batch: id, operations: operations, logs: logs)
    }

    private mutating func remark(_ body: LogOperation.Body) {
        guard case .unknown(let name) = body else { return }
        let sentence = "has the operation “\(name.prefix(40))” of a newer Gloss; it is kept and has no effect here."
        remarks.append(LogLineProblem(kind: .unknownOperation, sentence: sentence))
    }

    /// Notes a key that is passed over.
    mutating func remark(unknownKey name: String) {
        let sentence = "has the key “\(name.prefix(40))” of a newer Gloss; it is kept and has no effect here."
        remarks.append(LogLineProblem(kind: .unknownKey, sentence: sentence))
    }

    /// Reads one object key by key.
    private mutating func object(_ cursor: inout JSONCursor, depth: Int) throws(Trouble) -> LogFields {
        var fields = LogFields()
        do throws(JSONTrouble) {
            guard cursor.take(UInt8(ascii: "{")) else { throw JSONTrouble.refused("is not a JSON object.") }
            if cursor.take(UInt8(ascii: "}")) { return fields }
            var others: [[UInt8]] = []
            repeat {
                let name = try cursor.string()
                try cursor.require(UInt8(ascii: ":"))
                let known = name.isEscaped ? try escapedKey(name, cursor) : keys.key(bytes, name.range)
                if let key = known {
                    guard fields.meet(key) else { throw JSONCursor.duplicate(key.name) }
                    if cursor.peek() == UInt8(ascii: "n"), cursor.take(word: "null") { continue }
                    try read(key, into: &fields, &cursor)
                } else {
                    let text = try cursor.text(name)
                    guard !others.contains(Array(text.utf8)) else { throw JSONCursor.duplicate(text) }
                    others.append(Array(text.utf8))
                    _ = try cursor.value(depth: depth)
                    remark(unknownKey: text)
                }
            } while cursor.take(UInt8(ascii: ","))
            try cursor.require(UInt8(ascii: "}"))
        } catch {
            throw .json(error)
        }
        return fields
    }

    private func escapedKey(_ name: JSONCursor.Token, _ cursor: JSONCursor) throws(JSONTrouble) -> LogKey? {
        let text = Array(try cursor.text(name).utf8)
        return keys.key(text, text.indices)
    }
}

extension LogFields {
    var missingVersion: LogLineProblem { Self.problem("has no “v”, so it is not a line of a Gloss log.") }

    static func otherVersion(_ version: Int) -> LogLineProblem {
        guard version > 1 else { return problem("has the format version \(version), which never was.") }
        return LogLineProblem(
            kind: .newerFormat,
            sentence: "was written in format \(version) by a newer Gloss. Update Gloss to see and to continue this log."
        )
    }

    func checkedLogs() throws(LogLineProblem) -> Int {
        guard let logs else { return 1 }
        guard (1...1_000_000).contains(logs) else { throw Self.problem("says that its act spans \(logs) logs.") }
        return logs
    }
}

extension JSONText {
    /// The same value with every whole number written as one.
    fileprivate var respelled: JSONText {
        switch self {
        case .object(let members): .object(members.map { JSONText.Member($0.name, $0.value.respelled) })
        case .array(let elements): .array(elements.map(\.respelled))
        case .double(let value): Int(exactly: value).map { .integer($0) } ?? self
        default: self
        }
    }
}
