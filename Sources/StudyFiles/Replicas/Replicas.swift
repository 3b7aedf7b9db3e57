// Which clone this is. Kept outside the study, so that a copied or synchronised folder never takes the name along.
// Knows no logs.

package import CodingCore

/// The names of this machine's clones, one small file each in the state folder.
///
/// A clone is known by the study's id, the real path of its folder and the machine. Without a state folder that can be
/// written, a process makes up a name and keeps it to its end: one more log file, and nothing lost.
package final class Replicas {
    private let folder: String?
    private let machine: String
    private var ofThisProcess: [String: ReplicaID] = [:]

    /// Opens the names; nothing is read or written yet.
    ///
    /// - Parameter machine: this machine's id; the system's unless a test says otherwise.
    package init(state: StateFolder, machine: String? = nil) {
        folder = state.path.map { $0 + "/replicas" }
        self.machine = machine ?? Self.machineID()
    }

    /// The name of a clone, if it has written before; writes nothing.
    ///
    /// - Parameter root: the real path of the study's folder.
    package func known(study: Identifier, root: String) -> ReplicaID? {
        let key = key(study, root)
        return ofThisProcess[key] ?? stored(key)
    }

    /// The name of a clone, made up and kept if it has none; to be called at the first write.
    ///
    /// - Parameter root: the real path of the study's folder.
    package func forWriting(study: Identifier, root: String) -> ReplicaID {
        if let known = known(study: study, root: root) { return known }
        var generator = SystemRandomNumberGenerator()
        let made = ReplicaID.random(using: &generator)
        let key = key(study, root)
        let replica = keep(made, key: key, study: study, root: root)
        ofThisProcess[key] = replica
        return replica
    }

    /// Keeps a new name; answers another one if a second process was faster.
    private func keep(_ made: ReplicaID, key: String, study: Identifier, root: String) -> ReplicaID {
        guard let folder else { return made }
        let text: JSONText = [
            "replica": .string(made.description), "study": .string(study.description), "path": .string(root),
            "machine": .string(machine),
        ]
        do {
            try Disk.makeFolder(folder)
            try Disk.createDurably(text.line, at: folder + "/" + key)
        } catch let trouble as FileTrouble where trouble.code == .alreadyExists {
            if let other = stored(key) { return other }
            // What lies there cannot be read: a new name is always safe.
            do { try Disk.writeDurably(text.line, to: folder + "/" + key) } catch { return made }
        } catch {
            return made
        }
        return made
    }

    private func stored(_ key: String) -> ReplicaID? {
        guard let folder else { return nil }
        do {
            let text = try JSONText(reading: Disk.read(folder + "/" + key, limit: 1 << 16, followingLinks: false))
            return text["replica"]?.string.flatMap { ReplicaID($0) }
        } catch {
            return nil
        }
    }

    private func key(_ study: Identifier, _ root: String) -> String {
        let words = Array(study.description.utf8) + [0] + Array(root.utf8) + [0] + Array(machine.utf8)
        return String(SHA256.hexadecimal(of: words).prefix(32))
    }

    /// What tells this machine from others that share a home folder.
    private static func machineID() -> String {
        // The host's name stands in where systemd's id is missing.
        for path in ["/etc/machine-id", "/proc/sys/kernel/hostname"] {
            do {
                let bytes = try Disk.read(path, limit: 4_096)
                return String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
            } catch { continue }
        }
        return ""
    }
}
