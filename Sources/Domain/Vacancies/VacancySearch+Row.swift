internal import Persistence

/// A line of the citizens' list with what its page needs besides.
struct SearchRow: FromRow {
    let summary: VacancySummary
    let position: Int64
    let distance: Int64

    static let columns: SQL = """
        vacancy.id, vacancy.title, vacancy.profession_code,
        CASE WHEN vacancy.anonymous THEN NULL ELSE vacancy.employer_name END, agency.name, vacancy.municipality_code,
        vacancy.province, vacancy.remote_work, vacancy.contract_type_code, vacancy.duration_months,
        vacancy.working_time, vacancy.pay_minimum_cents, vacancy.pay_maximum_cents, vacancy.pay_period,
        vacancy.positions, vacancy.publication_start, vacancy.publication_end_date, vacancy.position
        """

    init(from row: inout Row) throws {
        let id: ID<Vacancy> = try row.next()
        var pay = VacancyTerms.Pay()
        let title: String = try row.next()
        let profession: String? = try row.next()
        let employer: String? = try row.next()
        let agency: String = try row.next()
        let municipality: String? = try row.next()
        let province: String? = try row.next()
        let remoteWork: RemoteWork? = try row.next()
        let contractType: String? = try row.next()
        let duration: Int? = try row.next()
        let workingTime: WorkingTime? = try row.next()
        pay.minimum = try row.next()
        pay.maximum = try row.next()
        pay.period = try row.next()
        summary = VacancySummary(
            code: VacancyCode(id),
            title: title,
            professionCode: profession,
            employerName: employer,
            agencyName: agency,
            municipalityCode: municipality,
            province: province,
            remoteWork: remoteWork,
            contractTypeCode: contractType,
            durationMonths: duration,
            workingTime: workingTime,
            pay: pay,
            positions: try row.next(),
            publicationStart: try row.next(),
            publicationEndDate: try row.next(),
            kilometres: nil
        )
        position = try row.next()
        distance = try row.next()
    }

    func summary(from centre: Position?) -> VacancySummary {
        var summary = summary
        if centre != nil { summary.kilometres = Int((Double(distance) / 10_000).squareRoot().rounded()) }
        return summary
    }
}
