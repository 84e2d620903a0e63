internal import Foundation

/// The bytes of a file, in memory or on disk, read from the beginning as often as needed.
enum FileContent: Sendable {
    case bytes([UInt8])
    case file(path: String)

    func size() throws(CannotReadTable) -> Int {
        switch self {
        case .bytes(let bytes): return bytes.count
        case .file(let path):
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let size = attributes?[.size] as? NSNumber, attributes?[.type] as? FileAttributeType == .typeRegular
            else {
                throw .unreadable
            }
            return size.intValue
        }
    }

    func stream() throws(CannotReadTable) -> ByteStream { try ByteStream(self) }

    func beginning() throws(CannotReadTable) -> [UInt8] {
        var stream = try stream()
        return Array(try stream.next().prefix(512))
    }

    func contains(_ mark: [UInt8]) throws(CannotReadTable) -> Bool {
        var stream = try stream()
        var tail: [UInt8] = []
        while true {
            let piece = try stream.next()
            if piece.isEmpty { return false }
            tail += piece
            if Data(tail).range(of: Data(mark)) != nil { return true }
            tail = Array(tail.suffix(mark.count))
        }
    }
}

/// A file's bytes, piece by piece.
struct ByteStream: Sendable {
    private static let piece = 256 * 1024
    private var bytes: [UInt8]?
    private let handle: FileHandle?

    init(_ content: FileContent) throws(CannotReadTable) {
        switch content {
        case .bytes(let bytes):
            self.bytes = bytes
            handle = nil
        case .file(let path):
            guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable }
            self.handle = handle
        }
    }

    /// The next piece, empty at the end.
    mutating func next() throws(CannotReadTable) -> [UInt8] {
        guard let handle else {
            defer { bytes = nil }
            return bytes ?? []
        }
        do {
            return [UInt8](try handle.read(upToCount: Self.piece) ?? Data())
        } catch {
            throw .unreadable
        }
    }
}
