// Small ZIP files for tests, written byte by byte.

/// Makes the bytes of a ZIP file whose members are stored, not compressed.
enum ZipBytes {
    /// One member as the central directory shall declare it.
    struct Member {
        var name: String
        var bytes: [UInt8] = []
        /// The size that the directory claims, when it lies.
        var claimedSize: Int?
        var isEncrypted = false
        /// The permissions and kind that Unix programs note, such as 0o120777 for a link.
        var mode = 0
        /// Whether the directory says that the member lies where the first one does.
        var liesOverFirst = false
    }

    static func zip(_ members: [Member]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let offset = file.count
            let flags = member.isEncrypted ? 1 : 0
            let sizes = number(member.bytes.count, 4) + number(member.claimedSize ?? member.bytes.count, 4)
            let check = checksum(member.bytes)
            let common = number(flags, 2) + number(0, 2) + number(0, 4) + number(check, 4) + sizes
            file += number(0x0403_4B50, 4) + number(20, 2) + common
            file += number(member.name.utf8.count, 2) + number(0, 2) + Array(member.name.utf8) + member.bytes
            directory += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common
            directory +=
                number(member.name.utf8.count, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 2)
                + number(member.mode, 2)
            directory += number(member.liesOverFirst ? 0 : offset, 4) + Array(member.name.utf8)
        }
        let start = file.count
        file += directory
        file += number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
        file += number(directory.count, 4) + number(start, 4) + number(0, 2)
        return file
    }

    /// CRC-32 as PKWARE's APPNOTE 4.4.7 has it.
    private static func checksum(_ bytes: [UInt8]) -> Int {
        var value: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            value ^= UInt32(byte)
            for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
        return Int(value ^ 0xFFFF_FFFF)
    }

    private static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
