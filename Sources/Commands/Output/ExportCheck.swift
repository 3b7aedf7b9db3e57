// No name of the key leaves the study in a file. Knows the key's variable and what is about to be written.

import CodingCore
import StudyFiles

/// The check that stands before every export.
enum ExportCheck {
    /// The variable that names the key.
    static let variable = "GLOSS_PSEUDONYM_KEY"

    private static let mostNamed = 10

    /// Refuses what holds a name of the key; nothing is checked where the variable names none.
    ///
    /// - Throws: a sentence with the lines, or why the key cannot be read.
    static func require(_ text: String, for file: String, of open: OpenStudy, on console: Console) throws {
        guard let path = console.environment[variable], !path.isEmpty else { return }
        let key = try PseudonymKey.read(console.path(path), outside: open.folder)
        let lines = key.places(in: text).map(\.line).uniqued()
        guard !lines.isEmpty else { return }
        let shown = lines.prefix(mostNamed).map(String.init).joined(separator: ", ")
        let more = lines.count > mostNamed ? " and \(lines.count - mostNamed) more" : ""
        throw CommandFailure.couldNot(
            "\(file) is not written: a name of the key stands in \(lines.count == 1 ? "line" : "lines") \(shown)\(more) of it; "
                + "‘gloss pseudonymise’ shows where it comes from"
        )
    }
}
