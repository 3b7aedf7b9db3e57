// A bridge from async to waiting. Knows nothing of what is run.

import Dispatch
import Synchronization

/// Runs an async function and blocks the calling thread until it ends.
///
/// The work runs on a queue of its own, not on Swift's shared pool: a caller that itself sits on the pool, as a test
/// does, would otherwise wait for a thread that it occupies.
enum BlockingTask {
    /// How long a cancelled task is given to clean up.
    private static let grace = 10

    /// The value of `work`, or nothing when it took longer than `seconds` and was cancelled.
    ///
    /// - Throws: what `work` throws.
    static func run<Value: Sendable>(
        seconds: Int,
        _ work: @escaping @Sendable () async throws -> Value
    ) throws -> Value? {
        let outcome = Outcome<Value>()
        let done = DispatchSemaphore(value: 0)
        let task = Task.detached(executorPreference: QueueExecutor()) {
            do {
                let value = try await work()
                outcome.set(.success(value))
            } catch {
                outcome.set(.failure(error))
            }
            done.signal()
        }
        if done.wait(timeout: .now() + .seconds(seconds)) == .timedOut {
            task.cancel()
            _ = done.wait(timeout: .now() + .seconds(grace))
            return nil
        }
        return try outcome.value?.get()
    }
}

/// A result that one thread leaves and another picks up.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ value: Result<Value, any Error>) { result.withLock { $0 = value } }

    var value: Result<Value, any Error>? { result.withLock { $0 } }
}

/// Runs the parts of one task, one after the other, on a queue outside the shared pool.
private final class QueueExecutor: TaskExecutor {
    private let queue = DispatchQueue(label: "gloss.tool")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
