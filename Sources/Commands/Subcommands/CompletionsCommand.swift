// `gloss completions`: the script that teaches a shell our commands, as the argument parser writes it.

import ArgumentParser

/// Prints a completion script.
struct CompletionsCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the completion script for a shell."
    )

    static let examples = [
        "gloss completions bash > ~/.local/share/bash-completion/completions/gloss",
        "gloss completions zsh > ~/.zfunc/_gloss",
        "gloss completions fish > ~/.config/fish/completions/gloss.fish",
    ]

    @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    func run(on console: Console) throws {
        guard let shell = CompletionShell(rawValue: shell) else {
            throw CommandFailure.wrongUsage("there are completions for bash, zsh and fish, not for ‘\(shell)’")
        }
        try console.print(Gloss.completionScript(for: shell))
    }
}
