internal import Persistence

/// Somebody changed the vacancy since it was read.
public struct StaleVersion: Error, Hashable, Sendable {
    /// The version that the vacancy has now.
    public let current: Int
}

/// A vacancy as it is after a change, with what may be doubtful in it.
public struct EditedVacancy: Hashable, Sendable {
    public let vacancy: Vacancy
    public let warnings: [Finding]
}

extension Vacancies {
    /// Creates one vacancy, from a form or a request.
    ///
    /// - Throws: ``Invalid`` with all that the rules say against it.
    public func create(_ draft: VacancyDraft, as publisher: Publisher) async throws -> EditedVacancy {
        let reference = try await reference()
        do {
            return try await store.write { (transaction: borrowing Transaction) in
                try save(draft, over: nil, reference, as: publisher, in: transaction)
            }
        } catch let violation as ConstraintViolation where violation.kind == .unique {
            throw Invalid([.referenceInUse(draft.externalReference)])
        }
    }

    /// Gives a vacancy other terms, whole: what the draft leaves out is empty.
    ///
    /// - Parameter version: The version that was read; nil to change whatever is there.
    /// - Throws: ``NotFound``, ``StaleVersion``, ``IllegalTransition``, ``Invalid``.
    public func update(
        _ code: String,
        to draft: VacancyDraft,
        version: Int?,
        as publisher: Publisher
    ) async throws -> EditedVacancy {
        guard let code = VacancyCode(code) else { throw NotFound() }
        let reference = try await reference()
        do {
            return try await store.write { (transaction: borrowing Transaction) in
                let stored = try stored(code.id, version: version, as: publisher, in: transaction)
                return try save(draft, over: stored, reference, as: publisher, in: transaction)
            }
        } catch let violation as ConstraintViolation where violation.kind == .unique {
            throw Invalid([.referenceInUse(draft.externalReference)])
        }
    }

    /// Publishes, suspends, closes or publishes again, and moves the end of a publication inside its period.
    ///
    /// Publishing an expired vacancy again keeps its code and history, and opens a new period that starts today (INPS
    /// message 4271/2023, interoperability, last item).
    ///
    /// - Throws: ``NotFound``, ``StaleVersion``, ``IllegalTransition``, ``Invalid``.
    public func change(
        publicationOf code: String,
        _ change: PublicationChange,
        version: Int?,
        as publisher: Publisher
    ) async throws -> EditedVacancy {
        guard let code = VacancyCode(code) else { throw NotFound() }
        let reference = try await reference()
        return try await store.write { (transaction: borrowing Transaction) in
            let stored = try stored(code.id, version: version, as: publisher, in: transaction)
            let vacancy = try Vacancies.find(code.id, as: publisher, on: store.today, in: transaction)
            // Judged alone first: a request about the publication is told the ways it may go, and nothing else.
            _ = try stored.publication.moved(by: change, mover: publisher.mover, now: store.now)
            var draft = vacancy.draft
            draft.status = change.status
            draft.publicationEndDate = change.endDate
            draft.closingReason = change.closingReason
            return try save(draft, over: stored, reference, as: publisher, in: transaction)
        }
    }

    /// What is stored of a vacancy that is open to the publisher, held until the transaction ends.
    private func stored(
        _ id: ID<Vacancy>,
        version: Int?,
        as publisher: Publisher,
        in transaction: borrowing Transaction
    ) throws -> StoredVacancy {
        let stored: StoredVacancy? = try transaction.first(
            """
            SELECT \(StoredVacancy.columns) FROM vacancy
            WHERE vacancy.id = \(id) AND vacancy.agency_id = \(publisher.agency)
                AND vacancy.branch_id IN (\(publisher.branches(on: store.today)))
            \(sqlite: "", postgresql: "FOR UPDATE OF vacancy")
            """
        )
        guard let stored else { throw NotFound() }
        if let version, version != stored.version { throw StaleVersion(current: stored.version) }
        return stored
    }

    private func save(
        _ draft: VacancyDraft,
        over stored: StoredVacancy?,
        _ reference: ReferenceSnapshot,
        as publisher: Publisher,
        in transaction: borrowing Transaction
    ) throws -> EditedVacancy {
        let planner = VacancyPlanner(
            publisher: publisher,
            standing: try PublisherStanding.read(
                publisher,
                branchCodes: Set([draft.branchCode].compactMap(\.self)),
                on: store.today,
                in: transaction
            ),
            reference: reference,
            policy: policy,
            now: store.now,
            ids: store.ids
        )
        let id: ID<Vacancy>
        var warnings: [Finding] = []
        switch try planner.judge(draft, stored: stored, isRepeatable: false) {
        case .refuse(let findings):
            throw Invalid(findings)
        case .unchanged(let stored):
            id = stored.id
        case .write(let plan):
            try write([plan], as: publisher, in: transaction)
            try record(plan, as: publisher, in: transaction)
            id = plan.id
            warnings = plan.findings
        }
        let vacancy = try Vacancies.find(id, as: publisher, on: store.today, in: transaction)
        return EditedVacancy(vacancy: vacancy, warnings: warnings)
    }
}

extension Vacancy {
    /// The vacancy as a draft of itself, to be changed in part.
    public var draft: VacancyDraft {
        var draft = VacancyDraft()
        draft.externalReference = externalReference
        draft.branchCode = branchCode
        draft.terms = terms
        return draft
    }
}

extension Finding {
    fileprivate static func referenceInUse(_ reference: String?) -> Finding {
        Finding(
            "external_reference",
            "external_reference_in_use",
            it: "Il codice «\(reference ?? "")» è già di un'altra offerta dell'agenzia.",
            en: "The code “\(reference ?? "")” already belongs to another vacancy of the agency."
        )
    }
}
