// Reads log files. Reading writes nothing, never locks, and one bad line costs that line only. Knows no study.

import CodingCore
import Glibc

/// The reading of whole log files.
package enum LogFile {
    /// The most bytes of a log that are taken: 1 GiB.
    package static let limit = 1 << 30

    /// Reads a log.
    ///
    /// - Throws: `FileTrouble` when the file as a whole cannot be read; a symbolic link is refused.
    package static func read(_ path: String) throws -> LogContents {
        let stamp = try Disk.stamp(of: path)
        let bytes = try Disk.read(path, limit: limit, followingLinks: false)
        var contents = read(bytes, path: path)
        // A file that grew between the two looks is read again when its stamp is compared next.
        contents.stamp = stamp
        return contents
    }

    /// Reads the bytes of a log.
    package static func read(_ bytes: [UInt8], path: String) -> LogContents {
        var contents = LogContents(path: path)
        var reader = LogLineReader(bytes)
        let isUTF8 = isValidUTF8(bytes)
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var number = 0
        while start < bytes.count {
            number += 1
            let end = newline(in: bytes, from: start)
            guard let end else {
                contents.takeTail(start..<bytes.count, of: bytes, number: number, with: &reader)
                break
            }
            if !isBlank(bytes, start..<end) {
                contents.take(start..<end, number: number, isUTF8: isUTF8, with: &reader)
            }
            start = end + 1
        }
        return contents
    }

    /// The undos and redos in a log, found without reading its other lines.
    ///
    /// An undo has the operation `undo` and a redo the key `undo`, so a line without that word has neither. What is wrong
    /// with the log is not told here.
    /// - Throws: `FileTrouble` when the file as a whole cannot be read; a symbolic link is refused.
    static func readStops(_ path: String) throws -> [LogOperation] {
        let bytes = try Disk.read(path, limit: limit, followingLinks: false)
        var reader = LogLineReader(bytes)
        var stops: [LogOperation] = []
        var start = 0
        while let word = undoWord(in: bytes, from: start) {
            let lineStart = bytes[start..<word].lastIndex(of: 0x0A).map { $0 + 1 } ?? start
            let end = newline(in: bytes, from: word) ?? bytes.count
            if let line = try? reader.read(lineStart..<end) {
                stops += line.operations.filter { operation in
                    switch operation.body {
                    case .undo, .redo: true
                    case .code, .set, .uncode, .tombstone, .unknown: false
                    }
                }
            }
            start = end
        }
        return stops
    }

    /// Where the word `"undo"`, in its quotation marks, stands next; the place of its first letter.
    private static func undoWord(in bytes: [UInt8], from start: Int) -> Int? {
        let word = Array("undo\"".utf8)
        var place = start
        while let letter = next(UInt8(ascii: "u"), in: bytes, from: place) {
            if letter > 0, bytes[letter - 1] == UInt8(ascii: "\""), bytes[letter...].starts(with: word) {
                return letter
            }
            place = letter + 1
        }
        return nil
    }

    /// Where the next LF stands.
    static func newline(in bytes: [UInt8], from start: Int) -> Int? { next(0x0A, in: bytes, from: start) }

    /// Where a byte stands next.
    private static func next(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, start < buffer.count else { return nil }
            guard let found = unsafe memchr(base + start, Int32(byte), buffer.count - start) else { return nil }
            return unsafe base.distance(to: found)
        }
    }

    private static func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard let first = bytes[range].first, first != UInt8(ascii: "{") else { return range.isEmpty }
        return bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }
}

extension LogContents {
    fileprivate mutating func take(
        _ range: Range<Int>,
        number: Int,
        isUTF8: Bool,
        with reader: inout LogLineReader
    ) {
        do throws(LogLineProblem) {
            lines.append(try reader.read(range, isUTF8: isUTF8))
            numbers.append(number)
            for problem in reader.remarks { remarks.append(LogRemark(line: number, problem: problem)) }
        } catch {
            remarks.append(LogRemark(line: number, problem: error))
        }
    }

    fileprivate mutating func takeTail(
        _ range: Range<Int>,
        of bytes: [UInt8],
        number: Int,
        with reader: inout LogLineReader
    ) {
        guard LogTail.isWholeLine(Array(bytes[range])) else {
            tail = .torn(Array(bytes[range]))
            return
        }
        tail = .missingNewline
        take(range, number: number, isUTF8: false, with: &reader)
    }
}

/// The judgement of bytes behind the last LF of a log.
enum LogTail {
    /// Whether the bytes are a whole JSON object, so that nothing but the LF was lost.
    static func isWholeLine(_ bytes: [UInt8]) -> Bool {
        do throws(JSONTrouble) {
            guard case .object = try JSONText(reading: bytes) else { return false }
            return true
        } catch {
            return false
        }
    }
}
