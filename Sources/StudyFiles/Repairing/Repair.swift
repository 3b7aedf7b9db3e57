// What `gloss check --repair` did, as values. Knows no files.

/// One thing that was put right, or could not be.
package struct Repair: Hashable, Sendable {
    /// The file's path inside the study.
    package var file: String
    /// What was done, without a full stop.
    package var what: String
    /// Whether it was done; otherwise `what` says why not.
    package var isDone: Bool

    static func done(_ file: String, _ what: String) -> Repair { Repair(file: file, what: what, isDone: true) }

    /// What stood in the way.
    static func failed(_ file: String, _ error: any Error) -> Repair {
        Repair(file: file, what: (error as? FileTrouble)?.sentence ?? "\(error)", isDone: false)
    }
}

extension Repair: CustomStringConvertible {
    package var description: String { "\(file): \(what)" }
}
