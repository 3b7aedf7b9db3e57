// `gloss man`: the manual page, as roff for man(1).

import ArgumentParser
import Workbench

/// Prints the manual page.
struct ManCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "man",
        abstract: "Print the manual page.",
        discussion: "The page is man(7) source, made from the same tables as help and the key bindings."
    )

    static let examples = [
        "gloss man | man -l -",
        "gloss man > ~/.local/share/man/man1/gloss.1",
        "gloss man | groff -man -Tutf8 | less -R",
    ]

    func run(on console: Console) throws {
        // The program has one thread, and it is the main one; the command table lives there.
        let keys = MainActor.assumeIsolated { KeyListing.all() }
        let page = ManualPage(
            root: try CommandDescription(Gloss.self),
            version: Gloss.configuration.version,
            keys: keys
        )
        try console.print(page.source)
    }
}
