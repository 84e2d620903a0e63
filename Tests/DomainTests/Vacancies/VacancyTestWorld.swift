import Domain
import Persistence
import TestSupport

extension World {
    /// How many rows a table has.
    func count(_ table: SQL, where condition: SQL = "TRUE") async throws -> Int {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.first("SELECT count(*) FROM \(table) WHERE \(condition)", as: Int.self) ?? 0
        }
    }

    /// Somebody with a CV, unless told otherwise.
    func citizen(
        _ givenName: String = "Rosa",
        _ familyName: String = "D'Amico",
        hasCurriculum: Bool = true
    ) async throws -> CitizenIdentity {
        let id = store.ids.next(Citizen.self)
        let birth = ("1950-01-01" as Day).adding(days: Int(id.rawValue % 18_000))
        let taxCode = TaxCode.computed(
            familyName: familyName,
            givenName: givenName,
            sex: .female,
            birth: birth,
            place: "H501"
        )
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.run(
                """
                INSERT INTO citizen (
                    id, tax_code, given_name, family_name, sort_key, sex, birth_date, birth_place_code,
                    municipality_code, province, region, email, phone, created_at, updated_at
                ) VALUES (
                    \(id), \(taxCode), \(givenName), \(familyName), \(Fold.key(familyName + " " + givenName)), 'F',
                    \(birth), 'H501', 'F205', 'MI', '03', 'rosa@posta.example', '333 5550123', 0, 0
                )
                """
            )
            return ()
        }
        let person = CitizenIdentity(id: id, givenName: givenName, familyName: familyName)
        if hasCurriculum { try await saveCurriculum(of: person, education: "USG") }
        return person
    }

    /// Gives somebody a CV, or another one.
    func saveCurriculum(of person: CitizenIdentity, replacing version: Int = 0, education: String) async throws {
        var curriculum = Curriculum()
        curriculum.education = [Curriculum.Education(level: education)]
        curriculum.desiredProfessions = [Curriculum.DesiredProfession(code: "5.2.2.3.2", description: "Cameriera")]
        try await Citizens(store).saveCurriculum(
            curriculum,
            replacing: version,
            reference: .shared,
            as: person
        )
    }
}
