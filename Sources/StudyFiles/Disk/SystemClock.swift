// The time of day. The only place, with IdentifierSource, that looks at the machine's clock.

package import CodingCore
import Glibc

/// The clock of the machine.
package enum SystemClock {
    /// The present second.
    package static func now() -> Moment {
        Moment(secondsSince1970: Int64(milliseconds() / 1_000))
    }

    /// Unix time in milliseconds; 0 when the clock stands before 1970.
    @Sendable package static func milliseconds() -> UInt64 {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0, time.tv_sec >= 0 else { return 0 }
        return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
