internal import Persistence

/// Who may work for which branch on a day: the one statement of it, whoever asks.
///
/// A right has one of two sources. The register grants the branch to the person; or a master of the same agency has lent
/// it to a super user, and then it is worth exactly as long as the register grants that branch to that master. Nothing is
/// open here that the register does not open to somebody, and a super user never reaches beyond the master who made them.
enum BranchRights {
    /// A query of `columns` out of rows `o` (operator), `a` (agency), `b` (branch) and `g` (the register's grant).
    ///
    /// The agency is authorised, and the branch open and the agency's; a branch may come more than once.
    static func statement(
        _ columns: SQL,
        where condition: SQL,
        on day: Day,
        with right: AgencyRight? = nil
    ) -> SQL {
        let lent = lent(columns, where: "o.role = 'super' AND \(condition)", on: day, with: right)
        return """
            SELECT \(columns) FROM branch_grant g
            JOIN operator o ON o.id = g.operator_id
            JOIN agency a ON a.id = o.agency_id
            JOIN branch b ON b.id = g.branch_id AND b.agency_id = o.agency_id
            WHERE \(standing(condition, on: day, with: right))
            UNION ALL \(lent)
            """
    }

    /// The part of it that is lent, whatever the role of the one to whom it is.
    static func lent(
        _ columns: SQL,
        where condition: SQL,
        on day: Day,
        with right: AgencyRight? = nil
    ) -> SQL {
        """
        SELECT \(columns) FROM super_appointment n
        JOIN operator o ON o.id = n.operator_id AND o.agency_id = n.agency_id
        \(lending)
        JOIN agency a ON a.id = o.agency_id
        JOIN branch b ON b.id = g.branch_id AND b.agency_id = o.agency_id
        WHERE \(SuperAppointment.lends) AND \(standing(condition, on: day, with: right))
        """
    }

    /// The ids of one person's branches, as `branch_id`: who she is and what her agency may are asked once, and not again
    /// for each of hundreds of grants.
    ///
    /// - Parameters:
    ///   - person: The condition on `o`, which finds one person.
    ///   - narrowing: The condition on `b`, or on `o.role`.
    static func branches(
        of person: SQL,
        where narrowing: SQL,
        on day: Day,
        with right: AgencyRight? = nil
    ) -> SQL {
        let holder: SQL = """
            (
                SELECT o.id, o.agency_id, o.role FROM operator o JOIN agency a ON a.id = o.agency_id
                WHERE \(person) AND \(Agency.isAuthorised(on: day))\(right.map { Agency.has($0, on: day) } ?? "")
                \(sqlite: "", postgresql: "OFFSET 0")
            ) AS o
            """
        let granted: SQL = """
            JOIN branch b ON b.id = g.branch_id AND b.agency_id = o.agency_id
            WHERE \(narrowing) AND \(isGood(on: day))
            """
        return """
            SELECT b.id AS branch_id FROM \(holder) JOIN branch_grant g ON g.operator_id = o.id \(granted)
            UNION ALL SELECT b.id AS branch_id FROM \(holder)
            JOIN super_appointment n ON n.operator_id = o.id AND n.agency_id = o.agency_id \(lending) \(granted)
            AND o.role = 'super' AND \(SuperAppointment.lends)
            """
    }

    /// From an appointment `n` of a person `o` to the grants `g` of the master who lends them.
    private static let lending: SQL = """
        JOIN operator m ON m.id = n.requested_by AND m.agency_id = o.agency_id AND m.role = 'master'
            AND m.status = 'active'
        JOIN super_appointment_branch k ON k.appointment_id = n.id
        JOIN branch_grant g ON g.operator_id = m.id AND g.branch_id = k.branch_id
        """

    /// The grant holds on the day, for a branch that is open then.
    private static func isGood(on day: Day) -> SQL {
        "g.valid_from <= \(day) AND (g.valid_to IS NULL OR g.valid_to >= \(day)) AND \(Branch.isOpen(on: day))"
    }

    private static func standing(_ condition: SQL, on day: Day, with right: AgencyRight?) -> SQL {
        """
        \(condition) AND \(isGood(on: day)) AND \(Agency.isAuthorised(on: day))\(right.map { Agency.has($0, on: day) } ?? "")
        """
    }
}
