// The edge of the search over all texts: reads texts, and codes the passages round hits once they were looked at.

import CodingCore
import StudyFiles

extension WorkbenchProgram {
    /// Looks for the words of the search in all texts.
    func findKeywords() {
        guard let search = state.keywords, let pattern = search.pattern else { return }
        // What cannot be searched is not tried again and again.
        state.keywords?.isStale = false
        let corpus = Corpus(state.study) { [access] document in try access.text(of: document) }
        do {
            let found = try Concordance(
                corpus,
                pattern: pattern,
                query: search.filter ?? .everything,
                context: 240,
                onlyUncoded: search.isOnlyUncoded,
                text: { [access] document in try access.textAlone(of: document) }
            )
            state.take(keywords: found)
        } catch {
            state.notice = Notice(text: "Nothing was looked for: \(sentence(error))", kind: .alarm)
        }
    }

    /// Reads the passages round hits and shows them, before anything is coded.
    func previewHits(_ hits: [KeywordHit], unit: HitUnit, codes: [Code]) {
        do {
            var read: [Identifier: Transcript] = [:]
            func transcript(_ document: DocumentRecord) throws -> Transcript {
                if let known = read[document.uuid] { return known }
                let transcript = try access.text(of: document)
                read[document.uuid] = transcript
                return transcript
            }
            let passages = try hits.passages(by: unit, transcript: transcript).filter { passage in
                codes.contains { !state.hasOwn($0, on: passage.span, in: passage.document.uuid) }
            }
            let words = try passages.map { passage in
                let transcript = try transcript(passage.document)
                let lines = transcript.lines.lines(of: passage.span)
                let text = transcript.text.string(in: passage.span).split(whereSeparator: \.isNewline)
                return "\(state.study.locator(passage.document.id, lines: lines))  \(text.joined(separator: " "))"
            }
            state.ask(toCode: HitsToCode(passages: passages, codes: codes), showing: words)
        } catch {
            state.notice = Notice(text: "Nothing is coded: \(sentence(error))", kind: .alarm)
        }
    }

    /// Codes passages as one act; false when nothing could be coded.
    func codeHits(_ hits: HitsToCode, memo: String) -> Bool {
        guard let act = act(coding: hits, memo: memo) else { return false }
        save(act)
        if state.unsaved == 0 { state.codedHits(hits) }
        return true
    }

    /// The act that codes passages, to be saved; nothing where a text cannot be read.
    private func act(coding hits: HitsToCode, memo: String) -> ActRequest? {
        do {
            var places: [CodingEdit.Place] = []
            for (uuid, group) in Dictionary(grouping: hits.passages, by: \.document.uuid) {
                guard let record = state.document(uuid) else { continue }
                let opened = try access.open(record)
                places += group.map { passage in
                    CodingEdit.Place(
                        document: uuid,
                        anchor: access.edit.anchor(
                            of: passage.span,
                            in: opened.transcript.text,
                            version: opened.version
                        ),
                        codes: hits.codes.filter { !state.hasOwn($0, on: passage.span, in: uuid) }
                    )
                }
            }
            let lines = access.edit.apply(places, memo: memo).sorted { $0.key < $1.key }
            guard !lines.isEmpty else { return nil }
            let count = lines.reduce(0) { $0 + $1.value.operations.count }
            let spread = lines.count == 1 ? "" : " in \(lines.count) documents"
            return ActRequest(
                lines: lines.map { (document: $0.key, line: $0.value) },
                notice: "saved \(counted(count, "coding"))\(spread) · u undoes"
            )
        } catch {
            state.notice = Notice(text: "Nothing is coded: \(sentence(error))", kind: .alarm)
            return nil
        }
    }
}
