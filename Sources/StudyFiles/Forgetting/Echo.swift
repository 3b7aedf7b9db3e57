// Places of a study that repeat what a participant said: memos, themes, summaries, examples of codes, memos on other codings.
// Found by runs of words, so that other line breaks and capitals hide nothing. Knows words; changes nothing.

import CodingCore

/// A line of a file that repeats words of a text that goes.
package struct Echo: Hashable, Sendable {
    /// The file's path inside the study.
    package var file: String
    /// Counted from 1.
    package var line: Int

    /// How many words have to follow each other in both places: fewer are what anybody may say.
    package static let run = 6
    /// The largest file that is looked at, in bytes.
    private static let limit = 64 << 20

    /// Every line in the study that repeats a run of words of what others than the interviewer say in documents.
    ///
    /// - Parameters:
    ///   - files: what goes as a whole and is not looked at.
    ///   - lines: what goes of other files.
    static func all(
        of documents: [DocumentRecord],
        in folder: StudyFolder,
        besides files: Set<String>,
        lines: [ForgottenRemains.Lines]
    ) -> [Echo] {
        var runs: Set<Int> = []
        for document in documents {
            guard let bytes = try? folder.bytes(of: StudyFolder.textName(document.id)) else { continue }
            guard let text = CanonicalText(utf8: bytes) else { continue }
            let speakers = Set(
                (try? folder.load().study.speakers(of: document.id).filter(\.isInterviewer).map(\.speaker)) ?? []
            )
            let blocks =
                (try? folder.blocks(of: document, text: text).blocks) ?? [Block(kind: .note, span: text.wholeSpan)]
            for block in blocks where !speakers.contains(block.speaker) {
                runs.formUnion(Self.runs(in: Array(text.bytes(in: block.span))).map(\.run))
            }
        }
        guard !runs.isEmpty else { return [] }
        let gone = Dictionary(lines.map { ($0.file, $0.numbers) }, uniquingKeysWith: { $0.union($1) })
        return names(in: folder, "", depth: 0).filter { !files.contains($0) }.flatMap { name in
            let bytes = (try? Disk.read(folder.path(name), limit: limit, followingLinks: false)) ?? []
            let hits = Set(Self.runs(in: bytes).filter { runs.contains($0.run) }.map(\.line))
            return hits.subtracting(gone[name] ?? []).sorted().map { Echo(file: name, line: $0) }
        }
    }

    /// The hashes of all runs of words, each with the line it begins in.
    private static func runs(in bytes: [UInt8]) -> [(run: Int, line: Int)] {
        var words: [(hash: Int, line: Int)] = []
        var word: [UInt8] = []
        var line = 1
        func close() {
            guard !word.isEmpty else { return }
            words.append((word.hashValue, line))
            word = []
        }
        for byte in bytes {
            switch byte {
            case 0x41...0x5A: word.append(byte | 0x20)
            case 0x30...0x39, 0x61...0x7A, 0x80...0xFF: word.append(byte)
            default: close()
            }
            if byte == 0x0A { line += 1 }
        }
        close()
        guard words.count >= run else { return [] }
        return (0...(words.count - run)).map { start in
            var hasher = Hasher()
            for word in words[start..<(start + run)] { hasher.combine(word.hash) }
            return (hasher.finalize(), words[start].line)
        }
    }

    /// Every file of the study but for git's.
    private static func names(in folder: StudyFolder, _ name: String, depth: Int) -> [String] {
        guard depth < 100, let entries = try? Disk.list(name.isEmpty ? folder.root : folder.path(name)).entries else {
            return []
        }
        return entries.filter { $0.name != ".git" }.flatMap { entry -> [String] in
            let place = name.isEmpty ? entry.name : name + "/" + entry.name
            switch entry.kind {
            case .file: return [place]
            case .folder: return names(in: folder, place, depth: depth + 1)
            case .symbolicLink, .other: return []
            }
        }
    }
}
