// What every subcommand is: a parsed command line that runs on a console.

import ArgumentParser

/// A subcommand of Gloss.
protocol GlossCommand: ParsableCommand {
    /// Three command lines with which its help begins.
    static var examples: [String] { get }

    /// Does what was asked.
    ///
    /// - Throws: whatever went wrong; `Program` words it and chooses the exit code.
    func run(on console: Console) throws
}
