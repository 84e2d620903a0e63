/// Up to 32 bytes that are stored with four machine words and then advanced over by their true length.
///
/// Most of a sheet's XML is the same few pieces; to store them so, instead of copying their exact length, is worth a
/// third of the writer's time.
struct Literal {
    /// What a store may touch.
    static let width = 32

    private let first: UInt64
    private let second: UInt64
    private let third: UInt64
    private let fourth: UInt64
    let count: Int

    init(_ text: String) {
        let bytes = Array(text.utf8)
        precondition(bytes.count <= Self.width, "a literal of the writer is too long")
        func word(_ start: Int) -> UInt64 {
            var word: UInt64 = 0
            for index in start..<(start + 8) where index < bytes.count {
                word |= UInt64(bytes[index]) << UInt64(8 * (index - start))
            }
            return word.littleEndian
        }
        first = word(0)
        second = word(8)
        third = word(16)
        fourth = word(24)
        count = bytes.count
    }

    /// The digits of a number below a hundred million.
    init(digits number: UInt64) {
        precondition(number < 100_000_000, "a row of a sheet has at most seven digits")
        var rest = number
        var word: UInt64 = 0
        var count = 0
        repeat {
            word = word << 8 | (rest % 10 + 0x30)
            rest /= 10
            count += 1
        } while rest > 0
        first = word.littleEndian
        second = 0
        third = 0
        fourth = 0
        self.count = count
    }

    /// Stores up to eight bytes.
    @inline(__always)
    func store8(_ end: inout UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(end).storeBytes(of: first, as: UInt64.self)
        end += count
    }

    /// Stores up to sixteen bytes.
    @inline(__always)
    func store16(_ end: inout UnsafeMutablePointer<UInt8>) {
        let target = UnsafeMutableRawPointer(end)
        target.storeBytes(of: first, as: UInt64.self)
        target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
        end += count
    }

    /// Stores up to thirty-two bytes.
    @inline(__always)
    func store32(_ end: inout UnsafeMutablePointer<UInt8>) {
        let target = UnsafeMutableRawPointer(end)
        target.storeBytes(of: first, as: UInt64.self)
        target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
        target.storeBytes(of: third, toByteOffset: 16, as: UInt64.self)
        target.storeBytes(of: fourth, toByteOffset: 24, as: UInt64.self)
        end += count
    }
}
