// The two-stage table behind `ScalarClass`. Unpacked once, at first use, from the digits in WidthTable+Generated.swift:
// a literal of 30,000 numbers would take the compiler seconds, and building the pages at start-up milliseconds.

/// The classes of all Unicode scalars, packed two to a byte in pages of 128.
struct WidthTable: Sendable {
    /// The one table of the program.
    static let standard = WidthTable()

    /// The first scalar that is not in the pages; from here on all are hidden.
    private static let end: UInt32 = 0x40000

    private let index: [UInt8]
    private let pages: [UInt8]

    private init() {
        let nibbles = Self.indexDigits.utf8.map(Self.value(ofDigit:))
        index = stride(from: 0, to: nibbles.count, by: 2).map { nibbles[$0] << 4 | nibbles[$0 + 1] }
        pages = Self.pageDigits.utf8.map(Self.value(ofDigit:))
    }

    /// The class of the scalar with this value.
    func scalarClass(of value: UInt32) -> ScalarClass {
        guard value < Self.end else { return .hidden }
        let pair = pages[Int(index[Int(value >> 7)]) << 6 | Int(value >> 1 & 63)]
        return ScalarClass(rawValue: value & 1 == 0 ? pair & 3 : pair >> 2) ?? .hidden
    }

    /// The value of one lowercase hexadecimal digit.
    private static func value(ofDigit digit: UInt8) -> UInt8 {
        digit <= UInt8(ascii: "9") ? digit &- UInt8(ascii: "0") : digit &- UInt8(ascii: "a") &+ 10
    }
}
