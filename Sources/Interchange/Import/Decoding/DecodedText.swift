// Bytes to canonical text: encoding and line ends, as docs/FORMAT.md says. Knows nothing of formats or speakers.

package import CodingCore

/// The text of a file, with what had to be decided to read it.
package struct DecodedText: Sendable {
    /// UTF-8, LF, without the leading byte order mark; otherwise every character of the file.
    package var text: CanonicalText
    /// The encoding as found, such as `utf-8`, `utf-16le` or `windows-1252 (guessed)`.
    package var encoding: String
    /// The line ends of the file before they were made LF.
    package var lineEnds: LineEnds
    /// Sentences about guesses and odd bytes.
    package var remarks: [String]

    /// Decodes a whole file: by byte order mark, else UTF-8, else UTF-16 by its NULs, else Windows-1252.
    ///
    /// Any bytes at all can be decoded; whether they are a text is for the caller to judge.
    package init(_ bytes: [UInt8]) {
        if let plain = Self.plain(bytes) { self = plain } else { self.init(Self.read(bytes)) }
    }

    /// Bytes that are UTF-8 throughout and need nothing decided, which is most files; nothing for others.
    private static func plain(_ bytes: [UInt8]) -> DecodedText? {
        let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]]
        guard !marks.contains(where: bytes.starts), UTF16Reading.byteOrder(byNULsIn: bytes) == nil else { return nil }
        var utf8 = bytes
        let ends = LineEnds(normalising: &utf8)
        guard let text = CanonicalText(utf8: utf8) else { return nil }
        return DecodedText(text: text, encoding: "utf-8", lineEnds: ends, remarks: [])
    }

    private init(text: CanonicalText, encoding: String, lineEnds: LineEnds, remarks: [String]) {
        (self.text, self.encoding, self.lineEnds, self.remarks) = (text, encoding, lineEnds, remarks)
    }

    /// Decodes a whole file in an encoding that a person named; nothing when the system does not know it.
    package init?(_ bytes: [UInt8], encoding: String) {
        if ["utf-8", "utf8"].contains(encoding.lowercased()) {
            let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
            self.init(Self.utf8(UTF8Reading(bytes, from: mark ? 3 : 0), mark: mark))
        } else if ["windows-1252", "cp1252"].contains(encoding.lowercased()) {
            self.init(Reading(utf8: Windows1252.utf8(of: bytes), encoding: "windows-1252"))
        } else {
            guard let named = IconvReading(bytes, encoding: encoding) else { return nil }
            var remarks: [String] = []
            if !named.badBytes.isEmpty {
                remarks.append(
                    "\(Self.counted(named.badBytes.count, "byte")) no character in \(encoding) and replaced by U+FFFD, at "
                        + Self.listed(named.badBytes) + "."
                )
            }
            self.init(Reading(utf8: named.utf8, encoding: encoding.lowercased(), remarks: remarks))
        }
    }

    private init(_ read: Reading) {
        var reading = read
        lineEnds = LineEnds(normalising: &reading.utf8)
        // Both readers make valid UTF-8, so nothing is repaired here.
        text = CanonicalText(utf8: reading.utf8) ?? CanonicalText(String(decoding: reading.utf8, as: UTF8.self))
        encoding = reading.encoding
        remarks = reading.remarks
    }

    private struct Reading {
        var utf8: [UInt8]
        var encoding: String
        var remarks: [String] = []
    }

    private static func read(_ bytes: [UInt8]) -> Reading {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(UTF8Reading(bytes, from: 3), mark: true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes, from: 2, bigEndian: false, guessed: false) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes, from: 2, bigEndian: true, guessed: false) }
        // ASCII in UTF-16 is valid UTF-8 with NULs between the letters, so the NULs are looked at first.
        if let bigEndian = UTF16Reading.byteOrder(byNULsIn: bytes) {
            return utf16(bytes, from: 0, bigEndian: bigEndian, guessed: true)
        }
        let reading = UTF8Reading(bytes, from: 0)
        if reading.isPlausible { return utf8(reading, mark: false) }
        return Reading(
            utf8: Windows1252.utf8(of: bytes),
            encoding: "windows-1252 (guessed)",
            remarks: ["The encoding is a guess: the bytes are not UTF-8, so they were read as Windows-1252."]
        )
    }

    private static func utf8(_ reading: UTF8Reading, mark: Bool) -> Reading {
        var remarks = mark ? ["A byte order mark at the start was left out."] : []
        if !reading.badBytes.isEmpty {
            remarks.append(
                "\(counted(reading.badBytes.count, "byte")) not valid in UTF-8 and read as Windows-1252, at "
                    + listed(reading.badBytes) + "."
            )
        }
        return Reading(utf8: reading.utf8, encoding: "utf-8", remarks: remarks)
    }

    private static func utf16(_ bytes: [UInt8], from start: Int, bigEndian: Bool, guessed: Bool) -> Reading {
        let reading = UTF16Reading(bytes, from: start, bigEndian: bigEndian)
        let name = bigEndian ? "utf-16be" : "utf-16le"
        var remarks: [String] = []
        if guessed { remarks.append("The encoding is a guess: the NUL bytes fit \(name.uppercased()).") }
        if !reading.badBytes.isEmpty {
            remarks.append(
                "\(counted(reading.badBytes.count, "place")) not valid in UTF-16 and replaced by U+FFFD, at "
                    + listed(reading.badBytes) + "."
            )
        }
        return Reading(utf8: reading.utf8, encoding: guessed ? "\(name) (guessed)" : name, remarks: remarks)
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        count == 1 ? "One \(noun) was" : "\(count) \(noun)s were"
    }

    /// Byte offsets in words; a long list is cut, never hidden.
    private static func listed(_ offsets: [Int]) -> String {
        let shown = offsets.prefix(8).map(String.init).joined(separator: ", ")
        let rest = offsets.count - 8
        return "byte " + shown + (rest > 0 ? " and \(rest) more" : "")
    }
}
