import CodingCore
import Testing

@testable import StudyFiles

@Suite struct StudyFileTests {
    private let id = Identifier(high: 0x0199_1234_5678_7000, low: 0x8000_0000_0000_0001)

    private func read(_ text: String) throws -> (settings: StudySettings, findings: [Finding]) {
        try StudyFile.read(Array(text.utf8))
    }

    @Test(arguments: ["Plain", "With: colon", "", "no", "“Quotes” and \"quotes\"", "- dash", "中文"])
    func settingsComeBackAsTheyWere(title: String) throws {
        var settings = StudySettings(id: id, title: title, method: .realist, measure: 72, minimumCell: 5)
        settings.countBy = "study_id"
        settings.coders = [("rs", "Rosa: S."), ("2", ""), ("no", "No")].compactMap { name, full in
            CoderID(name).map { ($0, full) }
        }
        let (read, findings) = try StudyFile.read(StudyFile.bytes(of: settings))
        #expect(read == settings)
        #expect(findings == [])
    }

    @Test func whatIsNotSaidHasItsDefault() throws {
        let (settings, findings) = try read("format: gloss/1\nid: \(id)\n")
        #expect(settings == StudySettings(id: id, title: ""))
        #expect(findings == [])
    }

    @Test func aNewerFormatSaysSo() {
        let error = #expect(throws: FileTrouble.self) { try read("# x\nformat: gloss/2\nid: \(id)\n") }
        #expect(error?.line == 2)
        #expect(error?.sentence.contains("newer Gloss") == true)
    }

    @Test(arguments: ["", "title: x\n", "format: gloss/1\n", "format: gloss/1\nid: 12\n", "- a\n", "format: [x]\n"])
    func whatIsNoStudyIsRefused(text: String) {
        #expect(throws: FileTrouble.self) { try read(text) }
    }

    @Test(arguments: [
        ("method: magic", 3), ("measure: wide", 3), ("measure: 5", 3), ("minimum-cell: 0", 3), ("coders: rs", 3),
        ("coders: {R S: Rosa}", 3),
    ])
    func oddValuesAreReportedAndTakenByDefault(line: String, at: Int) throws {
        let (settings, findings) = try read("format: gloss/1\nid: \(id)\n\(line)\nunknown: kept\n")
        #expect(settings == StudySettings(id: id, title: ""))
        #expect(findings.map(\.line) == [at])
    }
}

@Suite struct DocumentFileTests {
    private var file: DocumentFile {
        DocumentFile(
            uuid: Identifier(high: 1, low: 2),
            title: "B07: first",
            origin: DocumentOrigin(
                fileName: "B 07.docx",
                sha256: SHA256.hexadecimal(of: [1]),
                encoding: "windows-1252 (guessed)",
                labelStyle: "name and colon",
                format: "docx"
            ),
            // Two spellings of one letter are two labels.
            labels: [("Ren\u{E9}e", "Renée"), ("Rene\u{301}e", "Renée 2"), ("*", "no")],
            versions: [SHA256.hexadecimal(of: [1]), SHA256.hexadecimal(of: [2])]
        )
    }

    @Test func aDocumentComesBackAsItWas() throws {
        let read = try DocumentFile.read(file.bytes, file: "t.yaml")
        #expect(read.uuid == file.uuid)
        #expect(read.title == file.title)
        #expect(read.origin == file.origin)
        #expect(read.versions == file.versions)
        #expect(read.labels.map { Array($0.label.utf8) } == file.labels.map { Array($0.label.utf8) })
        #expect(read.labels.map(\.speaker) == file.labels.map(\.speaker))
    }

    @Test(arguments: ["", "title: x\n", "uuid: x\n", "uuid: 00000000-0000-0000-0000-000000000001\nversions: [abc]\n"])
    func whatIsNoDocumentIsRefused(text: String) {
        #expect(throws: FileTrouble.self) { try DocumentFile.read(Array(text.utf8), file: "t.yaml") }
    }
}
