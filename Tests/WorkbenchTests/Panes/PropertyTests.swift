// What holds for any text and any codings: rows join back to the text and are never too wide; no two codings share a lane;
// every stripe in sight has a name or is counted. Over texts by chance, and over real transcripts where this machine has them.

import CodingCore
import Foundation
import Interchange
import Screen
import TestSupport
import Testing
import TextMetrics

@testable import Workbench

extension Bench {
    /// A bench on a transcript of any making.
    static func reading(_ transcript: Transcript, rows: Int, columns: Int) throws -> Bench {
        var bench = try Bench(rows: rows, columns: columns)
        let screen = try bench.screen
        bench.state.coding = CodingState(
            document: screen.document,
            transcript: transcript,
            version: screen.version,
            measure: 66,
            coder: screen.coder,
            codebook: screen.codebook,
            operations: [],
            size: bench.state.size,
            sha256: sha256
        )
        bench.state.arrange()
        return bench
    }

    /// Codes passages by chance, every fifth of them a long one and every third another coder's.
    mutating func code(_ count: Int, using generator: inout SeededGenerator) throws {
        let screen = try screen
        let scalars = screen.transcript.text.scalarCount
        guard scalars > 20 else { return }
        let codes = screen.codebook.codes.filter(\.isApplicable)
        var operations: [LogOperation] = []
        for number in 0..<count {
            let start = Int.random(in: 0..<scalars - 10, using: &generator)
            let length = Int.random(in: 1..<(number % 5 == 0 ? 900 : 150), using: &generator)
            let line = edit(by: try #require(CoderID(number % 3 == 0 ? "ag" : "rs"))).apply(
                [codes[number % codes.count]],
                to: TextSpan(start, min(start + length, scalars)),
                of: screen.document.uuid,
                text: screen.transcript.text,
                version: screen.version
            )
            operations += line?.operations ?? []
        }
        state.coding?.add(operations)
    }
}

@MainActor
@Suite struct PropertyTests {
    // MARK: Texts

    private nonisolated static let words = [
        "the", "a", "contract", "we", "block-funded", "and/or", "naïve", "e\u{301}toile", "混乱", "虚拟病房", "👩‍👩‍👧‍👦",
        "supercalifragilisticexpialidocious-and-longer-than-any-row-of-text-could-ever-hope-to-be-in-an-interview",
        "\t", "—", "“yes”", "[laughs]", "שלום", "...", "x",
    ]

    private func chance(_ seed: UInt64) -> Transcript {
        var generator = SeededGenerator(seed: seed)
        let hasBlanks = Bool.random(using: &generator)
        let labels = [["Ann: ", "Bob: "], ["I: ", ""], [""]][Int.random(in: 0..<3, using: &generator)]
        var whole = ""
        var blocks: [Block] = []
        for _ in 0..<Int.random(in: 1..<25, using: &generator) {
            let label = labels[Int.random(in: 0..<labels.count, using: &generator)]
            let count = Int.random(in: 0..<60, using: &generator)
            let speech = (0..<count).map { _ in Self.words[Int.random(in: 0..<Self.words.count, using: &generator)] }
            let start = whole.unicodeScalars.count
            whole += label + speech.joined(separator: " ") + (hasBlanks ? "\n\n" : "\n")
            blocks.append(
                Block(
                    kind: label.isEmpty ? .note : .turn,
                    span: TextSpan(start, whole.unicodeScalars.count),
                    speaker: String(label.prefix(3)),
                    label: label
                )
            )
        }
        return Transcript(text: CanonicalText(whole), blocks: blocks, measure: 66)
    }

    /// The real transcripts of this machine, by name; none, said aloud, where there are none.
    private var samples: [(name: String, transcript: Transcript)] {
        guard let folder = ProcessInfo.processInfo.environment["GLOSS_SAMPLES"],
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else {
            print("skipped: GLOSS_SAMPLES is not set or has no files, so only texts by chance were tried")
            return []
        }
        return names.sorted().compactMap { name in
            // What is no transcript, or needs a tool that is missing, is no matter of screens.
            guard let document = try? TranscriptImporter.read(path: folder + "/" + name) else {
                print("skipped: \(name) was not read")
                return nil
            }
            return (name, Transcript(text: document.text, blocks: document.blocks, measure: 66))
        }
    }

    // MARK: Wrapping

    private func checkRows(_ transcript: Transcript, _ name: String) {
        for (columns, hang) in [(66, 2), (66, 0), (60, 2), (47, 2), (20, 0)] {
            let rows = DisplayRows(transcript, columns: columns, measure: 66, hang: hang)
            var joined: [UInt8] = []
            var scalar = 0
            for (index, row) in rows.rows.enumerated() {
                joined += Array(rows.text(row.bytes).utf8) + (row.endsParagraph ? [0x0A] : [])
                if row.scalarStart != scalar { Issue.record("\(name), \(columns): row \(index) does not go on") }
                scalar = row.scalarEnd + (row.endsParagraph ? 1 : 0)
                let words = rows.clusters(of: index).reversed().drop { [" ", "\t"].contains(rows.text(of: $0)) }
                let width = (words.first.map { $0.column + $0.width } ?? 0)
                if width > columns, words.count > 1 {
                    Issue.record("\(name), \(columns): row \(index) is \(width) wide")
                }
            }
            #expect(joined == transcript.text.utf8, "\(name), \(columns)")
            // The numbers are those of the lines, each once and in order.
            let numbers = (0..<rows.count).compactMap(rows.lineNumber)
            #expect(numbers == Array(1..<transcript.lines.count + 1), "\(name), \(columns)")
        }
    }

    @Test(arguments: 0..<40) func rowsOfAnyTextJoinBackToIt(_ seed: Int) {
        checkRows(chance(UInt64(seed)), "text \(seed)")
    }

    @Test func rowsOfRealTranscriptsJoinBackToThem() {
        for sample in samples { checkRows(sample.transcript, sample.name) }
    }

    // MARK: Lanes and names

    private func checkStripes(_ bench: Bench, _ name: String) throws {
        let screen = try bench.screen
        let geometry = screen.geometry
        var lastRow = Array(repeating: -1, count: screen.lanes.count)
        for stripe in screen.lanes.stripes {
            if stripe.rows.lowerBound <= lastRow[stripe.lane] { Issue.record("\(name): lane \(stripe.lane) is shared") }
            lastRow[stripe.lane] = stripe.rows.upperBound
        }
        let stripes = CodingDraw(bench.state, screen, look: bench.look, height: geometry.textRows).stripes
        let surface = bench.surface
        surface.expectSound("\(name)")
        if let margin = geometry.margin {
            let rows = (geometry.textTop..<geometry.textTop + geometry.textRows).map { row in
                margin.map { surface[row, $0].text }.joined()
            }
            let more = rows.filter { $0.hasSuffix(" more") || $0.contains(" more ") }.compactMap { row in
                Int(row.drop { !$0.isNumber }.prefix { $0.isNumber })
            }
            let named = rows.filter { row in !row.contains(" more") && row.contains(where: \.isLetter) }
            #expect(named.count + more.reduce(0, +) == stripes.count, "\(name): \(rows)")
        } else {
            let legend = geometry.legend.map { surface.line($0) }.joined(separator: "   ")
            let tags = Set(stripes.map(\.tag))
            let named = tags.filter { tag in " \(legend)".contains(" \(tag) ") }
            let more =
                legend.contains(" more")
                ? Int(
                    legend.reversed().drop { !$0.isNumber }.prefix { $0.isNumber }.map(String.init).reversed().joined()
                ) ?? 0 : 0
            #expect(named.count + more == tags.count, "\(name): \(legend)")
        }
    }

    private func checkFrames(_ transcript: Transcript, _ name: String, seed: UInt64) throws {
        for (rows, columns) in [(16, 60), (24, 80), (40, 120), (60, 200)] {
            var generator = SeededGenerator(seed: seed)
            var bench = try Bench.reading(transcript, rows: rows, columns: columns)
            try bench.code(30 + transcript.lines.count / 3, using: &generator)
            for keys in ["g g", "Space Space", "]", "Tab", "G"] {
                try bench.press(keys)
                try checkStripes(bench, "\(name), \(columns) columns, after \(keys)")
            }
        }
    }

    @Test(arguments: 0..<12) func stripesOverAnyTextHaveALaneAndAName(_ seed: Int) throws {
        try checkFrames(chance(UInt64(100 + seed)), "text \(seed)", seed: UInt64(seed))
    }

    @Test func stripesOverRealTranscriptsHaveALaneAndAName() throws {
        for (number, sample) in samples.enumerated() {
            try checkFrames(sample.transcript, sample.name, seed: UInt64(number))
        }
    }
}
