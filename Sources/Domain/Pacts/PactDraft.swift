/// What a citizen has filled in of a pact so far: anything may still be missing.
public struct PactDraft: Hashable, Sendable {
    public var email: String?
    public var phone: String?
    public var jobCentre: ID<JobCentre>?
    public var availabilityDeclaredOn: Day?
    public var commitments: Set<Commitment>
    /// The version of the notice that was on the page and is acknowledged.
    public var noticeVersion: String?
    /// Branches in the order of preference.
    public var branches: [ID<Branch>]

    public init(
        email: String? = nil,
        phone: String? = nil,
        jobCentre: ID<JobCentre>? = nil,
        availabilityDeclaredOn: Day? = nil,
        commitments: Set<Commitment> = [],
        noticeVersion: String? = nil,
        branches: [ID<Branch>] = []
    ) {
        self.email = email
        self.phone = phone
        self.jobCentre = jobCentre
        self.availabilityDeclaredOn = availabilityDeclaredOn
        self.commitments = commitments
        self.noticeVersion = noticeVersion
        self.branches = branches
    }
}

extension PactDraft {
    /// What a version holds, as it was filled in.
    public init(_ pact: ActivationPact) {
        self.init(
            email: pact.email,
            phone: pact.phone,
            jobCentre: pact.jobCentre,
            availabilityDeclaredOn: pact.availabilityDeclaredOn,
            commitments: pact.commitments,
            noticeVersion: pact.noticeVersion,
            branches: pact.choices.map(\.branch)
        )
    }

    /// A fingerprint of what is filled in: who saves says which draft was on the page, so that nothing is overwritten
    /// unseen.
    public var fingerprint: String {
        var members: [String: AuditValue] = [
            "commitments": .list(Commitment.allCases.filter(commitments.contains).map { .text($0.rawValue) }),
            "branches": .list(branches.map { .text($0.text) }),
        ]
        members["email"] = email.map { .text($0) }
        members["phone"] = phone.map { .text($0) }
        members["job_centre"] = jobCentre.map { .text($0.text) }
        members["availability_declared_on"] = availabilityDeclaredOn.map { .text($0.description) }
        members["notice_version"] = noticeVersion.map { .text($0) }
        return Secrets.hash(CanonicalJSON.object(members))
    }
}

/// Why what was filled in is not saved as the draft.
public enum CannotSavePactDraft: Error, Hashable, Sendable {
    /// The same person has changed it meanwhile, in another window; what is there now.
    case changedMeanwhile(ActivationPact)
    /// What was on the page is no draft any more: it was signed, or taken away.
    case noLongerDraft
}

/// Why a pact cannot be signed, beside what is missing in it.
public enum CannotSignPact: Error, Hashable, Sendable {
    /// It is not complete, or no longer.
    case notComplete(ActivationPact.State)
    /// What the citizen saw is not what would be signed.
    case changedMeanwhile
    /// INPS has rejected the application, or there is none.
    case applicationRejected
    case noApplication
    /// The one in force is suspended: the authority decides about it before another takes its place.
    case earlierSuspended
}

/// What a complete pact has to hold.
enum PactRules {
    struct Facts: Sendable {
        let measure: String?
        let notice: PrivacyNotice
        let policy: PactPolicy
        let today: Day
        /// Branches of the draft that may be chosen today, with their agencies.
        let selectable: [ID<Branch>: ID<Agency>]
        let isCandidature: Bool
    }

    static func findings(_ pact: ActivationPact, _ facts: Facts) -> [Finding] {
        contacts(pact) + choices(pact.choices, facts) + declarations(pact, facts)
    }

    private static func contacts(_ pact: ActivationPact) -> [Finding] {
        var findings: [Finding] = []
        if pact.email == nil, pact.phone == nil {
            findings.append(
                Finding(
                    "contacts",
                    "contact_missing",
                    it: "Indica un indirizzo e-mail o un cellulare",
                    en: "Give an e-mail address or a mobile number"
                )
            )
        }
        if let email = pact.email, email.utf8.count > 254 || !EmailAddress.isWellFormed(email) {
            findings.append(
                Finding(
                    "email",
                    "email_malformed",
                    it: "L'indirizzo e-mail non è scritto bene",
                    en: "The e-mail address is not well formed"
                )
            )
        }
        if let phone = pact.phone, phone.utf8.count > 25 || !PhoneNumber.isWellFormed(phone) {
            findings.append(
                Finding(
                    "phone",
                    "phone_malformed",
                    it: "Il numero di cellulare non è scritto bene",
                    en: "The mobile number is not well formed"
                )
            )
        }
        if pact.jobCentre == nil {
            findings.append(.missing("job_centre", "il centro per l'impiego", "the job centre"))
        }
        return findings
    }

    private static func choices(_ choices: [ActivationPact.Choice], _ facts: Facts) -> [Finding] {
        var findings: [Finding] = []
        let (policy, branches) = (facts.policy, choices.map(\.branch))
        for (index, choice) in choices.enumerated() where facts.selectable[choice.branch] == nil {
            let name = "\(choice.agencyName), \(choice.branchName)"
            findings.append(
                Finding(
                    "choices.\(index)",
                    "branch_not_selectable",
                    it: "«\(name)» oggi non si può scegliere: toglila o sostituiscila",
                    en: "“\(name)” cannot be chosen today: take it out or replace it"
                )
            )
        }
        let agencies = Set(branches.compactMap { facts.selectable[$0] }).count
        let number = policy.countsDistinctAgencies ? agencies : Set(branches).count
        if number < policy.minimumChoices {
            let (it, en) =
                policy.countsDistinctAgencies ? ("agenzie diverse", "distinct agencies") : ("filiali", "branches")
            findings.append(
                Finding(
                    "choices",
                    "too_few_choices",
                    it: "Scegli almeno \(policy.minimumChoices) \(it): ne hai \(number)",
                    en: "Choose at least \(policy.minimumChoices) \(en): you have \(number)"
                )
            )
        }
        if branches.count > policy.maximumChoices {
            findings.append(
                Finding(
                    "choices",
                    "too_many_choices",
                    it: "Puoi scegliere al massimo \(policy.maximumChoices) filiali",
                    en: "You can choose at most \(policy.maximumChoices) branches"
                )
            )
        }
        return findings
    }

    private static func declarations(_ pact: ActivationPact, _ facts: Facts) -> [Finding] {
        var findings: [Finding] = []
        if let day = pact.availabilityDeclaredOn {
            if day > facts.today { findings.append(.inTheFuture("availability_declared_on")) }
        } else {
            findings.append(
                .missing("availability_declared_on", "la data della DID", "the day of the declaration of availability")
            )
        }
        for commitment in Commitment.required(for: facts.measure) where !pact.commitments.contains(commitment) {
            findings.append(
                Finding(
                    "commitments.\(commitment.rawValue)",
                    "commitment_missing",
                    it: "Manca: \(commitment.text.it)",
                    en: "Missing: \(commitment.text.en)"
                )
            )
        }
        if pact.noticeVersion != facts.notice.version {
            findings.append(
                Finding(
                    "notice",
                    "notice_not_acknowledged",
                    it: "Leggi l'informativa e conferma di averla letta",
                    en: "Read the notice and confirm that you have read it"
                )
            )
        }
        if !facts.isCandidature {
            findings.append(
                Finding(
                    "curriculum",
                    "curriculum_incomplete",
                    it: "Completa il curriculum: servono un titolo di studio e una professione desiderata",
                    en: "Complete the CV: a title of study and a desired profession are needed"
                )
            )
        }
        return findings
    }
}

extension Finding {
    fileprivate static func missing(_ field: String, _ it: String, _ en: String) -> Finding {
        Finding(field, "required", it: "Indica \(it)", en: "Give \(en)")
    }
}
