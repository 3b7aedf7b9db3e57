// Reading and writing the standard streams to the end, with every failure said. Knows nothing of what is written.

import Glibc
import StudyFiles

/// The streams that a process is born with.
enum StandardStreams {
    /// The most that is taken from standard input.
    static let limit = 256 << 20

    /// Writes all bytes.
    ///
    /// - Throws: `BrokenPipe` when the reader is gone, `FileTrouble` when the device is full or refuses.
    static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress, min(buffer.count, 1 << 16))
            }
            if count >= 0 {
                rest = rest.dropFirst(count)
                continue
            }
            switch errno {
            case EINTR: continue
            case EPIPE: throw BrokenPipe()
            case EAGAIN: try wait(for: descriptor)
            case let number: throw FileTrouble(doing: "write the output", path: "standard output", errno: number)
            }
        }
    }

    private static func wait(for descriptor: Int32) throws {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&request, 1, -1)
    }

    /// Reads to the end.
    ///
    /// - Throws: `FileTrouble` when the system refuses, or when there is more than `limit`.
    static func read(_ descriptor: Int32) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw FileTrouble(doing: "read the input", path: "standard input", errno: errno)
            }
            bytes += buffer[..<count]
            guard bytes.count <= limit else {
                throw FileTrouble(
                    .tooLarge,
                    "The input is larger than 256 MiB; give it in parts.",
                    path: "standard input"
                )
            }
        }
    }
}

/// Whoever read our output has gone, as `head` does: nothing went wrong and nothing is left to say.
package struct BrokenPipe: Error {
    package init() {}
}
