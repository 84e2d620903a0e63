internal import Persistence

extension Pacts {
    /// Saves what the citizen has filled in so far; a first save opens a new version.
    ///
    /// - Parameter fingerprint: That of the draft that was on the page, empty where there was none; nil for whoever has
    ///   seen no page.
    /// - Throws: ``CannotSavePactDraft``; ``IllegalPactTransition`` while the version waits for an outcome: it has to be
    ///   taken back first; ``NotFound`` for branches that do not exist.
    @discardableResult
    public func saveDraft(
        _ draft: PactDraft,
        over fingerprint: String? = nil,
        as citizen: CitizenIdentity
    ) async throws -> ActivationPact {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            if let fingerprint { try check(draft, over: fingerprint, of: citizen, in: transaction) }
            let id = try prepare(citizen, in: transaction)
            let words = Commitment.allCases.filter(draft.commitments.contains).map(\.rawValue).joined(separator: " ")
            try transaction.run(
                """
                UPDATE activation_pact SET state = 'draft', email = \(draft.email), phone = \(draft.phone),
                    job_centre_id = (SELECT j.id FROM job_centre j WHERE j.id = \(draft.jobCentre)),
                    availability_declared_on = \(draft.availabilityDeclaredOn),
                    commitments = \(words), notice_version = \(draft.noticeVersion), updated_at = \(store.now)
                WHERE id = \(id)
                """
            )
            try choose(draft.branches, for: id, in: transaction)
            let entry = AuditEntry(
                .citizen(citizen),
                "pact.draft_saved",
                on: AuditSubject("activation_pact", id),
                about: citizen.id
            )
            try store.audit.record(entry, in: transaction)
            return try version(id, of: citizen, in: transaction)
        }
    }

    /// Lets nobody overwrite what another window has saved; the same once more does no harm.
    private func check(
        _ draft: PactDraft,
        over fingerprint: String,
        of citizen: CitizenIdentity,
        in transaction: borrowing Transaction
    ) throws {
        let open = try transaction.pact("p.state IN \(in: ActivationPact.State.inPreparation)", of: citizen.id)
        guard let open else {
            if fingerprint.isEmpty { return }
            throw CannotSavePactDraft.noLongerDraft
        }
        let there = PactDraft(open)
        if open.state.isEditable, there != draft, there.fingerprint != fingerprint {
            throw CannotSavePactDraft.changedMeanwhile(open)
        }
    }

    /// What is still missing in the version that is being prepared.
    public func findings(for citizen: CitizenIdentity) async throws -> [Finding] {
        try await store.read { (transaction: borrowing Transaction) in
            guard let pact = try transaction.pact("p.state IN ('draft', 'complete')", of: citizen.id) else {
                throw NotFound()
            }
            return PactRules.findings(pact, try facts(pact, in: transaction))
        }
    }

    /// Ends the filling in: everything has to be there.
    ///
    /// - Returns: The pact, and the hash of what the citizen is about to sign.
    /// - Throws: ``Invalid`` with what is missing.
    @discardableResult
    public func complete(as citizen: CitizenIdentity) async throws -> (pact: ActivationPact, hash: String) {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            guard let pact = try transaction.pact("p.state IN ('draft', 'complete')", of: citizen.id) else {
                throw NotFound()
            }
            let findings = PactRules.findings(pact, try facts(pact, in: transaction))
            if findings.haveErrors { throw Invalid(findings) }
            if pact.state == .draft {
                try Pacts.move(
                    pact.id,
                    of: citizen.id,
                    from: .draft,
                    to: .complete,
                    by: .citizen,
                    as: .citizen(citizen),
                    store,
                    in: transaction
                )
            }
            return try shown(version(pact.id, of: citizen, in: transaction), in: transaction)
        }
    }

    /// The complete version as the citizen is to read it before signing; nothing is written.
    ///
    /// - Throws: ``CannotSignPact/notComplete(_:)`` for a draft; ``Invalid`` when something has become wrong since it was
    ///   completed, for instance a branch that can no longer be chosen; ``NotFound`` when nothing is being prepared.
    public func toSign(as citizen: CitizenIdentity) async throws -> (pact: ActivationPact, hash: String) {
        try await store.read { (transaction: borrowing Transaction) in
            let condition: SQL = "p.state IN \(in: ActivationPact.State.inPreparation)"
            guard let pact = try transaction.pact(condition, of: citizen.id) else { throw NotFound() }
            if pact.state != .complete { throw CannotSignPact.notComplete(pact.state) }
            let findings = PactRules.findings(pact, try facts(pact, in: transaction))
            if findings.haveErrors { throw Invalid(findings) }
            return try shown(pact, in: transaction)
        }
    }

    /// A pact with the hash of what is about to be signed.
    private func shown(
        _ pact: ActivationPact,
        in transaction: borrowing Transaction
    ) throws -> (pact: ActivationPact, hash: String) {
        (pact, Secrets.hash(try PactDocument(pact, notice, in: transaction).json))
    }

    /// Takes back a signature that has not taken effect yet, to change something.
    public func takeBack(as citizen: CitizenIdentity) async throws {
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            let condition: SQL = "p.state = 'awaiting_outcome'"
            guard let pact = try transaction.pact(condition, of: citizen.id) else { throw NotFound() }
            try Pacts.move(
                pact.id,
                of: citizen.id,
                from: pact.state,
                to: .draft,
                by: .citizen,
                as: .citizen(citizen),
                store,
                in: transaction
            )
            try transaction.run(
                """
                UPDATE activation_pact SET signed_at = NULL, document = NULL, document_hash = NULL
                WHERE id = \(pact.id)
                """
            )
        }
    }

    /// The version to fill in: the one that is there, or a new one.
    private func prepare(_ citizen: CitizenIdentity, in transaction: borrowing Transaction) throws -> ID<ActivationPact>
    {
        let open = try transaction.pact("p.state IN \(in: ActivationPact.State.inPreparation)", of: citizen.id)
        if let open {
            if open.state == .draft { return open.id }
            guard open.state == .complete else {
                let allowed = ActivationPact.transitions.next(from: open.state, by: .citizen)
                throw IllegalPactTransition(from: open.state, to: .draft, allowed: allowed)
            }
            try Pacts.check(open.state, .draft, by: .citizen)
            return open.id
        }
        let id = store.ids.next(ActivationPact.self)
        let inserted = try transaction.run(
            """
            INSERT INTO activation_pact (id, citizen_id, version, state, commitments, created_at, updated_at)
            SELECT \(id), c.id,
                1 + COALESCE((SELECT MAX(p.version) FROM activation_pact p WHERE p.citizen_id = c.id), 0),
                'draft', '', \(store.now), \(store.now)
            FROM citizen c WHERE c.id = \(citizen.id)
            """
        )
        if inserted == 0 { throw NotFound() }
        return id
    }

    private func choose(
        _ branches: [ID<Branch>],
        for pact: ID<ActivationPact>,
        in transaction: borrowing Transaction
    ) throws {
        try transaction.run("DELETE FROM activation_pact_choice WHERE pact_id = \(pact)")
        var chosen: Set<ID<Branch>> = []
        for branch in branches where chosen.insert(branch).inserted {
            let inserted = try transaction.run(
                """
                INSERT INTO activation_pact_choice (pact_id, position, agency_id, branch_id)
                SELECT \(pact), \(chosen.count), b.agency_id, b.id FROM branch b WHERE b.id = \(branch)
                """
            )
            if inserted == 0 { throw NotFound() }
        }
    }

    func version(
        _ id: ID<ActivationPact>,
        of citizen: CitizenIdentity,
        in transaction: borrowing Transaction
    ) throws -> ActivationPact {
        guard let pact = try transaction.pact("p.id = \(id)", of: citizen.id) else { throw NotFound() }
        return pact
    }

    func facts(_ pact: ActivationPact, in transaction: borrowing Transaction) throws -> PactRules.Facts {
        let branches: [SelectableBranch] = try transaction.all(
            SelectableBranch.query(on: store.today, "b.id IN \(in: pact.choices.map(\.branch))")
        )
        return PactRules.Facts(
            measure: try transaction.application(of: pact.citizen)?.measure,
            notice: notice,
            policy: policy,
            today: store.today,
            selectable: Dictionary(branches.map { ($0.branch, $0.agency) }, uniquingKeysWith: { first, _ in first }),
            isCandidature: try transaction.curriculum(of: pact.citizen)?.curriculum.isCandidature ?? false
        )
    }
}
