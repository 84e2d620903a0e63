#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The few things that are asked of the operating system.
enum Platform {
    static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Milliseconds since 1970.
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }

    /// Whether a byte is 0: each text of each statement is asked, and the C library looks at many bytes at once.
    static func holdsNUL(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }

    /// A folder of its own, which only this user can open.
    static func makeTemporaryFolder() throws -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/incontro-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw CannotReachDatabase(message: "no temporary folder in \(parent)")
        }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Makes a file that only its owner may read, and the folder that it is to be in, where they are not there yet.
    ///
    /// The database holds personal data, and SQLite would make it readable for everybody; its companions (`-wal`,
    /// `-shm`) take over the file's mode. What cannot be made here, SQLite reports when it opens the file.
    static func makePrivate(file path: String) {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex { mkdir(String(path[..<slash]), 0o700) }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
    }

    static func remove(folder: String, files: [String]) {
        for file in files { unlink("\(folder)/\(file)") }
        rmdir(folder)
    }
}
