internal import Domain

/// What a master typed to create a super user.
struct SuperUserForm: Hashable {
    var draft = SuperUserDraft()

    init() {}

    init(_ form: FormBody) {
        draft = SuperUserDraft(
            taxCode: form.text("codice_fiscale") ?? "",
            givenName: form.text("nome") ?? "",
            familyName: form.text("cognome") ?? "",
            email: form.text("email") ?? "",
            branches: SuperUserForm.branches(form)
        )
    }

    static func branches(_ form: FormBody, _ name: String = "filiale") -> Set<ID<Branch>> {
        // What is no id is no branch either: an unknown one, which the rules refuse.
        Set(form.all(name).map { ID(text: $0) ?? ID(-1) })
    }

    /// The findings under the names of this form's fields.
    static func placed(_ findings: [Finding]) -> [Finding] {
        findings.map { finding in
            switch finding.field {
            case "tax_code": finding.at("codice_fiscale")
            case "given_name": finding.at("nome")
            case "family_name": finding.at("cognome")
            case "branches": finding.at("filiali")
            case "reason": finding.at("motivo")
            default: finding
            }
        }
    }
}
