internal import Domain

/// What the pact's form holds, as it was sent: also what cannot be read goes back to the field it came from.
struct PactForm: Sendable {
    var email: String?
    var phone: String?
    var jobCentre: ID<JobCentre>?
    var availability: String?
    var commitments: Set<Commitment> = []
    var isNoticeRead = false
    var noticeVersion: String?
    var branches: [ID<Branch>] = []
    /// Of the draft that the form began from; empty where there was none.
    var fingerprint = ""
    private(set) var findings: [Finding] = []

    init(email: String?, phone: String?) {
        self.email = email
        self.phone = phone
    }

    /// The draft that is there.
    init(draft pact: ActivationPact) {
        self.init(pact, keepsPromises: true)
        fingerprint = PactDraft(pact).fingerprint
    }

    /// A new version starts from the old one's choices, but everything is promised anew.
    init(after pact: ActivationPact) {
        self.init(pact, keepsPromises: false)
    }

    private init(_ pact: ActivationPact, keepsPromises: Bool) {
        email = pact.email
        phone = pact.phone
        jobCentre = pact.jobCentre
        availability = pact.availabilityDeclaredOn?.description
        branches = pact.choices.map(\.branch)
        if keepsPromises {
            commitments = pact.commitments
            noticeVersion = pact.noticeVersion
            isNoticeRead = pact.noticeVersion != nil
        }
    }

    init(_ body: FormBody, notice: PrivacyNotice) {
        email = body.text("email")
        phone = body.text("telefono")
        jobCentre = body.text("cpi").flatMap(ID.init(text:))
        availability = body.text("did")
        fingerprint = body.text("impronta") ?? ""
        commitments = Set(body.all("impegno").compactMap(Commitment.init(rawValue:)))
        // The version that was on the page, not today's: somebody may have read an older one.
        noticeVersion = body.text("informativa")
        isNoticeRead = noticeVersion != nil
        var seen: Set<ID<Branch>> = []
        branches = body.all("filiale").compactMap(ID.init(text:)).filter { seen.insert($0).inserted }
        if let availability, day == nil {
            findings.append(
                Finding(
                    "did",
                    "malformed_day",
                    it: "«\(availability)» non è una data: scrivi giorno, mese e anno, per esempio 31/12/2026",
                    en: "“\(availability)” is no date: write day, month and year, such as 31/12/2026"
                )
            )
        }
    }

    private var day: Day? { availability.flatMap { Day($0) ?? Day(italian: $0) } }

    var draft: PactDraft {
        PactDraft(
            email: email,
            phone: phone,
            jobCentre: jobCentre,
            availabilityDeclaredOn: day,
            commitments: commitments,
            noticeVersion: noticeVersion,
            branches: branches
        )
    }
}
