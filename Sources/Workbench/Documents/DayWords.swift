// Days as people say them: short, and with the year only where it is another one. Knows no clock and no time zone.

import CodingCore

/// The day of a moment in at most eleven columns: `today`, `yesterday`, `11 May`, `11 May 2024`; days are those of UTC.
func dayWords(_ moment: Moment, now: Moment) -> String {
    let (day, today) = (dayNumber(moment), dayNumber(now))
    if day == today { return "today" }
    if day == today - 1 { return "yesterday" }
    let parts = moment.day.split(separator: "-").map(String.init)
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard parts.count == 3, let month = Int(parts[1]), names.indices.contains(month - 1), let date = Int(parts[2])
    else {
        return moment.day
    }
    let short = "\(date) \(names[month - 1])"
    return now.day.hasPrefix(parts[0]) ? short : "\(short) \(parts[0])"
}

/// The days since 1970 in UTC.
func dayNumber(_ moment: Moment) -> Int64 {
    let seconds = moment.secondsSince1970
    return seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
}
