// Where the sample study lies, and how a copy of it is made.

import CodingCore
import StudyFiles

/// The ready study of invented interviews that comes with Gloss.
enum SampleStudy {
    static let name = "transcripts-sample"

    /// The folder: at `$GLOSS_SHARE`, then `../share/gloss` from the program, then upwards from the program.
    ///
    /// - Throws: a sentence when it is nowhere.
    static func find(on console: Console, executable: String? = SystemEnvironment.executable()) throws -> String {
        var bases: [String] = []
        if let share = console.environment["GLOSS_SHARE"], !share.isEmpty { bases.append(console.path(share)) }
        if let executable {
            var folder = Disk.folder(of: executable)
            bases.append(Disk.folder(of: folder) + "/share/gloss")
            while folder != "/" && folder != "." {
                bases.append(folder)
                folder = Disk.folder(of: folder)
            }
        }
        for base in bases where Disk.isFolder("\(base)/\(name)") { return "\(base)/\(name)" }
        throw CommandFailure.couldNot(
            "the sample study is not installed: set GLOSS_SHARE to the folder that holds \(name)"
        )
    }

    /// `./gloss-demo`, or the first name after it that is free.
    static func freeFolder(on console: Console) -> String {
        var path = console.path("gloss-demo")
        var number = 2
        while Disk.exists(path) {
            path = console.path("gloss-demo-\(number)")
            number += 1
        }
        return path
    }

    /// Copies a folder with everything in it; `study.yaml` comes last, so that half a copy is no study.
    ///
    /// - Throws: `FileTrouble`, or a sentence when something lies in the way.
    static func copy(_ source: String, to target: String) throws {
        if Disk.exists(target) {
            guard Disk.isFolder(target), try Disk.list(target).entries.isEmpty else {
                throw CommandFailure.couldNot("\(target) is there already: name a folder that is new or empty")
            }
        }
        try Disk.makeFolder(target)
        let entries = try Disk.list(source).entries
        let last = entries.filter { $0.name == StudyFile.name }
        for entry in entries.filter({ $0.name != StudyFile.name }) + last {
            let (from, to) = ("\(source)/\(entry.name)", "\(target)/\(entry.name)")
            switch entry.kind {
            case .folder: try copy(from, to: to)
            case .file: try Disk.createDurably(try Disk.read(from), at: to)
            default: continue
            }
        }
    }
}
