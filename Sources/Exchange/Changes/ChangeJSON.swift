public import Domain

/// The JSON form of a change in the feed.
public enum ChangeJSON {
    public static func json(_ item: FollowedChange, on today: Day) -> JSON {
        let change = item.change
        let id: String =
            switch change.kind {
            case .vacancy: VacancyCode(ID(change.object)).text
            case .expressionOfInterest: ID<ExpressionOfInterest>(change.object).text
            case .proposal, .refusal: ID<Change>(change.object).text
            }
        var members = [
            JSON.Member("sequence", .integer(change.sequence)),
            JSON.Member("type", .text(change.kind.rawValue)),
            JSON.Member("id", .text(id)),
            JSON.Member("operation", .text(item.operation.rawValue)),
            JSON.Member("at", .text(change.at.rfc3339)),
        ]
        switch item.object {
        case .vacancy(let vacancy): members.append(JSON.Member("object", VacancyJSON.json(vacancy, on: today)))
        case .interest(let received, let latest):
            members.append(JSON.Member("object", InterestJSON.json(received, latest: latest, on: today)))
        case nil: break
        }
        return .object(members)
    }
}
