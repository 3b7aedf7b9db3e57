// The same work on many things, on all cores, with the results in the order of the things. Knows neither texts nor files.

import Glibc
import Synchronization

/// The results of some work on each item, in their order; done on several threads where there are many items.
///
/// - Parameter work: may be called on any thread, on several at once.
package func inParallel<Item: Sendable, Output: Sendable>(
    _ items: [Item],
    _ work: @escaping @Sendable (Item) -> Output
) -> [Output] {
    let threads = min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 8, items.count / 4)
    guard threads > 1 else { return items.map(work) }
    let job = Job(items, work)
    let others = (1..<threads).compactMap { _ in WorkThread { job.run() } }
    job.run()
    for thread in others { thread.join() }
    return job.outputs
}

/// Items that threads take one by one.
private final class Job<Item: Sendable, Output: Sendable>: Sendable {
    private let items: [Item]
    private let work: @Sendable (Item) -> Output
    private let next = Atomic<Int>(0)
    private let done: Mutex<[Output?]>

    init(_ items: [Item], _ work: @escaping @Sendable (Item) -> Output) {
        (self.items, self.work) = (items, work)
        done = Mutex(Array(repeating: nil, count: items.count))
    }

    /// Works until no item is left.
    func run() {
        while true {
            let place = next.add(1, ordering: .relaxed).oldValue
            guard place < items.count else { return }
            let output = work(items[place])
            done.withLock { $0[place] = output }
        }
    }

    /// Complete once every thread has come back.
    var outputs: [Output] { done.withLock { $0.compactMap(\.self) } }
}

/// A thread of the system that does one thing.
private final class WorkThread {
    private final class Body: Sendable {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    private let thread: pthread_t

    /// Begins; nothing when the system has no thread to give, and others do the work.
    init?(_ run: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let body = unsafe Unmanaged.passRetained(Body(run))
        let code = unsafe pthread_create(
            &thread,
            nil,
            { context in
                if let context = unsafe context { unsafe Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run() }
                return nil
            },
            body.toOpaque()
        )
        guard code == 0 else {
            unsafe body.release()
            return nil
        }
        self.thread = thread
    }

    func join() { _ = pthread_join(thread, nil) }
}
