internal import CCurl

/// A mail on its way to the server that takes it over.
final class MailTransfer: Transfer {
    let easy: EasyHandle
    let interest: Interest
    private let bytes: [UInt8]
    private let continuation: CheckedContinuation<Void, any Error>
    private var recipients = TextList()
    private var position = 0
    /// The last line by which the server has refused something; its goodbye comes after that.
    private var refusal = ""

    /// So long the server may think about each answer, about the last one too: a client that goes away before it, sends the
    /// mail twice (RFC 5321 section 4.5.3.2.6).
    private static let answerTime = 600
    /// All of it together.
    static let longestSeconds = 900

    init(
        _ mail: Mail,
        to relay: MailClient.Relay,
        interest: Interest,
        continuation: CheckedContinuation<Void, any Error>
    ) throws(CannotCall) {
        self.interest = interest
        self.continuation = continuation
        bytes = mail.bytes
        easy = try EasyHandle()
        do throws(CannotCall) {
            try easy.prepare(
                authorities: relay.authorities,
                connectTimeout: .seconds(10),
                timeout: .seconds(MailTransfer.longestSeconds)
            )
            try easy.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, MailTransfer.answerTime)
            try prepare(mail, relay)
        } catch {
            free()
            throw error
        }
    }

    func free() {
        curl_easy_cleanup(easy.pointer)
        recipients.free()
    }

    func finish(_ code: CURLcode) {
        if code == CURLE_OK {
            continuation.resume()
        } else {
            continuation.resume(
                throwing: CannotSendMail(code, status: easy.status, reply: refusal, isRead: position > 0)
            )
        }
    }

    func finish(throwing error: any Error) {
        continuation.resume(throwing: error)
    }

    private func prepare(_ mail: Mail, _ relay: MailClient.Relay) throws(CannotCall) {
        // The path is the name that we greet with: the sender's domain, not that of the machine.
        try easy.set(CURLOPT_URL, "\(relay.url)/\(mail.from.domain)")
        try easy.check(incontro_curl_allow_only(easy.pointer, true))
        // The proxies of the environment are for the web.
        try easy.set(CURLOPT_PROXY, "")
        if relay.requiresTLS { try easy.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let user = relay.user { try easy.set(CURLOPT_USERNAME, user) }
        if let password = relay.password { try easy.set(CURLOPT_PASSWORD, password) }
        try easy.set(CURLOPT_MAIL_FROM, "<\(mail.from.address)>")
        try recipients.append("<\(mail.to.address)>")
        try easy.check(incontro_curl_set_list(easy.pointer, CURLOPT_MAIL_RCPT, recipients.pointer))
        try easy.set(CURLOPT_UPLOAD, 1)
        try easy.check(incontro_curl_set_size(easy.pointer, CURLOPT_INFILESIZE_LARGE, curl_off_t(bytes.count)))
        let context = Unmanaged.passUnretained(self).toOpaque()
        try easy.check(incontro_curl_set_pointer(easy.pointer, CURLOPT_READDATA, context))
        try easy.check(
            incontro_curl_set_sink(easy.pointer, CURLOPT_READFUNCTION) { buffer, size, count, context in
                guard let buffer, let context else { return 0 }
                let transfer = Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
                return transfer.give(UnsafeMutableRawBufferPointer(start: buffer, count: size * count))
            }
        )
        // Without one libcurl writes answers to standard output.
        try easy.check(
            incontro_curl_set_sink(easy.pointer, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count }
        )
        try easy.check(incontro_curl_set_pointer(easy.pointer, CURLOPT_HEADERDATA, context))
        try easy.check(
            incontro_curl_set_sink(easy.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                guard let bytes, let context else { return size * count }
                let transfer = Unmanaged<MailTransfer>.fromOpaque(context).takeUnretainedValue()
                let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                if line.first == UInt8(ascii: "5") {
                    transfer.refusal = String(decoding: line.prefix(512), as: UTF8.self)
                }
                return size * count
            }
        )
    }

    /// Fills libcurl's buffer with what comes next; 0 bytes are the end.
    private func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
