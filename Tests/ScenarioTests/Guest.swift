// Somebody who may read a study and not write it: the tests' own user without the right to write, or, since root may
// write everywhere, another user altogether.

import Foundation
import Glibc
import TestSupport
import Testing

/// A person on the machine of a laboratory who may only read its study.
final class Guest {
    private static let asNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    private let laboratory: Laboratory
    private let prefix = geteuid() == 0 ? Guest.asNobody : []

    /// Takes the right to write away from the study's folders until this object goes.
    init(in laboratory: Laboratory) throws {
        self.laboratory = laboratory
        for name in ["home-guest", "state-guest"] {
            let path = laboratory.folder.path(name)
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try change("a+rwx", path)
        }
        try change("a+rX", laboratory.folder.path)
        try change("a-w,a+rX", laboratory.study)
    }

    deinit { _ = try? run(["chmod", "-R", "u+w", laboratory.study]) }

    /// Whether the machine lets the tests be somebody else, and that one read the program.
    static var isPossible: Bool {
        guard geteuid() == 0 else { return true }
        return (try? run(asNobody + [Laboratory.program, "--help"]))?.status == .exited(0)
    }

    func gloss(_ arguments: [String]) throws -> ProcessResult {
        try run(prefix + [Laboratory.program] + arguments, environment: environment, directory: laboratory.study)
    }

    func workbench(_ arguments: String..., columns: Int) throws -> PseudoTerminal {
        try PseudoTerminal(
            prefix + [Laboratory.program] + arguments,
            environment: environment,
            directory: laboratory.study,
            columns: columns
        )
    }

    private func change(_ mode: String, _ path: String) throws {
        let result = try run(["chmod", "-R", mode, path])
        #expect(result.status == .exited(0), "\(result.error)")
    }

    private var environment: [String: String] {
        laboratory.environment(coder: "guest").merging([
            "HOME": laboratory.folder.path("home-guest"), "XDG_STATE_HOME": laboratory.folder.path("state-guest"),
        ]) { $1 }
    }
}
