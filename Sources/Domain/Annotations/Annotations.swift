internal import Persistence

/// What agencies note about the applications that they received; append-only, corrected by a further entry.
public struct Annotations: Sendable {
    let store: Store

    public init(_ store: Store) {
        self.store = store
    }

    /// Notes something about an application; its feed entry tells other software of the agency.
    ///
    /// - Throws: ``NotFound`` for an application that is not open to the publisher; ``Invalid``.
    public func add(
        _ draft: AnnotationDraft,
        to interest: ID<ExpressionOfInterest>,
        as publisher: Publisher
    ) async throws -> Annotation {
        let (store, interests) = (store, Interests(store))
        return try await store.write { (transaction: borrowing Transaction) in
            let stored = try interests.stored(interest, as: publisher, in: transaction)
            var findings = draft.findings(on: store.today)
            if let corrected = draft.corrects, try !transaction.mayBeCorrected(corrected, of: interest) {
                findings.append(.correctedAlready)
            }
            guard findings.isEmpty, let kind = draft.kind else { throw Invalid(findings) }
            let annotation = Annotation(
                id: store.ids.next(),
                interest: interest,
                kind: kind,
                outcome: draft.outcome,
                date: draft.date ?? store.today,
                text: draft.text.flatMap { $0.isEmpty ? nil : $0 },
                nextActionDate: draft.nextActionDate,
                corrects: draft.corrects,
                at: store.now
            )
            try transaction.insert(annotation, branch: stored.branch, by: publisher.actor)
            try store.audit.record(
                AuditEntry(
                    publisher.actor,
                    annotation.corrects == nil ? "annotation.added" : "annotation.corrected",
                    on: AuditSubject("annotation", annotation.id),
                    about: stored.citizen,
                    because: VacancyCode(stored.vacancy).text,
                    details: ["kind": .text(kind.rawValue)]
                ),
                in: transaction
            )
            try interests.tell([stored], .updated, in: transaction)
            return annotation
        }
    }

    /// The latest annotation of each of some applications that are open to the publisher.
    public func latest(
        of interests: [ID<ExpressionOfInterest>],
        as publisher: Publisher
    ) async throws -> [ID<ExpressionOfInterest>: LatestAnnotation] {
        let today = store.today
        return try await store.read { (transaction: borrowing Transaction) in
            try transaction.latestAnnotations(of: interests, as: publisher, on: today)
        }
    }
}

extension Transaction {
    func latestAnnotations(
        of interests: [ID<ExpressionOfInterest>],
        as publisher: Publisher,
        on today: Day
    ) throws -> [ID<ExpressionOfInterest>: LatestAnnotation] {
        if interests.isEmpty { return [:] }
        let annotations: [Annotation] = try all(
            """
            SELECT \(Annotation.columns) FROM annotation a
            WHERE a.interest_id IN \(in: interests) AND a.branch_id IN (\(publisher.receivingBranches(on: today)))
                AND NOT EXISTS (SELECT 1 FROM annotation c WHERE c.corrects_id = a.id)
            ORDER BY a.date, a.id
            """
        )
        return annotations.reduce(into: [:]) { latest, annotation in
            latest[annotation.interest] = LatestAnnotation(
                kind: annotation.kind,
                outcome: annotation.outcome,
                date: annotation.date
            )
        }
    }

    /// Whether an annotation is one of the application, and stands as it was written.
    fileprivate func mayBeCorrected(_ id: ID<Annotation>, of interest: ID<ExpressionOfInterest>) throws -> Bool {
        let found: ID<Annotation>? = try first(
            """
            SELECT a.id FROM annotation a WHERE a.id = \(id) AND a.interest_id = \(interest)
                AND NOT EXISTS (SELECT 1 FROM annotation c WHERE c.corrects_id = a.id)
            """
        )
        return found != nil
    }

    fileprivate func insert(_ annotation: Annotation, branch: ID<Branch>, by actor: Actor) throws {
        let person: ID<Operator>? = if case .operator(let identity) = actor { identity.id } else { nil }
        let client: ID<APIClient>? = if case .client(let id, _) = actor { id } else { nil }
        try run(
            """
            INSERT INTO annotation (
                id, interest_id, branch_id, kind, outcome, date, text, next_action_date, corrects_id, operator_id,
                client_id, at
            ) VALUES (
                \(annotation.id), \(annotation.interest), \(branch), \(annotation.kind), \(annotation.outcome),
                \(annotation.date), \(annotation.text), \(annotation.nextActionDate), \(annotation.corrects),
                \(person), \(client), \(annotation.at)
            )
            """
        )
    }
}

extension Finding {
    fileprivate static let correctedAlready = Finding(
        "corrects",
        "not_to_be_corrected",
        it: "L'annotazione da correggere non è di questa candidatura, o è già stata corretta.",
        en: "The annotation to be corrected is none of this application, or was corrected already."
    )
}
