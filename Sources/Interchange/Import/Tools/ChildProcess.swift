// A program started beside this one, with three sockets to it. Knows file descriptors; knows nothing of documents.
// swift-subprocess is async: behind a blocking face it waits for Swift's shared pool, and hangs when the caller is on
// that pool itself. Reading a document is a plain function, so this waits with `poll` and needs no pool.
// Sockets instead of pipes: writing to a program that has ended gives an error instead of SIGPIPE.

import Glibc

/// A running program and our ends of its standard input, output and error.
final class ChildProcess {
    private let process: pid_t
    private var input: Int32
    private var output: Int32
    private var talk: Int32
    private var hasEnded = false

    /// How a conversation with a program ended.
    enum Ending: Equatable {
        /// The program ended by itself, with this exit code; 128 and more means a signal.
        case exited(Int32)
        case tookTooLong
        case wroteTooMuch
    }

    /// Starts a program that is searched for in `PATH`.
    ///
    /// - Throws: `Refusal` with the system's number, such as ENOENT when there is no such program.
    init(_ name: String, arguments: [String]) throws(Refusal) {
        let ends = try SocketPairs()
        defer { ends.closeTheirs() }
        var number: pid_t = 0
        let result = Self.spawn(name, arguments, ends, process: &number)
        guard result == 0 else {
            ends.closeOurs()
            throw Refusal(number: result)
        }
        process = number
        (input, output, talk) = (ends.ours[0], ends.ours[1], ends.ours[2])
    }

    deinit {
        for descriptor in [input, output, talk] where descriptor >= 0 { close(descriptor) }
        if !hasEnded {
            kill(process, SIGKILL)
            _ = Self.wait(for: process, options: 0)
        }
    }

    /// The system's refusal to start a program.
    struct Refusal: Error {
        var number: Int32
    }

    /// Sends `bytes`, collects what the program writes, and waits for its end.
    ///
    /// - Parameters:
    ///   - seconds: the time allowed; the program is killed after it.
    ///   - limit: the bytes it may write; the program is killed beyond it.
    func converse(sending bytes: [UInt8], seconds: Int, limit: Int) -> (Ending, output: [UInt8], talk: [UInt8]) {
        let deadline = Self.now() + seconds * 1_000
        var sent = 0
        var collected: [UInt8] = []
        var said: [UInt8] = []
        while output >= 0 || talk >= 0 {
            let patience = deadline - Self.now()
            guard patience > 0 else { return (.tookTooLong, collected, said) }
            var waiting = [
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: talk, events: Int16(POLLIN), revents: 0),
            ]
            // A negative descriptor is passed over by poll.
            unsafe poll(&waiting, 3, Int32(min(patience, 1_000)))
            if waiting[0].revents != 0 { Self.send(bytes, from: &sent, to: &input) }
            if waiting[1].revents != 0 { Self.receive(from: &output, into: &collected) }
            if waiting[2].revents != 0 { Self.receive(from: &talk, into: &said) }
            guard collected.count <= limit, said.count <= limit else { return (.wroteTooMuch, [], said) }
        }
        return (waitForEnd(until: deadline), collected, said)
    }

    private func waitForEnd(until deadline: Int) -> Ending {
        while Self.now() < deadline {
            if let status = Self.wait(for: process, options: WNOHANG) {
                hasEnded = true
                let signal = status & 0x7F
                return .exited(signal == 0 ? status >> 8 & 0xFF : 128 + signal)
            }
            usleep(1_000)
        }
        return .tookTooLong
    }

    /// The status of a child that has ended; nothing when it runs on.
    private static func wait(for process: pid_t, options: Int32) -> Int32? {
        var status: Int32 = 0
        while true {
            let result = unsafe waitpid(process, &status, options)
            if result == process { return status }
            // A child that somebody else has already waited for ended somehow: that counts as a failure.
            if result < 0 && errno != EINTR { return 0x7F00 }
            if result == 0 { return nil }
        }
    }

    /// Sends what the socket takes; closes it when all is sent or nobody reads any more.
    private static func send(_ bytes: [UInt8], from sent: inout Int, to socket: inout Int32) {
        let start = sent
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.send(
                socket,
                buffer.baseAddress?.advanced(by: start),
                buffer.count - start,
                Int32(MSG_NOSIGNAL | MSG_DONTWAIT)
            )
        }
        if count > 0 { sent += count }
        if sent < bytes.count, count > 0 || errno == EAGAIN || errno == EINTR { return }
        close(socket)
        socket = -1
    }

    /// Takes what has come; closes the socket at its end.
    private static func receive(from socket: inout Int32, into collected: inout [UInt8]) {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = unsafe recv(socket, &chunk, chunk.count, Int32(MSG_DONTWAIT))
        collected += chunk.prefix(max(0, count))
        if count > 0 || (count < 0 && (errno == EAGAIN || errno == EINTR)) { return }
        close(socket)
        socket = -1
    }

    /// Milliseconds of a clock that nobody sets.
    private static func now() -> Int {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}

// MARK: - Starting

/// Three pairs of connected sockets: ours and theirs for input, output and error.
private struct SocketPairs {
    private(set) var ours: [Int32] = []
    private(set) var theirs: [Int32] = []

    init() throws(ChildProcess.Refusal) {
        for _ in 0..<3 {
            var pair: [Int32] = [-1, -1]
            let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
            guard unsafe socketpair(AF_UNIX, type, 0, &pair) == 0 else {
                let refusal = ChildProcess.Refusal(number: errno)
                closeOurs()
                closeTheirs()
                throw refusal
            }
            ours.append(pair[0])
            theirs.append(pair[1])
        }
    }

    func closeOurs() { for descriptor in ours { close(descriptor) } }

    func closeTheirs() { for descriptor in theirs { close(descriptor) } }
}

extension ChildProcess {
    /// Starts the program with usual signals, and with its three standard descriptors on their ends of the sockets.
    ///
    /// - Returns: 0, or the system's number for its refusal.
    private static func spawn(
        _ name: String,
        _ arguments: [String],
        _ ends: SocketPairs,
        process: inout pid_t
    ) -> Int32 {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (target, descriptor) in ends.theirs.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
        }
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var nothing = sigset_t()
        var usual = sigset_t()
        unsafe sigemptyset(&nothing)
        unsafe sigemptyset(&usual)
        for signal in [SIGPIPE, SIGTSTP, SIGWINCH, SIGTERM, SIGHUP] { unsafe sigaddset(&usual, signal) }
        unsafe posix_spawnattr_setsigmask(&attributes, &nothing)
        unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var words: [UnsafeMutablePointer<CChar>?] = unsafe ([name] + arguments).map { unsafe strdup($0) }
        unsafe words.append(nil)
        defer { unsafe words.forEach { unsafe free($0) } }
        return unsafe posix_spawnp(&process, name, &actions, &attributes, words, environ)
    }
}
