internal import Domain
internal import Exchange
internal import HTTPTypes
internal import Hummingbird
internal import OpenIDConnect

/// What went wrong with a request, in the form of RFC 9457, with all that is wrong in its fields.
struct Problem: Error, Sendable {
    let status: HTTPResponse.Status
    /// A stable word for software: the last part of `type`.
    let code: String
    let title: Localized
    var detail: Localized?
    var findings: [Finding] = []
    /// Where the findings are: in the body, unless the address is meant.
    var isAboutQuery = false
    var headers: HTTPFields = [:]
    /// Further members, as `allowed` or OAuth's `error`.
    var members: [String: JSONValue] = [:]

    init(_ status: HTTPResponse.Status, _ code: String, it: String, en: String, detail: Localized? = nil) {
        self.status = status
        self.code = code
        title = Localized(it: it, en: en)
        self.detail = detail
    }

    func with(_ change: (inout Problem) -> Void) -> Problem {
        var problem = self
        change(&problem)
        return problem
    }

    /// The answer to a request for a path; the query stays out of it.
    func response(to path: String, in language: Language) -> Response {
        var json = members
        json["type"] = .string("urn:incontro:problem:\(code)")
        json["title"] = .string(title[language])
        json["status"] = .integer(Int64(status.code))
        json["instance"] = .string(path)
        if let detail { json["detail"] = .string(detail[language]) }
        if !findings.isEmpty { json["errors"] = .array(findings.map { error($0, language) }) }
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.contentLanguage] = language.rawValue
        let body = ByteBuffer(bytes: JSONValue.object(json).json)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    private func error(_ finding: Finding, _ language: Language) -> JSONValue {
        var error: [String: JSONValue] = [
            "pointer": .string(finding.pointer), "code": .string(finding.code),
            "detail": .string(finding.message[language]),
        ]
        if let suggestion = finding.suggestion { error["suggestion"] = .string(suggestion[language]) }
        if isAboutQuery { error["in"] = "query" }
        return .object(error)
    }
}

extension HTTPFields {
    /// Sets a header whose name the library has no constant for.
    mutating func set(_ name: StaticString, _ value: String) {
        if let name = HTTPField.Name(name.description) { self[name] = value }
    }
}
