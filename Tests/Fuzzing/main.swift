// Random bytes against the readers, with libFuzzer: `Fuzzing log|text|yaml|shown [libFuzzer's own options]`. Each reader must
// come to an end without a trap, and what it says of the bytes must hold together. How to build it: CONTRIBUTING.md.

import CodingCore
import Glibc
import Interchange
import StudyFiles
import TextMetrics

/// libFuzzer's loop, which calls back with bytes of its making.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// The bytes that the fuzzer passes.
func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: count))
}

/// Stops the run and leaves the input behind, if something does not hold.
func expect(_ holds: Bool, _ what: StaticString) {
    guard !holds else { return }
    print("does not hold: \(what)")
    fflush(nil)
    abort()
}

/// Every line that is taken is the same after it was written and read again.
func fuzzLog(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let contents = unsafe LogFile.read(bytes(start, count), path: "codings/rs/fuzz.k3f9x2.jsonl")
    for line in contents.lines {
        let written = LogLineWriter.bytes(line)
        let again = try? LogLineReader.read(line: written)
        expect(again.map(LogLineWriter.bytes) == written, "a line survives writing and reading")
    }
    let fold = CodingFold(contents.lines.flatMap(\.operations))
    let backwards = CodingFold(contents.lines.reversed().flatMap(\.operations))
    expect(fold.codings == backwards.codings, "the fold is free of order")
    return 0
}

/// Any bytes become a text whose lines end in LF.
func fuzzText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let text = unsafe DecodedText(bytes(start, count)).text
    let scalars = text.string(in: TextSpan(0, text.scalarCount)).unicodeScalars
    expect(!scalars.contains("\r"), "line ends are LF")
    expect(scalars.count == text.scalarCount, "offsets count scalars")
    return 0
}

/// A codebook is read, or refused with a sentence.
func fuzzYAML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    do {
        _ = unsafe try CodebookReader.read(bytes(start, count), path: "codebooks/fuzz.yaml")
    } catch {
        expect(!"\(error)".isEmpty, "a refusal says why")
    }
    return 0
}

/// No text steers a terminal or turns the order of its letters once it is made safe.
func fuzzShown(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let safe = unsafe shown(String(decoding: bytes(start, count), as: UTF8.self))
    for scalar in safe.unicodeScalars where scalar != "\n" && scalar != "\t" {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
            expect(false, "nothing steers the terminal")
        default: break
        }
        // Bidi controls are among them. What joins and dresses emoji is left, inside those that fonts know.
        let isEmojiPart = scalar == "\u{200D}" || scalar == "\u{FE0F}" || (0xE0020...0xE007F).contains(scalar.value)
        expect(isEmojiPart || !scalar.properties.isDefaultIgnorableCodePoint, "nothing is hidden")
    }
    return 0
}

/// Runs libFuzzer on one of the readers.
func fuzz(_ reader: String, _ count: inout Int32, _ arguments: inout [UnsafeMutablePointer<CChar>?]) -> Int32 {
    unsafe arguments.withUnsafeMutableBufferPointer { buffer in
        guard var start = buffer.baseAddress else { return 64 }
        return switch reader {
        case "log": unsafe runFuzzer(&count, &start) { unsafe fuzzLog($0, $1) }
        case "text": unsafe runFuzzer(&count, &start) { unsafe fuzzText($0, $1) }
        case "yaml": unsafe runFuzzer(&count, &start) { unsafe fuzzYAML($0, $1) }
        default: unsafe runFuzzer(&count, &start) { unsafe fuzzShown($0, $1) }
        }
    }
}

guard CommandLine.arguments.count > 1, ["log", "text", "yaml", "shown"].contains(CommandLine.arguments[1]) else {
    print("Usage: Fuzzing log|text|yaml|shown [libFuzzer's options, such as -max_total_time=60]")
    exit(64)
}
// libFuzzer is not to see the reader's name, which it would take for a folder of inputs.
var rest = CommandLine.arguments
let reader = rest.remove(at: 1)
var count = Int32(rest.count)
var pointers = unsafe rest.map { unsafe strdup($0) } + [nil]
exit(unsafe fuzz(reader, &count, &pointers))
