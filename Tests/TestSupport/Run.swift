// Running a program to its end, without a terminal.
import CPseudoTerminal
import Glibc

/// What a program left behind.
package struct ProcessResult: Sendable {
    package let status: ExitStatus
    package let outputBytes: [UInt8]
    package let errorBytes: [UInt8]

    /// Standard output and standard error as text; bytes that are no UTF-8 are repaired.
    package var output: String { String(decoding: outputBytes, as: UTF8.self) }
    package var error: String { String(decoding: errorBytes, as: UTF8.self) }
}

/// Runs a program to its end and answers what it wrote.
/// - Parameters:
///   - arguments: the program and its arguments; without a slash it is looked for in the usual folders.
///   - input: what it reads from standard input.
///   - environment: added to a small fixed environment.
///   - directory: where it runs; the test's own folder if nil.
///   - deadline: the longest it may run; then it is killed and an error thrown.
package func run(
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:],
    directory: String? = nil,
    deadline: Duration = .seconds(60)
) throws -> ProcessResult {
    let (standardInput, standardOutput, standardError) = (try Pipe(), try Pipe(), try Pipe())
    var process: pid_t = 0
    var argv = arguments
    argv[0] = resolved(argv[0])
    let started = try unsafe withCStrings(argv) { argv in
        try unsafe withCStrings(childEnvironment(environment)) { envp in
            let descriptors = [standardInput.reader.number, standardOutput.writer.number, standardError.writer.number]
            return unsafe cpt_start(argv, envp, directory, descriptors, &process)
        }
    }
    guard started == 0 else { throw ProcessError(description: "cannot start \(arguments)") }
    standardInput.reader.close()
    standardOutput.writer.close()
    standardError.writer.close()
    var exchange = Exchange(
        input: Array(input.utf8),
        writer: standardInput.writer,
        outputs: [standardOutput.reader, standardError.reader]
    )
    let end = ContinuousClock.now + deadline
    let isComplete = exchange.run(until: end)
    while ContinuousClock.now < end || !isComplete {
        if !isComplete { kill(process, SIGKILL) }
        if let status = ExitStatus(code: cpt_status(process)) {
            guard isComplete else { throw ProcessError(description: "still running after \(deadline): \(arguments)") }
            return ProcessResult(status: status, outputBytes: exchange.read[0], errorBytes: exchange.read[1])
        }
        usleep(500)
    }
    kill(process, SIGKILL)
    throw ProcessError(description: "did not end within \(deadline): \(arguments)")
}

/// A descriptor that is closed once, at the latest when nobody holds it any more.
private final class Descriptor {
    let number: Int32
    private var isOpen = true

    init(_ number: Int32) {
        self.number = number
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    func close() {
        if isOpen { _ = Glibc.close(number) }
        isOpen = false
    }

    deinit { close() }
}

private struct Pipe {
    let reader: Descriptor
    let writer: Descriptor

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw ProcessError(description: "no pipe: errno \(errno)") }
        (reader, writer) = (Descriptor(ends[0]), Descriptor(ends[1]))
    }
}

/// Feeds a process and reads it, both at a time, lest each waits for the other.
private struct Exchange {
    var input: [UInt8]
    let writer: Descriptor
    let outputs: [Descriptor]
    var read: [[UInt8]] = [[], []]

    init(input: [UInt8], writer: Descriptor, outputs: [Descriptor]) {
        self.input = input
        self.writer = writer
        self.outputs = outputs
        _ = fcntl(writer.number, F_SETFL, O_NONBLOCK)
        signal(SIGPIPE, SIG_IGN)  // a program may close its input early
        if input.isEmpty { writer.close() }
    }

    /// Answers false if the time was over before both outputs ended.
    mutating func run(until end: ContinuousClock.Instant) -> Bool {
        var isOpen = [true, true]
        while isOpen.contains(true) {
            if ContinuousClock.now > end { return false }
            var polled = zip(outputs, isOpen).map { pollfd(fd: $1 ? $0.number : -1, events: Int16(POLLIN), revents: 0) }
            polled.append(pollfd(fd: input.isEmpty ? -1 : writer.number, events: Int16(POLLOUT), revents: 0))
            _ = unsafe poll(&polled, nfds_t(polled.count), 50)
            if polled[2].revents != 0 { write() }
            for (index, descriptor) in outputs.enumerated() where polled[index].revents != 0 {
                var buffer = [UInt8](repeating: 0, count: 65536)
                let count = unsafe Glibc.read(descriptor.number, &buffer, buffer.count)
                if count <= 0 { isOpen[index] = false } else { read[index] += buffer[..<count] }
            }
        }
        return true
    }

    private mutating func write() {
        let count = unsafe Glibc.write(writer.number, input, input.count)
        if count > 0 { input.removeFirst(count) }
        if count < 0 && errno != EAGAIN { input = [] }
        if input.isEmpty { writer.close() }
    }
}
