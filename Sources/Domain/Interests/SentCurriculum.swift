internal import Persistence

/// The CVs that have been sent along with interests: one body per citizen and version, however many interests name it.
///
/// A body is written by the first interest that sends its version and never changes after, so that what an agency reads
/// under an interest is the CV as it was then, whatever the citizen writes later.
enum SentCurriculum {
    private static let table = BulkTable(
        "sent_curriculum",
        columns: ["citizen_id", "version", "body"],
        key: ["citizen_id", "version"],
        update: []
    )

    /// From an interest to the CV that went along.
    static let ofInterest: SQL = """
        JOIN sent_curriculum ON sent_curriculum.citizen_id = expression_of_interest.citizen_id
            AND sent_curriculum.version = expression_of_interest.curriculum_version
        """

    /// Keeps the CVs that were not sent before; one that somebody else sends at this moment is the same.
    static func write(_ applicants: [Applicant], in transaction: borrowing Transaction) throws {
        var unsent: [ID<Citizen>: [SQLValue]] = [:]
        for applicant in applicants {
            guard let version = applicant.curriculumVersion, let body = applicant.unsentCurriculum else { continue }
            unsent[applicant.citizen] = [applicant.citizen.sqlValue, version.sqlValue, .text(body)]
        }
        // In one order, so that two writers never wait for each other crosswise.
        try transaction.upsert(into: table, rows: unsent.sorted { $0.key < $1.key }.map(\.value))
    }
}
