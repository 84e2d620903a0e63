extension CitizenFilter {
    /// What there is to say of the filter's codes that are in no list: such a filter would let nobody through, and look
    /// as if nobody was there.
    func unknownCodes(_ reference: ReferenceSnapshot) -> [Finding] {
        var findings: [Finding] = []
        func check(_ code: String, in list: ReferenceList, field: String) {
            findings += reference.check(code, in: list, field: field, use: .past).filter { $0.severity == .error }
        }
        if let educationMin { check(educationMin, in: .education, field: "education_min") }
        if let licence { check(licence, in: .drivingLicence, field: "licence") }
        for province in provinces { check(province, in: .province, field: "province") }
        for measure in measures { check(measure, in: .measure, field: "measure") }
        return findings
    }
}
