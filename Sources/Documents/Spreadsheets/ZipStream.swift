internal import CDeflate

/// A ZIP archive written forwards only, as a socket wants it.
///
/// Sizes and checksum follow each entry in a data descriptor (APPNOTE.TXT 4.3.9), since they are not known before.
/// Without the central directory, written by ``finish()`` alone, no reader takes the bytes for an archive.
struct ZipStream: ~Copyable {
    private struct Entry {
        let name: [UInt8]
        let offset: UInt64
        var checksum: UInt32 = 0
        var size: UInt64 = 0
        var compressedSize: UInt64 = 0
    }

    /// Beyond four gigabytes readers disagree about what a streamed archive looks like.
    ///
    /// The margin is for the directory.
    private static let limit: UInt64 = 0xFFFF_FFFF - 16 * 1024 * 1024

    private(set) var ready: [UInt8] = []
    private let deflater: Deflater
    private var taken: UInt64 = 0
    private var entries: [Entry] = []
    private var contentStart: UInt64 = 0

    init(codec: Deflater.Codec) throws(CannotWriteTable) {
        deflater = try Deflater(codec)
    }

    private var position: UInt64 { taken + UInt64(ready.count) }

    /// Bytes of the open entry before compression.
    var entrySize: UInt64 { entries.last?.size ?? 0 }

    /// How many bytes the archive has so far.
    var size: UInt64 { position }

    mutating func take() -> [UInt8] {
        var bytes: [UInt8] = []
        swap(&bytes, &ready)
        taken += UInt64(bytes.count)
        return bytes
    }

    mutating func open(_ name: String) {
        let entry = Entry(name: Array(name.utf8), offset: position)
        append(0x0403_4B50, 4)
        appendProperties(of: entry)
        append(UInt64(entry.name.count), 2)
        append(0, 2)
        ready += entry.name
        entries.append(entry)
        contentStart = position
        deflater.reset()
    }

    mutating func write(_ bytes: UnsafeBufferPointer<UInt8>, _ mode: Deflater.Mode = .more) throws(CannotWriteTable) {
        guard !entries.isEmpty else { return }
        let last = entries.count - 1
        entries[last].checksum = incontro_crc32(entries[last].checksum, bytes.baseAddress, bytes.count)
        entries[last].size += UInt64(bytes.count)
        try deflater.compress(bytes, mode, into: &ready)
        if position > Self.limit || entries[last].size > Self.limit { throw .tooLarge }
    }

    mutating func close() throws(CannotWriteTable) {
        try write(UnsafeBufferPointer(start: nil, count: 0), .finish)
        let last = entries.count - 1
        entries[last].compressedSize = position - contentStart
        append(0x0807_4B50, 4)
        appendSizes(of: entries[last])
    }

    mutating func add(_ name: String, _ content: [UInt8]) throws(CannotWriteTable) {
        open(name)
        var failure: CannotWriteTable?
        content.withUnsafeBufferPointer { bytes in
            do throws(CannotWriteTable) { try write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        try close()
    }

    mutating func finish() {
        let start = position
        for entry in entries {
            append(0x0201_4B50, 4)
            append(20, 2)
            appendProperties(of: entry)
            append(UInt64(entry.name.count), 2)
            // No extra field, no comment, first disk, no attributes.
            append(0, 2)
            append(0, 2)
            append(0, 2)
            append(0, 2)
            append(0, 4)
            append(entry.offset, 4)
            ready += entry.name
        }
        let size = position - start
        append(0x0605_4B50, 4)
        append(0, 4)
        append(UInt64(entries.count), 2)
        append(UInt64(entries.count), 2)
        append(size, 4)
        append(start, 4)
        append(0, 2)
    }

    /// Version 2.0, sizes in the data descriptor, deflate, and the earliest date that the format knows.
    ///
    /// With a date that is always the same, the same list gives the same bytes.
    private mutating func appendProperties(of entry: Entry) {
        append(20, 2)
        append(0x0008, 2)
        append(8, 2)
        append(0, 2)
        append(0x0021, 2)
        appendSizes(of: entry)
    }

    private mutating func appendSizes(of entry: Entry) {
        append(UInt64(entry.checksum), 4)
        append(entry.compressedSize, 4)
        append(entry.size, 4)
    }

    private mutating func append(_ value: UInt64, _ count: Int) {
        for index in 0..<count { ready.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(index)))) }
    }
}
