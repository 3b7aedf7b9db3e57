// New identifiers from the machine's clock and its random generator. Knows nothing of what they name.

package import CodingCore
import Synchronization

/// Makes version 7 identifiers, each greater than the one before, even within a millisecond or when the clock is set back.
///
/// A process makes one and passes it on: the order holds among the identifiers of one source.
package final class IdentifierSource: Sendable {
    private struct Last {
        var milliseconds: UInt64 = 0
        /// 12 bits.
        var upper: UInt64 = 0
        /// 62 bits.
        var lower: UInt64 = 0
    }

    private let last = Mutex(Last())
    private let milliseconds: @Sendable () -> UInt64
    private let random: @Sendable () -> UInt64

    /// Makes a source.
    ///
    /// - Parameters:
    ///   - milliseconds: Unix time; the machine's unless a test says otherwise.
    ///   - random: 64 random bits; the system's generator unless a test says otherwise.
    package init(
        milliseconds: @escaping @Sendable () -> UInt64 = SystemClock.milliseconds,
        random: @escaping @Sendable () -> UInt64 = { UInt64.random(in: 0 ... .max) }
    ) {
        self.milliseconds = milliseconds
        self.random = random
    }

    /// The next identifier.
    package func next() -> Identifier {
        last.withLock { last in
            let now = milliseconds()
            if now > last.milliseconds {
                last = Last(milliseconds: now, upper: random() & 0x0FFF, lower: random() & 0x3FFF_FFFF_FFFF_FFFF)
            } else {
                // RFC 9562, section 6.2, method 2: the random part grows by a random step.
                last.lower += 1 + random() & 0xFFFF_FFFF
                last.upper += last.lower >> 62
                last.lower &= 0x3FFF_FFFF_FFFF_FFFF
                last.milliseconds += last.upper >> 12
                last.upper &= 0x0FFF
            }
            return .version7(milliseconds: last.milliseconds, random: (last.upper, last.lower))
        }
    }
}
