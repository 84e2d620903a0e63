/// Copies text that can stand in XML as it is, eight bytes at a time.
enum CleanText {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Copies `count` bytes, or answers false as soon as one of them may need care.
    ///
    /// What needs care: `&`, `<`, `>`, `_` (escapes), control characters, and 0xEF, with which U+FFFE begins. None is
    /// missed; a false alarm may be raised, which costs only time.
    @inline(__always)
    static func copy(_ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer) -> Bool {
        if count < 8 { return copyFew(source, count, to: target) }
        var index = 0
        while index &+ 8 <= count {
            let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            if needsCare(word) { return false }
            target.storeBytes(of: word, toByteOffset: index, as: UInt64.self)
            index &+= 8
        }
        if index < count {
            // The last eight bytes overlap what is already there, which saves reading past the end.
            let word = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            if needsCare(word) { return false }
            target.storeBytes(of: word, toByteOffset: count &- 8, as: UInt64.self)
        }
        return true
    }

    @inline(__always)
    private static func copyFew(_ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer) -> Bool {
        var word: UInt64 = 0
        if count >= 4 {
            let low = source.loadUnaligned(as: UInt32.self)
            let high = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            target.storeBytes(of: low, as: UInt32.self)
            target.storeBytes(of: high, toByteOffset: count &- 4, as: UInt32.self)
            word = UInt64(low) | UInt64(high) << 32
        } else {
            // Filled with a harmless letter, so that the empty places raise no alarm.
            word = 0x6161_6161_6161_6161
            for index in 0..<count {
                let byte = source.load(fromByteOffset: index, as: UInt8.self)
                target.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
                word = word << 8 | UInt64(byte)
            }
        }
        return !needsCare(word)
    }

    @inline(__always)
    private static func needsCare(_ word: UInt64) -> Bool {
        let ampersand = word ^ (ones &* 0x26)
        // `<` and `>` differ in one bit, which is set here in all letters.
        let bracket = (word | ones &* 0x02) ^ (ones &* 0x3E)
        let underscore = word ^ (ones &* 0x5F)
        let noncharacter = word ^ (ones &* 0xEF)
        let control = (word &- ones &* 0x20) & ~word
        let zeros =
            ((ampersand &- ones) & ~ampersand) | ((bracket &- ones) & ~bracket) | ((underscore &- ones) & ~underscore)
            | ((noncharacter &- ones) & ~noncharacter) | control
        return zeros & highs != 0
    }
}
