// The manual page gloss(1), put together from the argument parser, the command table and the table of options. Only what
// stands in none of them is written here.

import StudyFiles
import Workbench

/// The manual page.
struct ManualPage {
    let root: CommandDescription
    let version: String
    let keys: [KeyListing]

    /// The page as man(7) source.
    var source: String {
        var page = RoffText()
        page.title("GLOSS", section: 1, version: version)
        page.section("NAME")
        page.plain("gloss - a workbench for qualitative coding at the terminal")
        page.section("SYNOPSIS")
        page.usage(root.usage)
        page.section("DESCRIPTION")
        for words in Self.description { page.paragraph(words) }
        page.paragraph(root.discussion)
        addCommands(to: &page)
        addKeys(to: &page)
        addConfiguration(to: &page)
        add("FILES", Self.files, to: &page)
        add("ENVIRONMENT", Self.environment, to: &page)
        add("EXIT STATUS", Self.exitStatus, to: &page)
        page.section("EXAMPLES")
        page.lines(root.examples + root.commands.compactMap(\.examples.first))
        page.section("SEE ALSO")
        page.plain("git(1), pandoc(1), less(1)")
        page.paragraph("The guide, the file format and the page of keys are in the folder docs of the source.")
        return page.source
    }

    private func addCommands(to page: inout RoffText) {
        page.section("COMMANDS")
        let common = commonArguments
        for command in root.commands { add(command, common: Set(common), to: &page) }
        page.subsection("Options of several commands")
        for argument in common { page.entry(argument.label, argument.help) }
    }

    /// The options that are the same in several commands, in the order in which they come up.
    private var commonArguments: [CommandDescription.Argument] {
        func all(_ command: CommandDescription) -> [CommandDescription.Argument] {
            command.arguments + command.commands.flatMap(all)
        }
        let every = root.commands.flatMap(all)
        let counts = every.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var seen: Set<CommandDescription.Argument> = []
        return every.filter { $0.isOption && counts[$0, default: 0] >= 4 && seen.insert($0).inserted }
    }

    private func add(
        _ command: CommandDescription,
        common: Set<CommandDescription.Argument>,
        to page: inout RoffText
    ) {
        page.subsection(command.name)
        page.paragraph(command.abstract)
        page.usage(command.usage)
        page.paragraph(command.discussion)
        for argument in command.arguments where !argument.help.isEmpty && !common.contains(argument) {
            page.entry(argument.label, argument.help)
        }
        for inner in command.commands { add(inner, common: common, to: &page) }
    }

    private func addKeys(to page: inout RoffText) {
        page.section("KEYS")
        page.paragraph(
            "The name in brackets is the command's, for the palette (:) and for the configuration. A count typed before "
                + "a motion repeats it; while something is selected, 1 to 9 are the codes used first."
        )
        for place in keys {
            page.subsection(place.heading)
            for group in place.groups {
                for line in group.lines {
                    let keys = line.keys.isEmpty ? ":\(line.command)" : line.keys.joined(separator: ", ")
                    page.entry(keys, "\(line.help) (\(line.command))")
                }
            }
        }
    }

    private func addConfiguration(to page: inout RoffText) {
        page.section("CONFIGURATION")
        for words in Self.configuration { page.paragraph(words) }
        for row in PreferenceTable.rows {
            page.entry(
                "\(row.name) = \(row.defaultValue)",
                "\(row.sentence) Values: \(row.values.description). Default: \(row.defaultWords)."
            )
        }
        page.entry(
            "key COMMAND = KEYS",
            "The keys of a command, instead of those it comes with. Blanks part keys that do the same, commas the keys of "
                + "a sequence; none is no key at all, and Hash is the sign that begins comments."
        )
        page.lines(["look = light", "which-key = off", "key next-uncoded = g,n Space"])
    }

    private func add(_ section: String, _ entries: [(String, String)], to page: inout RoffText) {
        page.section(section)
        for (term, words) in entries { page.entry(term, words) }
    }
}

extension ManualPage {
    private static let description = [
        "Gloss opens interview transcripts; a researcher highlights passages, gives them codes from a codebook and writes "
            + "down what they mean. Gloss counts with honest denominators and hands out the extracts.",
        "A study is a folder of plain files that a person can read and git can merge. Data goes to standard output, talk "
            + "to standard error, and no command asks a question. Gloss opens no network connection.",
    ]

    private static let configuration = [
        "The configuration is a file of lines NAME = VALUE; # begins a comment. A line that cannot be used is passed over, "
            + "and gloss check-config lists such lines. Options and their defaults:"
    ]

    private static let files = [
        ("study.yaml", "Makes a folder a study. The guide to all files of a study is docs/FORMAT.md."),
        ("$XDG_CONFIG_HOME/gloss/config", "The configuration; else ~/.config/gloss/config."),
        (
            "$XDG_STATE_HOME/gloss/",
            "The name of each clone and the places where coders stopped reading; else ~/.local/state/gloss/. Losing it "
                + "harms no study."
        ),
        ("transcripts-sample/", "The sample study that gloss demo copies, below $GLOSS_SHARE or beside the program."),
    ]

    private static let environment = [
        ("GLOSS_CODER", "The coder, unless --coder names one."),
        ("GLOSS_SHARE", "The folder that holds the sample study."),
        ("XDG_CONFIG_HOME, XDG_STATE_HOME", "Where the configuration and the state of this machine lie."),
        ("NO_COLOR", "When it is set and not empty, no colours are used, unless the option colours asks for a number."),
        ("VISUAL, EDITOR", "The editor for longer memos, unless the option editor names one."),
        ("TERM", "The terminal that the workbench draws for."),
    ]

    private static let exitStatus = [
        ("0", "Done."),
        ("1", "extracts found nothing."),
        ("2", "It could not be done; a sentence on standard error says what to do."),
        ("3", "check or check-config found problems."),
        ("64", "Wrong usage."),
    ]
}
