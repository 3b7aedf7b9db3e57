// The one place where Interchange starts another program. Knows nothing of formats.
// No shell, an array of arguments, the input on a socket and never in a file, limits on time and output.

import Glibc

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

    /// Runs the program and waits for it.
    ///
    /// - Parameter file: the name of the document, for errors.
    /// - Throws: `ImportError` when the program is missing, fails, takes too long or writes too much.
    package func run(_ arguments: [String], input: [UInt8], file: String) throws(ImportError) -> Output {
        let child: ChildProcess
        do {
            child = try ChildProcess(name, arguments: arguments)
        } catch {
            throw sentence(for: error, file: file)
        }
        let (ending, bytes, talk) = child.converse(sending: input, seconds: secondsAllowed, limit: bytesAllowed)
        let output = Output(bytes: bytes, talk: String(decoding: talk, as: UTF8.self))
        switch ending {
        case .exited(0):
            return output
        case .exited:
            throw ImportError(
                .toolFailed,
                file: file,
                "\(name) could not read this document. Open it in a word processor, save it again and import that.",
                underlying: Self.firstLines(output.talk)
            )
        case .tookTooLong:
            throw ImportError(
                .toolTooSlow,
                file: file,
                "\(name) was stopped because it had not finished after \(secondsAllowed) seconds."
            )
        case .wroteTooMuch:
            throw ImportError(
                .tooLarge,
                file: file,
                "\(name) made more than \(bytesAllowed >> 20) MB out of this document. Gloss does not open it."
            )
        }
    }

    private func sentence(for refusal: ChildProcess.Refusal, file: String) -> ImportError {
        guard refusal.number == ENOENT || refusal.number == EACCES else {
            return ImportError(
                .toolFailed,
                file: file,
                "\(name) could not be started.",
                underlying: unsafe String(cString: strerror(refusal.number))
            )
        }
        return ImportError(
            .toolMissing,
            file: file,
            "This kind of file is read with \(name), which is not installed. "
                + "Install it (Debian and Ubuntu: sudo apt install \(aptPackage)) and import again."
        )
    }

    /// The first lines of what a program said, so that an error stays readable.
    private static func firstLines(_ talk: String) -> String? {
        let lines = talk.split(separator: "\n").prefix(3).joined(separator: " ")
        return lines.isEmpty ? nil : String(lines.prefix(300))
    }
}
