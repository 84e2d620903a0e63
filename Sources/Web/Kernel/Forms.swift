internal import Domain
internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The form does not come from a page of this session: it is stale, or somebody else's.
struct ForgedForm: Error {}

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
            try form.checkToken(context.formToken)
            return try await handler(form, context)
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
            try upload.fields.checkToken(context.formToken)
            return try await handler(upload, context)
        }
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
    func checkToken(_ expected: String) throws(ForgedForm) {
        let given = Array((all("_csrf").first ?? "").utf8)
        let wanted = Array(expected.utf8)
        guard !wanted.isEmpty, given.count == wanted.count else { throw ForgedForm() }
        let difference = zip(given, wanted).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) }
        if difference != 0 { throw ForgedForm() }
    }
}
