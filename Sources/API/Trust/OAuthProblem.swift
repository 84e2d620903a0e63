internal import Domain
internal import Hummingbird
internal import OpenIDConnect

/// The errors of a token endpoint (RFC 6749 section 5.2), each inside a problem.
enum OAuthProblem {
    static func invalidRequest(it: String, en: String) -> Problem {
        problem(.badRequest, "invalid_request", Localized(it: it, en: en))
    }

    static func missing(_ name: String) -> Problem {
        invalidRequest(
            it: "Il parametro \(name) manca, o compare più volte.",
            en: "The parameter \(name) is missing, or there more than once."
        )
    }

    static let unsupportedGrant = problem(
        .badRequest,
        "unsupported_grant_type",
        Localized(
            it: "grant_type deve essere client_credentials.",
            en: "grant_type has to be client_credentials."
        )
    )

    static func invalidClient(_ detail: Localized) -> Problem {
        problem(.unauthorized, "invalid_client", detail)
    }

    static func invalidScope(_ granted: Set<APIScope>) -> Problem {
        let scopes = APIScope.text(granted)
        return problem(
            .badRequest,
            "invalid_scope",
            Localized(it: "Ambiti del client: \(scopes).", en: "The client's scopes: \(scopes).")
        )
    }

    private static func problem(_ status: HTTPResponse.Status, _ error: String, _ detail: Localized) -> Problem {
        Problem(
            status,
            error,
            it: "Token non rilasciato",
            en: "No token was issued",
            detail: detail
        ).with {
            $0.members["error"] = .string(error)
            $0.members["error_description"] = .string(detail.en)
        }
    }
}
