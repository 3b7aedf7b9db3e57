// How a checked configuration is printed. Checks nothing.

import CodingCore
import StudyFiles
import Workbench

/// A configuration file and what of it cannot be used.
struct ConfigurationReport {
    let configuration: Configuration
    let findings: [Finding]

    private var options: Int { configuration.text?.optionLines.count ?? 0 }
    private var keys: Int { configuration.text?.keyLines.count ?? 0 }

    /// A line for each finding, or one sentence.
    var text: String { findings.isEmpty ? sentence + "\n" : findings.map { "\($0)\n" }.joined() }

    private var sentence: String {
        guard let path = configuration.path else {
            return "There is no configuration, and no place for one: neither HOME nor XDG_CONFIG_HOME is set."
        }
        guard configuration.text != nil else {
            return "There is no configuration, so every option has its default. It would be \(path); "
                + "‘gloss check-config --defaults’ prints one to begin with."
        }
        let keys = keys == 0 ? "" : " and the keys of \(counted(self.keys, "command"))"
        return "All is well: \(path) sets \(counted(options, "option"))\(keys)."
    }

    var json: JSONText {
        [
            "file": configuration.path.map { .string($0) } ?? .null,
            "options": .integer(options),
            "keys": .integer(keys),
            "problems": .array(findings.map(\.json)),
        ]
    }
}
