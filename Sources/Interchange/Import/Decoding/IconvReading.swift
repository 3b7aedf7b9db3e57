// Encodings that a person names: what the system's iconv knows. Knows bytes only.

import Glibc

/// Bytes read in a named encoding; what is no character in it becomes U+FFFD.
struct IconvReading {
    /// Valid UTF-8.
    private(set) var utf8: [UInt8] = []
    /// Offsets, from the start of the file, of bytes that are no character.
    private(set) var badBytes: [Int] = []

    /// Names in use that iconv spells otherwise, in lower case.
    private static let otherNames = [
        "macroman": "MACINTOSH", "mac-roman": "MACINTOSH", "mac": "MACINTOSH", "ansi": "CP1252", "hebrew": "CP1255",
        "greek": "CP1253", "cyrillic": "CP1251", "turkish": "CP1254", "arabic": "CP1256", "latin1": "ISO-8859-1",
        "gb2312": "GB18030", "gbk": "GB18030", "big-5": "BIG5", "shift-jis": "SHIFT_JIS", "utf8": "UTF-8",
    ]

    /// What iconv is asked for; a name such as `windows-1255` or `cp1255` goes through as it is.
    private static func systemName(_ name: String) -> String {
        let lower = name.lowercased()
        if let other = otherNames[lower] { return other }
        return lower.hasPrefix("windows-") ? "CP" + lower.dropFirst("windows-".count) : name
    }

    /// Whether the system knows an encoding under a name.
    static func knows(_ name: String) -> Bool {
        guard let converter = unsafe open(name) else { return false }
        unsafe iconv_close(converter)
        return true
    }

    /// Nothing when the name is no encoding.
    private static func open(_ name: String) -> iconv_t? {
        guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
        let converter = unsafe iconv_open("UTF-8", systemName(name))
        // The library says "no" with a pointer of all ones.
        return unsafe Int(bitPattern: converter) == -1 ? nil : converter
    }

    /// Reads all bytes; nothing when the system does not know the encoding.
    init?(_ bytes: [UInt8], encoding: String) {
        guard let converter = unsafe Self.open(encoding) else { return nil }
        defer { unsafe iconv_close(converter) }
        utf8.reserveCapacity(bytes.count + bytes.count / 2)
        var input = bytes
        var room = [UInt8](repeating: 0, count: 65_536)
        let length = input.count
        unsafe input.withUnsafeMutableBytes { source in
            unsafe room.withUnsafeMutableBytes { target in
                unsafe convert(converter, source, length, target)
            }
        }
        // A mark that says how the bytes lie is no character of the text.
        if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
    }

    private mutating func convert(
        _ converter: iconv_t,
        _ source: UnsafeMutableRawBufferPointer,
        _ length: Int,
        _ target: UnsafeMutableRawBufferPointer
    ) {
        guard var input = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self),
            let output = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        else { return }
        var left = length
        while left > 0 {
            var place: UnsafeMutablePointer<CChar>? = unsafe input
            var end: UnsafeMutablePointer<CChar>? = unsafe output
            var room = target.count
            let before = left
            _ = unsafe iconv(converter, &place, &left, &end, &room)
            if let place = unsafe place { unsafe input = place }
            unsafe utf8.append(
                contentsOf: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(target)[0..<(target.count - room)])
            )
            // Whatever the library says: where it took nothing and gave nothing, one byte fits nowhere.
            guard left == before, room == target.count else { continue }
            badBytes.append(length - left)
            utf8.append(contentsOf: UTF8.encodedReplacementCharacter)
            unsafe input += 1
            left -= 1
        }
        unsafe flush(converter, target)
    }

    /// Takes what a stateful encoding still holds back.
    private mutating func flush(_ converter: iconv_t, _ target: UnsafeMutableRawBufferPointer) {
        guard let output = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self) else { return }
        var end: UnsafeMutablePointer<CChar>? = unsafe output
        var room = target.count
        _ = unsafe iconv(converter, nil, nil, &end, &room)
        unsafe utf8.append(contentsOf: UnsafeRawBufferPointer(target)[0..<(target.count - room)])
    }
}
