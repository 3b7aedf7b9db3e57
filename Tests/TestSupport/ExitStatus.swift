// How a program under test ended.

/// The end of a process.
package enum ExitStatus: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)

    /// From what `cpt_status` answers; nil while the process runs.
    init?(code: Int32) {
        switch code {
        case ..<0: return nil
        case ..<256: self = .exited(code)
        default: self = .signalled(code - 256)
        }
    }
}

/// Why a program under test could not be started or did not end.
package struct ProcessError: Error, CustomStringConvertible {
    package let description: String
}
