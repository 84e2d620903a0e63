public import Domain

/// The JSON form of an expression of interest: the citizen as she was when she sent it.
public enum InterestJSON {
    /// - Parameters:
    ///   - curriculum: the CV of that moment, as it is stored; nil in lists.
    ///   - today: the day by which the age is reckoned.
    public static func json(
        _ received: ReceivedInterest,
        latest: LatestAnnotation?,
        curriculum: String? = nil,
        on today: Day
    ) -> JSON {
        let interest = received.interest
        return [
            "id": .text(interest.id.text),
            "vacancy_code": .text(received.vacancyCode.text),
            "branch_code": .text(received.branchCode),
            "status": .text(interest.status.rawValue),
            "submitted_at": .text(interest.submittedAt.rfc3339),
            "updated_at": .text(interest.updatedAt.rfc3339),
            "citizen": citizen(received, curriculum, on: today),
            "message": .optional(interest.message),
            // Nobody reckons it yet; software that reads it finds its place.
            "affinity": .null,
            "last_annotation": latest.map(json) ?? .null,
        ]
    }

    private static func citizen(_ received: ReceivedInterest, _ curriculum: String?, on today: Day) -> JSON {
        var members = [
            JSON.Member("given_name", .text(received.givenName)),
            JSON.Member("family_name", .text(received.familyName)),
            JSON.Member("age", .integer(received.birthDate.age(on: today))),
            JSON.Member("municipality_code", .optional(received.municipalityCode)),
            JSON.Member("phone", .optional(received.phone)),
            JSON.Member("email", .optional(received.email)),
            JSON.Member("education_code", .optional(received.educationCode)),
        ]
        if let curriculum {
            members.append(JSON.Member("curriculum", (try? JSON(reading: Array(curriculum.utf8))) ?? .null))
        }
        return .object(members)
    }

    private static func json(_ annotation: LatestAnnotation) -> JSON {
        [
            "kind": .text(annotation.kind.rawValue),
            "outcome": .optional(annotation.outcome?.rawValue),
            "date": .text(annotation.date.description),
        ]
    }
}
