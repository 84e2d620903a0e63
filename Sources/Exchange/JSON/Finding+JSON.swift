public import Domain

extension Finding {
    /// The finding as agencies' software is told it.
    public func json(in language: Language) -> JSON {
        var members = [
            JSON.Member("pointer", .text(pointer)),
            JSON.Member("code", .text(code)),
            JSON.Member("detail", .text(message[language])),
        ]
        if let suggestion { members.append(JSON.Member("suggestion", .text(suggestion[language]))) }
        return .object(members)
    }
}

extension Sequence<Finding> {
    /// Those that stop the input, as agencies' software is told them.
    public func errorsJSON(in language: Language) -> JSON {
        .array(filter { $0.severity == .error }.map { $0.json(in: language) })
    }
}
