internal import Domain
internal import HTTPTypes
internal import Hummingbird
internal import OpenIDConnect

extension Problem {
    static let notFound = Problem(
        .notFound,
        "not_found",
        it: "Non trovato",
        en: "Not found",
        detail: Localized(
            it: "A questo indirizzo non c'è nulla, o nulla che sia aperto al client.",
            en: "There is nothing at this address, or nothing that is open to the client."
        )
    )

    static func methodNotAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
        let methods = allowed.map(\.rawValue).joined(separator: ", ")
        return Problem(
            .methodNotAllowed,
            "method_not_allowed",
            it: "Metodo non ammesso",
            en: "Method not allowed",
            detail: Localized(it: "Metodi ammessi: \(methods).", en: "Allowed methods: \(methods).")
        ).with { $0.headers[.allow] = methods }
    }

    // MARK: Trust

    static let tokenMissing = unauthorized(
        "token_missing",
        Localized(
            it: "Serve un token: Authorization: Bearer …, da POST /oauth/token.",
            en: "A token is needed: Authorization: Bearer …, from POST /oauth/token."
        ),
        challenge: "Bearer realm=\"incontro\""
    )

    static let tokenInvalid = unauthorized(
        "token_invalid",
        Localized(
            it: "Il token non è valido, è scaduto, o il client non può più usarlo.",
            en: "The token is not valid, has expired, or the client may not use it any more."
        ),
        challenge: "Bearer realm=\"incontro\", error=\"invalid_token\""
    )

    private static func unauthorized(_ code: String, _ detail: Localized, challenge: String) -> Problem {
        Problem(.unauthorized, code, it: "Non autorizzato", en: "Unauthorized", detail: detail)
            .with { $0.headers[.wwwAuthenticate] = challenge }
    }

    static func scopeMissing(_ scope: APIScope) -> Problem {
        Problem(
            .forbidden,
            "scope_missing",
            it: "Ambito mancante",
            en: "Scope missing",
            detail: Localized(
                it: "Questa operazione richiede l'ambito \(scope.rawValue).",
                en: "This operation needs the scope \(scope.rawValue)."
            )
        ).with {
            $0.headers[.wwwAuthenticate] =
                "Bearer realm=\"incontro\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
        }
    }

    // MARK: Load

    static func tooManyRequests(retryAfter seconds: Int) -> Problem {
        Problem(
            .tooManyRequests,
            "too_many_requests",
            it: "Troppe richieste",
            en: "Too many requests",
            detail: Localized(it: "Riprova tra \(seconds) secondi.", en: "Try again in \(seconds) seconds.")
        ).with { $0.headers[.retryAfter] = String(seconds) }
    }

    static let unavailable = Problem(
        .serviceUnavailable,
        "unavailable",
        it: "Servizio non disponibile",
        en: "Service unavailable",
        detail: Localized(it: "Riprova tra qualche secondo.", en: "Try again in some seconds.")
    ).with { $0.headers[.retryAfter] = "5" }

    static let broken = Problem(
        .internalServerError,
        "broken",
        it: "Errore interno",
        en: "Internal error",
        detail: Localized(
            it: "Qualcosa non ha funzionato; segnalalo indicando l'intestazione Request-Id.",
            en: "Something broke; report it with the header Request-Id."
        )
    )

    // MARK: Bodies and addresses

    static func unsupportedMediaType(_ types: String, header: HTTPField.Name = .accept) -> Problem {
        Problem(
            .unsupportedMediaType,
            "unsupported_media_type",
            it: "Tipo di contenuto non ammesso",
            en: "Unsupported media type",
            detail: Localized(it: "Content-Type ammessi: \(types).", en: "Accepted Content-Type: \(types).")
        ).with { $0.headers[header] = types }
    }

    static let contentTooLarge = Problem(
        .contentTooLarge,
        "content_too_large",
        it: "Contenuto troppo grande",
        en: "Content too large"
    )

    /// An address whose parameters cannot be read.
    static func badQuery(_ findings: [Finding]) -> Problem {
        Problem(.badRequest, "bad_parameters", it: "Parametri non validi", en: "Invalid parameters").with {
            $0.findings = findings
            $0.isAboutQuery = true
        }
    }

    /// A body that is not what its type says.
    static func unreadable(_ findings: [Finding]) -> Problem {
        Problem(.badRequest, "unreadable", it: "Contenuto illeggibile", en: "Unreadable content")
            .with { $0.findings = findings }
    }

    static func invalid(_ findings: [Finding]) -> Problem {
        Problem(.unprocessableContent, "invalid", it: "Dati non validi", en: "Invalid data").with {
            $0.findings = findings.filter { $0.severity == .error }
        }
    }

    // MARK: Versions and states

    static let preconditionRequired = Problem(
        .preconditionRequired,
        "precondition_required",
        it: "Manca If-Match",
        en: "If-Match is missing",
        detail: Localized(
            it: "Leggi la risorsa e rimanda il suo ETag in If-Match.",
            en: "Read the resource, and send its ETag back in If-Match."
        )
    )

    static let preconditionFailed = Problem(
        .preconditionFailed,
        "precondition_failed",
        it: "La risorsa è cambiata",
        en: "The resource has changed",
        detail: Localized(
            it: "L'ETag in If-Match non è quello attuale: rileggi la risorsa.",
            en: "The ETag in If-Match is not the present one: read the resource again."
        )
    )

    static func illegalTransition(_ move: IllegalTransition) -> Problem {
        let finding = move.finding
        return Problem(
            .conflict,
            "illegal_transition",
            it: "Passaggio di stato non ammesso",
            en: "Illegal transition",
            detail: finding.message
        ).with {
            $0.findings = [finding]
            $0.members["allowed"] = .array(move.allowed.map { .string($0.rawValue) })
        }
    }

    /// What an error is to the one who asked; nil when something broke.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case is NotFound: self = .notFound
        case let invalid as Invalid: self = .invalid(invalid.findings)
        case is StaleVersion: self = .preconditionFailed
        case let move as IllegalTransition: self = .illegalTransition(move)
        case let error as any HTTPResponseError: self.init(status: error.status)
        default: return nil
        }
    }

    /// What the library refuses by itself.
    private init?(status: HTTPResponse.Status) {
        switch status.code {
        case 404: self = .notFound
        case 413: self = .contentTooLarge
        case 400..<500:
            self.init(status, "refused", it: "Richiesta non valida", en: "Invalid request")
        default: return nil
        }
    }
}
