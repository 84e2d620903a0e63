/// Civil time in Italy, by the rule of directive 2000/84/EC.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. Every deadline of
/// this system lies after 1996, when the rule took its present form; earlier instants only matter as audit history.
enum Rome {
    static func offsetMinutes(at instant: Instant) -> Int {
        let day = Day(daysSinceEpoch: Int(instant.milliseconds.flooredQuotient(by: 86_400_000)))
        let begins = change(inMonth: 3, year: day.year)
        let ends = change(inMonth: 10, year: day.year)
        return begins <= instant && instant < ends ? 120 : 60
    }

    private static func change(inMonth month: Int, year: Int) -> Instant {
        guard let last = Day(year: year, month: month, day: 31) else { return Instant(milliseconds: 0) }
        let sunday = last.adding(days: -last.weekday)
        return Instant(milliseconds: Int64(sunday.daysSinceEpoch) * 86_400_000 + 3_600_000)
    }
}

extension Day {
    /// The civil day of an instant in Europe/Rome.
    public init(of instant: Instant) {
        let local = instant.milliseconds + Int64(Rome.offsetMinutes(at: instant)) * 60_000
        self.init(daysSinceEpoch: Int(local.flooredQuotient(by: 86_400_000)))
    }

    /// Midnight in Europe/Rome at which this day begins; the next day's is the end of this one (24:00).
    public var start: Instant {
        let midnight = Instant(milliseconds: Int64(daysSinceEpoch) * 86_400_000)
        // Clocks change at 01:00 UTC, after midnight: the offset one hour before UTC midnight is that of local midnight.
        let offset = Rome.offsetMinutes(at: midnight.adding(milliseconds: -3_600_000))
        return midnight.adding(milliseconds: Int64(-offset) * 60_000)
    }
}

extension Instant {
    /// The wall clock in Europe/Rome, as `31/12/2026 09:05`.
    public var italian: String {
        let minutes = (milliseconds + Int64(Rome.offsetMinutes(at: self)) * 60_000).flooredQuotient(by: 60_000)
        let ofDay = minutes - minutes.flooredQuotient(by: 1440) * 1440
        return "\(Day(of: self).italian) \((ofDay / 60).padded(2)):\((ofDay % 60).padded(2))"
    }

    /// Minutes that Europe/Rome is ahead of UTC at this instant: 60 or 120.
    public var romeOffsetMinutes: Int { Rome.offsetMinutes(at: self) }
}
