// How a withdrawal is printed: what goes, what repeats the words elsewhere, and what no program can reach. Removes nothing.

import CodingCore
import StudyFiles

/// What `gloss forget` says before and after.
struct WithdrawalReport {
    private let withdrawal: Withdrawal

    /// The most files that are named one by one.
    private static let mostNamed = 40

    init(_ withdrawal: Withdrawal) { self.withdrawal = withdrawal }

    /// - Parameter isDone: whether it was done, or is only going to be.
    func text(isDone: Bool) -> String {
        let documents = withdrawal.documents.map(\.id.description).joined(separator: ", ")
        let people =
            withdrawal.participants.isEmpty ? "" : "the talk of \(withdrawal.participants.joined(separator: ", "))"
        let shared = withdrawal.talks.map(\.document.id.description).joined(separator: ", ")
        let what = [documents, people + (shared.isEmpty ? "" : " in \(shared), where others talk too")]
        var text = isDone ? "Removed: " : "This would be removed: "
        text += what.filter { !$0.isEmpty }.joined(separator: ", ") + ".\n"
        if !shared.isEmpty {
            text +=
                "  “\(WithdrawnTalk.note)” stands in the place of each turn; codings of the others' talk go on, without "
            text += "the words they quoted before.\n"
        }
        for (coder, count) in withdrawal.codings { text += "  \(counted(count, "coding")) of \(coder)\n" }
        for (file, extent) in withdrawal.parts.prefix(Self.mostNamed) {
            text += "  \(file)\(extent.isEmpty ? "" : ": \(extent)")\n"
        }
        let more = withdrawal.parts.count - Self.mostNamed
        if more > 0 { text += "  and \(counted(more, "file")) more\n" }
        return text + echoes + elsewhere
    }

    private var echoes: String {
        guard !withdrawal.echoes.isEmpty else {
            return "No other file of the study repeats \(Echo.run) words in a row of what was said.\n"
        }
        var text = "These repeat \(Echo.run) or more words in a row of what was said, and are left for you to mend:\n"
        for echo in withdrawal.echoes.prefix(Self.mostNamed) { text += "  \(echo.file):\(echo.line)\n" }
        let more = withdrawal.echoes.count - Self.mostNamed
        if more > 0 { text += "  and \(counted(more, "line")) more\n" }
        return text
    }

    private var elsewhere: String {
        let git =
            withdrawal.isUnderGit
            ? "git keeps every state that was committed, here and in every clone: rewrite the history (git filter-repo "
                + "--invert-paths) and have every clone made anew."
            : "If the study was ever committed to git, its history keeps them too."
        return """
            What Gloss cannot reach keeps the words:
              \(git)
              Backups, mailed or synchronised copies and exports made before: find and delete them.
              Colleagues' copies: merge this study into theirs and run ‘gloss check --repair’ there.
              The recording and the file that was imported, wherever they lie.

            """
    }
}
