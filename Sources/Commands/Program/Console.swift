// Where a command reads and writes: the edge to the outside, passed in so that tests can stand in for it.
// Knows nothing of studies.

import CPosix
import Glibc
import StudyFiles
import TextMetrics

/// Standard input, output and error, and what is known of the surroundings.
package struct Console {
    package var environment: [String: String]
    /// The folder that relative paths start from.
    package var workingFolder: String
    package var isInputTerminal: Bool
    package var isOutputTerminal: Bool
    /// Whether talk goes to a terminal, where a line can be written over.
    package var isTalkTerminal = false
    /// How many columns tables may take.
    var columns = Self.usualColumns
    /// Writes bytes to standard output, all of them or none it can vouch for.
    package var write: ([UInt8]) throws -> Void
    /// Writes bytes to standard error; a failure to do so has nobody left to be told to.
    package var writeTalk: ([UInt8]) -> Void
    /// All of standard input.
    package var readInput: () throws -> [UInt8]

    package init(
        environment: [String: String],
        workingFolder: String,
        isInputTerminal: Bool,
        isOutputTerminal: Bool,
        write: @escaping ([UInt8]) throws -> Void,
        writeTalk: @escaping ([UInt8]) -> Void,
        readInput: @escaping () throws -> [UInt8]
    ) {
        self.environment = environment
        self.workingFolder = workingFolder
        self.isInputTerminal = isInputTerminal
        self.isOutputTerminal = isOutputTerminal
        self.write = write
        self.writeTalk = writeTalk
        self.readInput = readInput
    }

    /// Prints data. What could steer a terminal is made visible on one; elsewhere bytes are kept.
    package func print(_ text: String) throws {
        try write(Array((isOutputTerminal ? shown(text) : text).utf8))
    }

    /// Prints bytes of a text: as they are, but for what could steer a terminal.
    func print(bytes: [UInt8]) throws {
        if isOutputTerminal { try print(String(decoding: bytes, as: UTF8.self)) } else { try write(bytes) }
    }

    /// Says a sentence to the person; one line of standard error, a line feed is added.
    package func say(_ sentence: String) {
        writeTalk(Array((shown(sentence) + "\n").utf8))
    }

    /// Writes a line of talk over the one that stands, without ending it; for terminals only.
    func writeOver(_ words: String) {
        writeTalk(Array("\r\u{1B}[K\(shown(words))".utf8))
    }

    /// A path as the system takes it: relative ones start from the working folder.
    package func path(_ path: String) -> String {
        if path.utf8.first == UInt8(ascii: "/") { return path }
        if path.isEmpty || path == "." { return workingFolder }
        return (workingFolder == "/" ? "" : workingFolder) + "/" + path
    }
}

extension Console {
    private static let usualColumns = 100

    /// `$COLUMNS` where it is a sensible number, else what the terminal says, else the usual width.
    private static func columns(of console: Console) -> Int {
        if let said = console.environment["COLUMNS"].flatMap({ Int($0) }), (40...1_000).contains(said) { return said }
        let columns = Int(gloss_terminal_columns(STDOUT_FILENO))
        return columns >= 40 ? columns : usualColumns
    }

    /// The console of this process.
    package static func system() -> Console {
        // A reader that went away is an error of `write`, not a signal.
        signal(SIGPIPE, SIG_IGN)
        // A file-size limit is an error of `write` too.
        signal(SIGXFSZ, SIG_IGN)
        var console = Console(
            environment: SystemEnvironment.variables(),
            workingFolder: SystemEnvironment.workingFolder(),
            isInputTerminal: isatty(STDIN_FILENO) == 1,
            isOutputTerminal: isatty(STDOUT_FILENO) == 1,
            write: { try StandardStreams.write($0, to: STDOUT_FILENO) },
            writeTalk: { bytes in
                do { try StandardStreams.write(bytes, to: STDERR_FILENO) } catch { return }
            },
            readInput: { try StandardStreams.read(STDIN_FILENO) }
        )
        console.columns = columns(of: console)
        console.isTalkTerminal = isatty(STDERR_FILENO) == 1
        return console
    }
}
