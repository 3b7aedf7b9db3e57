// The person's configuration file: where it lies and what it says. A missing file is an empty one, a wrong line is passed
// over, and a file that cannot be read is a finding and no failure.

import StudyFiles
import Workbench

/// What `$XDG_CONFIG_HOME/gloss/config` says, else `~/.config/gloss/config`.
struct Configuration {
    /// Where the file is, or would be; nothing where neither variable is set.
    let path: String?
    /// What the file says; nothing when there is none.
    let text: ConfigurationText?
    /// Why the file could not be read.
    let trouble: FileTrouble?

    /// The longest file that is read, in bytes.
    private static let limit = 1 << 20

    init(environment: [String: String]) {
        path = Self.path(environment)
        guard let path, Disk.exists(path) else {
            (text, trouble) = (nil, nil)
            return
        }
        do {
            let bytes = try Disk.read(path, limit: Self.limit)
            (text, trouble) = (ConfigurationText(String(decoding: bytes, as: UTF8.self), file: path), nil)
        } catch {
            (text, trouble) = (nil, error as? FileTrouble ?? FileTrouble(.system, "\(error)", path: path))
        }
    }

    /// What holds: what the file says, and elsewhere the defaults.
    var preferences: Preferences { text?.preferences ?? Preferences() }

    /// What holds in these surroundings: NO_COLOR takes colours away from whoever does not ask for a number of them.
    func preferences(in environment: [String: String]) -> Preferences {
        var preferences = preferences
        if preferences.colours == .auto, !(environment["NO_COLOR"] ?? "").isEmpty { preferences.colours = .none }
        return preferences
    }

    /// What of the file cannot be used, by line; keys are looked up in the command table.
    @MainActor var findings: [Finding] {
        if let trouble {
            return [.problem(trouble.path, "the configuration cannot be read", advice: trouble.sentence)]
        }
        guard let text else { return [] }
        return (text.findings + text.keyFindings()).sorted()
    }

    private static func path(_ environment: [String: String]) -> String? {
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/gloss/config" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return home + "/.config/gloss/config"
    }
}
