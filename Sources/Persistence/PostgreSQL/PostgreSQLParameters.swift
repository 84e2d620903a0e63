/// The values of a statement in the form that libpq takes.
struct PostgreSQLParameters {
    let count: Int32
    let values: UnsafePointer<UnsafePointer<CChar>?>?
    let lengths: UnsafePointer<Int32>?
    let formats: UnsafePointer<Int32>?
}

/// Lends the values as libpq takes them: texts one after the other in one piece of memory, blobs as they are.
func withParameters<R>(_ values: [SQLValue], _ body: (PostgreSQLParameters) -> R) -> R {
    if values.isEmpty { return body(PostgreSQLParameters(count: 0, values: nil, lengths: nil, formats: nil)) }

    var arena: [CChar] = []
    var starts: [Int] = []
    var lengths: [Int32] = []
    var formats: [Int32] = []
    arena.reserveCapacity(values.count * 24)
    starts.reserveCapacity(values.count)
    lengths.reserveCapacity(values.count)
    formats.reserveCapacity(values.count)
    for value in values {
        let start = arena.count
        var isNull = false
        var format: Int32 = 0
        switch value {
        case .null: isNull = true
        case .boolean(let flag): arena.append(CChar(bitPattern: UInt8(ascii: flag ? "t" : "f")))
        case .integer(let number): append(decimal: number, to: &arena)
        case .real(let number): append(number.description, to: &arena)
        case .text(let text): append(text, to: &arena)
        case .blob(let bytes):
            bytes.withUnsafeBytes { arena.append(contentsOf: $0.bindMemory(to: CChar.self)) }
            format = 1
        }
        starts.append(isNull ? -1 : start)
        lengths.append(Int32(arena.count - start))
        formats.append(format)
        arena.append(0)
    }
    return arena.withUnsafeBufferPointer { characters in
        let pointers = starts.map { $0 < 0 ? nil : characters.baseAddress?.advanced(by: $0) }
        return pointers.withUnsafeBufferPointer { pointers in
            lengths.withUnsafeBufferPointer { lengths in
                formats.withUnsafeBufferPointer { formats in
                    body(
                        PostgreSQLParameters(
                            count: Int32(values.count),
                            values: pointers.baseAddress,
                            lengths: lengths.baseAddress,
                            formats: formats.baseAddress
                        )
                    )
                }
            }
        }
    }
}

private func append(_ text: String, to arena: inout [CChar]) {
    var text = text
    text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { arena.append(contentsOf: $0) }
    }
}

/// Digits without a `String` in between: most values are ids.
private func append(decimal number: Int64, to arena: inout [CChar]) {
    if number < 0 { arena.append(CChar(bitPattern: UInt8(ascii: "-"))) }
    let start = arena.count
    var rest = number.magnitude
    repeat {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        arena.append(CChar(bitPattern: UInt8(ascii: "0") + UInt8(digit)))
        rest = quotient
    } while rest > 0
    arena[start...].reverse()
}
