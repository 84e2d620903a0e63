internal import Persistence

/// The traces and the feed of what happens to vacancies.
///
/// The feed comes last in each transaction: other changes of the agency wait for its number.
extension Vacancies {
    /// One trace for a batch, with the codes of what it wrote, and a note in the feed for each of them.
    func record(_ judged: JudgedBatch, as publisher: Publisher, in transaction: borrowing Transaction) throws {
        let summary = LoadSummary(judged.receipts)
        var details: [String: AuditValue] = [
            "agency": .text(publisher.agency.text),
            "vacancies": .list(judged.plans.map { .text($0.code.text) }),
        ]
        for outcome in LoadOutcome.allCases where outcome != .ended {
            details[outcome.rawValue] = .number(Int64(summary[outcome]))
        }
        let entry = AuditEntry(publisher.actor, "vacancies.loaded", details: details, rows: judged.receipts.count)
        try store.audit.record(entry, in: transaction)
        try store.changes.record(judged.plans.flatMap(\.notes), of: publisher.agency, in: transaction)
    }

    func record(_ plan: PlannedVacancy, as publisher: Publisher, in transaction: borrowing Transaction) throws {
        let entry = AuditEntry(
            publisher.actor,
            plan.action,
            on: AuditSubject("vacancy", plan.id),
            details: [
                "code": .text(plan.code.text),
                "status": .text(plan.publication.status.rawValue),
                "version": .number(Int64(plan.version)),
            ]
        )
        try store.audit.record(entry, in: transaction)
        try store.changes.record(plan.notes, of: publisher.agency, in: transaction)
    }

    /// What somebody else than the agency did to vacancies, of whatever agencies.
    func record(
        _ vacancies: [VacancyOfAgency],
        _ action: AuditAction,
        by actor: Actor,
        because reason: String? = nil,
        in transaction: borrowing Transaction
    ) throws {
        let entries = vacancies.map { vacancy in
            AuditEntry(
                actor,
                action,
                on: AuditSubject("vacancy", vacancy.id),
                because: reason,
                details: ["code": .text(VacancyCode(vacancy.id).text), "agency": .text(vacancy.agency.text)]
            )
        }
        try store.audit.record(entries, in: transaction)
        // Agencies in one order everywhere: two transactions never wait for each other's feeds crosswise.
        let byAgency = Dictionary(grouping: vacancies, by: \.agency).sorted { $0.key < $1.key }
        for (agency, vacancies) in byAgency {
            let notes = vacancies.map { ChangeNote(.vacancy, $0.id, .updated, branch: $0.branch) }
            try store.changes.record(notes, of: agency, in: transaction)
        }
    }
}

extension PlannedVacancy {
    /// What the feed tells: a vacancy that moved to another branch is gone for software of the old one.
    fileprivate var notes: [ChangeNote] {
        guard let basis else { return [ChangeNote(.vacancy, id, .created, branch: branch)] }
        let update = ChangeNote(.vacancy, id, .updated, branch: branch)
        if basis.branch == branch { return [update] }
        return [ChangeNote(.vacancy, id, .deleted, branch: basis.branch), update]
    }

    fileprivate var action: AuditAction {
        switch step {
        case .open: "vacancy.published"
        case .moveEnd: "vacancy.end_moved"
        case .end(.closed): "vacancy.closed"
        case .end(.hidden): "vacancy.hidden"
        case .end(.expired): "vacancy.expired"
        case .stay where basis?.publication.status != publication.status && basis != nil:
            publication.status == .suspended ? "vacancy.suspended" : "vacancy.resumed"
        case .stay: basis == nil ? "vacancy.created" : "vacancy.updated"
        }
    }
}
