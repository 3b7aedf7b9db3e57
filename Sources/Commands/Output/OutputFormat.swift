// The formats that commands print, and how each refuses the ones it does not have.

import ArgumentParser

/// A format of data.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, csv, tsv, json, jsonl, md, html, yaml

    /// Left to the help of each command, since none has them all.
    static var allValueStrings: [String] { [] }

    /// - Throws: wrong usage when the format is not one of those offered.
    func required(among offered: [OutputFormat]) throws -> OutputFormat {
        guard offered.contains(self) else {
            let names = offered.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure.wrongUsage("this command has no format \(rawValue); it has \(names)")
        }
        return self
    }
}
