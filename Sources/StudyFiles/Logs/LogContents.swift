// What a log file holds, line by line, and what is wrong with it. Values only.

package import CodingCore

/// One thing to know about a line of a log file.
package struct LogRemark: Hashable, Sendable {
    /// Counted from 1.
    package var line: Int
    package var problem: LogLineProblem
}

/// The lines of one log file.
package struct LogContents: Sendable {
    /// What stands behind the last LF.
    package enum Tail: Hashable, Sendable {
        /// Nothing, as it should be.
        case clean
        /// A whole line that only lacks its LF; it is among the lines.
        case missingNewline
        /// The start of a line that was never finished, or NULs: set aside at the next append.
        case torn([UInt8])
    }

    package var path: String
    /// The lines that were taken, in file order.
    package var lines: [LogLine] = []
    /// The number in the file, from 1, of each of the lines.
    package var numbers: [Int] = []
    /// In file order.
    package var remarks: [LogRemark] = []
    package var tail: Tail = .clean
    /// How the file stood when it was read.
    package var stamp: FileStamp?

    package init(path: String) {
        self.path = path
    }

    /// The lines that were not taken, each with its place and what to do.
    package var troubles: [FileTrouble] {
        remarks.filter { !$0.problem.isTaken }.map { remark in
            FileTrouble(.malformed, remark.problem.sentence, path: path, line: remark.line)
        }
    }

    /// Whether a newer Gloss wrote in a format unknown here, so that nothing may be appended.
    package var isNewer: Bool { remarks.contains { $0.problem.kind == .newerFormat } }
}
