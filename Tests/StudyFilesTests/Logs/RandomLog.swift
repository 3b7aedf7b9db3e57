// Random but repeatable log lines, and other spellings of the same JSON.

import CodingCore
import StudyFiles

/// A generator whose numbers are the same in every run (SplitMix64).
struct RandomLog: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func chance(_ inverse: Int) -> Bool { Int.random(in: 0..<inverse, using: &self) == 0 }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &self)] }

    mutating func identifier() -> Identifier { Identifier(high: next(), low: next()) }

    mutating func text(upTo length: Int) -> String {
        let letters = [
            "a", "Z", " ", "\"", "\\", "/", "\n", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{9B}", "é", "e\u{301}", "ß",
            "中",
            "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}", "👩🏽‍⚕️", "𝒳", "\u{E0041}", "\u{10FFFD}", "שלום", "…", "{", "]",
            ",",
        ]
        return (0..<Int.random(in: 0...length, using: &self)).map { _ in pick(letters) }.joined()
    }

    mutating func hexadecimal(_ digits: Int) -> String {
        (0..<digits).map { _ in String(Int.random(in: 0..<16, using: &self), radix: 16) }.joined()
    }
}

// MARK: Lines

extension RandomLog {
    mutating func line() -> LogLine {
        guard chance(4) else {
            var line = LogLine(operation(act: chance(5) ? identifier() : nil))
            if chance(4) { line.logs = Int.random(in: 1...9, using: &self) }
            if case .undo = line.operations[0].body { line.operations[0].act = line.id }
            return line
        }
        let act = identifier()
        let operations = (0...Int.random(in: 0...4, using: &self)).map { _ in operation(act: act) }
        return LogLine(batch: identifier(), operations: operations, logs: Int.random(in: 1...3, using: &self))
    }

    private mutating func operation(act: Identifier?) -> LogOperation {
        LogOperation(id: identifier(), by: coder(), at: moment(), act: act, body: body())
    }

    private mutating func coder() -> CoderID {
        CoderID(pick(["rs", "mk", "a-very-long-coder-name-24"])) ?? fallbackCoder
    }

    private var fallbackCoder: CoderID { sure(CoderID(nearestTo: "x")) }

    private mutating func moment() -> Moment {
        Moment(secondsSince1970: Int64.random(in: 0...4_102_444_800, using: &self))
    }

    private mutating func body() -> LogOperation.Body {
        switch Int.random(in: 0..<7, using: &self) {
        case 0, 1:
            .code(
                document: identifier(),
                anchor: anchor(),
                code: code(),
                rule: chance(3) ? "" : hexadecimal(8),
                memo: chance(2) ? "" : text(upTo: 20),
                star: Int.random(in: 0...3, using: &self),
                doubt: chance(2)
            )
        case 2: .set(on: identifier(), replaces: replaced(CodingField.allCases), changes: changes())
        case 3: .uncode(on: identifier(), replaces: (0...2).map { _ in identifier() })
        case 4: .undo(act: identifier())
        case 5:
            .tombstone(
                Tombstone(
                    chance(2) ? .forget : .scrub,
                    documents: (0..<Int.random(in: 0...2, using: &self)).map { _ in identifier() },
                    texts: (0..<Int.random(in: 0...2, using: &self)).map { _ in hexadecimal(64) },
                    operations: (0..<Int.random(in: 0...4, using: &self)).map { _ in identifier() }
                )
            )
        default: .redo(undo: identifier())
        }
    }

    private mutating func code() -> CodeID { sure(CodeID(pick(["trust", "block-contracts", "rs/trust", "t1"]))) }

    private mutating func anchor() -> Anchor {
        let start = Int.random(in: 0...1_000_000, using: &self)
        return Anchor(
            version: sure(VersionTag(hexadecimal(16))),
            span: TextSpan(start, start + Int.random(in: 0...5_000, using: &self)),
            quote: text(upTo: 60),
            quoteHash: chance(3) ? hexadecimal(16) : nil,
            before: text(upTo: 10),
            after: text(upTo: 10)
        )
    }

    private mutating func replaced(_ fields: [CodingField]) -> [CodingField: [Identifier]] {
        var replaced: [CodingField: [Identifier]] = [:]
        for field in fields where chance(3) {
            replaced[field] = (0..<Int.random(in: 0...3, using: &self)).map { _ in identifier() }
        }
        return replaced
    }

    private mutating func changes() -> CodingChanges {
        CodingChanges(
            anchor: chance(3) ? anchor() : nil,
            code: chance(3) ? code() : nil,
            rule: chance(3) ? hexadecimal(8) : nil,
            memo: chance(3) ? text(upTo: 9) : nil,
            star: chance(3) ? Int.random(in: 0...3, using: &self) : nil,
            doubt: chance(3) ? chance(2) : nil,
            from: chance(4) ? identifier() : nil,
            how: chance(4) ? pick(["exact", "edited", "guess", "orphan"]) : nil
        )
    }
}

// MARK: Spellings

extension RandomLog {
    /// The value in another spelling: members shuffled, blanks, escapes, numbers with a point, members unknown to us.
    mutating func respell(_ json: JSONText) -> String {
        switch json {
        case .object(var members):
            if chance(6) {
                members.append(.init("x-" + hexadecimal(4), .array([.double(1.5), .null, ["deep": "\u{202E}"]])))
            }
            members.shuffle(using: &self)
            return "{"
                + members.map { blank() + respell($0.name) + blank() + ":" + blank() + respell($0.value) }
                .joined(separator: ",") + blank() + "}"
        case .array(let elements): return "[" + elements.map { respell($0) + blank() }.joined(separator: ",") + "]"
        case .string(let text): return respell(text)
        case .integer(let number) where chance(5): return pick(["\(number).0", "\(number)e0", "\(number).00E+0"])
        default: return String(decoding: json.bytes, as: UTF8.self)
        }
    }

    private mutating func blank() -> String { chance(6) ? pick([" ", "\t", "  "]) : "" }

    private mutating func respell(_ text: String) -> String {
        var spelled = "\""
        for scalar in text.unicodeScalars {
            let short: [Unicode.Scalar: String] = ["\n": "\\n", "\t": "\\t", "\r": "\\r", "/": "\\/", "\"": "\\\""]
            if let short = short[scalar], chance(2) {
                spelled += short
            } else if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || chance(10) {
                for unit in String(Character(scalar)).utf16 {
                    let digits = String(unit, radix: 16, uppercase: chance(2))
                    spelled += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                spelled.unicodeScalars.append(scalar)
            }
        }
        return spelled + "\""
    }
}
