import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct OpenWindowsTests {
    let scratch: DiskScratch
    let state: StateFolder
    let study = Identifier(high: 1, low: 2)

    init() throws {
        scratch = try DiskScratch()
        state = StateFolder(path: scratch("state"))
    }

    private func windows(_ coder: String = "rs", root: String = "/study") -> OpenWindows {
        OpenWindows(study: study, coder: sure(CoderID(coder)), root: root, state: state)
    }

    private func sentence(_ windows: OpenWindows, minutes: Int64 = 0) -> String? {
        windows.sentence(at: Moment(secondsSince1970: SystemClock.now().secondsSince1970 + minutes * 60))
    }

    @Test func theSecondIsToldOfTheFirstAndTheFirstOfNobody() throws {
        let first = windows()
        #expect(sentence(first) == nil)
        let second = windows()
        let said = try #require(sentence(second))
        #expect(said.hasPrefix("Another window of yours has this study open (process \(getpid()), opened just now):"))
        #expect(sentence(second, minutes: 12)?.contains("opened 12 min ago") == true)
        #expect(sentence(second, minutes: 300)?.contains("opened 5 h ago") == true)
        #expect(sentence(second, minutes: -99)?.contains("opened just now") == true)
        let third = windows()
        #expect(sentence(third)?.hasPrefix("2 other windows of yours have this study open (processes ") == true)
        first.leave()
        second.leave()
        third.leave()
        #expect(sentence(windows()) == nil)
    }

    @Test func othersStudiesFoldersAndCodersDoNotCount() {
        let first = windows()
        #expect(sentence(windows("mk")) == nil)
        #expect(sentence(windows(root: "/copy")) == nil)
        let other = OpenWindows(
            study: Identifier(high: 9, low: 9),
            coder: sure(CoderID("rs")),
            root: "/study",
            state: state
        )
        #expect(sentence(other) == nil)
        first.leave()
    }

    @Test func whatAKilledWindowLeftCountsForNothingAndGoes() throws {
        let first = windows()
        let folder = try #require(try scratch.everything().first { $0.hasPrefix("state/windows/") })
        first.leave()
        try scratch.put("4711\n", folder + "/4711.5")
        try scratch.put("", folder + "/no window")
        let second = windows()
        #expect(sentence(second) == nil)
        let left = try Disk.list(scratch(folder)).names
        #expect(!left.contains("4711.5") && left.contains("no window"))
        second.leave()
    }

    @Test func withoutAStateFolderNothingIsKnownAndNothingFails() throws {
        let none = OpenWindows(study: study, coder: sure(CoderID("rs")), root: "/", state: StateFolder(path: nil))
        #expect(sentence(none) == nil)
        none.leave()
        try scratch.put("in the way", "state")
        let blocked = windows()
        #expect(sentence(blocked) == nil)
        blocked.leave()
        #expect(try scratch.everything() == ["state"])
    }

    @Test func whatIsWrittenIsForItsOwnerAndHoldsNoWords() throws {
        let window = windows()
        for name in try scratch.everything() where name.hasPrefix("state/windows/") {
            let stamp = try #require(try Disk.stamp(of: scratch(name)))
            #expect(stamp.mode == (stamp.kind == .folder ? 0o700 : 0o600))
            if stamp.kind == .file { #expect(try scratch.text(name) == "\(getpid())\n") }
        }
        window.leave()
    }
}
