import TestSupport
import Testing

@testable import CodingCore

@Suite struct MomentTests {
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("1969-12-31T23:59:59Z", -1),
            ("2001-09-09T01:46:40Z", 1_000_000_000),
            ("2038-01-19T03:14:08Z", 2_147_483_648),
            ("2000-02-29T00:00:00Z", 951_782_400),
            ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("2026-11-22T10:14:03Z", 1_795_342_443),
            ("2099-12-31T23:59:59Z", 4_102_444_799),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
            ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("0000-01-01T00:00:00Z", -62_167_219_200),
        ] as [(String, Int64)]
    )
    func knownMomentsAreReadAndWritten(text: String, seconds: Int64) {
        #expect(Moment(text)?.secondsSince1970 == seconds)
        #expect(Moment(secondsSince1970: seconds).description == text)
    }

    @Test func everyMonthOfFourHundredYearsBeginsOneMonthAfterTheOneBefore() throws {
        var day: Int64 = -135_140  // 1600-01-01
        for year in 1600..<2000 {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                let digits = month < 9 ? "0\(month + 1)" : "\(month + 1)"
                let text = "\(year)-\(digits)-01T00:00:00Z"
                let moment = try #require(Moment(text))
                #expect(moment.secondsSince1970 == day * 86_400)
                #expect(moment.description == text)
                #expect(Moment("\(year)-\(digits)-\(length)T23:59:59Z") != nil)
                #expect(Moment("\(year)-\(digits)-\(length + 1)T00:00:00Z") == nil)
                day += Int64(length)
            }
        }
        #expect(day == 10_957)  // 2000-01-01
    }

    @Test func whatIsWrittenIsReadBackOverCenturies() {
        for seconds in stride(from: Int64(-62_000_000_000), through: 250_000_000_000, by: 98_765_432) {
            let moment = Moment(secondsSince1970: seconds)
            #expect(Moment(moment.description) == moment)
        }
    }

    @Test(arguments: [
        ("2026-11-22T10:14:03.5Z", "2026-11-22T10:14:03Z"),
        ("2026-11-22T10:14:03.999999999Z", "2026-11-22T10:14:03Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),  // a leap second
        ("2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z"),
    ])
    func fractionsAreDroppedAndLeapSecondsCarried(text: String, written: String) {
        #expect(Moment(text)?.description == written)
    }

    @Test(arguments: [
        "", "Z", "2026-11-22", "2026-11-22T10:14:03", "2026-11-22 10:14:03Z", "2026-11-22T10:14:03z",
        "2026-11-22t10:14:03Z", "2026-11-22T10:14Z", "2026-11-22T10:14:03+00:00", "2026-11-22T10:14:03.Z",
        "2026-11-22T10:14:03,5Z", "2026-11-22T10:14:03.5aZ", "2026-13-01T00:00:00Z", "2026-00-10T00:00:00Z",
        "2026-11-00T00:00:00Z", "2026-11-31T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2026-11-22T24:00:00Z", "2026-11-22T10:60:00Z", "2026-11-22T10:14:61Z", "-026-11-22T10:14:03Z",
        "20261-11-22T10:14:03Z", "2026/11/22T10:14:03Z", " 2026-11-22T10:14:03Z", "2026-11-22T10:14:03Z ",
        "２026-11-22T10:14:03Z", "2026-1１-22T10:14:03Z",
    ])
    func otherFormsAreRefused(text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func momentsSortByTimeAndKnowTheirDay() {
        let early = Moment(secondsSince1970: 1_795_342_443)
        #expect(early < Moment(secondsSince1970: 1_795_342_444))
        #expect(early.day == "2026-11-22")
        #expect(Moment(secondsSince1970: -1).day == "1969-12-31")
    }
}
