// `gloss check`: everything that can be verified in a study. Reads each text once; writes nothing.

import CodingCore

/// Verifies a study.
package enum Checker {
    /// Everything that needs a person or is worth knowing, by file and line.
    ///
    /// A study whose `study.yaml` cannot be read has that as its one finding.
    package static func check(_ folder: StudyFolder) -> [Finding] {
        let contents: StudyContents
        do {
            contents = try folder.load()
        } catch {
            return [folder.finding(error, file: StudyFile.name)]
        }
        var findings = contents.findings
        findings += LogCheck.findings(contents, in: folder)
        findings += TextCheck.findings(contents, in: folder)
        findings += TableCheck.findings(contents, in: folder)
        findings += NotesCheck.findings(contents, in: folder)
        findings += Journal.read(folder).findings
        findings += FileCheck.findings(in: folder)
        findings += ForgottenRemains(of: contents.fold.forgotten, in: contents, folder).findings()
        return Set(findings).sorted()
    }
}
