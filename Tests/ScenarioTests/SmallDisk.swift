// A disk of one's own that is soon full: needs root, who may mount a file system in memory.

import Foundation
import Glibc
import TestSupport
import Testing

/// A study's folder moved to a file system of one megabyte, gone with this object.
final class SmallDisk {
    private let laboratory: Laboratory
    private var filler: String { laboratory.study + "/filler" }

    init(under laboratory: Laboratory) throws {
        self.laboratory = laboratory
        let study = laboratory.study
        let result = try run([
            "sh", "-ec", "mv \"$1\" \"$1.aside\"; mkdir \"$1\"; \(Self.mount) \"$1\"; cp -a \"$1.aside/.\" \"$1\"",
            "sh", study,
        ])
        #expect(result.status == .exited(0), "\(result.error)")
    }

    deinit { _ = try? run(["umount", "-l", laboratory.study]) }

    private static let mount = "mount -t tmpfs -o size=1m,mode=0700 tmpfs"

    /// Whether such a disk can be had here; where it cannot, why not is printed.
    static var isPossible: Bool {
        let attempt = try? run(["sh", "-ec", "d=$(mktemp -d); \(mount) $d; umount $d; rmdir $d"])
        if attempt?.status == .exited(0) { return true }
        print("skipped: no disk to fill, because only root can mount one (\(attempt?.error ?? "no shell"))")
        return false
    }

    /// Leaves not a byte.
    func fill() throws {
        let result = try run(["sh", "-c", "cat /dev/zero > \"$1\"", "sh", filler])
        #expect(result.error.contains("No space left"), "\(result.error)")
    }

    func makeRoom() throws { try FileManager.default.removeItem(atPath: filler) }
}
