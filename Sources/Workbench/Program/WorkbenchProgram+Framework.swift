// The edge of the framework matrix: reads its pages and the texts that speakers need, and has a summary written in the coder's
// editor.

import CodingCore
import StudyFiles

extension WorkbenchProgram {
    /// Reads the matrix that is shown.
    func readFramework() {
        guard let shown = state.framework else { return }
        // What cannot be read is not tried again and again.
        state.framework?.isStale = false
        let (folder, names) = access.framework(named: shown.name)
        let corpus = Corpus(state.study) { [access] document in try access.text(of: document) }
        do {
            let query = try folder.plan.query(and: "", in: state.study)
            let matrix = try FrameworkMatrix(corpus, plan: folder.plan, pages: folder.pages, query: query) {
                FrameworkSummary.mark(of: $0, sha256: sha256)
            }
            state.take(framework: matrix, names: names)
            if let finding = folder.findings.first { state.refuse("\(finding)") }
        } catch let error as QueryError {
            state.notice = Notice(text: "The matrix's filter, column \(error.column): \(error.problem).", kind: .alarm)
        } catch {
            state.notice = Notice(text: "Nothing is shown: \(sentence(error))", kind: .alarm)
        }
    }

    /// Below this line stand the passages, for reading while the summary is written.
    private static let line =
        "<!-- The summary stands above this line. Below is what it is about; nothing of that is kept. -->"

    /// Has the summary of the chosen cell edited, with its passages below, and writes it. Words that cannot be written are kept.
    func editCell() {
        guard let cell = state.framework?.cell, state.framework?.chosenCase != nil else { return }
        let passages = cell.passages.map { "\(state.locator(of: $0.coding))  “\(state.words(of: $0.coding))”" }
        let form = ([cell.summary.text, "", Self.line] + passages).joined(separator: "\n") + "\n"
        do {
            let edited = try access.edited(form) { path in try terminal.handOver { try editor.edit(path) } }
            terminal.forgetFrame()
            let text = Self.summary(in: edited)
            guard !text.utf8.elementsEqual(cell.summary.text.utf8), let change = state.cellChange(text: text) else {
                state.notice = Notice(text: "Nothing was changed.")
                return
            }
            guard !make(change, why: "") else { return }
            let why = state.notice?.text ?? ""
            guard let file = try? access.keepCopy(text) else { return }
            state.notice = Notice(text: "\(why) Your words are in \(file).", kind: .alarm)
        } catch {
            terminal.forgetFrame()
            state.notice = Notice(text: sentence(error), kind: .alarm)
        }
    }

    private static func summary(in form: String) -> String {
        let lines = form.split(separator: "\n", omittingEmptySubsequences: false)
        let end = lines.firstIndex { $0.hasPrefix(line.prefix(30)) } ?? lines.endIndex
        return lines[..<end].joined(separator: "\n").trimmingBlanks
    }
}
