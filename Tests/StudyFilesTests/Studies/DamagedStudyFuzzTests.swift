// Studies with bytes broken at random: reading comes back, says what is wrong, and never passes off other words as a text.

import CodingCore
import Testing

@testable import StudyFiles

@Suite struct DamagedStudyFuzzTests {
    private static let scraps: [[UInt8]] = [
        [0], [0xFF], [0xEF, 0xBB, 0xBF], [0x0A], [0x0D], Array("\"".utf8), Array(",".utf8), Array("{".utf8),
        Array("}".utf8),
        Array("\n- ".utf8), Array(": ".utf8), Array("<<<<<<< HEAD\n".utf8), Array("9".utf8), Array("../".utf8),
        Array("\u{202E}".utf8), Array("&a ".utf8), Array("\t".utf8), Array("-1".utf8),
        Array("99999999999999999999".utf8),
    ]

    /// The study of which each test breaks a copy.
    private func fixture() throws -> StudyFixture {
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n- id: b\n  parent: a\n")
        let first = try fixture.add("A/01", "INT: Why?\n\nAnn: Because of the contracts.\n")
        let second = try fixture.add("B/02", "INT: How?\n\nAnn: Slowly, and with care.\n")
        try fixture.code(first, words: "contracts", code: "a")
        try fixture.code(second, words: "with care", code: "b", by: fixture.colleague("jb"))
        _ = try fixture.folder.addProposedCode(named: "Pace", in: .empty, by: fixture.author)
        return fixture
    }

    /// One of the ways in which a file goes wrong.
    private func damage(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return Self.scraps.randomElement(using: &generator) ?? [] }
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        var result = bytes
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: result[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: result = Array(bytes[..<place])
        case 2: result.insert(contentsOf: Self.scraps.randomElement(using: &generator) ?? [], at: place)
        case 3: result.remove(at: place)
        case 4: result = bytes + bytes
        default: result = bytes.map { $0 == 0x0A ? 0x0D : $0 }
        }
        return result
    }

    @Test(arguments: 0..<120 as Range<UInt64>)
    func aBrokenFileIsSaidOrHarmlessAndNeverACrash(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let fixture = try fixture()
        let whole = try fixture.folder.load().study
        let files = try fixture.temporary.files(in: "study").filter { !$0.contains("/.gloss/") }
        for _ in 0..<(1 + Int(seed % 3)) {
            let name = try #require(files.randomElement(using: &generator))
            try fixture.temporary.write(damage(Disk.read(fixture.temporary.path + "/" + name), &generator), to: name)
        }
        let findings = Checker.check(fixture.folder)
        #expect(findings.allSatisfy { !$0.what.isEmpty && !$0.advice.isEmpty && ($0.line ?? 1) >= 1 })
        #expect(findings.allSatisfy { !$0.file.hasPrefix("/") }, "a finding names files as they stand in the study")
        guard let study = try? fixture.folder.load().study else {
            #expect(findings.map(\.file) == ["study.yaml"])
            return
        }
        for document in study.documents {
            guard let opened = try? fixture.folder.open(document, measure: 66) else { continue }
            let hash = SHA256.hexadecimal(of: opened.transcript.text.utf8)
            #expect(hash == document.versions.last)
            #expect(Transcript.covers(opened.transcript.blocks, scalarCount: opened.transcript.text.scalarCount))
        }
        // What was said of a coding and is still in a log is said of the same passage.
        for coding in study.codings {
            guard let before = whole.codings.first(where: { $0.id == coding.id }) else { continue }
            if coding.anchor != before.anchor {
                #expect(findings.contains { $0.file.hasPrefix("codings/") || $0.file.hasPrefix("transcripts/") })
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func codingGoesOnInABrokenLog(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let fixture = try StudyFixture(codebook: "codes:\n- id: a\n")
        let document = try fixture.add()
        for words in ["block", "nurses", "What"] { try fixture.code(document, words: words, code: "a") }
        let path = fixture.temporary.path + "/" + fixture.log()
        let broken = damage(try Disk.read(path), &generator)
        try fixture.temporary.write(broken, to: fixture.log())
        let session = CodingSession(fixture.author)
        let line = try fixture.line(on: document, words: "left", code: "a")
        let saved = try session.append(to: document) { _ in line }
        #expect(saved == line)
        let operations = try session.operations(on: document).operations
        #expect(operations.contains { $0.id == line.id })
        // Nothing of the broken log was rewritten: what is not there any more was set aside.
        let after = try Disk.read(path)
        let kept = after.prefix(after.count - LogLineWriter.bytes(line).count)
        let torn = (try? Disk.read(path + ".torn-1")) ?? []
        let isWhole = Array(kept) + torn == broken || Array(kept) == broken + [0x0A]
        #expect(isWhole)
    }
}
