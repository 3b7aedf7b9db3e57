// What the system says of this process: variables, folder, user, executable. Knows nothing of studies.

import Glibc

/// The surroundings of this process.
enum SystemEnvironment {
    /// The environment variables; of one set twice the first counts.
    static func variables() -> [String: String] {
        var variables: [String: String] = [:]
        var entry = unsafe environ
        while let text = unsafe entry.pointee {
            let words = unsafe String(cString: text)
            unsafe entry += 1
            guard let equals = words.firstIndex(of: "=") else { continue }
            let name = String(words[..<equals])
            if variables[name] == nil { variables[name] = String(words[words.index(after: equals)...]) }
        }
        return variables
    }

    /// The working folder; `.` when it was removed under us.
    static func workingFolder() -> String {
        guard let path = unsafe getcwd(nil, 0) else { return "." }
        defer { unsafe free(path) }
        return unsafe String(cString: path)
    }

    /// The login name of the user whom the process runs as.
    static func loginName() -> String? {
        guard let user = unsafe getpwuid(getuid()) else { return nil }
        return unsafe String(cString: user.pointee.pw_name)
    }

    /// The real path of this program.
    static func executable() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = unsafe buffer.withUnsafeMutableBytes { room in
            guard let start = room.baseAddress else { return -1 }
            return unsafe readlink("/proc/self/exe", start.assumingMemoryBound(to: CChar.self), room.count)
        }
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }
}
