internal import HTML
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

extension Response {
    /// A page.
    static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: html.bytes))
        )
    }

    /// Sends the browser on with GET, after a form or where another page is meant.
    static func seeOther(_ link: Link) -> Response {
        Response(status: .seeOther, headers: [.location: link.text])
    }

    /// A file to keep; its name may have any letter (RFC 6266).
    static func download(_ bytes: [UInt8], name: String, contentType: String) -> Response {
        var response = Response(
            status: .ok,
            headers: [.contentType: contentType],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
        response.headers[.contentDisposition] = attachment(name)
        return response
    }

    static func attachment(_ name: String) -> String {
        let plain = String(name.unicodeScalars.map { $0.isASCII && $0 != "\"" && $0 != "\\" ? Character($0) : "_" })
        return "attachment; filename=\"\(plain)\"; filename*=UTF-8''\(Link.encoded(name))"
    }
}
