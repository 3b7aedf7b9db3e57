// The disk is full while somebody codes: it is said and goes on being said, nothing has to be done twice, and it is saved without
// a word from the coder when there is room again.

import Foundation
import Screen
import TestSupport
import Testing

@Suite(.enabled("needs a disk that can be filled") { SmallDisk.isPossible }) struct DiskFullScenarioTests {
    @Test func whatAFullDiskDoesNotTakeIsUNSAVEDAndSavedByItselfLater() throws {
        let laboratory = try Laboratory()
        let disk = try SmallDisk(under: laboratory)
        let terminal = try laboratory.workbench("open", "A03", columns: 120)
        terminal.expect("READ")
        try disk.fill()
        terminal.codeSentence("bc", until: "NOT SAVED")
        terminal.press(")", until: "UNSAVED 1")
        terminal.codeSentence("da", until: "NOT SAVED")
        #expect(try laboratory.logLines().isEmpty)
        terminal.press("(", until: "UNSAVED 2")
        // What was coded is on the screen, and goes on being there.
        terminal.expect("DA Inadequate data")

        try disk.makeRoom()
        terminal.expect("2 acts that were in memory only are saved now")
        #expect(!terminal.text.contains("UNSAVED"))
        #expect(try laboratory.logLines().count == 2)
        terminal.codeSentence("cc", until: "CC Commissioning confusion · u undoes")
        terminal.leave()
        #expect(try laboratory.expectDone("extracts", "--format", "jsonl").split(separator: "\n").count == 3)
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func leavingAFullDiskSaysWhatWouldBeLostAndAsksOnce() throws {
        let laboratory = try Laboratory()
        let disk = try SmallDisk(under: laboratory)
        let terminal = try laboratory.workbench("open", "A03", columns: 120)
        terminal.expect("READ")
        try disk.fill()
        terminal.codeSentence("bc", until: "NOT SAVED")
        terminal.press("Q", until: "1 act is NOT SAVED")
        terminal.press("j", until: "UNSAVED 1")
        try disk.makeRoom()
        terminal.expect("1 act that was in memory only is saved now")
        terminal.leave()
        #expect(try laboratory.gloss("check").status == .exited(0))
    }

    @Test func aCommandOnAFullDiskSavesNothingAndSaysSo() throws {
        let laboratory = try Laboratory()
        let disk = try SmallDisk(under: laboratory)
        let log = try laboratory.expectDone("code", "B07", "--quote", "before my time", "bc")
        #expect(log.hasPrefix("saved "))
        try disk.fill()
        let result = try laboratory.gloss("code", "A03", "--quote", "before my time", "bc")
        #expect(result.status == .exited(2))
        #expect(!result.output.contains("saved"))
        #expect(result.error.contains("Make room on the disk"), "\(result.error)")
        try disk.makeRoom()
        #expect(try laboratory.gloss("check").status == .exited(0))
        try laboratory.expectDone("code", "A03", "--quote", "before my time", "bc")
        #expect(try laboratory.logLines().count == 2)
    }
}
