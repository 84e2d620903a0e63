/// A set of citizens by the numbers that they got when they were first seen: a bit for each, 64 to a block.
///
/// Numbers follow the order of the first list that showed them, so that those who choose one branch stand together: a
/// million citizens are some 16,000 integers, a page of a list a handful.
struct ViewedMembers: Hashable, Sendable {
    private(set) var blocks: [Int64: Int64] = [:]

    init(_ numbers: some Sequence<Int64> = []) {
        for number in numbers { insert(number) }
    }

    mutating func insert(_ number: Int64) {
        blocks[ViewedMembers.block(number), default: 0] |= ViewedMembers.bit(number)
    }

    /// The blocks that hold somebody whom `known` does not, in their order.
    func beyond(_ known: [Int64: Int64]) -> [(block: Int64, members: Int64)] {
        blocks.filter { $0.value & ~(known[$0.key] ?? 0) != 0 }.map { (block: $0.key, members: $0.value) }
            .sorted { $0.block < $1.block }
    }

    static func block(_ number: Int64) -> Int64 { number >> 6 }
    static func bit(_ number: Int64) -> Int64 { 1 << (number & 63) }
}
