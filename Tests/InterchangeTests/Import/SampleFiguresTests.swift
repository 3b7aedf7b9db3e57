// What every sample must come to: speakers with their turns, first and last times. The figures were found by reading the files with
// other programs (pandoc's plain text and regular expressions), not with Gloss.

import CodingCore
import Testing

@testable import Interchange

/// The figures of one sample.
struct SampleFigures: Sendable, CustomTestStringConvertible {
    var file: String
    /// Name and turns, in order of appearance.
    var speakers: [String]
    var turns: Int
    /// When the first and the last timed turn begin, in milliseconds.
    var times: ClosedRange<Int>?

    var testDescription: String { file }

    static let all: [SampleFigures] = [
        .init(file: "archive-tw-2020-02-05.zh.md", speakers: ["唐鳳 56", "李志村 55"], turns: 111),
        .init(file: "encoding-cp1252-crlf.txt", speakers: ["Pergunta 14", "Participant 14"], turns: 28),
        .init(file: "encoding-utf16le-bom.txt", speakers: ["Pergunta 14", "Participant 14"], turns: 28),
        .init(
            file: "lampard-2024-09-10.rst",
            speakers: ["The Chair 4", "Mr Griffin 4", "Ms Islam 2", "Ms Lewis 1"],
            turns: 11
        ),
        .init(
            file: "lampard-2025-05-01.rst",
            speakers: ["The Chair 9", "Mr Griffin 5", "Ms Godber 2", "Ms Murphy 1", "Mr Snowden 2"],
            turns: 19
        ),
        .init(
            file: "otter-q-cubed.md",
            speakers: ["Jonas Rosland 27", "Carolyn Lu 26"],
            turns: 53,
            times: 21_000...1_989_000
        ),
        .init(file: "pioneers-032.rtf", speakers: ["Paul 12", "Michael 12"], turns: 24),
        .init(
            file: "pioneers-038-table.docx",
            speakers: ["Elaine 39", "Marilyn 39"],
            turns: 78,
            times: 0...539_000
        ),
        .init(file: "pioneers-038-wrapped.txt", speakers: ["Elaine 39", "Marilyn 39"], turns: 78),
        .init(file: "pioneers-038.docx", speakers: ["Elaine 39", "Marilyn 39"], turns: 78),
        .init(file: "pioneers-038.html", speakers: ["Elaine 39", "Marilyn 39"], turns: 78),
        .init(file: "pioneers-038.odt", speakers: ["Elaine 39", "Marilyn 39"], turns: 78),
        .init(file: "pioneers-038.rtf", speakers: ["Elaine 39", "Marilyn 39"], turns: 78),
        .init(file: "pioneers-053.rtf", speakers: ["Paul 63", "Richard 62"], turns: 125),
        .init(file: "whisper-keitai.srt", speakers: [], turns: 762, times: 0...5_431_120),
        .init(file: "whisper-keitai.txt", speakers: [], turns: 762),
        .init(
            file: "zoom-call-075.vtt",
            speakers: [
                "Mario Vega 33", "Akash | ECH 5", "Potuz 8", "Barnabas 4", "Łukasz Rozmej 2", "Andrew Ashikhmin 5",
                "Stefan Starflinger 7", "spencer 1", "Dragan Rakita 1", "Stefan Bratanov 2", "Eitan Seri-Levi 1",
                "Dustin 5", "nflaig 1", "Enrico Del Fante (tbenr) 1", "Justin Traglia 2", "Toni Wahrstätter 5",
                "Marius Van Der Wijden (M) 3", "jochem-brouwer 7", "Kamil Chodoła 1", "Rafael Matias (skylenet) 4",
                "lightclient 2",
            ],
            turns: 100,
            times: 135_420...2_831_570
        ),
    ]
}

@Suite struct SampleFiguresTests {
    @Test func everySampleHasItsFigures() { #expect(SampleFigures.all.map(\.file) == Samples.names) }

    @Test(arguments: SampleFigures.all) func speakersTurnsAndTimesAreThoseOfTheFile(_ figures: SampleFigures) throws {
        guard let path = Samples.path(figures.file) else { return }
        let document = try TranscriptImporter.read(path: path)
        #expect(document.speakers.map { "\($0.name) \($0.turns)" } == figures.speakers)
        #expect(document.blocks.count { $0.kind == .turn } == figures.turns)
        let times = document.blocks.compactMap(\.beginMilliseconds)
        #expect(times.first == figures.times?.lowerBound)
        #expect(times.last == figures.times?.upperBound)
        if figures.times != nil { #expect(times.count == figures.turns && times == times.sorted()) }
    }

    /// Speaker and words of every turn, blanks and line ends alike.
    private func turns(_ name: String, joiningLines: Bool = false) throws -> [String]? {
        guard let path = Samples.path(name) else { return nil }
        var choices = ImportChoices()
        choices.joinsLines = joiningLines
        let document = try TranscriptImporter().read(path: path, choices: choices)
        return document.blocks.filter { $0.kind == .turn }.map { block in
            let words = document.text.string(in: block.speechSpan).split(whereSeparator: \.isWhitespace)
            return block.speaker + ": " + words.joined(separator: " ")
        }
    }

    @Test(arguments: [
        "pioneers-038.rtf", "pioneers-038.odt", "pioneers-038.html", "pioneers-038-wrapped.txt",
        "pioneers-038-table.docx",
    ])
    func oneInterviewInAnyFormGivesTheSameTurns(_ name: String) throws {
        guard let model = try turns("pioneers-038.docx"), let found = try turns(name) else { return }
        #expect(found.count == 78)
        // The words themselves are not printed: a failure says where, not what.
        // The table's last cell holds the closing line too, which is a note elsewhere.
        let count = name.contains("table") ? 77 : 78
        let differing = zip(model, found).prefix(count).enumerated().filter { $0.element.0 != $0.element.1 }.map(
            \.offset
        )
        #expect(differing == [])
        #expect(found.last?.hasPrefix(model.last ?? "-") == true)
    }

    @Test func joinedLinesAreTheParagraphsOfTheOtherForms() throws {
        guard let wrapped = Samples.path("pioneers-038-wrapped.txt"), let whole = Samples.path("pioneers-038.docx")
        else {
            return
        }
        var choices = ImportChoices()
        choices.joinsLines = true
        let joined = try TranscriptImporter().read(path: wrapped, choices: choices)
        let model = try TranscriptImporter.read(path: whole)
        func paragraphs(_ document: IncomingDocument) -> [Substring] {
            String(decoding: document.text.utf8, as: UTF8.self).split(separator: "\n")
        }
        let differing = zip(paragraphs(joined), paragraphs(model)).count { $0.utf8.elementsEqual($1.utf8) == false }
        #expect(paragraphs(joined).count == paragraphs(model).count)
        #expect(differing == 0)
        #expect(joined.findings.wrapColumns == 72)
    }
}
