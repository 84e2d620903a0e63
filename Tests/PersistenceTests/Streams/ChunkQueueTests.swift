import Testing

@testable import Persistence

@Suite("The queue behind a stream")
struct ChunkQueueTests {
    @Test("A reader that takes nothing loses the stream")
    func slow() throws {
        let queue = ChunkQueue<[Int]>(capacity: 1, patience: 0)

        try queue.push([1])

        #expect(throws: SlowReader.self) { try queue.push([2]) }
    }

    @Test("A reader that stopped is told from one that is slow")
    func stopped() throws {
        let queue = ChunkQueue<[Int]>(capacity: 1, patience: 60)
        queue.stop()

        #expect(throws: CancellationError.self) { try queue.push([1]) }
    }
}
