// The coder's own editor, as git starts it: through the shell, so that `EDITOR="code --wait"` works, with the file's name
// handed over as an argument that the shell does not read. Knows no memos. The terminal must be given away before.

import Glibc

/// Why an editor wrote nothing.
nonisolated package struct EditorTrouble: Error, CustomStringConvertible {
    package let description: String
}

/// A program that edits one file in the terminal.
nonisolated package struct ExternalEditor {
    /// What the shell runs, such as `vim` or `code --wait`.
    let command: String

    /// - Parameter preferred: the coder's choice in the configuration; without one, `$VISUAL`, `$EDITOR`, then `vi`.
    package init(preferred: String, environment: (String) -> String? = ExternalEditor.environment) {
        let candidates = [preferred, environment("VISUAL") ?? "", environment("EDITOR") ?? ""]
        command = candidates.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
    }

    /// A variable of the environment.
    package static func environment(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }

    /// Runs the editor on a file until it ends.
    ///
    /// - Throws: `EditorTrouble` when it cannot be started or says that it failed.
    package func edit(_ path: String) throws {
        var process = pid_t()
        let refusal = spawn(path, as: &process)
        guard refusal == 0 else { throw trouble("cannot be started: the system refuses") }
        switch Self.wait(for: process) {
        case 0: return
        // The shell's way to say that there is no such program, or that it is none.
        case 126, 127: throw trouble("cannot be started: set editor in the configuration, or $EDITOR")
        case let code: throw trouble("ended with \(code), so nothing is changed")
        }
    }

    private func trouble(_ what: String) -> EditorTrouble {
        EditorTrouble(description: "The editor “\(command)” \(what).")
    }

    private func spawn(_ path: String, as process: inout pid_t) -> Int32 {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var (nothing, usual) = (sigset_t(), sigset_t())
        unsafe sigemptyset(&nothing)
        unsafe sigemptyset(&usual)
        for signal in [SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU, SIGWINCH, SIGINT, SIGQUIT, SIGTERM, SIGHUP] {
            unsafe sigaddset(&usual, signal)
        }
        unsafe posix_spawnattr_setsigmask(&attributes, &nothing)
        unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments = ["sh", "-c", "\(command) \"$1\"", "gloss", path]
        var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        return unsafe posix_spawn(&process, "/bin/sh", nil, &attributes, words, environ)
    }

    /// Waits for the end, and stops along with a program that is stopped by Ctrl-Z: else nobody could go on with either.
    ///
    /// - Returns: the exit code; 128 and the signal's number when a signal ended it.
    private static func wait(for process: pid_t) -> Int32 {
        var status: Int32 = 0
        while true {
            let answer = unsafe waitpid(process, &status, WUNTRACED)
            if answer < 0, errno != EINTR { return 0 }
            guard answer == process else { continue }
            let signal = status & 0x7F
            if status & 0xFF == 0x7F {
                kill(getpid(), SIGSTOP)
                kill(process, SIGCONT)
            } else {
                return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
            }
        }
    }
}
