// Codes made while coding, as the workbench makes them: new, in vivo, again, in two windows, and while the disk fails.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct ProposingCodesTests {
    let fixture: StudyFixture
    let file: String

    init() throws {
        fixture = try StudyFixture(codebook: "codes:\n- id: top\n  name: Top\n- id: trust\n  name: Trust\n")
        file = "codebooks/proposed/rs.\(fixture.author.replica).yaml"
    }

    private func propose(
        _ name: String,
        parent: String? = nil,
        origin: String = "",
        in codebook: Codebook? = nil,
        by author: Author? = nil
    ) throws -> ProposedCode {
        try fixture.folder.proposeCode(
            named: name,
            parent: parent.flatMap { CodeID($0) },
            origin: origin,
            in: codebook ?? fixture.folder.load().study.codebook,
            by: author ?? fixture.author
        )
    }

    private func made(_ proposed: ProposedCode) -> Code? { if case .made(let code) = proposed { code } else { nil } }

    @Test func aNewCodeIsTheCodeThatReadingTheStudyGives() throws {
        let before = try fixture.folder.load().study.codebook
        let code = try #require(made(try propose("Winter pressure", parent: "top", in: before)))
        let read = try fixture.folder.load().study.codebook
        #expect(read[code.id] == code, "its mnemonic included")
        #expect(code.status == .proposed && code.parent?.description == "top")
        #expect(before.adding(code).codes == read.codes, "no need to read the codebook again")
        #expect(before.codes.allSatisfy { !Mnemonics.clash($0.mnemonic, code.mnemonic) })
        #expect(fixture.problems == [])
    }

    @Test func theNewestCodeCanBeTakenBack() throws {
        let trustful = try #require(made(try propose("Winter pressure")))
        let before = try Disk.read(fixture.folder.path(file))
        let mistake = try #require(made(try propose("It", origin: "in-vivo")))
        #expect(try fixture.folder.takeBackProposedCode(mistake.id, by: fixture.author))
        #expect(try Disk.read(fixture.folder.path(file)) == before, "byte for byte what was there")
        #expect(try fixture.folder.load().study.codebook[mistake.id] == nil)
        let entry = try #require(Journal.read(fixture.folder).entries.last)
        #expect(entry.before == "It" && entry.after.isEmpty && entry.object == "code:rs/it")
        #expect(try fixture.folder.takeBackProposedCode(trustful.id, by: fixture.author), "then the one before it")
        #expect(fixture.problems == [])
        #expect(try made(propose("It")) != nil, "and the file can be added to again")
    }

    @Test func aCodeThatIsNotTheNewestStays() throws {
        let first = try #require(made(try propose("Winter pressure")))
        _ = try propose("It")
        let before = try Disk.read(fixture.folder.path(file))
        #expect(try !fixture.folder.takeBackProposedCode(first.id, by: fixture.author))
        #expect(try !fixture.folder.takeBackProposedCode(#require(CodeID("trust")), by: fixture.author))
        #expect(try Disk.read(fixture.folder.path(file)) == before)
    }

    @Test func aCodeThatSomebodyWroteIntoStays() throws {
        let code = try #require(made(try propose("It")))
        let path = fixture.folder.path(file)
        let defined = try Disk.read(path) + Array("  definition: Said of the contract.\n".utf8)
        try Disk.writeDurably(defined, to: path)
        #expect(try !fixture.folder.takeBackProposedCode(code.id, by: fixture.author))
        #expect(try Disk.read(path) == defined)
    }

    @Test func whileCodesAreUnknownNoneIsMadeAndThoseThatAreKnownAreFound() throws {
        try fixture.temporary.write("codes: [", to: "study/codebooks/more.yaml")
        let error = #expect(throws: FileTrouble.self) { try propose("Winter pressure") }
        #expect(error?.path == "codebooks/more.yaml" && error?.sentence.contains("gloss check") == true)
        #expect(!fixture.temporary.exists("study/" + file))
        guard case .exists(let code) = try propose("trust") else {
            Issue.record("trust was not found")
            return
        }
        #expect(code.name == "Trust")
    }

    @Test func participantsWordsKeepTheirOrigin() throws {
        let name = try #require(CodeName.inVivo(from: " “the contract,\nnot the person.” "))
        let code = try #require(made(try propose(name, origin: "in-vivo")))
        #expect(code.name == "the contract, not the person")
        #expect(code.origin == "in-vivo")
        #expect(code.id.description == "rs/the-contract-not-the-person")
        #expect(try fixture.folder.load().study.codebook[code.id]?.origin == "in-vivo")
        #expect(Journal.read(fixture.folder).entries.last?.after == code.name)
    }

    @Test(arguments: ["信任", "الثقة", "Доверие", "!?", "🙂"])
    func namesOfEveryScriptHaveAnIdAndComeBack(name: String) throws {
        let code = try #require(made(try propose(name)))
        let slug = code.id.description.dropFirst("rs/".count)
        #expect(slug.hasPrefix("code-") && slug.utf8.count == 9)
        #expect(try fixture.folder.load().study.codebook[code.id]?.name == name)
        #expect(code.mnemonic.utf8.count == 2)
        #expect(fixture.problems == [])
    }

    @Test(arguments: ["Trust", "trust", "  TRUST\n"]) func aNameThatIsThereMakesNothing(name: String) throws {
        let entries = Journal.read(fixture.folder).entries.count
        let proposed = try propose(name)
        #expect(proposed == .exists(proposed.code))
        #expect(proposed.code.id.description == "trust")
        #expect(!fixture.temporary.exists("study/" + file))
        #expect(Journal.read(fixture.folder).entries.count == entries)
    }

    @Test func aColleaguesProposalIsGivenAsItIs() throws {
        let colleague = try fixture.colleague("mk")
        let theirs = try propose("Fear", by: colleague).code
        #expect(try propose("fear") == .exists(theirs))
    }

    @Test func aRetiredNameMayBeUsedAnew() throws {
        try fixture.edit("codebooks/book.yaml", "name: Trust", "name: Trust\n  status: retired")
        #expect(try propose("Trust").code.id.description == "rs/trust")
    }

    @Test func anotherWindowsCodeIsFoundThoughTheCodebookIsOld() throws {
        let old = try fixture.folder.load().study.codebook
        let first = try propose("Fear", in: old).code
        #expect(try propose("fear ", in: old) == .exists(first))
        // Another name with the same slug gets another id.
        #expect(try propose("Fear!", in: old).code.id.description == "rs/fear-2")
        #expect(fixture.problems == [])
    }

    @Test func theCodeStaysWhenItsCodingIsUndone() throws {
        let document = try fixture.add()
        let code = try propose("Fear").code
        let act = try fixture.code(document, words: "nurses", code: code.id.description)
        let session = CodingSession(fixture.author)
        try session.append(#require(session.edit.undo(act)), to: document)
        let study = try fixture.folder.load().study
        #expect(study.codings == [])
        #expect(study.codebook[code.id] == code)
        #expect(fixture.problems == [])
    }

    @Test(arguments: ["", " \n", "\u{200B}", String(repeating: "long ", count: 25)])
    func namesThatCannotBeAreRefusedAndNothingIsWritten(name: String) throws {
        let entries = Journal.read(fixture.folder).entries.count
        let error = #expect(throws: FileTrouble.self) { try propose(name) }
        #expect(error?.code == .malformed)
        #expect(!fixture.temporary.exists("study/" + file))
        #expect(Journal.read(fixture.folder).entries.count == entries)
    }

    @Test func everyMnemonicStaysFreeOfTheOthers() throws {
        var codebook = try fixture.folder.load().study.codebook
        for number in 0..<60 {
            let code = try propose("Trust \(number % 2 == 0 ? "in" : "of") \(number)", in: codebook).code
            #expect(codebook.codes.allSatisfy { !Mnemonics.clash($0.mnemonic, code.mnemonic) })
            codebook = codebook.adding(code)
        }
        #expect(try fixture.folder.load().study.codebook.codes == codebook.codes)
    }

    // MARK: Failures

    @Test(arguments: [("write", ENOSPC), ("write", EROFS), ("fsync", EIO), ("rename", ENOSPC), ("fdatasync", EIO)])
    func aDiskThatFailsLeavesTheFileAsItWas(call: String, number: Int32) throws {
        _ = try propose("Before")
        let text = try fixture.temporary.text(of: "study/" + file)
        let fault = Fault(on: true)
        let calls = SystemCalls(failing: call, with: number, while: fault)
        let author = try fixture.author(calls: calls)
        // A journal that cannot be synced is written anew, and then the code can be made.
        if (try? propose("Fear", by: author)) == nil {
            #expect(try fixture.temporary.text(of: "study/" + file) == text)
        }
        fault.isOn = false
        let code = try propose("Fear", by: author).code
        #expect(code.id.description == "rs/fear")
        #expect(try fixture.folder.load().study.codebook[code.id] == code)
        #expect(fixture.problems == [])
    }

    @Test func aStudyThatCannotBeWrittenSaysSo() throws {
        let old = try fixture.folder.load().study.codebook
        // A file stands where the folder of locks would be: nothing can be made there, whoever runs the test.
        try fixture.temporary.write("in the way", to: "elsewhere")
        _ = unsafe rename(fixture.folder.path(".gloss"), fixture.folder.path(".gloss-away"))
        try fixture.temporary.write("in the way", to: "study/.gloss")
        let error = #expect(throws: FileTrouble.self) { try propose("Fear", in: old) }
        #expect(error?.code == .notAFolder)
        #expect(!fixture.temporary.exists("study/" + file))
    }
}
