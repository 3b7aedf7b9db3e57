import CodingCore
import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// The configuration file, and who codes when nobody says so.
@Suite struct ConfigurationTests {
    private func configuration(_ text: String) throws -> Configuration {
        try withTemporaryDirectory { folder in
            try folder.write(text, to: "gloss/config")
            return try Configuration(environment: ["XDG_CONFIG_HOME": folder.path])
        }
    }

    @Test(
        arguments: [
            ("coder = rs", "rs"), ("coder=rs", "rs"), ("  coder\t=\trs  ", "rs"), ("coder = rs # me", "rs"),
            ("# coder = no\ncoder = rs", "rs"), ("coder = jb\ncoder = rs", "rs"), ("coder = a=b", "a=b"),
            ("coder = rs\r\n", "rs"), ("coder =", ""), ("coder", nil), ("Coder = rs", nil), ("= rs", nil), ("", nil),
            ("#coder = rs", nil), ("\n\n=\n==\ncoder = rs", "rs"),
        ] as [(String, String?)]
    )
    func aKeyHasTheValueBehindItsEqualsSign(text: String, value: String?) throws {
        #expect(try configuration(text)["coder"] == value)
    }

    @Test func everyKeyIsKept() throws {
        let read = try configuration("background = light\nglyphs = ascii\nmouse = off\n")
        #expect(read["background"] == "light")
        #expect(read["glyphs"] == "ascii")
        #expect(read["mouse"] == "off")
    }

    @Test(arguments: [[:], ["HOME": "/nowhere"], ["XDG_CONFIG_HOME": "/nowhere"], ["XDG_CONFIG_HOME": "relative"]])
    func withoutAFileNothingIsSet(environment: [String: String]) throws {
        #expect(try Configuration(environment: environment)["coder"] == nil)
    }

    @Test func aRelativeFolderIsNotFollowed() throws {
        try withTemporaryDirectory { folder in
            try folder.write("coder = home\n", to: ".config/gloss/config")
            let environment = ["XDG_CONFIG_HOME": "config", "HOME": folder.path]
            #expect(try Configuration(environment: environment)["coder"] == "home")
        }
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
