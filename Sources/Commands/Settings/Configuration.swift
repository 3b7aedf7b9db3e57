// The person's configuration file as far as commands need it. A missing file is an empty one.

import StudyFiles

/// What `$XDG_CONFIG_HOME/gloss/config` says: lines of `key = value`; `#` begins a comment.
struct Configuration {
    private var values: [String: String] = [:]

    /// - Throws: `FileTrouble` when the file is there and cannot be read.
    init(environment: [String: String]) throws {
        guard let path = Self.path(environment), Disk.exists(path) else { return }
        let text = String(decoding: try Disk.read(path, limit: 1 << 20), as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.prefix { $0 != "#" }
            guard let equals = words.firstIndex(of: "=") else { continue }
            let key = trimmedOfBlanks(String(words[..<equals]))
            values[key] = trimmedOfBlanks(String(words[words.index(after: equals)...]))
        }
    }

    subscript(key: String) -> String? { values[key] }

    private static func path(_ environment: [String: String]) -> String? {
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/gloss/config" }
        return environment["HOME"].map { $0 + "/.config/gloss/config" }
    }
}
