internal import Persistence

extension Interests {
    /// Expresses a citizen's interest in a published vacancy, with the CV and the contacts as they are now.
    ///
    /// - Throws: ``CannotExpressInterest``; ``NotFound`` for a code that no vacancy has.
    public func express(
        in vacancy: String,
        message: String? = nil,
        as citizen: CitizenIdentity
    ) async throws -> ExpressionOfInterest {
        guard let code = VacancyCode(vacancy) else { throw NotFound() }
        let message = try Interests.readable(message)
        do {
            return try await submit(to: code.id, message, as: citizen)
        } catch let violation as ConstraintViolation where violation.kind == .unique {
            // Sent twice at once: the other one was quicker.
            throw CannotExpressInterest.alreadyExpressed(.submitted)
        }
    }

    private func submit(
        to vacancy: ID<Vacancy>,
        _ message: String?,
        as citizen: CitizenIdentity
    ) async throws -> ExpressionOfInterest {
        try await store.write { (transaction: borrowing Transaction) in
            let offer = try offer(vacancy, in: transaction)
            if let earlier = try earlier(by: citizen.id, in: offer, in: transaction) {
                throw CannotExpressInterest.alreadyExpressed(earlier)
            }
            guard let applicant = try Applicant.read(citizen.id, in: transaction) else { throw NotFound() }
            guard let version = applicant.curriculumVersion else { throw CannotExpressInterest.curriculumMissing }
            let id = store.ids.next(ExpressionOfInterest.self)
            let new = NewInterest(
                id: id,
                offer: offer,
                applicant: applicant,
                curriculumVersion: version,
                submittedAt: store.now,
                updatedAt: store.now,
                message: message
            )
            try NewInterest.write([new], in: transaction)
            try log(id, from: nil, to: .submitted, by: .citizen, as: .citizen(citizen), in: transaction)
            try store.audit.record(
                AuditEntry(
                    .citizen(citizen),
                    "interest.submitted",
                    on: AuditSubject("expression_of_interest", id),
                    about: citizen.id,
                    details: ["vacancy": .text(VacancyCode(vacancy).text), "agency": .text(offer.agency.text)]
                ),
                in: transaction
            )
            let note = ChangeNote(.expressionOfInterest, id, .created, branch: offer.branch)
            try store.changes.record(note, of: offer.agency, in: transaction)
            guard let interest = try Interests.find(id, in: transaction) else { throw NotFound() }
            return interest
        }
    }

    /// Takes an interest back; the agency is told, and keeps what it was sent.
    ///
    /// - Throws: ``NotFound`` for somebody else's, ``IllegalInterestTransition`` for one that has ended.
    public func withdraw(_ id: ID<ExpressionOfInterest>, as citizen: CitizenIdentity) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            let found: StoredInterest? = try transaction.first(
                """
                SELECT \(StoredInterest.columns) FROM expression_of_interest
                WHERE id = \(id) AND citizen_id = \(citizen.id) \(sqlite: "", postgresql: "FOR UPDATE")
                """
            )
            guard let interest = found else { throw NotFound() }
            try move(interest, to: .withdrawn, by: .citizen, as: .citizen(citizen), in: transaction)
            try tell([interest], .updated, in: transaction)
        }
    }

    private static func readable(_ message: String?) throws(CannotExpressInterest) -> String? {
        guard let message = message?.replacing("\r\n", with: "\n"), !message.allSatisfy(\.isWhitespace) else {
            return nil
        }
        let limit = ExpressionOfInterest.longestMessage
        if message.unicodeScalars.count > limit { throw .messageTooLong(limit: limit) }
        if message.hasControlCharacter(isMultiline: true) { throw .messageUnreadable }
        return message
    }

    /// The vacancy that the interest is in, if it is published today.
    private func offer(_ id: ID<Vacancy>, in transaction: borrowing Transaction) throws -> Offer {
        let isThere: ID<Vacancy>? = try transaction.first("SELECT vacancy.id FROM vacancy WHERE vacancy.id = \(id)")
        if isThere == nil { throw NotFound() }
        let offer: Offer? = try transaction.first(
            """
            SELECT \(Offer.columns)
            FROM vacancy JOIN publication_period ON publication_period.vacancy_id = vacancy.id
            WHERE vacancy.id = \(id) AND \(Vacancy.has(.published, on: store.today))
                AND publication_period.end_reason IS NULL
                AND vacancy.branch_id IN (\(Vacancy.servedBranches(on: store.today)))
            ORDER BY publication_period.started_at DESC LIMIT 1
            \(sqlite: "", postgresql: "FOR SHARE OF vacancy")
            """
        )
        guard let offer else { throw CannotExpressInterest.vacancyNotPublished }
        return offer
    }

    /// An interest of this publication period, or an older one that somebody still works on.
    private func earlier(
        by citizen: ID<Citizen>,
        in offer: Offer,
        in transaction: borrowing Transaction
    ) throws -> ExpressionOfInterest.Status? {
        let earlier: StoredInterest? = try transaction.first(
            """
            SELECT \(StoredInterest.columns) FROM expression_of_interest
            WHERE vacancy_id = \(offer.vacancy) AND citizen_id = \(citizen)
                AND (period_id = \(offer.period) OR status IN \(in: ExpressionOfInterest.Status.path))
            ORDER BY id DESC LIMIT 1
            """
        )
        return earlier?.status
    }
}
