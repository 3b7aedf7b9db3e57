// Fixture BRAM as a study on disk, made with the program's own commands.

import TestSupport
import Testing

@testable import Commands

extension Stage {
    /// A study with the forty interviews, coded by one coder; the stage stands in it afterwards.
    static func bram(method: String = "reflexive", coder: String = "rs") throws -> Stage {
        let fixture = BramFixture()
        let stage = try Stage()
        stage.environment["GLOSS_CODER"] = coder
        try stage.folder.write(BramFixture.codebook, to: "bram.yaml")
        try stage.folder.write(fixture.attributes, to: "attributes.csv")
        try stage.folder.write(fixture.requests(coder: coder), to: "codings.jsonl")
        for interview in fixture.interviews {
            try stage.folder.write(interview.text, to: "texts/\(interview.site)/\(interview.name).txt")
        }
        let made = stage.gloss("init", "study", "--title", "BRAM", "--method", method, "--codebook", "bram.yaml")
        try #require(made.code == 0, "\(made.talk)")
        stage.place = "study"
        let imported = stage.gloss("import", "../texts")
        try #require(imported.code == 0, "\(imported.talk)")
        try #require(stage.gloss("import", "--attributes", "../attributes.csv").code == 0)
        let coded = stage.gloss("code", "--from", "../codings.jsonl")
        try #require(coded.code == 0, "\(coded.talk)")
        return stage
    }
}
