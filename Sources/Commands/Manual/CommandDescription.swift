// What the argument parser knows of a command, read from the description that it writes for tools; so that nothing about
// options is said twice.

import ArgumentParser
import StudyFiles

/// A command, its options and the commands below it.
struct CommandDescription {
    /// An argument, option or flag.
    struct Argument: Hashable {
        /// As it is typed: `--format <format>`, `<document>`.
        let label: String
        let help: String
        let isOption: Bool
    }

    /// With the names of the commands above: `gloss codes show`.
    let name: String
    let abstract: String
    let discussion: String
    let usage: [String]
    let examples: [String]
    let arguments: [Argument]
    let commands: [CommandDescription]

    /// - Throws: `JSONTrouble` when the argument parser describes itself in a way that is not known.
    init(_ type: any ParsableCommand.Type, below parents: [String] = []) throws {
        let names = parents + [type._commandName]
        let described = try JSONText(reading: Array(type._dumpHelp().utf8))["command"] ?? .null
        let configuration = type.configuration
        name = names.joined(separator: " ")
        abstract = configuration.abstract
        discussion = configuration.discussion
        arguments = (described["arguments"]?.array ?? []).compactMap(Argument.init)
        examples = (type as? any GlossCommand.Type)?.examples ?? []
        usage =
            configuration.usage?.split(separator: "\n").map(String.init)
            ?? [Self.usage(name, arguments, hasCommands: !configuration.subcommands.isEmpty)]
        commands = try configuration.subcommands.map { try CommandDescription($0, below: names) }
    }

    private static func usage(_ name: String, _ arguments: [Argument], hasCommands: Bool) -> String {
        let words = arguments.filter { !$0.isOption }.map(\.label)
        let options = arguments.filter(\.isOption).map { "[\($0.label)]" }
        return ([name] + (hasCommands ? ["<subcommand>"] : []) + words + options).joined(separator: " ")
    }
}

extension CommandDescription.Argument {
    /// Reads one argument; `--help` and `--version`, which every program has, are left out.
    init?(_ json: JSONText) {
        guard json["shouldDisplay"] == .bool(true) else { return nil }
        let value = "<\(json["valueName"]?.string ?? "value")>"
        isOption = json["kind"]?.string != "positional"
        let values = (json["allValues"]?.array ?? []).compactMap(\.string)
        let listed = values.isEmpty ? "" : " Values: \(values.joined(separator: ", "))."
        let fallback = json["defaultValue"]?.string.map { " Default: \($0)." } ?? ""
        help = (json["abstract"]?.string ?? "") + listed + fallback
        guard isOption else {
            label =
                (json["isOptional"] == .bool(true) ? "[\(value)]" : value)
                + (json["isRepeating"] == .bool(true) ? "…" : "")
            return
        }
        let names = (json["names"]?.array ?? []).compactMap { name in
            name["name"]?.string.map { (name["kind"]?.string == "short" ? "-" : "--") + $0 }
        }
        guard !names.contains("--help"), !names.contains("--version"), !names.isEmpty else { return nil }
        label = names.joined(separator: ", ") + (json["kind"]?.string == "flag" ? "" : " \(value)")
    }
}
