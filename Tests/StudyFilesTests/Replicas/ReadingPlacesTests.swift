// Reading places come back, and their loss is no trouble to anyone.

import CodingCore
import StudyFiles
import Testing

@Suite struct ReadingPlacesTests {
    let scratch: DiskScratch
    let state: StateFolder
    let study = Identifier(high: 1, low: 2)
    let coder = sure(CoderID("rs"))
    let document = Identifier(high: 3, low: 4)

    init() throws {
        scratch = try DiskScratch()
        state = StateFolder(path: scratch("state"))
    }

    private func places(_ name: String = "rs") -> ReadingPlaces {
        ReadingPlaces(study: study, coder: sure(CoderID(name)), state: state)
    }

    @Test func comeBack() {
        var places = places()
        #expect(places.lastDocument == nil)
        #expect(places.offset(in: document) == nil)
        places.note(1_234, in: Identifier(high: 5, low: 6))
        places.note(99, in: document)
        places.note(100, in: document)
        places.save()
        let later = self.places()
        #expect(later == places)
        #expect(later.lastDocument == document)
        #expect(later.offset(in: document) == 100)
        #expect(later.offset(in: Identifier(high: 5, low: 6)) == 1_234)
        #expect(self.places("mk").lastDocument == nil)
    }

    @Test func notingWritesNothing() throws {
        var places = places()
        places.note(1, in: document)
        #expect(try scratch.everything().isEmpty)
    }

    @Test(arguments: ["", "[1]", "{\"places\":7}", "{\"last\":3,\"places\":{\"x\":1,\"y\":-4}}", "{\"v\":1"])
    func damageCountsAsNothing(text: String) throws {
        var written = places()
        written.note(5, in: document)
        written.save()
        try scratch.put(text, "state/places/\(study).rs.json")
        #expect(places().offset(in: document) == nil)
        #expect(places().lastDocument == nil)
    }

    @Test func silentlyDoWithoutAFolder() throws {
        var none = ReadingPlaces(study: study, coder: coder, state: StateFolder(path: nil))
        none.note(5, in: document)
        none.save()
        try scratch.put("in the way", "state")
        var blocked = places()
        blocked.note(5, in: document)
        blocked.save()
        #expect(try scratch.everything() == ["state"])
    }
}
