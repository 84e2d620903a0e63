public import Domain

/// The JSON that tells agencies' software how a load is getting on, and what became of its rows.
public enum VacancyLoadJSON {
    /// How far the load has come.
    public static func progress(of load: VacancyLoad) -> JSON {
        let status: JSON =
            switch load.state {
            case .receiving, .waiting, .running: "processing"
            case .done: "done"
            case .failed: "failed"
            }
        return [
            "id": .text(load.id.text),
            "status": status,
            "mode": .text(load.mode.rawValue),
            "dry_run": .bool(load.isDryRun),
            "processed": .integer(load.processed),
            "total": .integer(load.total),
            "requested_at": .text(load.requestedAt.rfc3339),
        ]
    }

    /// A page of receipts below the counts of all of them.
    ///
    /// - Parameter cursor: where the next page begins; nil at the end.
    public static func result(_ result: VacancyLoadResult, cursor: String?, in language: Language) -> JSON {
        let outcomes: [LoadOutcome] = [.created, .updated, .unchanged, .rejected]
        return [
            "summary": .object(outcomes.map { JSON.Member($0.rawValue, .integer(result.counts[$0] ?? 0)) }),
            "items": .array(result.items.map { receipt($0, in: language) }),
            "next_cursor": .optional(cursor),
        ]
    }

    private static func receipt(_ receipt: LoadReceipt, in language: Language) -> JSON {
        var members = [
            JSON.Member("row", .integer(receipt.row)),
            JSON.Member("external_reference", .optional(receipt.key.isEmpty ? nil : receipt.key)),
            JSON.Member("outcome", .text(receipt.outcome.rawValue)),
        ]
        if let code = receipt.code { members.append(JSON.Member("code", .text(code))) }
        let warnings = receipt.findings.filter { $0.severity == .warning }
        if warnings.count < receipt.findings.count {
            members.append(JSON.Member("errors", receipt.findings.errorsJSON(in: language)))
        }
        if !warnings.isEmpty {
            members.append(JSON.Member("warnings", .array(warnings.map { $0.json(in: language) })))
        }
        return .object(members)
    }
}
