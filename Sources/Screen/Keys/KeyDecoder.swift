// Understands the bytes that terminals send: a pure machine, fed with whatever bytes arrive, in pieces of any size. Covers
// xterm and its likes, rxvt, the Linux console, PuTTY and tmux. Knows nothing of descriptors and time: whoever reads the
// bytes says, by `flush`, that no more are coming for now.

/// Turns bytes from a terminal into keys, pastes and mouse events.
package struct KeyDecoder: Sendable {
    /// Bytes of a key that is not complete.
    private var pending: [UInt8] = []
    /// What was pasted so far, while a paste is going on.
    private var pasted: [UInt8]?

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
    /// A control sequence longer than this is none that we know.
    private static let longestSequence = 64

    package init() {}

    /// Whether a key has begun that may be complete already, such as Esc: call `flush` if nothing follows soon.
    package var isWaiting: Bool { pasted == nil && !pending.isEmpty }

    /// Takes bytes in and answers what is complete.
    package mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        pending += bytes
        var events: [TerminalEvent] = []
        var reader = ByteReader(pending)
        while !reader.isAtEnd {
            let start = reader.index
            if pasted != nil {
                guard readPaste(&reader, into: &events) else { break }
            } else if let step = Self.readKey(&reader) {
                switch step {
                case .event(let event): events.append(event)
                case .pasteBegins: pasted = []
                case .nothing: break
                }
            } else {
                reader.index = start
                break
            }
        }
        pending.removeFirst(reader.index)
        return events
    }

    /// Takes what was left incomplete for what it is by itself: a lone Esc, or Esc with a letter for Alt.
    package mutating func flush() -> [TerminalEvent] {
        guard isWaiting else { return [] }
        let rest = pending
        pending = []
        guard rest.first == Self.escape else { return [] }
        guard rest.count == 2, rest[1] < 0x80 else { return [.key(KeyPress(.escape))] }
        return [.key(KeyPress(.character(Character(Unicode.Scalar(rest[1]))), .alt))]
    }

    /// Reads pasted bytes; false if the end has not come yet.
    private mutating func readPaste(_ reader: inout ByteReader, into events: inout [TerminalEvent]) -> Bool {
        while let byte = reader.peek() {
            if byte == Self.escape {
                let rest = reader.rest
                if rest.starts(with: Self.pasteEnd) {
                    reader.index += Self.pasteEnd.count
                    events.append(.paste(Self.textOfPaste(pasted ?? [])))
                    pasted = nil
                    return true
                }
                if rest.count < Self.pasteEnd.count, Self.pasteEnd.starts(with: rest) { return false }
            }
            pasted?.append(byte)
            reader.index += 1
        }
        return false
    }

    /// Pasted text with line feeds at its line ends, whatever the terminal made of them.
    private static func textOfPaste(_ bytes: [UInt8]) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if !(scalar == "\n" && previous == "\r") {
                result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }

    private enum Step {
        case event(TerminalEvent)
        case pasteBegins
        /// Bytes that mean nothing to us.
        case nothing

        static func key(_ key: Key, _ modifiers: KeyModifiers = []) -> Step { .event(.key(KeyPress(key, modifiers))) }
    }

    /// Reads one key; nil if it is not complete.
    private static func readKey(_ reader: inout ByteReader) -> Step? {
        guard let byte = reader.next() else { return nil }
        guard byte == escape else { return readTyped(byte, &reader) }
        guard let second = reader.peek() else { return nil }
        switch second {
        case UInt8(ascii: "["):
            reader.index += 1
            return readControlSequence(&reader)
        case UInt8(ascii: "O"):
            reader.index += 1
            return readApplicationKey(&reader)
        case escape:
            return .key(.escape)
        default:
            reader.index += 1
            guard let step = readTyped(second, &reader) else { return nil }
            guard case .event(.key(var press)) = step else { return step }
            press.modifiers.insert(.alt)
            return .event(.key(press))
        }
    }

    /// Reads a key that types something or is a control character.
    private static func readTyped(_ byte: UInt8, _ reader: inout ByteReader) -> Step? {
        switch byte {
        case 0x00: return .key(.character(" "), .control)
        case 0x08, 0x7F: return .key(.backspace)
        case 0x09: return .key(.tab)
        case 0x0A, 0x0D: return .key(.enter)
        case 0x1B: return .key(.escape)
        case 0x01...0x1A: return .key(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
        case 0x1C...0x1F: return .key(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
        case 0x20..<0x80: return .key(.character(Character(Unicode.Scalar(byte))))
        default: return readScalar(byte, &reader)
        }
    }

    /// Reads the rest of a UTF-8 sequence; a broken one means nothing.
    private static func readScalar(_ first: UInt8, _ reader: inout ByteReader) -> Step? {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
        var bytes = [first]
        while bytes.count < length {
            guard let next = reader.peek() else { return nil }
            guard next & 0xC0 == 0x80 else { return .nothing }
            bytes.append(next)
            reader.index += 1
        }
        guard let scalar = String(validating: bytes, as: UTF8.self)?.first else { return .nothing }
        return .key(.character(scalar))
    }

    /// Reads what follows `ESC O`; where that is no key of this kind, it was Alt with a letter.
    private static func readApplicationKey(_ reader: inout ByteReader) -> Step? {
        guard let final = reader.peek() else { return nil }
        guard final >= 0x20, final < 0x7F else { return .key(.character("O"), .alt) }
        reader.index += 1
        return KeySequences.afterSS3(final).map { .event(.key($0)) } ?? .nothing
    }

    /// Reads what follows `ESC [`. A byte that cannot belong to it ends it, and is read as a key of its own.
    private static func readControlSequence(_ reader: inout ByteReader) -> Step? {
        if reader.peek() == UInt8(ascii: "[") {  // the Linux console's F1 to F5
            reader.index += 1
            guard let final = reader.next() else { return nil }
            return (0x41...0x45).contains(final) ? .key(.function(Int(final) - 0x40)) : .nothing
        }
        var parameters: [UInt8] = []
        while let byte = reader.peek() {
            guard (0x20...0x7E).contains(byte) else { return .nothing }
            reader.index += 1
            // rxvt ends the keys that Shift is held with by a sign that ends nothing elsewhere.
            let isRxvt = byte == UInt8(ascii: "$") && isNumber(parameters)
            if isRxvt || byte >= 0x40 { return controlSequence(parameters, final: byte, &reader) }
            if parameters.count < longestSequence { parameters.append(byte) }
        }
        return nil
    }

    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func controlSequence(_ parameters: [UInt8], final: UInt8, _ reader: inout ByteReader) -> Step? {
        if parameters.first == UInt8(ascii: "<") {
            return MouseReport(numbers(parameters.dropFirst()), isRelease: final == UInt8(ascii: "m")).map {
                .event(.mouse($0.event))
            }
                ?? .nothing
        }
        if final == UInt8(ascii: "M"), parameters.isEmpty {  // the old mouse report: three bytes, 32 added to each
            var numbers: [Int] = []
            while numbers.count < 3 {
                guard let byte = reader.peek() else { return nil }
                guard byte >= 32 else { return .nothing }
                numbers.append(Int(byte) - 32)
                reader.index += 1
            }
            return MouseReport(numbers, isRelease: numbers[0] & 0x43 == 3).map { .event(.mouse($0.event)) } ?? .nothing
        }
        if let first = parameters.first, first >= 0x3C { return .nothing }  // an answer of the terminal about itself
        let numbers = numbers(parameters[...])
        let modifiers = modifiers(numbers.count > 1 ? numbers[1] : 1)
        switch final {
        case UInt8(ascii: "Z"): return .key(.tab, .shift)
        case UInt8(ascii: "u"): return encoded(numbers.first ?? 0, modifiers)
        case UInt8(ascii: "~") where numbers.first == 27 && numbers.count > 2: return encoded(numbers[2], modifiers)
        case UInt8(ascii: "~") where numbers.first == 200: return .pasteBegins
        case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
            let held = modifiers.union(KeySequences.heldByRxvt(final: final))
            return KeySequences.numbered(numbers.first ?? 0).map { .key($0, held) } ?? .nothing
        default:
            let press = parameters.isEmpty ? KeySequences.afterCSI(final) : KeySequences.afterCSI(final, modifiers)
            return press.map { .event(.key($0)) } ?? .nothing
        }
    }

    /// A key that the terminal sends as the number of its character.
    private static func encoded(_ code: Int, _ modifiers: KeyModifiers) -> Step {
        switch code {
        case 9: return .key(.tab, modifiers)
        case 13: return .key(.enter, modifiers)
        case 27: return .key(.escape, modifiers)
        case 8, 127: return .key(.backspace, modifiers)
        default:
            guard code >= 32, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return .nothing }
            return .key(.character(Character(scalar)), modifiers)
        }
    }

    /// The modifiers in xterm's number: one more than the sum of shift 1, alt 2 and control 4.
    private static func modifiers(_ number: Int) -> KeyModifiers {
        KeyModifiers(rawValue: UInt8(max(0, number - 1) & 7))
    }

    /// The numbers between semicolons; of a number with parts between colons the first part, and 0 for a missing one or
    /// for anything else.
    private static func numbers(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { part in
            let digits = Array(part.prefix { $0 != UInt8(ascii: ":") })
            return isNumber(digits) ? Int(String(decoding: digits, as: UTF8.self)) ?? 0 : 0
        }
    }
}

/// A place in a run of bytes.
private struct ByteReader {
    let bytes: [UInt8]
    var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }
    var rest: ArraySlice<UInt8> { bytes[index...] }

    func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func next() -> UInt8? {
        guard index < bytes.count else { return nil }
        index += 1
        return bytes[index - 1]
    }
}
