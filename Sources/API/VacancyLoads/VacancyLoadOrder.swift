internal import Domain
internal import Exchange
internal import HTTPTypes
internal import Hummingbird

/// What a request for a load asks for, before its body is read.
struct VacancyLoadOrder: Sendable {
    let mode: VacancyLoad.Mode
    let isDryRun: Bool
    let format: VacancyLoadFormat
    /// The client's own name for the request.
    let key: String

    init(_ request: Request) throws {
        (mode, isDryRun) = try request.query(["mode", "dry_run"]) { query in
            (query.choice("mode", VacancyLoad.Mode.self) ?? .validRows, query.flag("dry_run"))
        }
        let types = VacancyLoadFormat.allCases.map(\.rawValue).joined(separator: ", ")
        guard let format = SentBody.mediaType(of: request).flatMap(VacancyLoadFormat.init) else {
            throw Problem.unsupportedMediaType(types)
        }
        self.format = format
        guard let name = HTTPField.Name("Idempotency-Key"), let key = request.headers[name], !key.isEmpty else {
            throw Problem.idempotencyKeyMissing
        }
        guard key.utf8.count <= 255, key.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw Problem.idempotencyKeyUnreadable
        }
        self.key = key
    }

    /// The beginning of what makes the request the same as another one; its body follows.
    var hash: RequestHash {
        var hash = RequestHash()
        for word in [mode.rawValue, isDryRun ? "dry" : "", format.rawValue] { hash.take(word) }
        return hash
    }
}

extension Problem {
    fileprivate static let idempotencyKeyMissing = Problem(
        .badRequest,
        "idempotency_key_missing",
        it: "Manca Idempotency-Key",
        en: "Idempotency-Key is missing",
        detail: Localized(
            it: "Dare a ogni caricamento una chiave propria (per esempio un UUID), e la stessa a ogni ripetizione.",
            en: "Give each load a key of its own (for instance a UUID), and the same one to each repetition."
        )
    )

    fileprivate static let idempotencyKeyUnreadable = Problem(
        .badRequest,
        "idempotency_key_unreadable",
        it: "Idempotency-Key non valida",
        en: "Idempotency-Key is not valid",
        detail: Localized(it: "Al massimo 255 caratteri ASCII.", en: "At most 255 ASCII characters.")
    )

    /// Why a load is not begun.
    init(_ reason: CannotLoadVacancies) {
        switch reason {
        case .keyReused:
            self.init(
                .unprocessableContent,
                "idempotency_key_reused",
                it: "Idempotency-Key già usata",
                en: "Idempotency-Key was used before",
                detail: Localized(
                    it: "La chiave appartiene a un'altra richiesta: per un altro contenuto serve un'altra chiave.",
                    en: "The key belongs to another request: other content needs another key."
                )
            )
        case .tooMany(let limit):
            self.init(
                .tooManyRequests,
                "too_many_loads",
                it: "Troppi caricamenti in corso",
                en: "Too many loads under way",
                detail: Localized(it: "Al massimo \(limit) insieme.", en: "At most \(limit) at a time.")
            )
            headers[.retryAfter] = "10"
        }
    }

    /// Why the body of a load is refused as a whole.
    init(_ reason: CannotTakeBody) {
        switch reason {
        case .tooManyRows(let limit):
            self = .tooLarge(it: "Al massimo \(limit) righe.", en: "At most \(limit) rows.")
        case .tooLarge(let limit):
            self = .tooLarge(it: "Al massimo \(limit) byte.", en: "At most \(limit) bytes.")
        case .rowTooLong(let row, let limit):
            self = .tooLarge(
                it: "La riga \(row) supera i \(limit) byte.",
                en: "Row \(row) is longer than \(limit) bytes."
            )
        case .malformed(let offset):
            self = .unreadable([
                Finding(
                    "",
                    "json_malformed",
                    it: "Non è un oggetto {\"items\": […]} (byte \(offset)).",
                    en: "This is no object {\"items\": […]} (byte \(offset))."
                )
            ])
        case .headings(let reason):
            self = .unreadable([Finding("", "headings", it: reason.message.it, en: reason.message.en)])
        case .empty:
            self = .unreadable([
                Finding("", "headings", it: "Mancano le intestazioni.", en: "The headings are missing.")
            ])
        }
    }

    private static func tooLarge(it: String, en: String) -> Problem {
        contentTooLarge.with { $0.detail = Localized(it: it, en: en) }
    }
}
