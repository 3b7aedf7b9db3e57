// Clones keep their names, copies get others, and a machine without a state folder codes all the same.

import CodingCore
import StudyFiles
import Testing

@Suite struct ReplicasTests {
    let scratch: DiskScratch
    let state: StateFolder
    let study = Identifier(high: 1, low: 2)

    init() throws {
        scratch = try DiskScratch()
        state = StateFolder(path: scratch("state/gloss"))
    }

    @Test func asksWriteNothing() throws {
        #expect(Replicas(state: state).known(study: study, root: "/a") == nil)
        #expect(try scratch.everything().isEmpty)
    }

    @Test func keepsTheNameOfAClone() throws {
        let made = Replicas(state: state, machine: "m").forWriting(study: study, root: "/a")
        #expect(ReplicaID(made.description) == made)
        let later = Replicas(state: state, machine: "m")
        #expect(later.known(study: study, root: "/a") == made)
        #expect(later.forWriting(study: study, root: "/a") == made)
    }

    @Test func copiesAndOtherMachinesGetTheirOwn() throws {
        let made = Replicas(state: state, machine: "m").forWriting(study: study, root: "/a")
        let here = Replicas(state: state, machine: "m")
        #expect(here.known(study: study, root: "/b") == nil)
        #expect(here.known(study: Identifier(high: 1, low: 3), root: "/a") == nil)
        #expect(Replicas(state: state, machine: "n").known(study: study, root: "/a") == nil)
        #expect(here.forWriting(study: study, root: "/b") != made)
        #expect(try Disk.list(scratch("state/gloss/replicas")).names.count == 2)
    }

    @Test(arguments: ["", "nonsense", "{}", "{\"replica\":\"TOO LONG\"}", "{\"replica\":7}"])
    func namesThatCannotBeReadAreMadeAnew(damage: String) throws {
        let made = Replicas(state: state, machine: "m").forWriting(study: study, root: "/a")
        let file = "state/gloss/replicas/" + (try #require(try Disk.list(scratch("state/gloss/replicas")).names.first))
        try scratch.put(damage, file)
        let again = Replicas(state: state, machine: "m").forWriting(study: study, root: "/a")
        #expect(again != made)
        #expect(Replicas(state: state, machine: "m").known(study: study, root: "/a") == again)
    }

    @Test(arguments: [true, false])
    func withoutAStateFolderANameLastsAsLongAsTheProcess(isMissing: Bool) throws {
        try scratch.put("in the way", "state")
        let replicas = Replicas(state: isMissing ? StateFolder(path: nil) : state, machine: "m")
        let made = replicas.forWriting(study: study, root: "/a")
        #expect(replicas.forWriting(study: study, root: "/a") == made)
        #expect(replicas.known(study: study, root: "/a") == made)
        #expect(try scratch.text("state") == "in the way")
    }

    @Test(
        arguments: [
            ("/x/state", "/home/me", "/x/state/gloss"), (nil, "/home/me", "/home/me/.local/state/gloss"),
            ("relative", "/home/me", "/home/me/.local/state/gloss"), ("", "", nil), (nil, nil, nil), (nil, "home", nil),
        ] as [(String?, String?, String?)]
    )
    func findsTheStateFolder(xdg: String?, home: String?, path: String?) {
        #expect(StateFolder(xdgStateHome: xdg, home: home).path == path)
    }

    @Test(arguments: ["", "abcde", "abcdefg", "ABCDEF", "abc-ef", "abcdé"])
    func refusesNamesThatAreNone(name: String) {
        #expect(ReplicaID(name) == nil)
    }

    @Test func drawsNamesThatFitTheRule() {
        var random = RandomLog(seed: 3)
        let names = (0..<500).map { _ in ReplicaID.random(using: &random) }
        #expect(names.allSatisfy { ReplicaID($0.description) == $0 })
        #expect(Set(names).count == 500)
    }
}
