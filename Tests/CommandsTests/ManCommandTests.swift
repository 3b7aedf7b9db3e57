import TestSupport
import Testing
import Workbench

@testable import Commands

/// `gloss man`: complete, and clean for roff.
@MainActor
@Suite struct ManCommandTests {
    private func page() throws -> String {
        let played = try Stage().gloss("man")
        #expect(played.code == 0, "\(played.talk)")
        return played.output
    }

    @Test func theSectionsStandInTheOrderThatManualsHave() throws {
        let sections = try page().split(separator: "\n").filter { $0.hasPrefix(".SH ") }.map { $0.dropFirst(4) }
        #expect(
            sections == [
                "\"NAME\"", "\"SYNOPSIS\"", "\"DESCRIPTION\"", "\"COMMANDS\"", "\"KEYS\"", "\"CONFIGURATION\"",
                "\"FILES\"", "\"ENVIRONMENT\"", "\"EXIT STATUS\"", "\"EXAMPLES\"", "\"SEE ALSO\"",
            ]
        )
    }

    @Test func everyCommandAndEveryOptionIsThere() throws {
        let page = try page()
        func look(for command: CommandDescription) {
            #expect(page.contains(".SS \"\(RoffText.escaped(command.name))\"\n"), "\(command.name)")
            #expect(page.contains(RoffText.escaped(command.abstract)), "\(command.name)")
            for argument in command.arguments where !argument.help.isEmpty {
                let entry = "\n\\fB\(RoffText.escaped(argument.label))\\fR\n\(RoffText.escaped(argument.help))\n"
                #expect(page.contains(entry), "\(command.name) \(argument.label)")
            }
            command.commands.forEach(look)
        }
        let root = try CommandDescription(Gloss.self)
        #expect(root.commands.map(\.name).contains("gloss man"))
        root.commands.forEach(look)
    }

    @Test func everyKeyAndEveryOptionOfTheConfigurationIsThere() throws {
        let page = try page()
        for place in KeyListing.all() {
            #expect(page.contains(".SS \"\(RoffText.escaped(place.heading))\"\n"), "\(place.heading)")
            for line in place.groups.flatMap(\.lines) {
                #expect(page.contains(RoffText.escaped("\(line.help) (\(line.command))")), "\(line.command)")
                for key in line.keys { #expect(page.contains(RoffText.escaped(key).replacing("\\&", with: ""))) }
            }
        }
        for row in PreferenceTable.rows { #expect(page.contains(RoffText.escaped(row.sentence)), "\(row.name)") }
    }

    @Test func noLineIsARequestThatWeDidNotMean() throws {
        let requests: Set = ["TH", "nh", "ad", "SH", "SS", "PP", "RS", "RE", "nf", "fi", "br", "TP"]
        for line in try page().split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
            let name = String(line.dropFirst().prefix { $0.isLetter })
            #expect(requests.contains(name), "\(line)")
        }
        #expect(try page().utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) })
    }

    @Test func thePageIsTheSameEveryTime() throws {
        #expect(try page() == page())
    }

    @Test func groffHasNothingToWarnOf() throws {
        guard let found = try? run(["groff", "--version"]), found.status == .exited(0) else {
            print("skipped: groff is not installed, so nobody has read the manual page")
            return
        }
        let set = try run(["groff", "-man", "-Tutf8", "-ww"], input: try page())
        #expect(set.status == .exited(0))
        #expect(set.error.isEmpty, "\(set.error)")
        #expect(set.output.contains("gloss check-config"))
        #expect(set.output.contains("n out of N"))
    }

    @Test func mandocHasNothingToWarnOf() throws {
        guard let found = try? run(["mandoc", "-Tlint"], input: ".TH X 1\n"), found.status != .exited(127) else {
            print("skipped: mandoc is not installed")
            return
        }
        let linted = try run(["mandoc", "-Tlint", "-Wwarning"], input: try page())
        #expect(linted.output.isEmpty, "\(linted.output)")
    }
}

/// Words on their way into roff.
@Suite struct RoffTextTests {
    @Test(arguments: [
        ("plain words, (brackets) & such.", "plain words, (brackets) & such."), (".TH", "\\&.TH"), ("a.b", "a.b"),
        ("--by", "\\-\\-by"), ("it's", "it\\(aqs"), ("'", "\\(aq"), ("\\fB", "\\(rsfB"), ("\"q\"", "\\(dqq\\(dq"),
        ("`^~", "\\(ga\\(ha\\(ti"), ("two\nlines\t.", "two lines ."), ("…", "\\[u2026]"),
        ("‘é’", "\\[u2018]\\[u00E9]\\[u2019]"),
        ("𝄞", "\\[u1D11E]"), ("", ""), ("\u{1B}[2J", "\\[u001B][2J"),
    ])
    func wordsAreWhatIsPrinted(words: String, source: String) {
        #expect(RoffText.escaped(words) == source)
    }

    @Test func commandLinesAreNotBrokenInsideBrackets() {
        var page = RoffText()
        page.usage(["gloss a [--b <c>] d", "gloss e"])
        #expect(page.source == ".PP\n.RS 4\ngloss a [\\-\\-b\\ <c>] d\n.br\ngloss e\n.RE\n")
    }

    @Test func aParagraphOfNothingIsNone() {
        var page = RoffText()
        page.paragraph("")
        page.lines([])
        #expect(page.source.isEmpty)
    }
}
