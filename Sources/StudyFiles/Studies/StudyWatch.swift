// Notices that other programs wrote into a study: by sizes and times of its files, which are read only when these are others.
// Knows which files there are; nothing of what they say.

package import CodingCore

/// How a study's files stood at the last look.
package struct StudyWatch {
    private let folder: StudyFolder
    private let now: () -> ContinuousClock.Instant
    private var seen: [String: FileStamp] = [:]
    /// When it is next worth looking.
    private var next: ContinuousClock.Instant
    /// The files that could not be read when the study was last taken in.
    private var unread: Set<String> = []

    /// Of the time that passes, so many parts go by for one in which files are looked at: where that is slow, it is done seldom.
    private static let rest = 10

    /// Looks at the files for the first time.
    package init(_ folder: StudyFolder, now: @escaping () -> ContinuousClock.Instant = { .now }) {
        self.folder = folder
        self.now = now
        next = now()
        seen = look()
        next = now()
    }

    /// Begins with the study as it was read after the first look.
    package mutating func begin(with contents: StudyContents) { unread = Self.unread(in: contents) }

    /// The study as other programs left it; nothing when they wrote nothing. Nothing either as long as a file cannot be read that
    /// could be: what was there before is worth more, and it is tried again.
    ///
    /// - Throws: `FileTrouble` when `study.yaml` cannot be read.
    package mutating func news() throws -> Study? {
        let began = now()
        guard hasNews() else { return nil }
        do {
            let contents = try folder.load()
            let unread = Self.unread(in: contents)
            if unread.isSubset(of: self.unread) {
                self.unread = unread
                return contents.study
            }
        } catch {
            tryAgain(after: began)
            throw error
        }
        tryAgain(after: began)
        return nil
    }

    private mutating func tryAgain(after began: ContinuousClock.Instant) {
        seen = [:]
        let ended = now()
        next = ended + (ended - began) * Self.rest
    }

    private static func unread(in contents: StudyContents) -> Set<String> {
        Set((contents.unread + contents.codebooks.unread).map(\.file))
    }

    /// Whether anything is otherwise than at the last look, or than this program left it.
    package mutating func hasNews() -> Bool {
        let began = now()
        guard began >= next else { return false }
        let stamps = look()
        let ended = now()
        next = ended + (ended - began) * Self.rest
        defer { seen = stamps }
        return stamps != seen
    }

    /// Notes how this program itself left codebooks and themes, before it reads them again.
    package mutating func noteCodebooksAndThemes() {
        let folders = [CodebookFolder.name, ThemeFile.folder].map { folder.path($0) }
        var stamps = seen.filter { name, _ in !folders.contains { name.hasPrefix($0 + "/") } }
        for folder in folders { walk(folder, isWhole: true, into: &stamps) }
        seen = stamps
    }

    /// Notes how this program itself left a file.
    package mutating func note(_ stamp: FileStamp, of path: String) { seen[path] = stamp }

    /// Logs grow where they lie, so each is looked at; other files are replaced, which their folder tells, or are few.
    private func look() -> [String: FileStamp] {
        var stamps: [String: FileStamp] = [:]
        for name in [StudyFile.name, DocumentTable.name, SpeakerTable.name] { stamp(folder.path(name), into: &stamps) }
        walk(folder.path("codings"), isWhole: true, into: &stamps)
        walk(folder.path(CodebookFolder.name), isWhole: true, into: &stamps)
        walk(folder.path(ThemeFile.folder), isWhole: true, into: &stamps)
        walk(folder.path(StudyFolder.transcripts), isWhole: false, into: &stamps)
        return stamps
    }

    private func walk(_ path: String, isWhole: Bool, depth: Int = 0, into stamps: inout [String: FileStamp]) {
        guard depth < 100, let listing = try? Disk.list(path) else { return }
        if !isWhole { stamp(path, into: &stamps) }
        for entry in listing.entries {
            let name = path + "/" + entry.name
            switch entry.kind {
            case .folder where !entry.name.hasPrefix("."):
                walk(name, isWhole: isWhole, depth: depth + 1, into: &stamps)
            case .file where isWhole: stamp(name, into: &stamps)
            default: break
            }
        }
    }

    private func stamp(_ path: String, into stamps: inout [String: FileStamp]) {
        stamps[path] = try? Disk.stamp(of: path)
    }
}
