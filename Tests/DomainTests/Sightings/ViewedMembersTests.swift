import TestSupport
import Testing

@testable import Domain

@Suite("Sets of citizens by their numbers")
struct ViewedMembersTests {
    @Test("A set holds exactly the numbers that were put in, the last bit of a block too")
    func members() {
        var random = Numbers(seed: 11)
        let numbers = Set((0..<500).map { _ in Int64.random(in: 1...2000, using: &random) } + [63, 64, 127])
        let members = ViewedMembers(numbers)
        for number in Int64(0)...2100 {
            let bits = members.blocks[ViewedMembers.block(number)] ?? 0
            #expect((bits & ViewedMembers.bit(number) != 0) == numbers.contains(number))
        }
    }

    @Test("What is known already is not beyond, and the rest comes in the order of blocks")
    func beyond() {
        let known = ViewedMembers([1, 2, 70])
        let more = ViewedMembers([1, 70, 200, 3])
        let beyond = more.beyond(known.blocks)
        #expect(beyond.map(\.block) == [0, 3])
        #expect(more.beyond(more.blocks).isEmpty)
    }

    @Test("A million citizens are 15,626 integers")
    func size() {
        #expect(ViewedMembers(1...1_000_000).blocks.count == 15_626)
    }
}
