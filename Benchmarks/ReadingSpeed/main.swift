// How fast a transcript is read once its bytes are in memory: `ReadingSpeed RUNS FILE`. It prints one line, the median in
// seconds. Reading is what `gloss import` does with the bytes: decode, recognise, cut into turns, find who speaks and when.
// Benchmarks/import_speed.py makes the files and calls it.

import CodingCore
import Glibc
import Interchange

/// The bytes of a file.
func contents(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 20)
    while case let count = unsafe fread(&part, 1, part.count, file), count > 0 {
        bytes.append(contentsOf: part[..<count])
    }
    return bytes
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let runs = Int(arguments[1]), runs > 0, let bytes = contents(of: arguments[2]) else {
    print("Write: ReadingSpeed RUNS FILE")
    exit(2)
}
var times: [Duration] = []
for _ in 0..<runs {
    var turns = 0
    let time = try ContinuousClock().measure {
        turns = try TranscriptImporter.read(bytes: bytes, fileName: arguments[2]).blocks.count
    }
    // A run that found nothing would be fast and worth nothing.
    guard turns > 1 else { fatalError("nothing was read") }
    times.append(time)
}
print(times.sorted()[runs / 2] / .seconds(1))
