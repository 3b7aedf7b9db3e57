// The table of contents of a ZIP file, read to tell formats apart and to refuse bombs. Never unpacks anything.
// Source: PKWARE APPNOTE 6.3.9, sections 4.3.12 and 4.3.16.

/// The names of a ZIP file's members, from its central directory.
struct ZipDirectory {
    private(set) var names: Set<String> = []

    static let memberLimit = 10_000
    static let sizeLimit = 512 << 20

    /// Reads the central directory.
    ///
    /// - Throws: `ImportError` when the directory is damaged, when a member is encrypted, or when the declared sizes
    ///   go beyond what a transcript can need.
    init(_ bytes: [UInt8], file: String) throws(ImportError) {
        let damaged = ImportError(
            .damaged,
            file: file,
            "This ZIP container is damaged. Open the document in a word processor, save it again and import that."
        )
        guard let end = Self.endRecord(in: bytes) else { throw damaged }
        let count = Self.number(in: bytes, at: end + 10, bytes: 2)
        guard count <= Self.memberLimit else { throw Self.tooLarge(file) }
        var offset = Self.number(in: bytes, at: end + 16, bytes: 4)
        var total = 0
        for _ in 0..<count {
            guard offset + 46 <= bytes.count, Self.number(in: bytes, at: offset, bytes: 4) == 0x0201_4B50 else {
                throw damaged
            }
            let flags = Self.number(in: bytes, at: offset + 8, bytes: 2)
            guard flags & 1 == 0 else {
                throw ImportError(
                    .notReadYet,
                    file: file,
                    "This document is protected by a password. Save it without one and import that."
                )
            }
            total += Self.number(in: bytes, at: offset + 24, bytes: 4)
            guard total <= Self.sizeLimit else { throw Self.tooLarge(file) }
            let nameLength = Self.number(in: bytes, at: offset + 28, bytes: 2)
            let extraLength = Self.number(in: bytes, at: offset + 30, bytes: 2)
            let commentLength = Self.number(in: bytes, at: offset + 32, bytes: 2)
            guard offset + 46 + nameLength <= bytes.count else { throw damaged }
            names.insert(String(decoding: bytes[(offset + 46)..<(offset + 46 + nameLength)], as: UTF8.self))
            offset += 46 + nameLength + extraLength + commentLength
        }
    }

    private static func tooLarge(_ file: String) -> ImportError {
        ImportError(
            .tooLarge,
            file: file,
            "Unpacked, this document would be larger than 512 MB. Gloss does not open it."
        )
    }

    /// Where the end record begins: the last place whose comment reaches exactly to the end, or the last signature.
    private static func endRecord(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let lowest = max(0, bytes.count - 22 - 65_535)
        return stride(from: bytes.count - 22, through: lowest, by: -1).first {
            number(in: bytes, at: $0, bytes: 4) == 0x0605_4B50
        }
    }

    /// A little-endian number; the caller has checked that it lies inside.
    private static func number(in bytes: [UInt8], at offset: Int, bytes count: Int) -> Int {
        var value = 0
        for index in (0..<count).reversed() { value = value << 8 | Int(bytes[offset + index]) }
        return value
    }
}
