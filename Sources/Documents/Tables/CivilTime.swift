/// Days and seconds of the proleptic Gregorian calendar, by arithmetic alone.
///
/// Calendars that know of places and locales cost a thousand times as much per cell, and a spreadsheet's serial number
/// needs none of it.
enum CivilTime {
    /// Days from 1970-01-01 to a date that is known to exist.
    ///
    /// Years are counted from 1 March, so that the leap day is the last of its year.
    static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The date that lies `days` after 1970-01-01.
    static func date(days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// Days from 1970-01-01 to an ISO 8601 date, nil when it is none or does not exist.
    static func days(iso bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes, 0, 4), let month = number(bytes, 5, 2), let day = number(bytes, 8, 2),
            1...12 ~= month, day >= 1, day <= length(of: month, in: year)
        else { return nil }
        return days(year: year, month: month, day: day)
    }

    /// Days from 1970-01-01 and seconds of the day of `2024-02-10T09:30[:15]`, nil when it is no such time.
    static func moment(iso bytes: UnsafeBufferPointer<UInt8>) -> (days: Int, seconds: Int)? {
        guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            bytes[13] == UInt8(ascii: ":"), bytes.count == 16 || bytes[16] == UInt8(ascii: ":"),
            let days = days(iso: UnsafeBufferPointer(rebasing: bytes[0..<10])),
            let hour = number(bytes, 11, 2), let minute = number(bytes, 14, 2),
            let second = bytes.count == 16 ? 0 : number(bytes, 17, 2),
            hour < 24, minute < 60, second < 60
        else { return nil }
        return (days, hour * 3600 + minute * 60 + second)
    }

    /// Days from 1970-01-01 and whole seconds of the day on a clock `offset` seconds ahead of UTC.
    ///
    /// Milliseconds fall off: a person who filters by the second that is shown should find the row.
    static func moment(milliseconds: Int64, offset: Int) -> (days: Int, seconds: Int) {
        let seconds = Int(floorDivision(milliseconds, 1000)) + offset
        let days = Int(floorDivision(Int64(seconds), 86_400))
        return (days, seconds - days * 86_400)
    }

    /// `2024-02-10`.
    static func iso(days: Int) -> String {
        let date = date(days: days)
        return "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }

    /// `09:30:15`.
    static func clock(seconds: Int) -> String {
        "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<(start + count) {
            let digit = bytes[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }
}
