import CodingCore
import Testing

@testable import Interchange

@Suite struct SampleTests {
    @Test(arguments: Samples.names) func everyScalarOfASampleBelongsToOneBlock(_ name: String) throws {
        guard let path = Samples.path(name) else { return }
        let document = try TranscriptImporter.read(path: path)
        #expect(Transcript.covers(document.blocks, scalarCount: document.text.scalarCount))
        print(ImportReport.text(for: document))
        for b in document.blocks.prefix(12) {
            print(b.kind, b.speaker, "|", b.label, "|", document.text.string(in: b.speechSpan).prefix(60).debugDescription)
        }
    }
}
