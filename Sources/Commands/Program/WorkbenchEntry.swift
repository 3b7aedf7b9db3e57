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

    /// Opens the workbench and comes back when the person leaves it.
    ///
    /// - Throws: a sentence when there is no terminal, or no such study, document or line.
    func open(on console: Console) throws {
        guard console.isInputTerminal && console.isOutputTerminal else {
            throw CommandFailure.couldNot(
                "the workbench needs a terminal; without one, ‘gloss --help’ lists what can be done"
            )
        }
    }
}
