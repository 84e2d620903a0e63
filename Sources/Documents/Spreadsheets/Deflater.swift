internal import CDeflate

/// A raw deflate stream (RFC 1951) at the fastest level.
///
/// isa-l, where it is, compresses four times faster than zlib and a little better at this level.
struct Deflater: ~Copyable {
    enum Codec: Int32, CaseIterable {
        case zlib = 0
        case isal = 1

        var isAvailable: Bool { incontro_codec_available(rawValue) == 1 }

        static var fastest: Codec { Codec.isal.isAvailable ? .isal : .zlib }
    }

    enum Mode: Int32 {
        case more = 0
        case flush = 1
        case finish = 2
    }

    private static let capacity = 65_536
    private let stream: OpaquePointer
    private let output: UnsafeMutablePointer<UInt8>

    init(_ codec: Codec) throws(CannotWriteTable) {
        guard let stream = incontro_deflater_new(codec.rawValue) else { throw .noMemory }
        self.stream = stream
        output = .allocate(capacity: Self.capacity)
    }

    deinit {
        incontro_deflater_free(stream)
        output.deallocate()
    }

    func reset() { incontro_deflater_reset(stream) }

    /// Compresses all of `input` and appends what comes out.
    func compress(_ input: UnsafeBufferPointer<UInt8>, _ mode: Mode, into bytes: inout [UInt8]) throws(CannotWriteTable)
    {
        var offset = 0
        while true {
            var consumed = 0
            var produced = 0
            let source = input.baseAddress.map { $0 + offset }
            let state = incontro_deflate(
                stream,
                source,
                input.count - offset,
                &consumed,
                output,
                Self.capacity,
                &produced,
                mode.rawValue
            )
            // Both codecs fail only on broken state, which only a lack of memory explains.
            guard state >= 0 else { throw .noMemory }
            offset += consumed
            bytes.append(contentsOf: UnsafeBufferPointer(start: output, count: produced))
            if state == 1 { return }
        }
    }
}
