// What a person is told when the system refuses.

import Glibc
import StudyFiles
import Testing

@Suite struct FileTroubleTests {
    @Test(arguments: [
        (ENOENT, FileTrouble.Code.missing), (EEXIST, .alreadyExists), (EACCES, .notPermitted), (EPERM, .notPermitted),
        (EROFS, .notPermitted), (EISDIR, .notAFile), (ENOTDIR, .notAFolder), (ELOOP, .symbolicLink), (ENOSPC, .full),
        (EDQUOT, .full), (EFBIG, .full), (EMFILE, .system), (ENAMETOOLONG, .outside), (EIO, .system), (9_999, .system),
    ])
    func judgesTheSystemsNumbers(number: Int32, code: FileTrouble.Code) {
        let trouble = FileTrouble(doing: "write the log", path: "/study/log", errno: number)
        #expect(trouble.code == code)
        #expect(trouble.errno == number)
        #expect(trouble.line == nil)
        #expect(trouble.sentence.hasPrefix("could not write the log: "))
        #expect(trouble.sentence.hasSuffix("."))
    }

    @Test func namesPathAndLine() {
        #expect(FileTrouble(.malformed, "is torn.", path: "a.jsonl").description == "a.jsonl: is torn.")
        #expect(FileTrouble(.malformed, "is torn.", path: "a.jsonl", line: 7).description == "a.jsonl:7: is torn.")
    }
}
