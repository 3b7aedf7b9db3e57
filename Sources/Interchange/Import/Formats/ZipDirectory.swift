// The table of contents of a ZIP file, read to tell formats apart and to refuse bombs. Never unpacks anything.
// Source: PKWARE APPNOTE 6.3.9, sections 4.3.12 and 4.3.16.

/// The names of a ZIP file's members, from its central directory.
struct ZipDirectory {
    private(set) var names: Set<String> = []

    static let memberLimit = 10_000
    static let sizeLimit = 512 << 20
    /// How many times larger than packed a member may be that is larger than a megabyte.
    static let ratioLimit = 100

    /// What the directory says of one member.
    private struct Member {
        var flags: Int
        var packedSize: Int
        var size: Int
        var mode: Int
        var offset: Int
        var name: [UInt8]
        /// Where the next member's entry begins.
        var next: Int
    }

    /// Reads the central directory.
    ///
    /// - Throws: `ImportError` when the directory is damaged, when a member is encrypted, bears a name that would lead
    ///   elsewhere, has the name of another, is a link or lies over another, or when the declared sizes go beyond what a
    ///   transcript can need.
    init(_ bytes: [UInt8], file: String) throws(ImportError) {
        guard let end = Self.endRecord(in: bytes) else { throw Self.damaged(file) }
        let count = Self.number(in: bytes, at: end + 10, bytes: 2)
        guard count <= Self.memberLimit else { throw Self.tooLarge(file) }
        var offset = Self.number(in: bytes, at: end + 16, bytes: 4)
        var total = 0
        var places: [(start: Int, end: Int)] = []
        for _ in 0..<count {
            guard let member = Self.member(in: bytes, at: offset) else { throw Self.damaged(file) }
            try Self.refuseLocked(member, file: file)
            total += member.size
            let isBomb = member.size > 1 << 20 && member.size / Self.ratioLimit > member.packedSize
            guard total <= Self.sizeLimit, !isBomb else { throw Self.tooLarge(file) }
            let name = String(decoding: member.name, as: UTF8.self)
            guard Self.staysInside(member.name), member.mode & 0xF000 != 0xA000, names.insert(name).inserted else {
                throw Self.hostile(file)
            }
            places.append((member.offset, member.offset + 30 + member.packedSize))
            offset = member.next
        }
        places.sort { $0.start < $1.start }
        for (one, other) in zip(places, places.dropFirst()) where one.end > other.start { throw Self.hostile(file) }
    }

    private static func member(in bytes: [UInt8], at offset: Int) -> Member? {
        guard offset >= 0, offset + 46 <= bytes.count, number(in: bytes, at: offset, bytes: 4) == 0x0201_4B50 else {
            return nil
        }
        let nameEnd = offset + 46 + number(in: bytes, at: offset + 28, bytes: 2)
        guard nameEnd <= bytes.count else { return nil }
        let extra = number(in: bytes, at: offset + 30, bytes: 2) + number(in: bytes, at: offset + 32, bytes: 2)
        return Member(
            flags: number(in: bytes, at: offset + 8, bytes: 2),
            packedSize: number(in: bytes, at: offset + 20, bytes: 4),
            size: number(in: bytes, at: offset + 24, bytes: 4),
            mode: number(in: bytes, at: offset + 40, bytes: 2),
            offset: number(in: bytes, at: offset + 42, bytes: 4),
            name: Array(bytes[(offset + 46)..<nameEnd]),
            next: nameEnd + extra
        )
    }

    /// Whether a name is that of a file below the folder it is unpacked in; Gloss unpacks nothing, but hands it on.
    private static func staysInside(_ name: [UInt8]) -> Bool {
        guard !name.isEmpty, name.first != UInt8(ascii: "/"), !name.contains(0), !name.contains(UInt8(ascii: "\\"))
        else {
            return false
        }
        return !name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).contains {
            $0.elementsEqual("..".utf8)
        }
    }

    private static func refuseLocked(_ member: Member, file: String) throws(ImportError) {
        guard member.flags & 1 != 0 else { return }
        throw ImportError(
            .notReadYet,
            file: file,
            "This document is protected by a password. Save it without one and import that."
        )
    }

    private static func damaged(_ file: String) -> ImportError {
        ImportError(
            .damaged,
            file: file,
            "This ZIP container is damaged. Open the document in a word processor, save it again and import that."
        )
    }

    private static func hostile(_ file: String) -> ImportError {
        ImportError(
            .damaged,
            file: file,
            "The parts inside this document have names or places that no word processor writes. Gloss does not open it; if "
                + "you trust where it comes from, save it again in a word processor and import that."
        )
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
