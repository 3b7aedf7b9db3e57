// The system calls whose failures lose data, as values, so that tests can make each of them fail. Knows no files.

import Glibc

/// The calls that writing goes through. Each answers as the system does: -1 and `errno` on failure.
package struct SystemCalls: Sendable {
    /// Writes as many of the bytes as the system takes; answers how many.
    package var write: @Sendable (_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int
    package var fsync: @Sendable (_ descriptor: Int32) -> Int32
    package var fdatasync: @Sendable (_ descriptor: Int32) -> Int32
    package var ftruncate: @Sendable (_ descriptor: Int32, _ size: Int) -> Int32
    package var rename: @Sendable (_ from: String, _ to: String) -> Int32

    package init(
        write: @escaping @Sendable (Int32, ArraySlice<UInt8>) -> Int = Self.systemWrite,
        fsync: @escaping @Sendable (Int32) -> Int32 = { Glibc.fsync($0) },
        fdatasync: @escaping @Sendable (Int32) -> Int32 = { Glibc.fdatasync($0) },
        ftruncate: @escaping @Sendable (Int32, Int) -> Int32 = { Glibc.ftruncate($0, off_t($1)) },
        rename: @escaping @Sendable (String, String) -> Int32 = { unsafe Glibc.rename($0, $1) }
    ) {
        self.write = write
        self.fsync = fsync
        self.fdatasync = fdatasync
        self.ftruncate = ftruncate
        self.rename = rename
    }

    /// The calls of the machine.
    package static let system = SystemCalls()

    /// `write(2)`.
    @Sendable package static func systemWrite(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
        unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        }
    }

    /// Writes every byte, repeating interrupted and continuing short writes.
    ///
    /// - Throws: `FileTrouble`; some of the bytes may be in the file then.
    func writeAll(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, path: String) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = write(descriptor, rest)
            if written < 0 {
                let number = errno
                if number == EINTR { continue }
                throw FileTrouble(doing: "write the file", path: path, errno: number)
            }
            // A regular file that takes nothing and says no error would keep us here for ever.
            guard written > 0 else { throw FileTrouble(doing: "write the file", path: path, errno: EIO) }
            rest = rest.dropFirst(written)
        }
    }

    /// Repeats a call as long as signals interrupt it; anything else that fails is thrown and never tried again.
    func sync(_ call: (Int32) -> Int32, _ descriptor: Int32, path: String) throws {
        while call(descriptor) != 0 {
            let number = errno
            if number == EINTR { continue }
            throw FileTrouble(doing: "bring the file safely to the disk", path: path, errno: number)
        }
    }
}
