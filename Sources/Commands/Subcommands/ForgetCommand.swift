// `gloss forget`: a participant withdrew.

import ArgumentParser
import CodingCore
import StudyFiles

/// Removes what a participant said, for good.
struct ForgetCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "forget",
        abstract: "Remove a participant who withdrew, for good.",
        discussion: """
            Without --yes it prints what would go and removes nothing (exit code 2). With it texts, their versions and \
            originals, codings of all coders, rows of tables and journal entries go and cannot be brought back. Of a \
            document that others talk in too only the participant's turns go. A tombstone of ids stays, so that they do \
            not come back with the next merge. Other copies of the study, backups and git's history keep what they hold.
            """
    )

    static let examples = [
        "gloss forget P3                           # what would go",
        "gloss forget P3 --yes --why 'withdrew on 2 March'",
        "gloss forget B07 --yes",
    ]

    @Argument(help: "A participant of speakers.csv, or a document.", completion: StudyWords.documents.completion)
    var name: String

    @Flag(help: "Remove it; nothing brings it back.")
    var yes = false

    @Option(help: ArgumentHelp("The reason, for the journal; without names.", valueName: "text"))
    var why = ""

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let withdrawal = try Withdrawal(of: name, in: open.contents, open.folder)
        let report = WithdrawalReport(withdrawal)
        guard yes else {
            try console.print(report.text(isDone: false))
            throw CommandFailure.couldNot("nothing was removed yet: say --yes to remove all of this for good")
        }
        let author = open.author(try coder.coder(on: console), state: console.state)
        do {
            try withdrawal.carryOut(why: why, by: author)
        } catch let trouble as FileTrouble {
            let rest = withdrawal.talks.isEmpty ? "" : "say the same again; then "
            throw CommandFailure.couldNot("\(trouble) What is left: \(rest)‘gloss check --repair’ removes it.")
        }
        try console.print(report.text(isDone: true))
    }
}
