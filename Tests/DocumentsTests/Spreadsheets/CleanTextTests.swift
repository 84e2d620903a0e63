import Testing

@testable import Documents

@Suite("Copying clean text")
struct CleanTextTests {
    @Test("Text of any length is copied whole, and no byte that needs care slips through")
    func everyPlace() {
        let care: Set<UInt8> = Set(0..<0x20).union([0x26, 0x3C, 0x3E, 0x5F, 0xEF])
        for count in 1...40 {
            let plain = (0..<count).map { UInt8(0x61 + $0 % 26) }
            #expect(copied(plain) == plain)
            for place in 0..<count {
                for byte in care {
                    var bytes = plain
                    bytes[place] = byte
                    #expect(copied(bytes) == nil, "byte \(byte) at \(place) of \(count)")
                }
            }
        }
    }

    @Test(
        "Letters of all scripts go the fast way",
        arguments: ["Niccolò", "Шевченко Ірина", "Nguyễn Thị", "👩‍💻 emoji 👍", "…—€"]
    )
    func scripts(_ text: String) {
        #expect(copied(Array(text.utf8)) == Array(text.utf8))
    }

    private func copied(_ bytes: [UInt8]) -> [UInt8]? {
        var target = [UInt8](repeating: 0, count: bytes.count + 8)
        let isClean = bytes.withUnsafeBytes { source in
            target.withUnsafeMutableBytes { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return false }
                return CleanText.copy(from, bytes.count, to: to)
            }
        }
        return isClean ? Array(target[..<bytes.count]) : nil
    }
}
