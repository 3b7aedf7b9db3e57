// How far an import is, on one line of the terminal that is taken away again. Nothing of it where talk goes to a file.

import StudyFiles

/// A bar that says which file is read.
struct ImportProgress {
    private let console: Console
    private let count: Int
    private var done = 0

    /// Files smaller than this are read before anybody could read a word about it, in bytes.
    private static let worthSaying = 256 << 10
    private static let width = 20

    init(count: Int, on console: Console) {
        self.count = count
        self.console = console
    }

    /// Says that a file is read now.
    mutating func begin(_ source: ImportSource) {
        defer { done += 1 }
        guard console.isTalkTerminal else { return }
        if count == 1, (try? Disk.stamp(of: source.path)?.size).map({ $0 < Self.worthSaying }) ?? true { return }
        let name = source.shown.split(separator: "/").last.map(String.init) ?? source.shown
        let filled = done * Self.width / max(1, count)
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled)
        let words = count == 1 ? "reading \(name)" : "\(bar) \(done + 1) of \(count)  \(name)"
        console.writeOver(String(words.prefix(76)))
    }

    /// Takes the line away, so that something else can be said.
    func clear() {
        if console.isTalkTerminal { console.writeOver("") }
    }
}
