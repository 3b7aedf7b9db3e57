import StudyFiles
import TestSupport
import Testing

@testable import Commands

/// `gloss framework`: pages that people can read, links, other rows and columns, and every act taken back.
@Suite struct FrameworkCommandTests {
    private func page(_ stage: Stage) throws -> String { try stage.folder.read("study/framework/main/B07.md") }

    private func withBlock() throws -> (stage: Stage, id: String) {
        let stage = try Stage.withStudy()
        let coded = stage.gloss("code", "B07", "--quote", "The block contract pays.", "bc")
        try #require(coded.code == 0, "\(coded.talk)")
        return (stage, String(coded.output.split(separator: " ")[1]))
    }

    @Test func aCellIsASectionOfItsCasesPageWithItsPassagesBelow() throws {
        let (stage, id) = try withBlock()
        #expect(stage.gloss("framework", "write", "B07", "money", "Pays.\n\n## Not a cell\nNothing moves.").code == 0)
        let text = try page(stage)
        #expect(text.hasPrefix("---\ncase: B/B07\ndocument: "), "\(text)")
        #expect(text.contains("\n## code:money\n\nPays.\n\n\\## Not a cell\nNothing moves.\n\n- [ ] \(id) "), "\(text)")
        #expect(text.hasSuffix(" B07:3\n"), "\(text)")
        let read = stage.gloss("framework", "read", "B07", "money").output
        #expect(
            read.hasPrefix("B07 × Money  (1 passage)\n  Pays.\n  \n  ## Not a cell\n  Nothing moves.\n  B07:3  block")
        )
        #expect(stage.gloss("framework", "write", "B07", "money", "Pays.", "--link", id).code == 0)
        #expect(try page(stage).contains("\nPays.\n\n- [x] \(id) "))
        // What a hand adds to the page stays where it is.
        try stage.folder.write(
            try page(stage).replacing("## code:money", with: "My own words.\n\n## code:money"),
            to: "study/framework/main/B07.md"
        )
        #expect(stage.gloss("framework", "write", "B07", "trust", "Trusts nobody.").code == 2, "no such column")
        #expect(stage.gloss("framework", "define", "--columns", "money,trust").code == 0)
        #expect(stage.gloss("framework", "write", "B07", "trust", "Trusts nobody.").code == 0)
        let both = try page(stage)
        #expect(
            both.contains("---\n\nMy own words.\n\n## code:money\n")
                && both.contains("\n\n## code:trust\n\nTrusts nobody.")
        )
        #expect(stage.gloss("check").code == 0)
    }

    @Test func everyActIsTakenBackAndDoneAgain() throws {
        let (stage, _) = try withBlock()
        #expect(stage.gloss("framework", "write", "B07", "money", "First.").code == 0)
        let first = try page(stage)
        #expect(stage.gloss("framework", "write", "B07", "money", "Second.", "--why", "read again").code == 0)
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try page(stage) == first)
        #expect(stage.gloss("journal", "redo").code == 0)
        #expect(try page(stage).contains("Second."))
        #expect(stage.gloss("framework", "write", "B07", "money", "").output == "cleared B07 × Money\n")
        #expect(try !page(stage).contains("## code:money"))
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try page(stage).contains("Second."))
        // The layout too; what was made by the act goes with it.
        #expect(stage.gloss("framework", "define", "--rows", "site", "--title", "Sites").code == 0)
        #expect(try stage.folder.read("study/framework/main.md") == "---\ntitle: Sites\nrows: site\n---\n")
        #expect(stage.gloss("framework").output.contains("1 summary in rows or columns that are not shown."))
        #expect(stage.gloss("journal", "undo").code == 0)
        #expect(try !stage.folder.contents().contains("study/framework/main.md"))
        #expect(stage.gloss("framework", "--cells", "written").output.contains("Second."))
        #expect(
            stage.gloss("journal", "--format", "md").output.contains(
                "| summary | framework main/B/B07 code:money | First. |"
            )
        )
    }

    @Test func undoDoesNotWriteOverWhatAHandChanged() throws {
        let (stage, _) = try withBlock()
        #expect(stage.gloss("framework", "write", "B07", "money", "First.").code == 0)
        try stage.folder.write(
            try page(stage).replacing("First.", with: "By hand."),
            to: "study/framework/main/B07.md"
        )
        let undone = stage.gloss("journal", "undo")
        #expect(undone.code == 2 && undone.talk.contains("has other words in code:money by now"), "\(undone.talk)")
        #expect(try page(stage).contains("By hand."))
    }

    @Test func rowsMayBeSitesOrParticipantsAndColumnsThemes() throws {
        let (stage, id) = try withBlock()
        #expect(stage.gloss("themes", "add", "The block stays", "--code", "bc").code == 0)
        #expect(
            stage.gloss("framework", "define", "--name", "sites", "--rows", "site", "--columns", "themes").code == 0
        )
        #expect(stage.gloss("framework", "write", "B", "The block stays", "It stays.", "--name", "sites").code == 0)
        let text = try stage.folder.read("study/framework/sites/B.md")
        #expect(
            text.hasPrefix("---\ncase: B\n---\n\n## theme:t-the-block-stays\n\nIt stays.\n\n- [ ] \(id) "),
            "\(text)"
        )
        let json = try stage.gloss("framework", "--name", "sites", "--format", "json").json
        #expect(json["rows"]?.array?.compactMap(\.string) == ["A", "B"])
        let stances = json["cells"]?.array?.compactMap { $0["stance"]?.string }
        #expect(stances == ["silent", "supports"])
        // A passage against the theme makes the case contradict it.
        #expect(stage.gloss("themes", "link", "t-the-block-stays", "--contrary", id).code == 0)
        let meta = stage.gloss("framework", "--name", "sites", "--meta").output
        #expect(meta.contains("contradicts") || meta.contains("mixed"), "\(meta)")
        #expect(stage.gloss("framework", "--rows", "participant", "--format", "csv").output.contains("\nB07,"))
        #expect(stage.gloss("framework", "--rows", "coder").code == 2)
        #expect(stage.gloss("framework", "--columns", "nothing").code == 2)
        #expect(stage.gloss("framework", "define", "--name", "Not A Name").code == 64)
    }

    @Test func exportsHoldTheSummariesAndEscapeThem() throws {
        let (stage, _) = try withBlock()
        #expect(stage.gloss("framework", "write", "B07", "money", "<b>Fish & \"chips\"</b> | 5 < 6").code == 0)
        let html = stage.gloss("framework", "--format", "html").output
        #expect(html.contains("<td>&lt;b&gt;Fish &amp; &quot;chips&quot;&lt;/b&gt; | 5 &lt; 6 [B07:3]</td>"), "\(html)")
        #expect(!html.contains("<b>") && !html.contains("http") && html.contains("<th scope=\"row\">B07"))
        #expect(stage.gloss("framework", "--format", "md").output.contains("\\<b\\>Fish"))
        let csv = stage.gloss("framework", "--format", "csv").output
        #expect(
            csv.hasPrefix("document,site,role,Money\n")
                && csv.contains("\"<b>Fish & \"\"chips\"\"</b> | 5 < 6 [B07:3]\"")
        )
        let out = stage.gloss("framework", "--format", "html", "--output", "../f.html")
        #expect(out.code == 0)
        #expect(try stage.folder.read("f.html") == html)
    }

    @Test func damagedPagesAreFoundFaultWithAndNotWrittenOver() throws {
        let (stage, _) = try withBlock()
        #expect(stage.gloss("framework", "write", "B07", "money", "First.").code == 0)
        let good = try page(stage)
        try stage.folder.write("no head\n", to: "study/framework/main/B07.md")
        #expect(stage.gloss("framework", "write", "B07", "money", "Other.").code == 2)
        #expect(try page(stage) == "no head\n")
        let check = stage.gloss("check")
        #expect(check.code == 3 && check.output.contains("framework/main/B07.md:1: has no head"), "\(check.output)")
        try stage.folder.write(
            good + "\n## code:gone\n\nWords.\n\n## code:money\n\nTwice.\n",
            to: "study/framework/main/B07.md"
        )
        let told = stage.gloss("check").output
        #expect(told.contains("has a cell for code:gone, which is not there"), "\(told)")
        #expect(told.contains("has the cell code:money twice"), "\(told)")
        try stage.folder.write("---\ncolumns: [code:gone]\nrows: coder\n---\n", to: "study/framework/main.md")
        let plan = stage.gloss("check").output
        #expect(
            plan.contains("has the column code:gone, which is not there") && plan.contains("has “coder” as rows"),
            "\(plan)"
        )
    }

    @Test func aMovedDocumentKeepsItsPage() throws {
        let (stage, _) = try withBlock()
        #expect(stage.gloss("framework", "write", "B07", "money", "First.").code == 0)
        // The page names the document's uuid, so another name in its head changes nothing.
        try stage.folder.write(
            try page(stage).replacing("case: B/B07", with: "case: B/Old"),
            to: "study/framework/main/B07.md"
        )
        #expect(stage.gloss("framework", "read", "B07", "money").output.contains("First."))
    }

    @Test func anotherCopysPagesComeInByMerging() throws {
        let (stage, _) = try withBlock()
        for (name, bytes) in try stage.files() {
            try stage.folder.write(bytes, to: "other/" + name.dropFirst("study/".count))
        }
        #expect(stage.gloss("framework", "write", "B07", "money", "First.", "--study", "../other").code == 0)
        let merged = stage.gloss("merge", "../other", "--apply")
        #expect(merged.code == 0, "\(merged.talk)")
        #expect(try page(stage).contains("First."))
        #expect(stage.gloss("framework", "read", "B07", "money").output.contains("(1 passage)"))
    }
}
