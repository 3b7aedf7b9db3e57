// From arguments to an exit code: parsing, help, and the wording of every failure. Does no work of its own.

import ArgumentParser
import CodingCore
import StudyFiles
import TextMetrics

/// The program `gloss`.
package enum Program {
    /// Runs one command line, the program's own name left out, and answers the exit code.
    package static func run(_ arguments: [String], on console: Console) -> Int32 {
        do {
            let command = try Gloss.parseAsRoot(ArrangedArguments.arrange(arguments, on: console))
            if let command = command as? any GlossCommand {
                try command.run(on: console)
            } else {
                // Help and completions are commands of the argument parser; they run by throwing their text.
                var command = command
                try command.run()
            }
            return 0
        } catch {
            return report(error, arguments, console)
        }
    }

    private static func report(_ error: any Error, _ arguments: [String], _ console: Console) -> Int32 {
        switch error {
        case is BrokenPipe:
            return CommandFailure.Code.couldNot.rawValue
        case let failure as CommandFailure:
            if !failure.sentence.isEmpty { console.say("gloss: \(failure.sentence)") }
            return failure.code.rawValue
        case let trouble as FileTrouble:
            console.say("gloss: \(trouble)")
            return CommandFailure.Code.couldNot.rawValue
        case let error as QueryError:
            console.say("gloss: \(error)")
            return CommandFailure.Code.couldNot.rawValue
        default:
            return reportParsing(error, arguments, console)
        }
    }

    /// Help, completions and wrong usage, which the argument parser words; any other error speaks for itself.
    private static func reportParsing(_ error: any Error, _ arguments: [String], _ console: Console) -> Int32 {
        let code = Gloss.exitCode(for: error)
        guard code == .success else {
            let isUsage = code == .validationFailure
            console.say(isUsage ? Gloss.fullMessage(for: error) : "gloss: \(error)")
            return isUsage ? CommandFailure.Code.wrongUsage.rawValue : CommandFailure.Code.couldNot.rawValue
        }
        do {
            let text = Gloss.fullMessage(for: error)
            try console.print((text.hasPrefix("OVERVIEW:") ? examples(for: arguments) : "") + text + "\n")
            return 0
        } catch {
            return report(error, [], console)
        }
    }

    /// The examples that the help of the command named by the arguments begins with.
    private static func examples(for arguments: [String]) -> String {
        var type: any ParsableCommand.Type = Gloss.self
        for word in arguments where !word.hasPrefix("-") {
            guard let next = type.configuration.subcommands.first(where: { $0._commandName == word }) else { continue }
            type = next
        }
        guard let type = type as? any GlossCommand.Type else { return "" }
        return "EXAMPLES:\n" + type.examples.map { "  \($0)\n" }.joined() + "\n"
    }
}
