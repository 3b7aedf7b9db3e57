// Giving many codings another code as one act, whoever made them. Knows sessions; nothing of codebooks' files.

package import CodingCore

extension CodingSession {
    /// Gives codings a code, each in the author's own log of its document.
    ///
    /// - Parameters:
    ///   - study: where the codings' documents are found.
    ///   - act: the id of the act, where it changed the codebook too.
    /// - Throws: `FileTrouble`, as `append(act:)`.
    package func recode(_ codings: [Coding], to code: Code, in study: Study, act: Identifier? = nil) throws {
        let steps = codings.map { CodingStep.change($0, CodingChanges(code: code.id, rule: code.rule)) }
        try append(steps, in: study, act: act)
    }

    /// Does several things to codings of any documents as one act.
    ///
    /// - Throws: `FileTrouble`, as `append(act:)`.
    package func append(_ steps: [CodingStep], in study: Study, act: Identifier? = nil) throws {
        let lines = edit.spread(steps, act: act)
        let parts = study.documents.compactMap { document in
            lines[document.uuid].map { (document: document, line: $0) }
        }
        try append(act: parts)
    }
}
