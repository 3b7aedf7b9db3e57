// `gloss merge`: another copy of the study taken in, shown first.

import ArgumentParser
import CodingCore
import StudyFiles

/// Takes in what another copy of the study has; without `--apply` it only says what that would be.
struct MergeCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Take in what another copy of the study has.",
        discussion: """
            Documents, codings and codes that are missing here are added, and nothing that is here is replaced. What two \
            people changed without knowing of one another becomes disputed, for a person to settle. Without --apply \
            nothing is written. Exit code 2 when something had to be refused; the rest is taken in.
            """
    )

    static let examples = [
        "gloss merge ../study-of-jo                # what would come in",
        "gloss merge ../study-of-jo --apply        # take it in",
        "gloss merge /media/stick/study --apply --coder rs",
    ]

    @Argument(
        help: ArgumentHelp("The folder of the other copy.", valueName: "study"),
        completion: .directory
    )
    var other: String

    @Flag(help: "Take it in; else it is only shown.")
    var apply = false

    @Flag(help: "Take in a study that is no copy of this one, too.")
    var anyStudy = false

    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let plan = try open.folder.plan(merging: StudyFolder.open(console.path(other)), anyStudy: anyStudy)
        let report = MergeReport(plan: plan, study: open.study)
        if apply {
            // Who merges is asked for before anything is said to be done.
            let author = open.author(try coder.coder(on: console), state: console.state)
            try open.folder.merge(plan, by: author)
        }
        try console.print(apply ? report.done : report.preview)
        for finding in plan.left { console.say("left to you: \(finding)") }
        for finding in plan.refused { console.say("refused: \(finding)") }
        guard plan.refused.isEmpty else { throw CommandFailure(.couldNot) }
    }
}
