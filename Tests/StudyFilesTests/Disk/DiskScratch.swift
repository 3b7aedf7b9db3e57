// A folder of its own for each test, gone afterwards.

import Foundation
import StudyFiles
import Testing

/// A fresh folder below the system's temporary one; removed with the value.
final class DiskScratch {
    /// The real path.
    let path: String

    init() throws {
        let made = FileManager.default.temporaryDirectory.path + "/gloss-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: made, withIntermediateDirectories: true)
        path = try Disk.realPath(made)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    func put(_ text: String, _ name: String) throws {
        try put(Array(text.utf8), name)
    }

    func put(_ bytes: [UInt8], _ name: String) throws {
        let place = self(name)
        try FileManager.default.createDirectory(atPath: Disk.folder(of: place), withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: place))
    }

    func text(_ name: String) throws -> String { String(decoding: try Disk.read(self(name)), as: UTF8.self) }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: self(name), withDestinationPath: target)
    }

    /// Every path below the folder.
    func everything() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
    }
}

/// The trouble that a piece of work throws.
func trouble(_ work: () throws -> Void) -> FileTrouble? {
    do {
        try work()
        return nil
    } catch {
        return error as? FileTrouble
    }
}

/// A value that a test has written itself and that cannot be missing.
func sure<Value>(_ value: Value?) -> Value {
    guard let value else { fatalError("the test's own value is not one") }
    return value
}

/// Runs a program; whether it succeeded.
func run(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
}

/// A disk of its own in memory, where the machine lets us mount one.
final class SmallDisk {
    let path: String

    init?(_ options: String, at path: String) {
        guard run("/bin/mount", "-t", "tmpfs", "-o", options, "tmpfs", path) else { return nil }
        self.path = path
    }

    func remount(_ options: String) -> Bool { run("/bin/mount", "-o", "remount," + options, path) }

    deinit { _ = run("/bin/umount", "-l", path) }
}
