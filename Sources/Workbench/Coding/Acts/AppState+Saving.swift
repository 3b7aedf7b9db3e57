// What follows when a line is safe on disk: the only place where codings change.

import CodingCore

extension AppState {
    /// Follows a line that is safe on disk.
    mutating func saved(_ request: SaveRequest) {
        for operation in request.line.operations { remember(operation, in: request.document) }
        tally.add(request.line.operations, on: request.document)
        if let open = coding?.document.uuid, open == request.document || request.others.contains(open) {
            coding?.add(request.line.operations)
            if coding?.selection != nil { coding?.dropSelection() }
            let touched = request.act.flatMap(codingTouched)
            if let place = request.place ?? touched?.place {
                let before = coding?.isOnScreen(place) == true ? nil : here
                coding?.move(to: place)
                coding?.centreCursor()
                rememberJump(from: before)
            }
            coding?.chosenFocus = request.focus ?? touched?.id
            studyIsBehind = true
            if screen != .coding { refreshStudy() }
        } else {
            for operation in request.line.operations { study.follow(operation) }
            studyChanged()
        }
        if !request.codes.isEmpty {
            lastCodes = request.codes
        } else if request.act != nil {
            // What was taken back is not done again.
            lastCodes = history?.newestCoding?.codes ?? []
        }
        notice = Notice(text: request.notice)
        if request.asksOn { askOn() }
    }

    private mutating func remember(_ operation: LogOperation, in document: Identifier) {
        history?.add(operation)
        note(operation.act, in: document)
        switch operation.body {
        case .code(_, _, let code, _, _, _, _): uses.remember(study.codebook.resolve(code))
        case .set(_, _, let changes): if let code = changes.code { uses.remember(study.codebook.resolve(code)) }
        case .uncode, .undo, .redo, .tombstone, .unknown: break
        }
    }

    /// Notes that an act of the history was done in a document.
    mutating func note(_ act: Identifier, in document: Identifier) {
        if actDocuments[act]?.contains(document) != true { actDocuments[act, default: []].append(document) }
    }

    /// Takes in all operations on a document that is not open, after its files changed underneath.
    mutating func takeIn(_ operations: [LogOperation], of document: Identifier) {
        study.replaceCodings(of: document, by: CodingFold(operations).codings.filter { $0.document == document })
        studyChanged()
    }

    /// Draws the figures of the lists anew from the study.
    mutating func studyChanged() {
        updateLists()
        measures.update(study)
        extracts?.update(study, unplaced: measures.unplaced)
        matrix?.isStale = true
        framework?.isStale = true
        keywords?.isStale = true
    }

    /// Counts anew what the dashboard and the list of documents show.
    mutating func updateLists() {
        let figures = ListFigures(study, coder: coder, now: now)
        documents.update(figures)
        dashboard.update(study, figures)
    }

    /// The locator of a passage of the open document.
    func locator(of span: TextSpan) -> String {
        guard let coding else { return "" }
        return study.locator(coding.document.id, lines: coding.transcript.lines.lines(of: span))
    }

    /// The locator of a coding; of a document whose text is not at hand its short name alone.
    func locator(of coding: Coding) -> String {
        guard let record = document(coding.document) else { return "" }
        return lines(of: coding).map { study.locator(record.id, lines: $0) } ?? study.shortName(of: record.id)
    }
}

extension Study {
    /// Puts a document's codings in the place of those that were there, in the order of the documents.
    mutating func replaceCodings(of document: Identifier, by new: [Coding]) {
        let order = Dictionary(
            documents.enumerated().map { ($1.uuid, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let own = order[document] ?? 0
        codings.removeAll { $0.document == document }
        let place = codings.firstIndex { order[$0.document] ?? 0 > own } ?? codings.count
        codings.insert(contentsOf: new, at: place)
    }

    /// Follows an operation that its coder made knowing all that was done to the coding before.
    fileprivate mutating func follow(_ operation: LogOperation) {
        switch operation.body {
        case .uncode(let on, _): codings.removeAll { $0.id == on }
        case .set(let on, _, let changes):
            guard let index = codings.firstIndex(where: { $0.id == on }) else { return }
            codings[index].follow(changes, madeBy: operation.id)
        case .code, .undo, .redo, .tombstone, .unknown: break
        }
    }
}

extension Coding {
    fileprivate mutating func follow(_ changes: CodingChanges, madeBy operation: Identifier) {
        anchor = changes.anchor ?? anchor
        code = changes.code ?? code
        rule = changes.rule ?? rule
        memo = changes.memo ?? memo
        star = changes.star ?? star
        doubt = changes.doubt ?? doubt
        let fields = changes.fields + (changes.code == nil ? [] : [.rule])
        for field in fields { heads[field] = [operation] }
        disputed.removeAll(where: fields.contains)
    }
}
