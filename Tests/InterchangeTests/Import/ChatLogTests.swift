import CodingCore
import Testing

@testable import Interchange

@Suite struct ChatLogTests {
    private func read(_ text: String, as name: String = "chat.txt") throws -> IncomingDocument {
        try TranscriptImporter.read(bytes: Array(text.utf8), fileName: name)
    }

    private func words(_ document: IncomingDocument) -> String { String(decoding: document.text.utf8, as: UTF8.self) }

    @Test(arguments: [
        "00:06:15\tAnn Lee:\tHello\n00:06:20\tBob:\tHi: you\n00:07:00\tAnn Lee:\tSo\nit is.\n",
        "00:06:15 From Ann Lee to Everyone: Hello\n00:06:20 From Bob to Everyone: Hi: you\n00:07:00 From Ann Lee to Everyone: So\nit is.\n",
    ])
    func aMeetingsChatIsTurnsWithTimes(text: String) throws {
        let document = try read(text)
        #expect(document.origin.format == "chat")
        #expect(words(document) == "Ann Lee: Hello\n\nBob: Hi: you\n\nAnn Lee: So\nit is.\n")
        #expect(document.blocks.map(\.speaker) == ["Ann Lee", "Bob", "Ann Lee"])
        #expect(document.blocks.map(\.beginMilliseconds) == [375_000, 380_000, 420_000])
    }

    @Test(arguments: [
        "12/03/2020, 10:04 - Ann: Hello\n12/03/2020, 10:05 - Bob: Hi\n13/03/2020, 09:00 - Ann: Again\n13/03/2020, 09:02 - Bob: k\n",
        "[12/03/2020, 10:04:00] Ann: Hello\n[12/03/2020, 10:05:00] Bob: Hi\n[13/03/2020, 09:00:00] Ann: Again\n[13/03/2020, 09:02:00] Bob: k\n",
        "12/03/2020, 10:04 am - Ann: Hello\n12/03/2020, 10:05 am - Bob: Hi\n13/03/2020, 9:00 am - Ann: Again\n13/03/2020, 9:02 am - Bob: k\n",
    ])
    func aMessengersDaysAreNotesAndTimesCountFromTheFirstMessage(text: String) throws {
        let document = try read(text)
        #expect(words(document) == "[12/03/2020]\n\nAnn: Hello\n\nBob: Hi\n\n[13/03/2020]\n\nAnn: Again\n\nBob: k\n")
        #expect(document.blocks.filter { $0.kind == .turn }.map(\.beginMilliseconds) == [0, 60_000, 0, 120_000])
        #expect(document.speakers.map { "\($0.name) \($0.turns)" } == ["Ann 2", "Bob 2"])
    }

    @Test(arguments: [
        "Ann: Hello\nBob: Hi\nAnn: So\nBob: k\n", "10:30 was the meeting\n10:40 From there: on\nwe went\nhome\n",
        "1/2, yes\n1/3, no\n1/4, so\n",
        "00:01\tAnn\tno colon\n00:02\tBob\tx\n00:03\tAnn\ty\n",
    ])
    func otherTextsAreNoChats(text: String) throws {
        #expect(try read(text).origin.format == "text")
    }

    @Test func oTranscribeIsReadWithItsTimes() throws {
        let paragraphs = (0..<4).map { index in
            "<p><span class=\\\"timestamp\\\" data-timestamp=\\\"\(index * 5).4\\\">0:0\(index)</span>&nbsp;"
                + "\(index % 2 == 0 ? "Ann" : "Bob"): words \(index)</p>"
        }
        let more = paragraphs.joined() + "<p>Ann: more</p><p>Bob: more</p>"
        do {
            let document = try read("{\"text\":\"\(more)\",\"media\":\"a.mp3\",\"media-time\":20.1}", as: "talk.otr")
            #expect(document.origin.format == "otr")
            #expect(document.speakers.map { "\($0.name) \($0.turns)" } == ["Ann 3", "Bob 3"])
            #expect(document.blocks.prefix(4).map(\.beginMilliseconds) == [0, 1_000, 2_000, 3_000])
        } catch let error as ImportError where error.code == .toolMissing {
            print("skipped: pandoc is not installed")
        }
    }

    @Test(arguments: ["{\"text\":", "{\"text\": 4}", "{ \"text\" : [] }"]) func aBrokenOneIsASentence(text: String) {
        let error = #expect(throws: ImportError.self) { try read(text, as: "talk.otr") }
        #expect(error?.code == .damaged)
        #expect(error?.sentence.contains("oTranscribe") == true)
    }
}
