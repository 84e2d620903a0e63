/// The rules of a vacancy (`domain.md` 4.1 and 4.2), applied to one draft.
///
/// A draft may be incomplete, but what it says has to be sound; a publication has to be complete.
struct VacancyRules {
    let draft: VacancyDraft
    let reference: ReferenceSnapshot
    let policy: VacancyPolicy
    let today: Day
    /// Whether the vacancy is to be seen by citizens, so that what a publication needs is obligatory.
    let isPublished: Bool
    /// The first day of the publication period that the draft is about.
    let publicationStart: Day
    private(set) var findings: [Finding] = []

    init(
        _ draft: VacancyDraft,
        reference: ReferenceSnapshot,
        policy: VacancyPolicy,
        today: Day,
        isPublished: Bool,
        publicationStart: Day? = nil
    ) {
        self.draft = draft
        self.reference = reference
        self.policy = policy
        self.today = today
        self.isPublished = isPublished
        self.publicationStart = publicationStart ?? today
    }

    /// Everything that the rules say about the draft, in the order of the fields.
    static func findings(_ rules: VacancyRules) -> [Finding] {
        var rules = rules
        rules.checkIdentity()
        rules.checkPosition()
        rules.checkEmployer()
        rules.checkWorkplace()
        rules.checkContract()
        rules.checkPay()
        rules.checkRequirements()
        rules.checkContact()
        rules.checkPublication()
        return rules.findings
    }
}

extension VacancyDraft {
    /// What is wrong, or doubtful, in the draft by itself.
    ///
    /// Whether the agency may publish and whether the branch is its own are matters of the store: see
    /// ``Vacancies/load(_:as:dryRun:)``.
    ///
    /// - Parameter isPublished: whether the vacancy is to be published, so that it has to be complete.
    public func validate(
        reference: ReferenceSnapshot,
        policy: VacancyPolicy = .standard,
        today: Day,
        isPublished: Bool
    ) -> [Finding] {
        VacancyRules.findings(
            VacancyRules(
                self,
                reference: reference,
                policy: policy,
                today: today,
                isPublished: isPublished
            )
        )
    }
}

// MARK: - How a finding is made

/// A field of a vacancy: its name in the API's JSON and its names for people.
struct VacancyField: Hashable, Sendable {
    let name: String
    let it: String
    let en: String

    init(_ name: String, it: String, en: String) {
        self.name = name
        self.it = it
        self.en = en
    }
}

extension VacancyRules {
    mutating func add(_ finding: Finding) {
        findings.append(finding)
    }

    mutating func error(
        _ field: VacancyField,
        _ code: String,
        it: String,
        en: String,
        suggestion: Localized? = nil
    ) {
        add(Finding(field.name, code, it: it, en: en, suggestion: suggestion))
    }

    mutating func warning(
        _ field: VacancyField,
        _ code: String,
        it: String,
        en: String,
        suggestion: Localized? = nil
    ) {
        add(
            Finding(
                field.name,
                code,
                it: it,
                en: en,
                suggestion: suggestion,
                severity: .warning
            )
        )
    }

    /// The field is empty, and a publication needs it.
    mutating func missing(_ field: VacancyField) {
        error(
            field,
            "required",
            it: "Per pubblicare manca \(field.it).",
            en: "To be published the vacancy needs \(field.en)."
        )
    }

    /// Checks a text's length and characters; an empty one counts as missing when `isNeeded`.
    ///
    /// Lengths are in Unicode scalars: the API's contract says so (JSON Schema counts them), and databases do.
    mutating func check(
        _ text: String?,
        _ field: VacancyField,
        length: ClosedRange<Int>,
        isNeeded: Bool = false,
        isMultiline: Bool = false
    ) {
        guard let text, !text.isEmpty else {
            if isNeeded { missing(field) }
            return
        }
        let count = text.unicodeScalars.count
        if count < length.lowerBound {
            error(
                field,
                "too_short",
                it: "Troppo breve: \(count) caratteri, ne servono almeno \(length.lowerBound).",
                en: "Too short: \(count) characters, at least \(length.lowerBound) are needed."
            )
        }
        if count > length.upperBound {
            error(
                field,
                "too_long",
                it: "Troppo lungo: \(count) caratteri, il massimo è \(length.upperBound).",
                en: "Too long: \(count) characters, at most \(length.upperBound) are taken."
            )
        }
        if text.hasControlCharacter(isMultiline: isMultiline) {
            error(
                field,
                "unreadable_characters",
                it: "Contiene caratteri di controllo, che non si possono leggere.",
                en: "It holds control characters, which nobody can read."
            )
        }
    }

    mutating func check(_ number: Int?, _ field: VacancyField, range: ClosedRange<Int>, isNeeded: Bool = false) {
        guard let number else {
            if isNeeded { missing(field) }
            return
        }
        if !range.contains(number) {
            error(
                field,
                "out_of_range",
                it: "\(number) non è ammesso: da \(range.lowerBound) a \(range.upperBound).",
                en: "\(number) is not taken: from \(range.lowerBound) to \(range.upperBound)."
            )
        }
    }
}
