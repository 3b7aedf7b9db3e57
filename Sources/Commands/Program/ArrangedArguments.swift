// The first look at a command line: a folder means the workbench, options may come before the command, and nothing
// at all too; an unknown word is answered with the nearest command. The argument parser does the rest.

import ArgumentParser
import CodingCore
import StudyFiles

/// Arguments in the order in which the argument parser wants them.
enum ArrangedArguments {
    private static let early = ["--study", "--coder"]

    /// Puts `--study` and `--coder` behind the command, and turns a study's folder into the command that opens it.
    ///
    /// - Throws: wrong usage, with the nearest command, when the first word is neither a command nor a folder, or
    ///   help is asked on what is no command.
    static func arrange(_ arguments: [String], on console: Console) throws -> [String] {
        var moved: [String] = []
        var rest = arguments[...]
        while let option = rest.first, let name = early.first(where: { option == $0 || option.hasPrefix($0 + "=") }) {
            let count = option == name ? min(2, rest.count) : 1
            moved += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        guard let word = rest.first else {
            let isInStudy = StudyFolder.find(upwardFrom: console.workingFolder) != nil
            return moved.isEmpty && !isInStudy ? [] : [OpenCommand._commandName] + moved
        }
        if word == "help", let topic = rest.dropFirst().first, !topic.hasPrefix("-"), !commands.contains(topic) {
            throw CommandFailure.wrongUsage("there is no command ‘\(topic)’; \(hint(for: topic))")
        }
        if word.hasPrefix("-") || word.isEmpty || commands.contains(word) {
            // What stands behind -- is never an option.
            let end = rest.firstIndex(of: "--") ?? rest.endIndex
            return rest[..<end] + moved + rest[end...]
        }
        if Disk.isFolder(console.path(word)) {
            return [OpenCommand._commandName, "--study", word] + rest.dropFirst() + moved
        }
        throw CommandFailure.wrongUsage("‘\(word)’ is neither a command nor a folder; \(hint(for: word))")
    }

    private static func hint(for word: String) -> String {
        namesNear(word, among: commands).first.map { "did you mean ‘\($0)’?" } ?? "‘gloss --help’ lists the commands"
    }

    private static var commands: [String] { Gloss.configuration.subcommands.map { $0._commandName } + ["help"] }
}
