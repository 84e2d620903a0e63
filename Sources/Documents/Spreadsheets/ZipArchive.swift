internal import CZip
internal import Foundation

/// A ZIP archive that someone brings, opened for reading within limits.
///
/// Entries are found by name and unpacked into memory piece by piece; no name of an entry ever reaches the file system.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: TableLimits
    private var unpacked = 0

    init(_ content: FileContent, limits: TableLimits) throws(CannotReadTable) {
        self.limits = limits
        archive = try Self.open(content)
        let count = zip_get_num_entries(archive, 0)
        // What is thrown from here on leaves the object whole, so that `deinit` closes the archive.
        guard count <= limits.entries else { throw .hostile(.tooManyEntries(limit: limits.entries)) }
        var total: UInt64 = 0
        for index in 0..<UInt64(max(count, 0)) {
            let status = try status(of: index)
            total = total.addingReportingOverflow(status.size).partialValue
            guard status.size <= UInt64(limits.contentBytes), total <= UInt64(limits.contentBytes) else {
                throw .hostile(.contentTooLarge(limit: limits.contentBytes))
            }
        }
    }

    deinit { zip_discard(archive) }

    func contains(_ name: String) -> Bool { index(of: name) != nil }

    func open(_ name: String) throws(CannotReadTable) -> ZipEntry {
        guard let index = index(of: name) else { throw .damaged(part: name) }
        let status = try status(of: index)
        if status.encryption != 0 { throw .passwordProtected }
        try check(size: Int(clamping: status.size), packed: Int(clamping: status.packed))
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged(part: name) }
        return ZipEntry(self, file, name: name, packed: Int(clamping: status.packed))
    }

    /// Counts what was unpacked, whatever the archive said of itself.
    fileprivate func count(_ bytes: Int, ofEntry size: Int, packed: Int) throws(CannotReadTable) {
        unpacked += bytes
        guard unpacked <= limits.contentBytes else { throw .hostile(.contentTooLarge(limit: limits.contentBytes)) }
        try check(size: size, packed: packed)
    }

    private func check(size: Int, packed: Int) throws(CannotReadTable) {
        guard size <= limits.entryBytes else { throw .hostile(.entryTooLarge(limit: limits.entryBytes)) }
        // A small part may well be mostly blanks; it harms nobody.
        guard size <= 1024 * 1024 || size / limits.ratio <= packed else {
            throw .hostile(.compressionRatio(limit: limits.ratio))
        }
    }

    /// Names of parts know no case (ECMA-376 part 2, 6.2.2.3), and some programs write backslashes.
    private func index(of name: String) -> UInt64? {
        for spelling in [name, name.split(separator: "/").joined(separator: "\\")] {
            let index = zip_name_locate(archive, spelling, zip_flags_t(ZIP_FL_NOCASE))
            if index >= 0 { return UInt64(index) }
        }
        return nil
    }

    private func status(of index: UInt64) throws(CannotReadTable) -> (size: UInt64, packed: UInt64, encryption: UInt16)
    {
        var status = zip_stat_t()
        zip_stat_init(&status)
        guard zip_stat_index(archive, index, 0, &status) == 0 else { throw .damaged(part: "ZIP") }
        return (status.size, status.comp_size, status.encryption_method)
    }

    private static func open(_ content: FileContent) throws(CannotReadTable) -> OpaquePointer {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let source = source(content, &failure) else { throw .unreadable }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            throw .damaged(part: "ZIP")
        }
        return archive
    }

    private static func source(_ content: FileContent, _ failure: inout zip_error_t) -> OpaquePointer? {
        switch content {
        case .file(let path): return zip_source_file_create(path, 0, -1, &failure)
        case .bytes(let bytes):
            // libzip frees the copy together with the source.
            guard let copy = malloc(max(bytes.count, 1)) else { return nil }
            copy.copyMemory(from: bytes, byteCount: bytes.count)
            guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &failure) else {
                free(copy)
                return nil
            }
            return source
        }
    }
}

/// An entry of an archive while it is unpacked; it keeps the archive open.
final class ZipEntry {
    private static let piece = 64 * 1024
    private let archive: ZipArchive
    private let file: OpaquePointer
    let name: String
    private let packed: Int
    private var size = 0

    fileprivate init(_ archive: ZipArchive, _ file: OpaquePointer, name: String, packed: Int) {
        self.archive = archive
        self.file = file
        self.name = name
        self.packed = packed
    }

    deinit { zip_fclose(file) }

    /// Appends the next piece; false at the end, where the checksum has been compared.
    func read(into bytes: inout [UInt8]) throws(CannotReadTable) -> Bool {
        var count = -1
        let piece = [UInt8](unsafeUninitializedCapacity: Self.piece) { buffer, filled in
            count = Int(zip_fread(file, buffer.baseAddress, UInt64(Self.piece)))
            filled = max(count, 0)
        }
        guard count >= 0 else { throw .damaged(part: name) }
        size += count
        try archive.count(count, ofEntry: size, packed: packed)
        bytes += piece
        return count > 0
    }
}
