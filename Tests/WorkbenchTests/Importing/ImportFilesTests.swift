// The way of an import through real files: folders, paths that name no file, and a study that takes a document in.

import CodingCore
import Foundation
import Interchange
import StudyFiles
import TestSupport
import Testing

@testable import Workbench

@MainActor
@Suite struct ImportFilesTests {
    /// A study in a temporary folder, as the workbench has it.
    @MainActor private struct Stage {
        let folder: TemporaryDirectory
        let access: StudyFilesAccess

        init() throws {
            folder = try TemporaryDirectory()
            let state = StateFolder(path: folder.path("state"))
            let coder = try #require(CoderID("rs"))
            let replicas = Replicas(state: state, machine: "one")
            let identifiers = IdentifierSource()
            _ = try StudyFolder.create(
                at: folder.path("study"),
                title: "Invented",
                coder: coder,
                replicas: replicas,
                identifiers: identifiers
            )
            let study = try StudyFolder.open(folder.path("study"))
            let id = try study.load().study.settings.id
            let author = Author(coder, study: id, folder: study, replicas: replicas, identifiers: identifiers)
            access = StudyFilesAccess(
                session: CodingSession(author),
                measure: 66,
                places: WorkbenchMemory(study: id, coder: coder, root: study.root, state: state),
                watch: StudyWatch(study)
            )
        }

        func addition(_ name: String, _ words: String, as id: String) throws -> ImportAddition {
            try folder.write(words, to: name)
            let reading = try access.read(ImportPath(folder.path(name)), choices: ImportChoices())
            return ImportAddition(
                incoming: reading.incoming,
                id: try #require(DocumentID(id)),
                attributes: Attributes([(name: "born", value: "1902")])
            )
        }
    }

    private let talk = "I: How?\n\nB07: So.\n\nI: And?\n\nB07: No.\n\nB07: Yes.\n"

    @Test func aFolderIsListedWithItsFoldersAndLinks() throws {
        let stage = try Stage()
        try stage.folder.write("x", to: "in/b.txt")
        try stage.folder.write("x", to: "in/deep/c.txt")
        try FileManager.default.createSymbolicLink(
            atPath: stage.folder.path("in/link"),
            withDestinationPath: stage.folder.path("in/deep")
        )
        let listing = stage.access.list(stage.folder.path("in/"))
        #expect(listing.folder == stage.folder.path("in/"))
        #expect(
            listing.entries == [
                .init(name: "b.txt", isFolder: false), .init(name: "deep", isFolder: true),
                .init(name: "link", isFolder: true),
            ]
        )
        #expect(stage.access.list(stage.folder.path("gone/")).why?.contains("No such file") == true)
    }

    @Test func aFileIsReadWithTheDecisionsAndNothingIsWritten() throws {
        let stage = try Stage()
        let path = ImportPath(try stage.folder.write(talk, to: "in/my talk.txt"))
        let before = try stage.folder.contents()
        #expect(try stage.access.read(path, choices: ImportChoices()).suggested?.description == "my-talk")
        var choices = ImportChoices()
        choices.notSpeakers = ["B07"]
        #expect(try stage.access.read(path, choices: choices).incoming.speakers.map(\.name) == ["I"])
        #expect(try stage.folder.contents() == before)
    }

    @Test func aTextThatLiesInTheStudyKeepsItsPlace() throws {
        let stage = try Stage()
        let path = try stage.folder.write(talk, to: "study/transcripts/B/B07.txt")
        let reading = try stage.access.read(ImportPath(path), choices: ImportChoices())
        #expect(reading.suggested?.description == "B/B07")
    }

    @Test(arguments: [
        ("in", "is a folder, and here files come in one by one: gloss import"),
        ("in/*.txt", "Here files come in one by one: gloss import"), ("in/gone.txt", "There is no file"),
    ])
    func whatIsNoFileSaysWhatToDo(_ name: String, _ sentence: String) throws {
        let stage = try Stage()
        try stage.folder.write(talk, to: "in/b.txt")
        let path = ImportPath(stage.folder.path(name))
        let error = #expect(throws: ImportRefusal.self) { try stage.access.read(path, choices: ImportChoices()) }
        #expect(error?.description.contains(sentence) == true)
    }

    @Test func aDocumentIsAddedOnceAndOtherBytesAreRefused() throws {
        let stage = try Stage()
        let first = try stage.access.add(stage.addition("a.txt", talk, as: "B/B07"))
        #expect(first.isNew)
        #expect(first.study.documents.map(\.id.description) == ["B/B07"])
        #expect(first.study.documents.first?.attributes["born"] == "1902")
        #expect(try !stage.access.add(stage.addition("a.txt", talk, as: "B/B07")).isNew)
        let error = try #require(throws: FileTrouble.self) {
            try stage.access.add(stage.addition("b.txt", talk + "\nI: More?\n", as: "B/B07"))
        }
        #expect(error.code == .alreadyExists)
        let again = try stage.access.add(stage.addition("a.txt", talk, as: "C/C01"))
        #expect(again.remarks == ["The same file is in the study already, as B/B07."])
        #expect(again.study.documents.count == 2)
    }

    @Test func whatAnotherWindowImportedMeanwhileIsSeen() throws {
        let stage = try Stage()
        let mine = try stage.addition("a.txt", talk, as: "B/B07")
        let theirs = try stage.addition("b.txt", talk + "\nI: More?\n", as: "B/B07")
        _ = try stage.access.add(theirs)
        #expect(throws: FileTrouble.self) { try stage.access.add(mine) }
    }

    @Test func aStudyThatCannotBeWrittenTakesNothing() throws {
        let stage = try Stage()
        let addition = try stage.addition("a.txt", talk, as: "B/B07")
        // A file in the folder's place refuses the write for everyone, the superuser too.
        try FileManager.default.removeItem(atPath: stage.folder.path("study/transcripts"))
        try stage.folder.write("x", to: "study/transcripts")
        #expect(throws: FileTrouble.self) { try stage.access.add(addition) }
        #expect(try stage.folder.read("study/transcripts") == "x")
    }
}
