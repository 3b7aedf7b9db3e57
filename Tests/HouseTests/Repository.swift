// The files of this repository, as the house rules look at them. Knows no rule.

import Foundation

/// The repository that this test was compiled in.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// One text file, by its path below the root.
    struct File: Sendable, CustomStringConvertible {
        let path: String
        let lines: [String]

        var description: String { path }
        /// The target of `Sources/Target/…` and of `Tests/Target/…`.
        var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
        var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
        var isGenerated: Bool { name.contains("+Generated") }
        /// The comment lines at the head, without their slashes.
        var head: String {
            lines.prefix { $0.hasPrefix("//") }.map { $0.drop { $0 == "/" } }.joined(separator: " ")
        }
    }

    /// The Swift files below a folder, in order.
    static func swiftFiles(below folder: String) throws -> [File] {
        try files(below: folder).filter { $0.path.hasSuffix(".swift") }
    }

    /// The text files below a folder that belong to the project, none when there is no such folder; hidden folders and
    /// what builds leave are passed over.
    static func files(below folder: String = "") throws -> [File] {
        let start = folder.isEmpty ? root : root.appending(path: folder)
        guard FileManager.default.fileExists(atPath: start.path()) else { return [] }
        let names = try FileManager.default.contentsOfDirectory(atPath: start.path())
        return try names.sorted().filter { !isPassedOver($0) }.flatMap { name -> [File] in
            let path = folder.isEmpty ? name : folder + "/" + name
            let url = root.appending(path: path)
            let values = try url.resourceValues(forKeys: [.isDirectoryKey, .isRegularFileKey])
            if values.isDirectory == true { return try files(below: path) }
            guard values.isRegularFile == true, let text = try? String(contentsOf: url, encoding: .utf8) else {
                return []
            }
            return [
                File(path: path, lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
            ]
        }
    }

    private static func isPassedOver(_ name: String) -> Bool {
        let hiddenButOurs = [".ci", ".gitignore", ".swift-format", ".gitattributes", ".github"]
        return (name.hasPrefix(".") && !hiddenButOurs.contains(name)) || name == "Package.resolved"
            || name == "demo-study"
    }
}
