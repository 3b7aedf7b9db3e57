// `gloss codes relook`: the codings made under an older definition, and what becomes of them.

import ArgumentParser
import CodingCore
import StudyFiles

/// Works through the re-look list.
struct CodesRelookCommand: GlossCommand {
    static let configuration = CommandConfiguration(
        commandName: "relook",
        abstract: "List codings made under an older definition, and keep them.",
        discussion: """
            When a code's definition, include or exclude changes, the codings made before wait here until somebody keeps \
            them, gives them another code (‘gloss codes split’, or r in the workbench) or takes them away.
            """
    )

    static let examples = [
        "gloss codes relook", "gloss codes relook block-contracts --keep 0199a3c1-5b20-7cc1-9d11-0f4b5a6c7d8e",
        "gloss codes relook block-contracts --keep-all",
    ]

    @Argument(help: "Only this code's.", completion: StudyWords.codes.completion)
    var code: String?

    @Option(help: ArgumentHelp("Keep a coding as it is, by its id; may be said again.", valueName: "id"))
    var keep: [String] = []

    @Flag(help: "Keep all that are listed.")
    var keepAll = false

    @OptionGroup var form: FormatOption<TextOrJSON>
    @OptionGroup var study: StudyOptions
    @OptionGroup var coder: CoderOptions

    func run(on console: Console) throws {
        let open = try study.load(on: console)
        let only = try code.map { try open.code(named: $0).id }
        let query = try Query("stale:yes" + (only.map { " code:\($0)" } ?? ""), in: open.study)
        let waiting = try Extracts(open.corpus, query: query, sha256: { SHA256.hexadecimal(of: $0) }).extracts
        guard keepAll || !keep.isEmpty else { return try list(waiting, open, console) }
        let named = Set(keep.compactMap { Identifier($0) })
        let meant = waiting.filter { keepAll || named.contains($0.coding.id) }
        let own = try coder.coder(on: console)
        // Layers stay apart: whoever coded says whether it still holds.
        let kept = meant.filter { $0.coding.coder == own }
        guard !kept.isEmpty else {
            let why = meant.isEmpty ? "none of those waits" : "none of those that wait is \(own)'s"
            throw CommandFailure.couldNot("\(why) on the re-look list; ‘gloss codes relook’ shows it")
        }
        let steps = kept.compactMap { CodingStep.keepUnderPresentDefinition($0.coding, in: open.study.codebook) }
        let session = CodingSession(open.author(try coder.coder(on: console), state: console.state))
        defer { session.close() }
        try session.append(steps, in: open.study)
        try console.print(
            "kept \(counted(steps.count, "coding")); \(waiting.count - steps.count) left to look at again\n"
        )
    }

    private func list(_ waiting: [Extract], _ open: OpenStudy, _ console: Console) throws {
        if try form.chosen() == .json {
            let rows = waiting.map { extract -> JSONText in
                [
                    "id": .string(extract.coding.id.description), "document": .string(extract.document.description),
                    "code": .string(extract.code.description), "coder": .string(extract.coding.coder.description),
                    "text": .string(extract.text),
                ]
            }
            return try console.print(String(decoding: JSONText.array(rows).line, as: UTF8.self))
        }
        let lines = waiting.map { extract in
            "\(extract.coding.id)  \(extract.locator)  \(extract.code)  (\(extract.coding.coder))\n  \(inOneLine(extract.text))\n"
        }
        let foot =
            waiting.isEmpty
            ? "Nothing was made under an older definition.\n"
            : "\(counted(waiting.count, "coding")) made under an older definition.\n"
        try console.print(lines.joined() + foot)
    }
}
