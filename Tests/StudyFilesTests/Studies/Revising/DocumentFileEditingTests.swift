import CodingCore
import Testing

@testable import StudyFiles

/// A version added to a document's own file; everything else stays to the byte.
@Suite struct DocumentFileEditingTests {
    private static let first = String(repeating: "a", count: 64)
    private static let second = String(repeating: "b", count: 64)

    private static func file(versions: String, end: String = "\n") -> String {
        """
        # checked by RS
        uuid: "019abcde-0000-7000-8000-000000000001"
        title:   B07   # the first one
        origin:
          file: B07 final.docx
          sha256: "\(first)"
          encoding: inside docx
          labels: name and colon
          format: docx
        labels: []
        odd key: kept
        \(versions)
        """ + end
    }

    private func revised(_ text: String, origin: DocumentOrigin? = nil) throws -> String {
        let bytes = try DocumentFile.revised(Array(text.utf8), adding: Self.second, origin: origin, file: "B07.yaml")
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("versions:\n- \"\(first)\"", "versions:\n- \"\(first)\"\n- \"\(second)\""),
        ("versions:\n  - \(first)", "versions:\n  - \(first)\n  - \"\(second)\""),
        ("versions:\n- \"\(first)\" # imported", "versions:\n- \"\(first)\" # imported\n- \"\(second)\""),
    ])
    func oneLineIsAddedAndNothingElseTouched(before: String, after: String) throws {
        for end in ["", "\n", "\n\n# the end\n"] {
            #expect(try revised(Self.file(versions: before, end: end)) == Self.file(versions: after, end: end))
        }
    }

    @Test func carriageReturnsStay() throws {
        let text = Self.file(versions: "versions:\n- \"\(Self.first)\"").replacing("\n", with: "\r\n")
        #expect(try revised(text) == text + "- \"\(Self.second)\"\r\n")
    }

    @Test(arguments: ["versions: [\(first)]", "versions: [\n  \(first)\n]"])
    func alistInBracketsIsRefusedWithASentence(versions: String) throws {
        let error = #expect(throws: FileTrouble.self) { try revised(Self.file(versions: versions)) }
        #expect(error?.sentence.contains("one a line") == true)
        #expect(error?.path == "B07.yaml")
    }

    @Test func anotherOriginReplacesItsLinesOnly() throws {
        let origin = DocumentOrigin(
            fileName: "B07: new.txt",
            sha256: Self.second,
            encoding: "utf-8",
            labelStyle: "none",
            format: "text"
        )
        let text = try revised(Self.file(versions: "versions:\n- \"\(Self.first)\""), origin: origin)
        #expect(text.contains("title:   B07   # the first one\n") && text.contains("odd key: kept\n"))
        #expect(text.contains("  file: \"B07: new.txt\"\n"))
        #expect(try DocumentFile.read(Array(text.utf8), file: "B07.yaml").origin == origin)
    }
}
