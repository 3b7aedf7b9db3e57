// Arguments and environment for programs under test, the same on every machine.
import Glibc

/// Strings as C wants them, kept for as long as a call runs.
func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) throws -> Result
) throws -> Result {
    let copies = unsafe strings.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    let pointers = unsafe copies.map { unsafe UnsafePointer($0) } + [nil]
    return try unsafe pointers.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { throw ProcessError(description: "no arguments") }
        return try unsafe body(base)
    }
}

/// The environment of a program under test: nothing of the developer's, what is passed added or changed.
///
/// `LLVM_PROFILE_FILE` is handed on, so that the coverage of the program counts too.
func childEnvironment(_ changes: [String: String]) -> [String] {
    var environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    ]
    environment["LLVM_PROFILE_FILE"] = environmentValue("LLVM_PROFILE_FILE")
    environment.merge(changes) { $1 }
    return environment.map { "\($0)=\($1)" }
}

/// A variable of the test's own environment.
package func environmentValue(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
}

/// The full path of a program: as it is if it has a slash, else as found in the usual folders.
func resolved(_ program: String) -> String {
    if program.contains("/") { return program }
    let folders = ["/usr/local/bin", "/usr/bin", "/bin"]
    return folders.map { "\($0)/\(program)" }.first { unsafe access($0, X_OK) == 0 } ?? program
}

/// The folder that the built programs and the test bundle lie in; `gloss` is `productsDirectory + "/gloss"`.
package let productsDirectory: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
}()
