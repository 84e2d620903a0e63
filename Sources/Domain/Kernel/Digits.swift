extension FixedWidthInteger {
    /// Reads ASCII digits and nothing else: no sign, no blanks, no other script's digits.
    init?(digits: some Sequence<UInt8>) {
        var value: Self = 0
        var any = false
        for byte in digits {
            guard (48...57).contains(byte) else { return nil }
            let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooBigSum) = product.addingReportingOverflow(Self(byte - 48))
            if tooBig || tooBigSum { return nil }
            value = sum
            any = true
        }
        if !any { return nil }
        self = value
    }

    /// The number with zeros in front, for dates and codes.
    func padded(_ width: Int) -> String {
        let digits = String(self)
        return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
    }

    /// Division that rounds towards minus infinity, for instants before 1970.
    func flooredQuotient(by divisor: Self) -> Self {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
