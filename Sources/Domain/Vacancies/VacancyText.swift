/// What of a vacancy can be found by words, and under which scopes.
enum VacancyText {
    /// The analysed text of a vacancy.
    ///
    /// An anonymous employer is left out: a search for a name would otherwise betray it.
    /// The profession is found by its name, and by its code as a CV is.
    static func indexed(_ terms: VacancyTerms, _ reference: ReferenceSnapshot) -> IndexedText {
        var texts: [String] = []
        texts += [terms.title].compactMap(\.self)
        if let code = terms.professionCode, let profession = reference.entry(code, in: .profession) {
            texts += [profession.label.it, code]
        }
        if let code = terms.workplace.municipalityCode, let municipality = reference.municipality(code) {
            texts.append(municipality.name)
        }
        if !terms.employer.anonymous { texts += [terms.employer.name].compactMap(\.self) }
        texts += terms.requirements.skills
        texts += [terms.description].compactMap(\.self)
        return ItalianAnalyser.indexed(texts)
    }

    /// Published vacancies: what citizens search in.
    static let published = "pub"

    static func agency(_ id: ID<Agency>) -> String { "a\(id.rawValue)" }
    static func branch(_ id: ID<Branch>) -> String { "b\(id.rawValue)" }
    static func province(_ code: String) -> String { "p\(code)" }

    static func scopes(
        agency: ID<Agency>,
        branch: ID<Branch>,
        province: String?,
        status: Vacancy.Status
    ) -> [String] {
        var scopes = [VacancyText.agency(agency), VacancyText.branch(branch)]
        if let province { scopes.append(VacancyText.province(province)) }
        if status == .published { scopes.append(published) }
        return scopes
    }
}
