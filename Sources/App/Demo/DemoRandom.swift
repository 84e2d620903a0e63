/// A stream of random numbers that is the same on every machine (SplitMix64, Steele and others 2014).
///
/// The standard library may change how it turns bits into choices; a demo world must not change with it.
struct DemoRandom: Sendable {
    /// What a stream is for: streams of different topics are independent of each other.
    enum Topic: UInt64 {
        case agency = 1
        case branch, jobCentre, operatorPerson, citizen, curriculum, pact, vacancy, interest, message, employer,
            advertisement
    }

    private var state: UInt64

    init(state: UInt64) {
        self.state = state
    }

    /// The stream of one thing of the world, which needs no other stream to have run before.
    init(seed: UInt64, topic: Topic, index: Int) {
        state = DemoRandom.mixed(seed ^ DemoRandom.mixed(topic.rawValue))
        state = DemoRandom.mixed(state ^ UInt64(truncatingIfNeeded: index))
    }

    mutating func next() -> UInt64 {
        let value = DemoRandom.mixed(state)
        state &+= 0x9E37_79B9_7F4A_7C15
        return value
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

extension DemoRandom {
    /// A number from 0 up to, not including, `bound` (which is at least 1).
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
    }

    mutating func within(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    mutating func chance(_ percent: Int) -> Bool {
        below(100) < percent
    }

    /// One of the items, which are never none.
    mutating func pick<Item>(_ items: [Item]) -> Item {
        items[below(items.count)]
    }

    /// The position of a weight, the likelier the heavier it is.
    mutating func weighted(_ weights: [Int]) -> Int {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return weights.count - 1
    }

    /// One of the values that a table of weights holds.
    mutating func pick<Item>(weighted items: [(weight: Int, item: Item)]) -> Item {
        items[weighted(items.map(\.weight))].item
    }

    /// Some different items, in an order of their own.
    mutating func pick<Item>(_ count: Int, of items: [Item]) -> [Item] {
        var deck = DemoDeck(items)
        return (0..<min(count, items.count)).map { _ in deck.draw(using: &self) }
    }
}

/// Weights summed once, so that a draw from many costs a binary search.
struct DemoWeights: Sendable {
    private let sums: [Int]

    init(_ weights: [Int]) {
        var sum = 0
        sums = weights.map { weight in
            sum += weight
            return sum
        }
    }

    var total: Int { sums.last ?? 0 }

    func draw(using random: inout DemoRandom) -> Int {
        let target = random.below(total)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] > target { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Items dealt without repeating one before all have been dealt.
struct DemoDeck<Item> {
    private var items: [Item]
    private var dealt = 0

    init(_ items: [Item]) {
        self.items = items
    }

    mutating func draw(using random: inout DemoRandom) -> Item {
        // A new round does not begin with the item that ended the last one.
        let isNewRound = dealt == items.count
        if isNewRound { dealt = 0 }
        let open = items.count - dealt - (isNewRound && items.count > 1 ? 1 : 0)
        items.swapAt(dealt, dealt + random.below(open))
        dealt += 1
        return items[dealt - 1]
    }
}

extension DemoDeck: Sendable where Item: Sendable {}

/// Items written one to a line; a line that starts with a blank goes on with the line before.
struct DemoLines: ExpressibleByStringLiteral, Sendable {
    let items: [String]

    init(stringLiteral text: String) {
        items = DemoLines.items(of: text)
    }

    static func items(of text: String) -> [String] {
        var items: [String] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix(" "), let last = items.indices.last {
                items[last] += " " + line.drop { $0 == " " }
            } else {
                items.append(String(line))
            }
        }
        return items
    }
}
