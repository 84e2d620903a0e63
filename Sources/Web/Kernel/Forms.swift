internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The form does not come from a page of this session: it is stale, or somebody else's.
struct ForgedForm: Error {
    /// What was sent, which may be kept when it proves to be of an earlier session of the same person.
    var form: SentForm?
}

/// The body of a request cannot be read as a form.
enum UnreadableForm: Error {
    case malformed
    case tooLarge
}

extension RouterMethods where Context: PageContext {
    /// Registers a form's target: the body is read and its token checked before the handler sees it, so that no route can
    /// forget to.
    @discardableResult
    func form(
        _ path: RouterPath,
        use handler: @escaping @Sendable (FormBody, Context) async throws -> Response
    ) -> Self {
        post(path) { request, context in
            let form = try await FormBody(reading: request, upTo: context.maxUploadSize)
            return try await context.taking(SentForm(fields: form)) { try await handler(form, $0) }
        }
    }

    /// Registers the target of a form with files.
    @discardableResult
    func upload(
        _ path: RouterPath,
        limits: MultipartReader.Limits = .init(),
        use handler: @escaping @Sendable (Upload, Context) async throws -> Response
    ) -> Self {
        post(path) { request, context in
            let upload = try await Upload(reading: request, limits: limits)
            return try await context.taking(upload.sent) { try await handler(upload, $0) }
        }
    }
}

extension PageContext {
    /// Checks a form's token, lets `handler` take the form, and forgets what was kept of it once it is taken.
    fileprivate func taking(
        _ form: SentForm,
        _ handler: (Self) async throws -> Response
    ) async throws -> Response {
        guard form.fields.hasToken(formToken) else { throw ForgedForm(form: form) }
        var context = self
        // A page that shows the form again is left for its own page, not for the form's target.
        if let page = form.page { context.web.address = page.text }
        let response: Response
        do {
            response = try await handler(context)
        } catch var needed as FreshSignInNeeded {
            needed.form = form
            throw needed
        } catch var needed as SignInNeeded {
            needed.form = form
            throw needed
        } catch var wrong as WrongRole {
            wrong.form = form
            throw wrong
        }
        if response.status.code < 400 { try await web.keeper?.forget(form) }
        return response
    }
}

/// A form with files.
struct Upload: Sendable {
    let fields: FormBody
    let files: [MultipartReader.Part]

    init(reading request: Request, limits: MultipartReader.Limits) async throws {
        do {
            var reader = try MultipartReader(contentType: request.headers[.contentType] ?? "", limits: limits)
            for try await chunk in request.body {
                try reader.append(chunk.readableBytesView)
            }
            let parts = try reader.finish()
            files = parts.filter { $0.fileName != nil }
            fields = FormBody(
                parts.filter { $0.fileName == nil }.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
            )
        } catch let failure as MultipartReader.Failure {
            switch failure {
            case .partTooLarge, .tooLarge: throw UnreadableForm.tooLarge
            case .noBoundary, .malformed, .headerTooLong, .tooManyParts, .unfinished: throw UnreadableForm.malformed
            }
        }
    }

    /// What of it can be kept: the texts, and that there was a file.
    var sent: SentForm { SentForm(fields: fields, hadFiles: files.contains { $0.size > 0 }) }

    /// The file of a field; nil when none was chosen.
    func file(_ name: String) -> MultipartReader.Part? {
        files.first { $0.name == name && !($0.bytes.isEmpty && ($0.fileName ?? "").isEmpty) }
    }
}

extension FormBody {
    init(reading request: Request, upTo limit: Int) async throws {
        guard let type = request.headers[.contentType], type.lowercased().hasPrefix("application/x-www-form-urlencoded")
        else { throw UnreadableForm.malformed }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw UnreadableForm.tooLarge
        }
        guard let form = FormBody(encoded: String(buffer: buffer)) else { throw UnreadableForm.malformed }
        self = form
    }

    /// Compares in constant time; a session always has a token, so an empty one never passes.
    func hasToken(_ expected: String) -> Bool {
        let given = Array((all(Field.tokenName).first ?? "").utf8)
        let wanted = Array(expected.utf8)
        guard !wanted.isEmpty, given.count == wanted.count else { return false }
        return zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension SentForm {
    /// Reads whatever form a request brings, for one that came too late: texts of `limit` bytes at most, and no file.
    init(reading request: Request, upTo limit: Int) async throws {
        if (request.headers[.contentType] ?? "").lowercased().hasPrefix("multipart/form-data") {
            self = try await Upload(reading: request, limits: .init(fields: limit, keepsFiles: false)).sent
        } else {
            self.init(fields: try await FormBody(reading: request, upTo: limit))
        }
    }
}
