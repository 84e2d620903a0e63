internal import Persistence

extension SuperUsers {
    /// Makes somebody a super user over some of the master's own branches, or asks another master to confirm it.
    ///
    /// - Returns: The appointment, in force or pending.
    /// - Throws: ``Invalid``; ``NotFound`` when the one who asks is no master.
    @discardableResult
    public func appoint(_ draft: SuperUserDraft, as master: OperatorIdentity) async throws -> SuperAppointment {
        // In the order of the form's fields.
        var findings: [Finding] = []
        let taxCode = draft.readTaxCode(&findings)
        let rules = findings + draft.findings
        return try await store.write { (transaction: borrowing Transaction) in
            let standing = try transaction.masterStanding(master, on: store.today)
            var findings = rules
            var known: Operator?
            if let taxCode {
                known = try transaction.first(
                    """
                    SELECT \(Operator.columns) FROM operator o
                    WHERE o.agency_id = \(master.agency) AND o.tax_code = \(taxCode)
                    """
                )
                if let known { findings += try obstacles(known, master, in: transaction) }
                if try pending(taxCode, of: master.agency, in: transaction) { findings.append(.alreadyRequested) }
            }
            findings += try beyond(draft.branches, master, in: transaction)
            guard let taxCode, !findings.haveErrors else { throw Invalid(findings) }
            let appointment = appointment(of: draft, taxCode, known?.id, master)
            return try begin(appointment, over: draft.branches, by: master, standing, in: transaction)
        }
    }

    /// Lends more branches to a super user of the agency, by the same way as a creation.
    ///
    /// Also how another master takes over, when the branches of the first one are no longer the first one's.
    @discardableResult
    public func extend(
        _ id: ID<Operator>,
        over branches: Set<ID<Branch>>,
        as master: OperatorIdentity
    ) async throws -> SuperAppointment {
        try await store.write { (transaction: borrowing Transaction) in
            let standing = try transaction.masterStanding(master, on: store.today)
            let person = try superUser(id, as: master, in: transaction)
            var findings = try beyond(branches, master, in: transaction)
            if branches.isEmpty { findings.append(.noBranchChosen) }
            if person.status == .suspended { findings.append(.suspendedUser) }
            if try pending(person.taxCode, of: master.agency, in: transaction) { findings.append(.alreadyRequested) }
            if findings.haveErrors { throw Invalid(findings) }
            let draft = SuperUserDraft(
                givenName: person.givenName,
                familyName: person.familyName,
                email: person.email ?? ""
            )
            let appointment = appointment(of: draft, person.taxCode, id, master)
            return try begin(appointment, over: branches, by: master, standing, in: transaction)
        }
    }

    /// What bars the creation of somebody whom the agency knows.
    ///
    /// Nothing, where it is a super user whose page this master cannot open: then what begins lends more branches.
    private func obstacles(
        _ known: Operator,
        _ master: OperatorIdentity,
        in transaction: borrowing Transaction
    ) throws -> [Finding] {
        guard known.role == .super, try !transaction.reaches(known.id, as: master, on: store.today) else {
            return [.alreadyOperator(known)]
        }
        return known.status == .suspended ? [.suspendedUser] : []
    }

    private func appointment(
        of draft: SuperUserDraft,
        _ taxCode: TaxCode,
        _ superUser: ID<Operator>?,
        _ master: OperatorIdentity
    ) -> SuperAppointment {
        SuperAppointment(
            id: store.ids.next(),
            agency: master.agency,
            taxCode: taxCode,
            givenName: draft.givenName,
            familyName: draft.familyName,
            email: draft.email,
            state: .pending,
            requestedBy: master.id,
            requestedAt: store.now,
            expiresAt: store.today.adding(days: SuperAppointment.daysToDecide + 1).start,
            superUser: superUser
        )
    }

    private func begin(
        _ appointment: SuperAppointment,
        over branches: Set<ID<Branch>>,
        by master: OperatorIdentity,
        _ standing: MasterStanding,
        in transaction: borrowing Transaction
    ) throws -> SuperAppointment {
        try transaction.run(
            """
            INSERT INTO super_appointment (
                id, agency_id, tax_code, given_name, family_name, email, state, requested_by, requested_at, expires_at,
                operator_id
            ) VALUES (
                \(appointment.id), \(appointment.agency), \(appointment.taxCode), \(appointment.givenName),
                \(appointment.familyName), \(appointment.email), \(appointment.state), \(appointment.requestedBy),
                \(appointment.requestedAt), \(appointment.expiresAt), \(appointment.superUser)
            )
            """
        )
        for branch in branches.sorted() {
            try transaction.run(
                """
                INSERT INTO super_appointment_branch (appointment_id, branch_id) VALUES (\(appointment.id), \(branch))
                """
            )
        }
        let entry = AuditEntry(
            .operator(master),
            .superUserRequested,
            on: AuditSubject("super_appointment", appointment.id),
            details: ["branches": .list(branches.sorted().map { .text($0.text) })]
        )
        try store.audit.record(entry, in: transaction)
        if appointment.steps(of: master, isAlone: standing.others.isEmpty).contains(.inForce) {
            return try enforce(appointment, by: master, standing, in: transaction)
        }
        for other in standing.others {
            try store.outbox.enqueue(
                mailTo: other.email,
                other.givenName,
                .superUserToConfirm(
                    agency: standing.agencyName,
                    requester: "\(master.givenName) \(master.familyName)",
                    appointment: appointment.id,
                    until: Day(of: appointment.expiresAt.adding(seconds: -1))
                ),
                in: transaction
            )
        }
        return appointment
    }

    /// A pending request for the same person: a second one would have two masters decide on two different things.
    private func pending(
        _ taxCode: TaxCode,
        of agency: ID<Agency>,
        in transaction: borrowing Transaction
    ) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM super_appointment n
            WHERE n.agency_id = \(agency) AND n.tax_code = \(taxCode) AND \(SuperAppointment.isPending(at: store.now))
            """,
            as: Int.self
        ) != nil
    }

    private func beyond(
        _ branches: Set<ID<Branch>>,
        _ master: OperatorIdentity,
        in transaction: borrowing Transaction
    ) throws -> [Finding] {
        let open = Set(try transaction.openBranches(to: master, on: store.today))
        return branches.isSubset(of: open) ? [] : [.branchNotYours]
    }
}

extension SuperUserDraft {
    /// What can be said of the fields without asking anybody.
    var findings: [Finding] {
        var findings: [Finding] = []
        for (field, text) in [("given_name", givenName), ("family_name", familyName)] {
            if text.isEmpty { findings.append(.fieldMissing(field)) }
            if text.count > 100 || text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
                findings.append(.unusableName(field))
            }
        }
        if email.isEmpty {
            findings.append(.fieldMissing("email"))
        } else if email.utf8.count > 254 || !EmailAddress.isWellFormed(email) || !email.utf8.allSatisfy({ $0 < 0x80 }) {
            findings.append(.unusableEmail)
        }
        if branches.isEmpty { findings.append(.noBranchChosen) }
        return findings
    }

    func readTaxCode(_ findings: inout [Finding]) -> TaxCode? {
        if taxCode.isEmpty {
            findings.append(.fieldMissing("tax_code"))
            return nil
        }
        do {
            let code = try TaxCode(person: taxCode)
            if !code.isOrganisation { return code }
            findings.append(.notAPerson("tax_code"))
        } catch {
            findings.append(error.finding(in: "tax_code"))
        }
        return nil
    }
}

extension Finding {
    fileprivate static func fieldMissing(_ field: String) -> Finding {
        Finding(field, "required", it: "Il valore è obbligatorio", en: "A value is required")
    }

    fileprivate static func unusableName(_ field: String) -> Finding {
        Finding(
            field,
            "unusable_name",
            it: "Il nome ha al più 100 caratteri, su una riga sola",
            en: "A name has at most 100 characters, on one line"
        )
    }

    fileprivate static let unusableEmail = Finding(
        "email",
        "email_malformed",
        it: "Non è un indirizzo e-mail",
        en: "Not an e-mail address"
    )

    static let noBranchChosen = Finding(
        "branches",
        "required",
        it: "Scegli almeno una filiale",
        en: "Choose at least one branch"
    )

    fileprivate static let branchNotYours = Finding(
        "branches",
        "branch_not_granted",
        it: "Puoi assegnare solo filiali per cui hai l'abilitazione oggi, nell'ambito in cui operi",
        en: "You can only assign branches that you have a grant for today, in the scope you work in"
    )

    fileprivate static let alreadyRequested = Finding(
        "tax_code",
        "already_requested",
        it: "Per questa persona c'è già una richiesta che attende conferma",
        en: "A request for this person is already waiting for confirmation"
    )

    fileprivate static let suspendedUser = Finding(
        "branches",
        "suspended_user",
        it: "L'utente è sospeso: prima va riabilitato",
        en: "The user is suspended: re-enable them first"
    )

    fileprivate static func alreadyOperator(_ person: Operator) -> Finding {
        switch person.role {
        case .super:
            Finding(
                "tax_code",
                "already_super",
                it: "È già un utente Super dell'agenzia: le filiali si aggiungono dalla sua scheda",
                en: "Already a super user of the agency: add branches on their page"
            )
        case .branch, .master:
            Finding(
                "tax_code",
                "role_from_register",
                it: "È già «\(person.role.title.it)» dell'agenzia: quel ruolo lo decide il registro nazionale",
                en: "Already “\(person.role.title.en)” of the agency: the national register decides on that role"
            )
        }
    }
}
