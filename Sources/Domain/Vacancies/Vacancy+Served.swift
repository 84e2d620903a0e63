internal import Persistence

extension Vacancy {
    /// The branches whose vacancies may take applications: open themselves, and of an agency that is authorised.
    ///
    /// A CV must not go to an agency that has lost its authorisation (art. 4 d.lgs. 276/2003), whatever its vacancies say.
    static func servedBranches(on day: Day) -> SQL {
        """
        SELECT b.id FROM branch b JOIN agency a ON a.id = b.agency_id
        WHERE \(Branch.isOpen(on: day)) AND \(Agency.isAuthorised(on: day))
        """
    }
}
