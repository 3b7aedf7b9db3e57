// Runs command lines in process, in a folder of their own, and keeps what they say.

import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// What a command line left behind.
struct Played {
    let code: Int32
    let output: String
    let talk: String

    /// The output as JSON.
    var json: JSONText {
        get throws { try JSONText(reading: Array(output.utf8)) }
    }

    /// The output's lines, each as JSON.
    var lines: [JSONText] {
        get throws { try output.split(separator: "\n").map { try JSONText(reading: Array($0.utf8)) } }
    }
}

/// A folder, an environment and a console that only remembers.
final class Stage {
    let folder: TemporaryDirectory
    var environment: [String: String]
    /// The folder that command lines start from, below the stage's own.
    var place = ""
    var isTerminal = false
    /// What writing to standard output throws, if it is to fail.
    var outputFailure: (any Error)?

    init() throws {
        folder = try TemporaryDirectory()
        environment = [
            "HOME": folder.path("home"), "XDG_STATE_HOME": folder.path("state"), "GLOSS_CODER": "rs",
        ]
    }

    func gloss(_ arguments: String..., input: String = "") -> Played { play(arguments, input: input) }

    /// A console that forgets what is written to it.
    var console: Console {
        Console(
            environment: environment,
            workingFolder: place.isEmpty ? folder.path : folder.path(place),
            isInputTerminal: isTerminal,
            isOutputTerminal: isTerminal,
            write: { _ in },
            writeTalk: { _ in },
            readInput: { [] }
        )
    }

    func play(_ arguments: [String], input: String = "") -> Played {
        var output: [UInt8] = []
        var talk: [UInt8] = []
        let failure = outputFailure
        var console = console
        console.write = { bytes in
            if let failure { throw failure }
            output += bytes
        }
        console.writeTalk = { talk += $0 }
        console.readInput = { Array(input.utf8) }
        let code = Program.run(arguments, on: console)
        return Played(
            code: code,
            output: String(decoding: output, as: UTF8.self),
            talk: String(decoding: talk, as: UTF8.self)
        )
    }

    /// A study with two interviews and a small codebook; the stage stands in it afterwards.
    static func withStudy() throws -> Stage {
        let stage = try Stage()
        try stage.folder.write(smallCodebook, to: "codes.yaml")
        try stage.folder.write(interviewB07, to: "B07.txt")
        try stage.folder.write(interviewA01, to: "A01.txt")
        try stage.folder.write("document,site,role\nB07,B,commissioner\nA01,A,provider\n", to: "sites.csv")
        try #require(stage.gloss("init", "study", "--title", "Small", "--codebook", "codes.yaml").code == 0)
        stage.place = "study"
        try #require(stage.gloss("import", "../B07.txt", "--into", "B").code == 0)
        try #require(stage.gloss("import", "../A01.txt", "--into", "A").code == 0)
        try #require(stage.gloss("import", "--attributes", "../sites.csv").code == 0)
        return stage
    }
}

private let smallCodebook = """
    title: Small
    codes:
    - id: money
      name: Money
      kind: category
    - id: block
      name: Block contracts
      mnemonic: bc
      parent: money
      definition: Payment fixed whatever the activity.
      include: [limits on growth]
    - id: trust
      name: Trust
      mnemonic: tr
    - id: old
      name: Old code
      status: retired

    """

let interviewB07 = """
    Interviewer: Who pays for this?

    P1: The block contract pays. Nothing moves in winter. The block stays.

    Interviewer: Does it?

    P1: We trust them, 我们相信.

    """

private let interviewA01 = """
    Interviewer: And here?

    P2: We trust nobody.

    """
