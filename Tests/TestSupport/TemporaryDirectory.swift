// A folder for one test.
import FoundationEssentials
import Glibc

/// A new empty folder that is removed with everything in it when nobody holds this object any more.
///
/// Prefer `withTemporaryDirectory`: an object may go as soon as it was last used, while a program still works in it.
package final class TemporaryDirectory {
    /// The full path, without links in it.
    package let path: String

    package init() throws {
        var template = Array("/tmp/gloss-test-XXXXXX".utf8CString)
        guard unsafe mkdtemp(&template) != nil else {
            throw ProcessError(description: "no folder in /tmp: errno \(errno)")
        }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The full path of something in the folder.
    package func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file, and the folders above it if they are missing; answers its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    /// Writes the bytes of a file, and the folders above it if they are missing; answers its path.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        let file = path(name)
        if let slash = file.lastIndex(of: "/") {
            try FileManager.default.createDirectory(atPath: String(file[..<slash]), withIntermediateDirectories: true)
        }
        guard FileManager.default.createFile(atPath: file, contents: Data(bytes)) else {
            throw ProcessError(description: "cannot write \(file)")
        }
        return file
    }

    /// The text of a file; bytes that are no UTF-8 are repaired.
    package func read(_ name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

    /// The bytes of a file.
    package func bytes(of name: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path(name)) else {
            throw ProcessError(description: "cannot read \(path(name))")
        }
        return Array(data)
    }

    /// Whether something of this name is there.
    package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The paths of all files and folders below, without the folder's own path, sorted.
    package func contents() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    }
}

/// Runs a test in a new folder that lives exactly as long.
package func withTemporaryDirectory<Result>(_ body: (TemporaryDirectory) throws -> Result) throws -> Result {
    let folder = try TemporaryDirectory()
    return try withExtendedLifetime(folder) { try body(folder) }
}
