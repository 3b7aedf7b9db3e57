// Who else of the same coder has the same clone open: a locked file for each window, outside the study, because opening writes
// nothing into it. Nothing depends on it but a sentence, so every failure is passed over. Knows no screens.

package import CodingCore
import Glibc

/// This window among the windows of one coder at one clone.
package final class OpenWindows {
    /// Another window.
    private struct Other {
        /// The number of its process.
        let process: Int32
        let since: Moment
    }

    private var others: [Other] = []
    private var own: (path: String, lock: LogLock)?

    /// Looks for other windows, and makes this one known until `leave`, or until the program ends, however it ends.
    ///
    /// - Parameter root: the real path of the study's folder.
    package init(study: Identifier, coder: CoderID, root: String, state: StateFolder) {
        guard let state = state.path else { return }
        let key = SHA256.hexadecimal(of: Array("\(study) \(coder) \(root)".utf8)).prefix(24)
        let folder = "\(state)/windows/\(key)"
        let ownName = "\(getpid()).\(Int.random(in: 0..<1_000_000))"
        // First to be seen, then to see: of two that open at the same time at least one knows of the other.
        own = (try? LogLock(folder + "/" + ownName)).map { (folder + "/" + ownName, $0) }
        for name in (try? Disk.list(folder).names) ?? [] where name != ownName {
            look(at: folder + "/" + name, name: name)
        }
    }

    /// Tells others no longer of this window.
    package func leave() {
        guard let own else { return }
        _ = unsafe unlink(own.path)
        self.own = nil
    }

    /// What a person should know of the other windows; nothing when there are none.
    ///
    /// - Parameter now: the present second.
    package func sentence(at now: Moment) -> String? {
        guard let first = others.first else { return nil }
        guard others.count > 1 else {
            return "Another window of yours has this study open (process \(first.process), "
                + "\(Self.age(of: first, at: now))): both save, and each follows the other."
        }
        let processes = others.map { String($0.process) }.joined(separator: ", ")
        return "\(others.count) other windows of yours have this study open (processes \(processes)): "
            + "all save, and each follows the others."
    }

    private static func age(of other: Other, at now: Moment) -> String {
        let minutes = max(0, now.secondsSince1970 - other.since.secondsSince1970) / 60
        switch minutes {
        case 0: return "opened just now"
        case 1..<120: return "opened \(minutes) min ago"
        default: return "opened \(minutes / 60) h ago"
        }
    }

    /// Takes a file for a window that is there when it is locked, and for what a killed one left when it is not.
    private func look(at path: String, name: String) {
        guard let process = name.split(separator: ".").first.flatMap({ Int32($0) }),
            let descriptor = try? Disk.open(
                path,
                O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK,
                doing: "look at a window"
            )
        else { return }
        defer { close(descriptor) }
        if flock(descriptor, LOCK_SH | LOCK_NB) == 0 {
            _ = unsafe unlink(path)
        } else if let stamp = try? FileStamp(descriptor: descriptor, path: path) {
            others.append(Other(process: process, since: Moment(secondsSince1970: stamp.modified / 1_000_000_000)))
        }
    }
}
