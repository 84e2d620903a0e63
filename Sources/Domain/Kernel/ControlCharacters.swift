extension String {
    /// Whether the text holds a character that neither shows nor moves: one of them (U+0000) the store cannot keep.
    ///
    /// - Parameter isMultiline: Whether ends of lines and tabulators are welcome.
    public func hasControlCharacter(isMultiline: Bool) -> Bool {
        unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: !isMultiline
            case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
            default: false
            }
        }
    }
}
