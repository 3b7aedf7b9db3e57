// The words of a configuration file: lines of `name = value` and of `key COMMAND = KEYS`; `#` begins a comment. Pure: reads
// no file, and a wrong line costs that line only.

import CodingCore
package import StudyFiles

/// What a configuration file says, and what of it cannot be used.
package nonisolated struct ConfigurationText: Sendable {
    package private(set) var preferences = Preferences()
    /// The lines that cannot be used or have no effect; the file's path stands in each.
    package private(set) var findings: [Finding] = []
    /// The lines that set an option, by its name; lines are counted from 1.
    package private(set) var optionLines: [String: Int] = [:]
    /// The lines that give keys, by the name of their command.
    package private(set) var keyLines: [String: Int] = [:]

    private let file: String

    /// - Parameter file: the file's path, for findings.
    package init(_ text: String, file: String) {
        self.file = file
        // Some editors begin a file with a byte order mark.
        let start = text.unicodeScalars.first == "\u{FEFF}" ? 1 : 0
        let lines = Substring(text.unicodeScalars.dropFirst(start))
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let words = trimmedOfBlanks(String(line.prefix { $0 != "#" }))
            guard !words.isEmpty else { continue }
            do {
                try read(words, line: index + 1)
            } catch {
                note(error, line: index + 1)
            }
        }
        checkCoder()
    }

    /// What is wrong with the keys, in the places of a command table.
    @MainActor package func keyFindings() -> [Finding] {
        KeyBindings(applying: preferences.keys, to: CommandTable.standard.rows).problems.map { problem in
            .problem(file, line: keyLines[problem.command], problem.trouble.what, advice: problem.trouble.advice)
        }
    }

    private mutating func read(_ words: String, line: Int) throws(PreferenceTrouble) {
        guard let equals = words.firstIndex(of: "=") else {
            throw PreferenceTrouble("‘\(words)’ sets nothing", advice: "write NAME = VALUE, or # before a comment")
        }
        let name = trimmedOfBlanks(String(words[..<equals]))
        let value = trimmedOfBlanks(String(words[words.index(after: equals)...]))
        let parts = name.split { $0 == " " || $0 == "\t" }
        if parts.first == "key" {
            guard parts.count == 2 else {
                throw PreferenceTrouble("this line names no command", advice: "write key COMMAND = KEYS")
            }
            try readKeys(value, of: String(parts[1]), line: line)
        } else {
            preferences = try PreferenceTable.row(named: name).setting(value, in: preferences)
            noteRepeated(name, earlier: optionLines[name], line: line)
            optionLines[name] = line
        }
    }

    private mutating func readKeys(_ value: String, of command: String, line: Int) throws(PreferenceTrouble) {
        preferences.keys[command] = try KeyNotation.sequences(value)
        noteRepeated("key \(command)", earlier: keyLines[command], line: line)
        keyLines[command] = line
    }

    private mutating func noteRepeated(_ name: String, earlier: Int?, line: Int) {
        guard let earlier else { return }
        let trouble = PreferenceTrouble("line \(line) sets \(name) again, and the last one counts", advice: "keep one")
        note(trouble, line: earlier)
    }

    private mutating func note(_ trouble: PreferenceTrouble, line: Int) {
        findings.append(.problem(file, line: line, trouble.what, advice: trouble.advice))
    }

    /// A bad name stays, so that whoever asks who codes blames it instead of passing to the login name.
    private mutating func checkCoder() {
        guard let coder = preferences.coder, CoderID(coder) == nil, let line = optionLines["coder"],
            let row = try? PreferenceTable.row(named: "coder")
        else { return }
        note(PreferenceTrouble("‘\(coder)’ is no coder's id", advice: "use \(row.values.description)"), line: line)
    }
}
