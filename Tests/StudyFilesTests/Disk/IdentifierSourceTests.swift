// Identifiers sort by the time of making whatever the clock does; hashes are the world's.

import CodingCore
import Glibc
import StudyFiles
import Synchronization
import Testing

@Suite struct IdentifierSourceTests {
    private func isInOrder(_ made: [Identifier]) -> Bool { zip(made, made.dropFirst()).allSatisfy { $0 < $1 } }

    @Test func sortsByTheTimeOfMaking() {
        let source = IdentifierSource()
        let made = (0..<20_000).map { _ in source.next() }
        #expect(isInOrder(made))
    }

    @Test(
        arguments: [[5, 5, 5, 5], [9, 3, 1, 9], [1, 2, 3], [0, 0], [0xFFFF_FFFF_FFFE, 0xFFFF_FFFF_FFFE]] as [[UInt64]]
    )
    func keepsOrderWhenTheClockStandsOrGoesBack(times: [UInt64]) {
        for random in [0, UInt64.max, 0x3FFF_FFFF_FFFF_FFFF] {
            let counter = Counter()
            let source = IdentifierSource(milliseconds: { times[counter.next() % times.count] }, random: { random })
            #expect(isInOrder((0..<times.count).map { _ in source.next() }))
        }
    }

    @Test func statesVersionVariantAndTime() {
        let source = IdentifierSource(milliseconds: { 0x0199_1234_5678 }, random: { .max })
        for _ in 0..<3 {
            let text = source.next().description
            #expect(Array(text)[14] == "7")
            #expect(["8", "9", "a", "b"].contains(Array(text)[19]))
        }
        #expect(source.next().high >> 16 >= 0x0199_1234_5678)
    }

    @Test func isSafeFromManyThreads() async {
        let source = IdentifierSource()
        let all = await withTaskGroup(of: [Identifier].self) { group in
            for _ in 0..<8 { group.addTask { (0..<1_000).map { _ in source.next() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(all).count == 8_000)
    }

    @Test func clockTellsThePresent() {
        let now = SystemClock.now().secondsSince1970
        #expect(abs(now - Int64(time(nil))) <= 2)
    }
}

@Suite struct SHA256Tests {
    // FIPS 180-4 examples; `printf abc | sha256sum`.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func agreesWithSha256sum(text: String, hash: String) {
        #expect(SHA256.hexadecimal(of: Array(text.utf8)) == hash)
        #expect(SHA256.hexadecimal(of: Array(("x" + text).utf8).dropFirst()) == hash)
    }
}
