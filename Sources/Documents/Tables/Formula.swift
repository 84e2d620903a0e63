/// Recognises text that a spreadsheet would take for a formula when a person types it or opens it from a CSV file.
///
/// A name such as `=HYPERLINK(…)` in a list must never be computed on the machine of who opens the list (OWASP, CSV
/// Injection; CWE-1236). The full-width forms are those that Japanese and Chinese settings read alike.
enum Formula {
    static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first else { return false }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): return true
        case 0x09, 0x0A, 0x0D: return true
        case 0xEF:
            guard bytes.count >= 3, bytes[1] == 0xBC else { return false }
            return bytes[2] == 0x9D || bytes[2] == 0x8B || bytes[2] == 0x8D || bytes[2] == 0xA0
        default: return false
        }
    }
}
