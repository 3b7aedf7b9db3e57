// What the workbench remembers comes back, two programs do not undo one another, and a loss is no trouble to anyone.

import CodingCore
import Glibc
import Testing

@testable import StudyFiles

@Suite struct WorkbenchMemoryTests {
    let scratch: DiskScratch
    let state: StateFolder
    let study = Identifier(high: 1, low: 2)
    let document = Identifier(high: 3, low: 4)
    let other = Identifier(high: 5, low: 6)
    let trust = sure(CodeID("rs/trust"))

    init() throws {
        scratch = try DiskScratch()
        state = StateFolder(path: scratch("state"))
    }

    private func memory(_ coder: String = "rs", in folder: String = "study") -> WorkbenchMemory {
        WorkbenchMemory(study: study, coder: sure(CoderID(coder)), root: scratch(folder), state: state)
    }

    private var file: String { file(in: "study") }

    private func file(in folder: String) -> String {
        "state/places/\(study).rs.\(SHA256.hexadecimal(of: Array(scratch(folder).utf8)).prefix(12)).json"
    }

    private var full: ReadingPlace {
        ReadingPlace(
            cursor: 1_234,
            top: 1_100,
            selection: TextSpan(1_200, 1_234),
            spotlight: trust,
            layer: .mine,
            marks: ["a": 0, "Z": 99]
        )
    }

    @Test func everythingComesBack() {
        var memory = memory()
        #expect(memory.lastDocument == nil && memory.place(in: document) == nil && memory.slots.isEmpty)
        memory.note(ReadingPlace(cursor: 7), in: other)
        memory.note(full, in: document)
        memory.assign(trust, toSlot: 3)
        memory.extractsCode = trust
        memory.save()
        let later = self.memory()
        #expect(later == memory)
        #expect(later.lastDocument == document)
        #expect(later.place(in: document) == full)
        #expect(later.place(in: other) == ReadingPlace(cursor: 7))
        #expect(later.slots == [3: trust])
        #expect(later.extractsCode == trust)
        #expect(self.memory("mk").lastDocument == nil, "coders do not share it")
    }

    @Test func theFileIsForItsOwnerAndHoldsNoWords() throws {
        var memory = memory()
        memory.note(full, in: document)
        memory.save()
        #expect(try Disk.stamp(of: scratch(file))?.mode == 0o600)
        #expect(
            try scratch.text(file)
                == "{\"v\":1,\"root\":\"\(scratch("study"))\",\"last\":\"\(document)\",\"places\":{\"\(document)\":{\"at\":1234,\"top\":1100,"
                + "\"selection\":[1200,1234],\"spotlight\":\"rs/trust\",\"layer\":\"mine\","
                + "\"marks\":{\"Z\":99,\"a\":0}}}}\n"
        )
    }

    @Test func notingWritesNothingAndSavingWithoutNewsWritesNothing() throws {
        var memory = memory()
        memory.note(full, in: document)
        #expect(try scratch.everything().isEmpty)
        var idle = self.memory()
        idle.save()
        #expect(try scratch.everything().isEmpty)
    }

    @Test func theCursorAloneLeavesTheRestOfAPlace() {
        var memory = memory()
        memory.note(full, in: document)
        memory.note(5, in: document)
        #expect(memory.offset(in: document) == 5)
        #expect(memory.place(in: document)?.marks == ["a": 0, "Z": 99])
        memory.note(-5, in: document)
        #expect(memory.offset(in: document) == 0)
    }

    // MARK: Two programs

    @Test func twoProgramsKeepTheirOwnDocuments() {
        var here = memory()
        var there = memory()
        here.note(ReadingPlace(cursor: 1), in: document)
        here.assign(trust, toSlot: 1)
        there.note(ReadingPlace(cursor: 2), in: other)
        there.assign(sure(CodeID("money")), toSlot: 2)
        there.extractsCode = trust
        here.save()
        there.save()
        let later = memory()
        #expect(later.offset(in: document) == 1)
        #expect(later.offset(in: other) == 2)
        #expect(later.slots == [1: trust, 2: sure(CodeID("money"))])
        #expect(later.extractsCode == trust)
        #expect(later.lastDocument == other)
    }

    @Test func theLaterOneWinsInOneDocument() {
        var here = memory()
        var there = memory()
        here.note(ReadingPlace(cursor: 1), in: document)
        there.note(ReadingPlace(cursor: 2), in: document)
        there.save()
        here.save()
        #expect(memory().offset(in: document) == 1)
        there.save()
        #expect(memory().offset(in: document) == 1, "what was saved is not saved again over what others did")
    }

    @Test func aDigitGoesBackToTheLogs() {
        var memory = memory()
        memory.assign(trust, toSlot: 1)
        memory.assign(trust, toSlot: 0)
        memory.assign(trust, toSlot: 10)
        memory.save()
        #expect(self.memory().slots == [1: trust])
        memory.assign(nil, toSlot: 1)
        memory.save()
        #expect(self.memory().slots.isEmpty)
    }

    // MARK: Copies

    @Test func aCopyInAnotherFolderHasAMemoryOfItsOwn() throws {
        for folder in ["study", "copy"] { try Disk.makeFolder(scratch(folder)) }
        var here = memory()
        here.note(ReadingPlace(cursor: 1), in: document)
        here.assign(trust, toSlot: 1)
        here.save()
        var there = memory(in: "copy")
        #expect(there.place(in: document) == nil && there.slots.isEmpty)
        there.note(ReadingPlace(cursor: 2), in: document)
        there.save()
        #expect(memory().offset(in: document) == 1)
        #expect(memory(in: "copy").offset(in: document) == 2)
    }

    @Test func aStudyThatWasMovedTakesItsMemoryAlong() throws {
        for folder in ["study", "copy"] { try Disk.makeFolder(scratch(folder)) }
        var here = memory()
        here.note(ReadingPlace(cursor: 1), in: document)
        here.save()
        try #require(unsafe rename(scratch("study"), scratch("moved")) == 0)
        var moved = memory(in: "moved")
        #expect(moved.offset(in: document) == 1)
        moved.note(ReadingPlace(cursor: 2), in: other)
        moved.save()
        #expect(memory(in: "moved").offset(in: document) == 1, "all of it")
        #expect(memory(in: "moved").offset(in: other) == 2)
    }

    @Test func whatAnEarlierGlossRememberedOfTheStudyIsTakenUp() throws {
        try scratch.put(
            "{\"v\":1,\"places\":{\"\(document)\":{\"at\":7}}}\n",
            "state/places/\(study).rs.json"
        )
        for folder in ["study", "copy"] { try Disk.makeFolder(scratch(folder)) }
        #expect(memory().offset(in: document) == 7)
        #expect(memory("mk").offset(in: document) == nil)
        var here = memory()
        here.note(ReadingPlace(cursor: 8), in: document)
        here.save()
        #expect(memory().offset(in: document) == 8)
        #expect(memory(in: "copy").offset(in: document) == 7, "the copy begins where both were")
    }

    // MARK: Odd files

    @Test(arguments: [
        "", "[1]", "{\"places\":7}", "{\"last\":3,\"places\":{\"x\":1,\"y\":-4}}", "{\"v\":1", "null", "\u{0}",
        "{\"slots\":[1],\"extracts\":{},\"places\":[]}",
    ])
    func damageCountsAsNothing(text: String) throws {
        var written = memory()
        written.note(full, in: document)
        written.save()
        try scratch.put(text, file)
        #expect(memory().place(in: document) == nil)
        #expect(memory().lastDocument == nil)
        written.note(ReadingPlace(cursor: 1), in: other)
        written.save()
        #expect(memory().offset(in: other) == 1, "a damaged file is written over")
    }

    @Test(
        arguments: [
            ("{\"at\":3}", ReadingPlace(cursor: 3)), ("3", ReadingPlace(cursor: 3)), ("{\"at\":-3}", nil), ("{}", nil),
            (
                "{\"at\":3,\"selection\":[9,2],\"top\":-1,\"layer\":\"odd\",\"spotlight\":\"No!\"}",
                ReadingPlace(cursor: 3, top: 0)
            ),
            (
                "{\"at\":3,\"selection\":[2,9,1],\"marks\":{\"ab\":1,\"1\":2,\"é\":3,\"b\":-1,\"c\":4}}",
                ReadingPlace(cursor: 3, marks: ["c": 4])
            ),
        ] as [(String, ReadingPlace?)]
    )
    func partsThatMakeNoSenseAreLeftOut(json: String, place: ReadingPlace?) throws {
        try scratch.put("{\"v\":1,\"places\":{\"\(document)\":\(json)}}\n", file)
        #expect(memory().place(in: document) == place)
    }

    @Test func whatANewerGlossKeepsIsKept() throws {
        try scratch.put(
            "{\"v\":2,\"zoom\":[1,2],\"places\":{\"\(document)\":{\"at\":1,\"fold\":true}}}\n",
            file
        )
        var memory = memory()
        memory.note(ReadingPlace(cursor: 2), in: document)
        memory.save()
        #expect(try scratch.text(file).contains("{\"at\":2,\"fold\":true}"))
        #expect(try scratch.text(file).contains("\"zoom\":[1,2]"))
    }

    @Test func theDocumentsLeftLongestAgoAreForgotten() {
        var memory = memory()
        for number in 0..<(WorkbenchMemory.mostDocuments + 5) {
            memory.note(ReadingPlace(cursor: number), in: Identifier(high: 9, low: UInt64(number)))
        }
        memory.note(ReadingPlace(cursor: 77), in: Identifier(high: 9, low: 0))
        memory.save()
        let later = self.memory()
        #expect(later.offset(in: Identifier(high: 9, low: 0)) == 77)
        #expect(later.offset(in: Identifier(high: 9, low: 1)) == nil)
        #expect(later.offset(in: Identifier(high: 9, low: 5)) == nil)
        #expect(later.offset(in: Identifier(high: 9, low: 6)) == 6)
    }

    @Test func silentlyDoesWithoutAFolder() throws {
        var none = WorkbenchMemory(
            study: study,
            coder: sure(CoderID("rs")),
            root: scratch("study"),
            state: StateFolder(path: nil)
        )
        none.note(full, in: document)
        none.save()
        #expect(none.place(in: document) == full)
        try scratch.put("in the way", "state")
        var blocked = memory()
        blocked.note(full, in: document)
        blocked.save()
        #expect(try scratch.everything() == ["state"])
    }
}

/// The cursor alone.
extension WorkbenchMemory {
    fileprivate func offset(in document: Identifier) -> Int? { place(in: document)?.cursor }

    /// Notes the cursor and leaves the rest of the place as it was.
    fileprivate mutating func note(_ offset: Int, in document: Identifier) {
        var place = place(in: document) ?? ReadingPlace(cursor: 0)
        place.cursor = max(0, offset)
        note(place, in: document)
    }
}
