// What goes wrong with files, as something a researcher can act on. Knows no file formats.

import Glibc

/// A failure to read, write or understand a file.
package struct FileTrouble: Error, Hashable, Sendable {
    /// The kinds of failure that callers tell apart.
    package enum Code: String, Hashable, Sendable {
        /// Nothing has that name.
        case missing
        /// Something has that name already.
        case alreadyExists
        /// The system does not let this user at it, or the medium can only be read.
        case notPermitted
        /// A folder, pipe or device stands where a file was expected.
        case notAFile
        /// Something else stands where a folder was expected.
        case notAFolder
        /// A symbolic link stands where only a file or folder of the study itself may be written.
        case symbolicLink
        /// The file has more bytes than the caller takes.
        case tooLarge
        /// The path leads out of the study, or has parts that no path of ours has.
        case outside
        /// The disk, a quota or a limit on file sizes is used up.
        case full
        /// Another process is writing the same log.
        case locked
        /// Another program changed the file since it was last looked at.
        case changedUnderneath
        /// The words are in memory, and it is not known whether they are on the disk.
        case unsaved
        /// The bytes are there and say something that cannot be used.
        case malformed
        /// Any other refusal of the system.
        case system
    }

    package var code: Code
    /// What happened and what to do, a whole sentence or two.
    package var sentence: String
    package var path: String
    /// Counted from 1.
    package var line: Int?
    /// The system's own number for the failure.
    package var errno: Int32?

    package init(_ code: Code, _ sentence: String, path: String, line: Int? = nil, errno: Int32? = nil) {
        self.code = code
        self.sentence = sentence
        self.path = path
        self.line = line
        self.errno = errno
    }

    /// Words a failed system call.
    ///
    /// - Parameters:
    ///   - doing: what was tried, to follow "could not", such as `read the file`.
    ///   - number: the value of `errno` right after the call.
    package init(doing: String, path: String, errno number: Int32) {
        let reason = unsafe String(cString: strerror(number))
        let (code, advice) = Self.judgement(of: number)
        self.init(code, "could not \(doing): \(reason). \(advice)", path: path, errno: number)
    }

    /// Whether the disk failed or has no room, which may pass, so that the same write is worth trying again.
    package var isOfTheDisk: Bool { code == .full || errno == EIO }

    /// Whether something is there that the system would not give, so that it is not known what it says.
    var isRefusalToRead: Bool { [.system, .notPermitted, .full].contains(code) }

    private static func judgement(of number: Int32) -> (Code, String) {
        switch number {
        case ENOENT: (.missing, "Check the name.")
        case EEXIST: (.alreadyExists, "Choose another name, or move the present one away.")
        case EACCES, EPERM: (.notPermitted, "Ask for the right to it, or change its mode with chmod.")
        case EROFS: (.notPermitted, "The disk can only be read: copy the study to one that can be written.")
        case EISDIR: (.notAFile, "It is a folder.")
        case ENOTDIR: (.notAFolder, "Part of the path is a file.")
        case ELOOP: (.symbolicLink, "It is a symbolic link: put the file itself there.")
        case ENOSPC, EDQUOT: (.full, "Make room on the disk, then try again; nothing that was saved is lost.")
        case EFBIG: (.full, "A limit on file sizes (ulimit -f) is in force: raise it, then try again.")
        case EMFILE, ENFILE: (.system, "Too many files are open: close other programs, then try again.")
        case ENAMETOOLONG: (.outside, "Choose a shorter name.")
        default: (.system, "Check the disk, then try again.")
        }
    }
}

extension FileTrouble: CustomStringConvertible {
    /// `path:line: sentence`.
    package var description: String {
        path + (line.map { ":\($0)" } ?? "") + ": " + sentence
    }
}
