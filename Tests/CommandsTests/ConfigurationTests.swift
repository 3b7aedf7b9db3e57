import CodingCore
import StudyFiles
import TestSupport
import Testing
import Workbench

@testable import Commands

/// The configuration file, and who codes when nobody says so.
@Suite struct ConfigurationTests {
    private func configuration(_ text: String) throws -> Configuration {
        try withTemporaryDirectory { folder in
            try folder.write(text, to: "gloss/config")
            return Configuration(environment: ["XDG_CONFIG_HOME": folder.path])
        }
    }

    @Test(
        arguments: [
            ("coder = rs", "rs"), ("coder=rs", "rs"), ("  coder\t=\trs  ", "rs"), ("coder = rs # me", "rs"),
            ("# coder = no\ncoder = rs", "rs"), ("coder = jb\ncoder = rs", "rs"), ("coder = a=b", "a=b"),
            ("coder = rs\r\n", "rs"), ("coder =", nil), ("coder", nil), ("Coder = rs", nil), ("= rs", nil), ("", nil),
            ("#coder = rs", nil), ("\n\n=\n==\ncoder = rs", "rs"),
        ] as [(String, String?)]
    )
    func anOptionHasTheValueBehindItsEqualsSign(text: String, value: String?) throws {
        #expect(try configuration(text).preferences.coder == value)
    }

    @Test func everyOptionIsRead() throws {
        let read = try configuration("look = light\nglyphs = ascii\nmouse = off\nkey undo = z\n").preferences
        #expect(read.look == .light)
        #expect(read.glyphs == .ascii)
        #expect(!read.mouse)
        #expect(read.keys == ["undo": ["z"]])
    }

    @MainActor
    @Test(arguments: [[:], ["HOME": "/nowhere"], ["XDG_CONFIG_HOME": "/nowhere"], ["XDG_CONFIG_HOME": "relative"]])
    func withoutAFileNothingIsSet(environment: [String: String]) {
        let configuration = Configuration(environment: environment)
        #expect(configuration.preferences == Preferences())
        #expect(configuration.findings.isEmpty && configuration.text == nil)
    }

    @Test func aRelativeFolderIsNotFollowed() throws {
        try withTemporaryDirectory { folder in
            try folder.write("coder = home\n", to: ".config/gloss/config")
            let environment = ["XDG_CONFIG_HOME": "config", "HOME": folder.path]
            #expect(Configuration(environment: environment).preferences.coder == "home")
        }
    }

    @MainActor @Test func aFileThatCannotBeReadIsAFindingAndNoFailure() throws {
        try withTemporaryDirectory { folder in
            try folder.write("", to: "gloss/config/keep")
            let configuration = Configuration(environment: ["XDG_CONFIG_HOME": folder.path])
            #expect(configuration.preferences == Preferences())
            #expect(configuration.findings.count == 1)
            #expect(configuration.findings.first?.description.hasPrefix(folder.path("gloss/config") + ": ") == true)
        }
    }

    @MainActor @Test func bytesThatAreNoTextCostTheirLineOnly() throws {
        try withTemporaryDirectory { folder in
            let bytes = Array("look = light\n".utf8) + [0xFF, 0x00, 0x0A] + Array("hints = off".utf8)
            try folder.write(bytes, to: "gloss/config")
            let configuration = Configuration(environment: ["XDG_CONFIG_HOME": folder.path])
            #expect(configuration.preferences.look == .light && !configuration.preferences.hints)
            #expect(configuration.findings.map(\.line) == [2])
        }
    }

    @Test(
        arguments: [
            ("", "1", .none), ("", "", .auto), ("", nil, .auto), ("colours = auto", "1", .none),
            ("colours = 256", "1", .cube), ("colours = none", nil, .none), ("colours = 8", nil, .eight),
        ] as [(String, String?, Preferences.Colours)]
    )
    func noColourIsForWhoeverAsksForNoNumber(text: String, variable: String?, colours: Preferences.Colours) throws {
        let environment = variable.map { ["NO_COLOR": $0] } ?? [:]
        #expect(try configuration(text).preferences(in: environment).colours == colours)
    }

    @Test func whoSaysTheCoderDoesNotNeedTheConfiguration() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("", to: "home/.config/gloss/config/keep")
        #expect(stage.gloss("code", "B07", "0-5", "tr").code == 0)
    }

    @Test func aConfigurationThatIsAFolderIsSaid() throws {
        let stage = try Stage.withStudy()
        try stage.folder.write("", to: "home/.config/gloss/config/keep")
        stage.environment["GLOSS_CODER"] = nil
        let played = stage.gloss("code", "B07", "0-5", "tr")
        #expect(played.code == 2)
        #expect(played.talk.contains(".config/gloss/config"))
    }

    @Test(arguments: [
        ("coder = Ruth Smith\n", "‘Ruth Smith’ from the configuration file is no coder's id"),
        ("coder = \"rs\"\n", "from the configuration file is no coder's id"),
    ])
    func aBadNameIsBlamedOnTheFile(text: String, sentence: String) throws {
        let stage = try Stage.withStudy()
        try stage.folder.write(text, to: "home/.config/gloss/config")
        stage.environment["GLOSS_CODER"] = nil
        #expect(stage.gloss("code", "B07", "0-5", "tr").talk.contains(sentence))
    }

    @Test(arguments: [("GLOSS_CODER", "Ruth", "$GLOSS_CODER"), ("GLOSS_CODER", "a b", "$GLOSS_CODER")])
    func aBadNameIsBlamedOnTheVariable(variable: String, value: String, place: String) throws {
        let stage = try Stage.withStudy()
        stage.environment[variable] = value
        let played = stage.gloss("code", "B07", "0-5", "tr")
        #expect(played.code == 2)
        #expect(played.talk.contains("‘\(value)’ from \(place) is no coder's id"))
        #expect(stage.gloss("code", "B07", "0-5", "tr", "--coder", "zz").code == 0)
    }

    @Test(
        arguments: [
            ("ruth", "ruth"), ("Ruth.Smith", "ruthsmith"), ("DOMAIN\\ruth", "domainruth"), ("ruth@host", "ruthhost"),
            ("ruth_s", "ruths"), ("Zoë", "zo"), ("r-s2", "r-s2"),
            ("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqrstuvwx"),
            ("混乱", nil), ("", nil), ("...", nil),
        ] as [(String, String?)]
    )
    func aLoginNameBecomesTheNearestId(login: String, id: String?) {
        #expect(CoderID(nearestTo: login)?.description == id)
    }

    @Test func withNothingElseTheLoginNameCodes() throws {
        let stage = try Stage.withStudy()
        stage.environment["GLOSS_CODER"] = nil
        let login = try #require(SystemEnvironment.loginName())
        let expected = try #require(CoderID(nearestTo: login))
        try #require(stage.gloss("code", "B07", "0-5", "tr").code == 0)
        #expect(try stage.extracts().map { $0["coder"]?.string } == [expected.description])
    }
}
