// Going far: to lines, codings, hits, marks, and back and forward over documents. Every such jump remembers where it began.

import CodingCore
import StudyFiles

extension AppState {
    /// Where the reader is in the open document.
    var here: TextPlace? { coding.map { TextPlace(document: $0.document.uuid, offset: $0.cursor) } }

    /// Remembers where a jump began, once the cursor stands elsewhere.
    mutating func rememberJump(from before: TextPlace?) {
        if let before, before != here { jumps.push(before) }
    }

    /// Performs a command that goes far; nothing when the command is none of these.
    mutating func travel(_ command: Command, count: Int?, argument: String?) -> [Effect]? {
        let times = count ?? 1
        let before = here
        switch command {
        case .top: coding?.goToLine(argument.flatMap { Int($0) } ?? count ?? 1)
        case .bottom: coding?.goToLine(argument.flatMap { Int($0) } ?? count ?? .max)
        case .nextCoding, .previousCoding: goToCoding(forward: command == .nextCoding, times: times)
        case .uncodedSentence: goToUncodedSentence()
        case .nextUncoded, .previousUncoded: goToUncoded(forward: command == .nextUncoded, times: times)
        case .search: search(argument, times: times)
        case .searchWord: searchWord(times: times)
        case .nextHit, .previousHit: goToHit(forward: command == .nextHit, times: times)
        case .setMark: return setMark(argument ?? "")
        case .goToMark: return goToMark(argument ?? "")
        default: return nil
        }
        rememberJump(from: before)
        return []
    }

    private mutating func goToCoding(forward: Bool, times: Int) {
        for _ in 0..<times {
            guard coding?.goToCoding(forward: forward) == true else {
                refuse(forward ? "No coding begins after this place." : "No coding begins before this place.")
                break
            }
        }
        coding?.centreCursor()
    }

    private mutating func goToUncoded(forward: Bool, times: Int) {
        for _ in 0..<times {
            guard coding?.goToUncoded(forward: forward) == true else {
                let side = forward ? "after" : "before"
                refuse(
                    coding?.isInUncoded == true
                        ? "No uncoded passage begins \(side) this one." : "Everything \(side) this is coded."
                )
                break
            }
        }
        coding?.centreCursor()
    }

    private mutating func goToUncodedSentence() {
        guard let found = coding?.selectUncodedSentence() else {
            refuse("Every sentence here has a code.")
            return
        }
        notice = Notice(text: "sentence without a code: \(found.place) of \(found.of) · c codes it")
        coding?.centreCursor()
    }

    // MARK: Marks

    private mutating func setMark(_ name: String) -> [Effect] {
        guard let screen = coding, let letter = name.first, name.count == 1, ReadingPlace.isMark(letter) else {
            refuse("A mark is a letter: ` and one of a to z.")
            return []
        }
        coding?.marks[letter] = screen.cursor
        let place = locator(of: TextSpan(screen.cursor, screen.cursor))
        notice = Notice(text: "mark \(letter) set at \(place) · '\(letter) comes back to it")
        return keepingPlace
    }

    private mutating func goToMark(_ name: String) -> [Effect] {
        if name == "'" || name == "`" { return goToLatestJump() }
        guard let screen = coding, let letter = name.first, let place = screen.marks[letter], name.count == 1 else {
            let marks = coding?.marks.keys.sorted().map(String.init) ?? []
            let others = marks.isEmpty ? "none is set in this document" : "there is \(marks.joined(separator: ", "))"
            refuse("There is no mark \(name) here; \(others).")
            return []
        }
        let before = here
        coding?.move(to: place)
        coding?.centreCursor()
        rememberJump(from: before)
        return []
    }

    // MARK: Back and forward

    private mutating func goToLatestJump() -> [Effect] {
        guard let here, let latest = jumps.latest else {
            refuse("No jump was made yet.")
            return []
        }
        jumps.push(here)
        return go(to: latest)
    }

    /// Goes back to where jumps began, or forward again, in whichever document.
    mutating func travel(forward: Bool, times: Int) -> [Effect] {
        var target: TextPlace?
        for _ in 0..<times {
            guard let from = target ?? here,
                let next = forward ? jumps.forward(from: from) : jumps.back(from: from)
            else { break }
            target = next
        }
        return target.map { go(to: $0) } ?? []
    }

    /// Goes to a place in whichever document.
    mutating func go(to place: TextPlace) -> [Effect] {
        if coding?.document.uuid == place.document {
            coding?.move(to: place.offset)
            coding?.centreCursor()
            show(.coding)
            return []
        }
        guard let record = document(place.document) else {
            refuse("The document of that place is not in the study any more.")
            return []
        }
        jumps.destination = place
        return keepingPlace + [.open(record.id, place: place.offset)]
    }

    /// Takes in a document that was opened; a jump from another place is remembered.
    mutating func opened(_ screen: CodingState) {
        let before = jumps.destination?.document == screen.document.uuid ? nil : here
        jumps.destination = nil
        refreshStudy()
        coding = screen
        // Others may have written since the study was read.
        studyIsBehind = true
        arrange()
        rememberJump(from: before)
        show(.coding)
        tellOfQuestions()
    }

    /// Says that something in the document waits for a person, who may have come for something else.
    private mutating func tellOfQuestions() {
        guard let count = coding?.questions.count, count > 0, notice == nil else { return }
        let key = table.row(of: .questions, in: .read)?.keys.first ?? ":" + Command.questions.name
        notice = Notice(text: "\(count) question\(count == 1 ? " is" : "s are") open here: \(key) asks")
    }
}
