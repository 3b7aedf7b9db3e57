// The way from the command line into the full-screen program.

import CodingCore
import StudyFiles
import Workbench

/// A study to be opened in the workbench.
struct WorkbenchEntry {
    let folder: String
    let coder: CoderOptions
    var document: String?
    var line: Int?
    /// Whether to begin with the first document where none was open before.
    var startsReading = false

    /// Opens the workbench and comes back when the person leaves it.
    ///
    /// - Throws: a sentence when there is no terminal, or no such study or document.
    func open(on console: Console) throws {
        guard console.isInputTerminal && console.isOutputTerminal else {
            throw CommandFailure.couldNot(
                "the workbench needs a terminal; without one, ‘gloss --help’ lists what can be done"
            )
        }
        let folder = try StudyFolder.open(folder)
        var watch = StudyWatch(folder)
        let open = OpenStudy(folder: folder, contents: try folder.load())
        watch.begin(with: open.contents)
        let problems = open.contents.findings.count { $0.severity == .problem }
        let coder = try coder.coder(on: console)
        let configuration = Configuration(environment: console.environment)
        let state = console.state
        let id = open.study.settings.id
        let places = WorkbenchMemory(study: id, coder: coder, root: folder.root, state: state)
        let windows = OpenWindows(study: id, coder: coder, root: folder.root, state: state)
        defer { windows.leave() }
        let neighbours = windows.sentence(at: SystemClock.now())
        let opening = try opening(of: open, places: places)
        let preferences = configuration.preferences(in: console.environment)
        // The program has one thread, and it is the main one.
        let summary = try MainActor.assumeIsolated {
            try Workbench.run(
                study: open.study,
                session: CodingSession(open.author(coder, state: state)),
                places: places,
                watch: watch,
                opening: opening,
                preferences: preferences,
                greetings: [
                    neighbours, Self.greeting(study: problems, configuration: configuration.findings.count),
                ].compactMap(\.self)
            )
        }
        if let summary { console.say(summary.sentence) }
    }

    /// The document named; else the one open last, with the list behind it; else the list.
    private func opening(of open: OpenStudy, places: WorkbenchMemory) throws -> Workbench.Opening {
        if let document { return .document(try open.document(named: document), line: line) }
        let last = open.study.documents.first { $0.uuid == places.lastDocument }
        return (last ?? (startsReading ? open.study.documents.first : nil)).map { .documentOverList($0) } ?? .list
    }

    /// What to begin with when something cannot be used: one sentence, short enough for the status line.
    static func greeting(study: Int, configuration: Int) -> String? {
        let (few, many) = (counted(study, "problem"), counted(configuration, "problem"))
        func them(_ count: Int) -> String { count == 1 ? "it" : "them" }
        switch (study, configuration) {
        case (0, 0): return nil
        case (_, 0): return "The study has \(few): gloss check lists \(them(study))."
        case (0, _): return "The configuration has \(many): gloss check-config lists \(them(configuration))."
        default: return "There are problems: gloss check lists \(study), gloss check-config \(configuration)."
        }
    }
}
