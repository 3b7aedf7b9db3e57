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
        let open = OpenStudy(folder: folder, contents: try folder.load())
        let problems = open.contents.findings.count { $0.severity == .problem }
        let coder = try coder.coder(on: console)
        let configuration = try Configuration(environment: console.environment)
        let state = console.state
        let places = ReadingPlaces(study: open.study.settings.id, coder: coder, state: state)
        let opening = try opening(of: open, places: places)
        let preferences = preferences(configuration, console)
        // The program has one thread, and it is the main one.
        try MainActor.assumeIsolated {
            try Workbench.run(
                study: open.study,
                session: CodingSession(open.author(coder, state: state)),
                places: places,
                opening: opening,
                preferences: preferences,
                greeting: problems > 0
                    ? "The study has \(counted(problems, "problem")): gloss check lists \(problems == 1 ? "it" : "them")."
                    : nil
            )
        }
    }

    /// The document named; else the one open last, with the list behind it; else the list.
    private func opening(of open: OpenStudy, places: ReadingPlaces) throws -> Workbench.Opening {
        if let document { return .document(try open.document(named: document), line: line) }
        let last = open.study.documents.first { $0.uuid == places.lastDocument }
        return (last ?? (startsReading ? open.study.documents.first : nil)).map { .documentOverList($0) } ?? .list
    }

    private func preferences(_ configuration: Configuration, _ console: Console) -> Workbench.Preferences {
        Workbench.Preferences(
            background: configuration["background"] ?? "dark",
            usesASCII: configuration["glyphs"] == "ascii",
            usesMouse: configuration["mouse"] != "off",
            usesColours: (console.environment["NO_COLOR"] ?? "").isEmpty
        )
    }
}
