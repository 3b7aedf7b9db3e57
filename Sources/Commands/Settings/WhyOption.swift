// `--why`: the reason for a change, for the journal. No command asks for one.

import ArgumentParser

/// The reason for a change.
struct WhyOption: ParsableArguments {
    @Option(help: ArgumentHelp("The reason, for the journal.", valueName: "words"))
    var why = ""
}
