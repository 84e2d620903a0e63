internal import Persistence

extension SuperUsers {
    /// Takes lent branches back from a super user.
    ///
    /// They are those that the master has lent, and within the chosen scope also those that a colleague has. What the
    /// register itself grants is not ours to take. An appointment of which no branch is left has ended.
    ///
    /// - Returns: Whether the person is still within the master's reach afterwards.
    /// - Throws: ``Invalid`` when no branch is chosen; ``CannotTakeBack``; ``NotFound`` for what is not within the
    ///   master's reach.
    @discardableResult
    public func takeBack(
        _ branches: Set<ID<Branch>>,
        from id: ID<Operator>,
        as master: OperatorIdentity
    ) async throws -> Bool {
        guard !branches.isEmpty else { throw Invalid([.noBranchChosen]) }
        return try await store.write { (transaction: borrowing Transaction) in
            let standing = try transaction.masterStanding(master, on: store.today)
            let person = try superUser(id, as: master, in: transaction)
            let taken = try transaction.returnable(from: id, to: master, on: store.today)
                .filter { branches.contains($0.id) }
            guard taken.count == branches.count else { throw CannotTakeBack.notYours }
            let loans: [Loan] = try transaction.all(
                """
                SELECT n.id, k.branch_id \(master.returnableLoans(of: id, on: store.today))
                AND k.branch_id IN \(in: taken.map(\.id)) ORDER BY n.id, k.branch_id
                """
            )
            for loan in loans {
                try transaction.run(
                    """
                    UPDATE super_appointment_branch SET taken_back_at = \(store.now)
                    WHERE appointment_id = \(loan.appointment) AND branch_id = \(loan.branch)
                    AND taken_back_at IS NULL
                    """
                )
            }
            let entry = AuditEntry(
                .operator(master),
                .superUserReduced,
                on: AuditSubject("operator", id),
                details: [
                    "appointments": .list(Set(loans.map(\.appointment)).sorted().map { .text($0.text) }),
                    "branches": .list(taken.map(\.id).sorted().map { .text($0.text) }),
                ]
            )
            try store.audit.record(entry, in: transaction)
            try store.outbox.enqueue(
                mailTo: person.email,
                person.givenName,
                .superUserReduced(agency: standing.agencyName, branches: taken.map(\.name)),
                in: transaction
            )
            return try transaction.reaches(id, as: master, on: store.today)
        }
    }
}

extension OperatorIdentity {
    /// The rows `n` and `k` of what is lent to somebody, as far as this master may take it back.
    fileprivate func returnableLoans(of person: ID<Operator>, on day: Day) -> SQL {
        """
        FROM super_appointment n JOIN super_appointment_branch k ON k.appointment_id = n.id
        WHERE n.operator_id = \(person) AND n.agency_id IN (\(masteredAgency(on: day))) AND \(SuperAppointment.lends)
        AND (n.requested_by = \(id) OR k.branch_id IN (\(openBranches(on: day))))
        """
    }
}

extension Transaction {
    /// The lent branches of somebody that a master may take back, by name.
    func returnable(from person: ID<Operator>, to master: OperatorIdentity, on day: Day) throws -> [SuperUser.Place] {
        try all(
            """
            SELECT \(SuperUser.Place.columns) FROM branch b
            WHERE b.id IN (SELECT k.branch_id \(master.returnableLoans(of: person, on: day)))
            ORDER BY b.name_fold, b.code
            """
        )
    }
}

private struct Loan: FromRow {
    let appointment: ID<SuperAppointment>
    let branch: ID<Branch>

    init(from row: inout Row) throws {
        appointment = try row.next()
        branch = try row.next()
    }
}
