internal import Persistence

extension Vacancy {
    /// The branches whose vacancies may take applications: open themselves, and of an agency that is authorised and may
    /// publish today.
    ///
    /// A CV must not go to an agency that has lost its authorisation (art. 4 d.lgs. 276/2003), whatever its vacancies say.
    static func servedBranches(on day: Day) -> SQL {
        """
        SELECT b.id FROM branch b JOIN agency a ON a.id = b.agency_id
        WHERE \(condition(on: day))
        """
    }

    private static func condition(on day: Day) -> SQL {
        """
        \(Branch.isOpen(on: day)) AND \(Agency.isAuthorised(on: day))\(Agency.has(.publishVacancies, on: day))
        """
    }

    /// The condition on a row `vacancy` that its branch is served on `day`, for lists.
    ///
    /// It names the few that are not served: both engines keep those in a table by their side and walk the list in its
    /// own order, while the many that are served would tempt them to begin with the branches and sort.
    static func isServed(on day: Day) -> SQL {
        """
        vacancy.branch_id NOT IN (
            SELECT b.id FROM branch b JOIN agency a ON a.id = b.agency_id
            WHERE NOT (\(condition(on: day)))
        )
        """
    }
}
