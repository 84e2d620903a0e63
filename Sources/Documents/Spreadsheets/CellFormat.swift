/// What a cell's number format makes of its number.
enum CellFormat: Hashable, Sendable {
    case number
    case day
    case time
    case dayAndTime
    /// Only zeros: a code such as a postal code, filled up with zeros to so many digits.
    case padded(Int)

    /// The formats that have a number instead of a code (ECMA-376, 18.8.30).
    init(builtIn number: Int) {
        switch number {
        case 14...17, 27...31, 34...36, 50...54, 57, 58: self = .day
        case 18...21, 32, 33, 45...47, 55, 56: self = .time
        case 22: self = .dayAndTime
        default: self = .number
        }
    }

    /// A format by its code, such as `dd/mm/yyyy\ hh:mm` or `00000`.
    init(code: String) {
        if code.utf8.count >= 2, code.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) {
            self = .padded(code.utf8.count)
            return
        }
        let letters = Self.letters(of: code)
        let hasClock = letters.contains("h") || letters.contains("s")
        let hasYearOrDay = letters.contains("y") || letters.contains("d")
        if hasYearOrDay {
            self = hasClock ? .dayAndTime : .day
        } else if hasClock {
            self = .time
        } else {
            self = letters.contains("m") ? .day : .number
        }
    }

    /// The letters of the first section that are instructions rather than text.
    private static func letters(of code: String) -> Set<Character> {
        var letters: Set<Character> = []
        var isQuoted = false
        var bracket: String?
        var skips = false
        for character in code.lowercased() {
            if skips {
                skips = false
            } else if isQuoted {
                isQuoted = character != "\""
            } else if let inside = bracket {
                if character == "]" {
                    // `[h]` counts hours; `[red]` and `[$-410]` are no times.
                    if Set(inside).count == 1, let letter = inside.first, "hms".contains(letter) { letters.insert("h") }
                    bracket = nil
                } else {
                    bracket = inside + String(character)
                }
            } else {
                switch character {
                case "\"": isQuoted = true
                case "[": bracket = ""
                case "\\", "_", "*": skips = true
                case ";": return letters
                default: if "ymdhs".contains(character) { letters.insert(character) }
                }
            }
        }
        // "General" and its translations hold such letters, but no instruction.
        return code.lowercased().hasPrefix("general") ? [] : letters
    }
}

/// The numbers of a workbook's cells as text.
struct CellNumbers: Sendable {
    /// Workbooks from old Macintoshes count from 1904.
    var countsFrom1904 = false

    /// The number as this format means it: a day, a time, a code, or plain digits.
    func text(_ raw: String, _ format: CellFormat) -> String {
        guard let shown = DecimalText.shown(raw) else { return raw }
        switch format {
        case .number: return shown
        case .padded(let width):
            guard shown.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) else { return shown }
            return String(repeating: "0", count: max(0, width - shown.utf8.count)) + shown
        case .day, .time, .dayAndTime:
            guard let value = Double(raw), let moment = moment(value) else { return shown }
            return text(moment, format, isTimeOnly: value < 1 && !countsFrom1904)
        }
    }

    private func text(_ moment: (days: Int, seconds: Int), _ format: CellFormat, isTimeOnly: Bool) -> String {
        let clock = CivilTime.clock(seconds: moment.seconds)
        if isTimeOnly { return clock }
        let serial = moment.days
        // Day 60 is 29 February 1900 for a spreadsheet, which never was; it is passed on as what it shows.
        let day = serial == 60 ? "1900-02-29" : CivilTime.iso(days: serial - (serial < 60 ? 25_568 : 25_569))
        return moment.seconds == 0 && format != .time ? day : "\(day)T\(clock)"
    }

    /// Days since the last of 1899 and seconds of the day, to the nearest second.
    private func moment(_ value: Double) -> (days: Int, seconds: Int)? {
        guard value.isFinite, value >= 0, value < 2_958_466 else { return nil }
        let seconds = Int((value * 86_400).rounded())
        let days = seconds / 86_400 + (countsFrom1904 ? 1462 : 0)
        return (days, seconds % 86_400)
    }
}
