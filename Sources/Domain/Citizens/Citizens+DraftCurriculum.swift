internal import Persistence

/// A CV while it is being edited: what agencies see, and what the citizen has typed since.
public struct EditedCurriculum: Hashable, Sendable {
    /// The CV that agencies see; nil before the first time.
    public let published: StoredCurriculum?
    /// What the next page shows: the draft, else the published CV as it would have been typed.
    public let draft: CurriculumDraft
    /// When the draft was saved; nil when there is nothing that is not published.
    public let savedAt: Instant?
    /// The version of the published CV that the draft began from.
    public let replaces: Int

    public var version: Int { published?.version ?? 0 }

    /// Whether the CV was changed past the draft, which knows nothing of that change.
    public var isOvertaken: Bool { savedAt != nil && replaces != version }
}

/// Why what was typed is not saved as the draft.
public enum CannotSaveDraft: Error, Hashable, Sendable {
    /// The same person has changed this section meanwhile, in another window.
    case changedMeanwhile(CurriculumDraft)
    /// More than any CV holds.
    case tooLarge
}

/// Why a draft does not become the CV.
public enum CannotPublishDraft: Error, Hashable, Sendable {
    /// It is not the draft that was on the page.
    case changedMeanwhile
    case nothingToPublish
}

extension Citizens {
    /// The person's CV as it is being edited.
    public func editedCurriculum(
        own citizen: CitizenIdentity,
        reference: ReferenceSnapshot
    ) async throws -> EditedCurriculum {
        try await store.read { (transaction: borrowing Transaction) in
            try transaction.editedCurriculum(of: citizen.id, reference)
        }
    }

    /// Keeps what was typed of one section, right or wrong; agencies go on seeing the published CV.
    ///
    /// Only the beginning and the end of a draft are traced, not each save: nobody but the person sees it, and pages save
    /// while she types.
    ///
    /// - Parameter fingerprint: That of the section as it was on the page. A section that was changed meanwhile is not
    ///   overwritten; other sections may change at the same time without harm.
    /// - Returns: The CV as it is being edited now.
    /// - Throws: ``CannotSaveDraft``, with what is there now.
    @discardableResult
    public func saveDraft(
        _ typed: CurriculumDraft,
        of section: CurriculumDraft.Section,
        over fingerprint: String,
        reference: ReferenceSnapshot,
        as citizen: CitizenIdentity
    ) async throws -> EditedCurriculum {
        let (store, typed) = (store, typed.only(section))
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            let before = try transaction.editedCurriculum(of: citizen.id, reference)
            let there = before.draft.only(section)
            if there == typed { return before }
            var draft = before.draft
            draft.replace(section, with: typed)
            if draft.json.utf8.count > CurriculumDraft.most { throw CannotSaveDraft.tooLarge }
            if there.fingerprint != fingerprint { throw CannotSaveDraft.changedMeanwhile(there) }
            if let published = before.published, draft == CurriculumDraft(published.curriculum, reference) {
                // Typed back to what is published: there is no draft any more.
                if try transaction.deleteDraft(of: citizen.id) {
                    try store.record("curriculum.draft_discarded", citizen, in: transaction)
                }
                return try transaction.editedCurriculum(of: citizen.id, reference)
            }
            if before.savedAt == nil {
                try store.record("curriculum.draft_begun", citizen, in: transaction)
            }
            try transaction.run(
                """
                INSERT INTO curriculum_draft (citizen_id, replaces, body, updated_at)
                VALUES (\(citizen.id), \(before.version), \(draft.json), \(store.now))
                ON CONFLICT (citizen_id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at
                """
            )
            return try transaction.editedCurriculum(of: citizen.id, reference)
        }
    }

    /// Throws away what was typed since the CV was published.
    public func discardDraft(as citizen: CitizenIdentity) async throws {
        let store = store
        try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            if try transaction.deleteDraft(of: citizen.id) {
                try store.record("curriculum.draft_discarded", citizen, in: transaction)
            }
        }
    }

    /// Makes the draft the CV that agencies see.
    ///
    /// - Parameters:
    ///   - fingerprint: That of the draft that was on the page.
    ///   - version: The version of the published CV that was on the page: 0 for none.
    /// - Returns: The new version, and what is doubtful in it.
    /// - Throws: ``CannotPublishDraft``; ``CannotSaveCurriculum`` when the CV was changed meanwhile; ``Invalid`` with
    ///   what is wrong, by the draft's fields.
    @discardableResult
    public func publishDraft(
        showing fingerprint: String,
        replacing version: Int,
        reference: ReferenceSnapshot,
        as citizen: CitizenIdentity
    ) async throws -> (version: Int, findings: [Finding]) {
        let edited = try await editedCurriculum(own: citizen, reference: reference)
        if edited.savedAt == nil { throw CannotPublishDraft.nothingToPublish }
        let (store, today) = (store, store.today)
        let read = edited.draft.read(reference, today: today)
        if read.findings.haveErrors { throw Invalid(read.findings) }
        let json = try read.curriculum.json
        let columns = CurriculumColumns(read.curriculum, reference: reference, today: today)
        return try await store.write { (transaction: borrowing Transaction) in
            try transaction.hold([citizen.id])
            let now = try transaction.editedCurriculum(of: citizen.id, reference)
            guard now.draft == edited.draft, now.draft.fingerprint == fingerprint else {
                throw CannotPublishDraft.changedMeanwhile
            }
            let saved = try store.save(curriculum: json, columns, replacing: version, of: citizen, in: transaction)
            _ = try transaction.deleteDraft(of: citizen.id)
            return (saved, read.findings)
        }
    }
}

extension Store {
    fileprivate func record(
        _ action: AuditAction,
        _ citizen: CitizenIdentity,
        in transaction: borrowing Transaction
    ) throws {
        let entry = AuditEntry(
            .citizen(citizen),
            action,
            on: AuditSubject("citizen", citizen.id),
            about: citizen.id
        )
        try audit.record(entry, in: transaction)
    }
}

extension Transaction {
    fileprivate func editedCurriculum(
        of citizen: ID<Citizen>,
        _ reference: ReferenceSnapshot
    ) throws -> EditedCurriculum {
        let published = try curriculum(of: citizen)
        let stored: StoredDraft? = try first(
            "SELECT d.body, d.replaces, d.updated_at FROM curriculum_draft d WHERE d.citizen_id = \(citizen)"
        )
        let typed = published.map { CurriculumDraft($0.curriculum, reference) } ?? CurriculumDraft()
        return EditedCurriculum(
            published: published,
            draft: stored?.draft ?? typed,
            savedAt: stored?.updatedAt,
            replaces: stored?.replaces ?? published?.version ?? 0
        )
    }

    fileprivate func deleteDraft(of citizen: ID<Citizen>) throws -> Bool {
        try run("DELETE FROM curriculum_draft WHERE citizen_id = \(citizen)") > 0
    }
}

private struct StoredDraft: FromRow {
    let draft: CurriculumDraft
    let replaces: Int
    let updatedAt: Instant

    init(from row: inout Row) throws {
        draft = try CurriculumDraft(json: try row.next())
        replaces = try row.next()
        updatedAt = try row.next()
    }
}
