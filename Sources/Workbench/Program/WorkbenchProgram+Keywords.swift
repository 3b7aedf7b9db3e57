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
    func previewHits(_ hits: [KeywordHit], unit: KeywordState.Unit, codes: [Code]) {
        do {
            var passages: [HitsToCode.Passage] = []
            var words: [String] = []
            var seen: Set<KeywordState.Place> = []
            var read: [Identifier: Transcript] = [:]
            for hit in hits {
                let transcript = try read[hit.document.uuid] ?? access.text(of: hit.document)
                read[hit.document.uuid] = transcript
                let span = Self.span(of: hit, unit, in: transcript)
                let place = KeywordState.Place(document: hit.document.uuid, span: span)
                guard seen.insert(place).inserted,
                    codes.contains(where: { !state.hasOwn($0, on: span, in: hit.document.uuid) })
                else { continue }
                passages.append(HitsToCode.Passage(document: hit.document.uuid, span: span))
                let locator = state.study.locator(hit.document.id, lines: transcript.lines.lines(of: span))
                let text = transcript.text.string(in: span).split(whereSeparator: \.isNewline).joined(separator: " ")
                words.append("\(locator)  \(text)")
            }
            state.ask(toCode: HitsToCode(passages: passages, codes: codes), showing: words)
        } catch {
            state.notice = Notice(text: "Nothing is coded: \(sentence(error))", kind: .alarm)
        }
    }

    private static func span(of hit: KeywordHit, _ unit: KeywordState.Unit, in transcript: Transcript) -> TextSpan {
        let around =
            switch unit {
            case .hit: hit.span
            case .sentence: transcript.unit(.sentence, holding: hit.span.start) ?? hit.span
            case .turn: transcript.unit(.turn, holding: hit.span.start) ?? hit.span
            }
        return TextSpan(min(around.start, hit.span.start), max(around.end, hit.span.end))
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
            for (document, group) in Dictionary(grouping: hits.passages, by: \.document) {
                guard let record = state.document(document) else { continue }
                let opened = try access.open(record)
                for passage in group {
                    let fresh = hits.codes.filter { !state.hasOwn($0, on: passage.span, in: document) }
                    places.append(
                        CodingEdit.Place(
                            document: document,
                            anchor: access.edit.anchor(
                                of: passage.span,
                                in: opened.transcript.text,
                                version: opened.version
                            ),
                            codes: fresh
                        )
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
