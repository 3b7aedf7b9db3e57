// System calls that fail on purpose.

import Foundation
import Glibc
import StudyFiles
import Synchronization

/// Counts from 0, from any thread.
final class Counter: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            defer { count += 1 }
            return count
        }
    }
}

/// A switch for faults, from any thread.
final class Fault: Sendable {
    private let on: Mutex<Bool>

    init(on: Bool) { self.on = Mutex(on) }

    var isOn: Bool {
        get { on.withLock { $0 } }
        set { on.withLock { $0 = newValue } }
    }
}

extension SystemCalls {
    /// The machine's calls, but that one fails as long as a switch is on.
    init(failing call: String, with number: Int32, while fault: Fault = Fault(on: true)) {
        @Sendable func fails(_ name: String) -> Bool {
            guard name == call, fault.isOn else { return false }
            errno = number
            return true
        }
        self.init(
            write: { fails("write") ? -1 : SystemCalls.systemWrite($0, $1) },
            fsync: { fails("fsync") ? -1 : Glibc.fsync($0) },
            fdatasync: { fails("fdatasync") ? -1 : Glibc.fdatasync($0) },
            ftruncate: { fails("ftruncate") ? -1 : Glibc.ftruncate($0, off_t($1)) },
            rename: { unsafe fails("rename") ? -1 : Glibc.rename($0, $1) }
        )
    }
}
