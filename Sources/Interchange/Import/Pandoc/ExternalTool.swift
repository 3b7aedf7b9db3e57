// The one place where Interchange starts another program. Knows nothing of formats.
// No shell, an array of arguments, the input on a pipe and never in a file, limits on time and output.

import Glibc
import Subprocess
import Synchronization

/// A program of the system that turns bytes into other bytes.
package struct ExternalTool: Sendable {
    /// The name under which `PATH` is searched.
    package var name: String
    /// The Debian package that brings it.
    package var aptPackage: String
    package var secondsAllowed: Int
    package var bytesAllowed: Int

    package init(name: String, aptPackage: String, secondsAllowed: Int = 120, bytesAllowed: Int = 256 << 20) {
        self.name = name
        self.aptPackage = aptPackage
        self.secondsAllowed = secondsAllowed
        self.bytesAllowed = bytesAllowed
    }

    /// What a program that ended well wrote.
    package struct Output: Sendable {
        package var bytes: [UInt8]
        /// What it wrote to standard error.
        package var talk: String
    }

    private struct Ended: Sendable {
        var output: Output
        var succeeded: Bool
    }

    /// One program at a time: the handling of SIGPIPE belongs to the whole process.
    private static let turnstile = Mutex(())

    /// Runs the program and waits for it.
    ///
    /// - Parameter file: the name of the document, for errors.
    /// - Throws: `ImportError` when the program is missing, fails, takes too long or writes too much.
    package func run(_ arguments: [String], input: [UInt8], file: String) throws -> Output {
        let ended = try Self.turnstile.withLock { _ in
            // A program that ends before it has read its input must not end ours.
            let previous = signal(SIGPIPE, SIG_IGN)
            defer { _ = signal(SIGPIPE, previous) }
            return try launch(arguments, input: input, file: file)
        }
        guard ended.succeeded else {
            throw ImportError(
                .toolFailed,
                file: file,
                "\(name) could not read this document. Open it in a word processor, save it again and import that.",
                underlying: Self.firstLines(ended.output.talk)
            )
        }
        return ended.output
    }

    private func launch(_ arguments: [String], input: [UInt8], file: String) throws -> Ended {
        let tool = self
        let work: @Sendable () async throws -> Ended = {
            let result = try await Subprocess.run(
                .name(tool.name),
                arguments: Arguments(arguments),
                input: .array(input),
                output: .bytes(limit: tool.bytesAllowed),
                error: .bytes(limit: 1 << 20)
            )
            let talk = String(decoding: result.standardError, as: UTF8.self)
            return Ended(
                output: Output(bytes: result.standardOutput, talk: talk),
                succeeded: result.terminationStatus.isSuccess
            )
        }
        do {
            if let ended = try BlockingTask.run(seconds: secondsAllowed, work) { return ended }
        } catch let error as SubprocessError {
            throw sentence(for: error, file: file)
        }
        throw ImportError(
            .toolTooSlow,
            file: file,
            "\(name) was stopped because it had not finished after \(secondsAllowed) seconds."
        )
    }

    private func sentence(for error: SubprocessError, file: String) -> ImportError {
        switch error.code {
        case .executableNotFound:
            ImportError(
                .toolMissing,
                file: file,
                "This kind of file is read with \(name), which is not installed. "
                    + "Install it (Debian and Ubuntu: sudo apt install \(aptPackage)) and import again."
            )
        case .outputLimitExceeded:
            ImportError(
                .tooLarge,
                file: file,
                "\(name) made more than \(bytesAllowed >> 20) MB out of this document. Gloss does not open it."
            )
        default:
            ImportError(.toolFailed, file: file, "\(name) could not be run.", underlying: "\(error)")
        }
    }

    /// The first lines of what a program said, so that an error stays readable.
    private static func firstLines(_ talk: String) -> String? {
        let lines = talk.split(separator: "\n").prefix(3).joined(separator: " ")
        return lines.isEmpty ? nil : String(lines.prefix(300))
    }
}
