// What the study's files say after a story: operations of the logs, codings in force, proposed codes.

import Foundation
import Glibc
import TestSupport
import Testing

extension Laboratory {
    /// The operations of all logs as JSON objects, batches opened, oldest first.
    func operations() throws -> [[String: Any]] {
        let lines = try logLines().map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
        }
        return lines.flatMap { ($0["ops"] as? [[String: Any]]) ?? [$0] }
            .sorted { ($0["id"] as? String ?? "") < ($1["id"] as? String ?? "") }
    }

    /// The kinds of operations in the order they were made: `code`, `set`, `undo`, …
    func kinds() throws -> [String] { try operations().compactMap { $0["op"] as? String } }

    /// The codings in force: `rs block-contracts words of the passage`.
    func codings() throws -> [String] {
        try extracts().map { "\($0["coder"] ?? "") \($0["code"] ?? "") \($0["text"] ?? "")" }
    }

    /// The extracts as JSON objects; none where there are none.
    func extracts() throws -> [[String: Any]] {
        let result = try gloss("extracts", "--format", "jsonl")
        return try result.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    /// All files of the study whose path holds a text.
    func files(holding part: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: study)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.contains(part) }.sorted()
    }

    /// Writes the person's configuration file.
    func configure(_ text: String) throws { try folder.write(text, to: "config/gloss/config") }

    /// Opens a document and waits for its text.
    func open(
        _ document: String = "B07",
        rows: Int = 24,
        columns: Int = 80,
        coder: String? = nil,
        environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        let terminal = try workbench(
            "open",
            document,
            rows: rows,
            columns: columns,
            coder: coder,
            environment: environment
        )
        terminal.expect("READ")
        return terminal
    }
}

extension PseudoTerminal {
    /// Types words.
    func type(_ words: String) { send(words) }

    /// Leaves from wherever the story ended.
    func quit(sourceLocation: SourceLocation = #_sourceLocation) {
        // An Esc that another key follows at once would be read as one key of both.
        for key in ["Esc", "Esc", "Q"] {
            usleep(80_000)
            press(key)
        }
        #expect(waitForExit() == .exited(0), "\(text)", sourceLocation: sourceLocation)
    }
}
