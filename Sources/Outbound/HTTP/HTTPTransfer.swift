internal import CCurl

/// A call over HTTP on its way.
final class HTTPTransfer: Transfer {
    /// All the header lines of an answer together, in bytes.
    static let largestHeaders = 64 * 1024

    let easy: EasyHandle
    let interest: Interest
    private let call: HTTPCall
    private let continuation: CheckedContinuation<HTTPAnswer, any Error>
    private var headerList = TextList()
    private var headers: [HTTPField] = []
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var excess: CannotCall?

    init(
        _ call: HTTPCall,
        authorities: String?,
        interest: Interest,
        continuation: CheckedContinuation<HTTPAnswer, any Error>
    ) throws(CannotCall) {
        self.call = call
        self.interest = interest
        self.continuation = continuation
        easy = try EasyHandle()
        do throws(CannotCall) {
            try easy.prepare(authorities: authorities, connectTimeout: call.connectTimeout, timeout: call.timeout)
            try prepare()
        } catch {
            free()
            throw error
        }
    }

    func free() {
        curl_easy_cleanup(easy.pointer)
        headerList.free()
    }

    func finish(_ code: CURLcode) {
        continuation.resume(with: outcome(code).mapError { $0 })
    }

    func finish(throwing error: any Error) {
        continuation.resume(throwing: error)
    }

    private func outcome(_ code: CURLcode) -> Result<HTTPAnswer, CannotCall> {
        if let excess { return .failure(excess) }
        guard code == CURLE_OK else { return .failure(CannotCall(code)) }
        return .success(HTTPAnswer(status: easy.status, headers: headers, body: body))
    }

    private func prepare() throws(CannotCall) {
        try easy.set(CURLOPT_URL, call.url)
        try easy.check(incontro_curl_allow_only(easy.pointer, false))
        try easy.set(CURLOPT_FOLLOWLOCATION, 0)
        try easy.set(CURLOPT_USERAGENT, "Incontro")
        if call.isLoopback { try easy.set(CURLOPT_PROXY, "") }
        try prepareMethod()
        try prepareHeaders()
        try prepareSinks()
    }

    private func prepareMethod() throws(CannotCall) {
        if let body = call.body ?? (call.method == .post ? [] : nil) {
            try easy.set(CURLOPT_POST, 1)
            try easy.check(
                incontro_curl_set_size(easy.pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            )
            var bytes = body
            // libcurl copies what it is given here, so the array need not outlive the call.
            try easy.check(incontro_curl_set_pointer(easy.pointer, CURLOPT_COPYPOSTFIELDS, &bytes))
            if call.method != .post { try easy.set(CURLOPT_CUSTOMREQUEST, call.method.rawValue) }
        } else if call.method == .head {
            try easy.set(CURLOPT_NOBODY, 1)
        } else {
            try easy.set(CURLOPT_HTTPGET, 1)
            if call.method != .get { try easy.set(CURLOPT_CUSTOMREQUEST, call.method.rawValue) }
        }
    }

    private func prepareHeaders() throws(CannotCall) {
        var lines = call.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        let names = Set(call.headers.map { $0.name.lowercased() })
        // An empty value takes away what libcurl would add by itself: a wait for "100 Continue", and a media type.
        if !names.contains("expect") { lines.append("Expect:") }
        if !names.contains("content-type") { lines.append("Content-Type:") }
        for line in lines { try headerList.append(line) }
        try easy.check(incontro_curl_set_list(easy.pointer, CURLOPT_HTTPHEADER, headerList.pointer))
    }

    private func prepareSinks() throws(CannotCall) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try easy.check(incontro_curl_set_pointer(easy.pointer, CURLOPT_WRITEDATA, context))
        try easy.check(incontro_curl_set_pointer(easy.pointer, CURLOPT_HEADERDATA, context))
        try easy.check(
            incontro_curl_set_sink(easy.pointer, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                HTTPTransfer.receive(bytes, size * count, context) { $0.receiveBody($1) }
            }
        )
        try easy.check(
            incontro_curl_set_sink(easy.pointer, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                HTTPTransfer.receive(bytes, size * count, context) { $0.receiveHeader($1) }
            }
        )
    }

    /// Hands bytes of libcurl to a transfer; another number than their own tells libcurl to stop.
    private static func receive(
        _ bytes: UnsafeMutablePointer<CChar>?,
        _ count: Int,
        _ context: UnsafeMutableRawPointer?,
        _ body: (HTTPTransfer, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let context else { return 0 }
        if count == 0 { return 0 }
        let transfer = Unmanaged<HTTPTransfer>.fromOpaque(context).takeUnretainedValue()
        return body(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : count - 1
    }

    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= call.largestBody else {
            excess = .bodyTooLarge(limit: call.largestBody)
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    private func receiveHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= Self.largestHeaders else {
            excess = .headersTooLarge(limit: Self.largestHeaders)
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // An interim answer (1xx) has gone before: its fields are not the answer's.
            headers = []
        } else if let colon = line.firstIndex(of: ":") {
            let isBlank = { (character: Character) in character.isWhitespace }
            let value = line[line.index(after: colon)...].drop(while: isBlank)
            let end = value.lastIndex { !isBlank($0) }.map { value.index(after: $0) } ?? value.startIndex
            headers.append(HTTPField(String(line[..<colon]), String(value[..<end])))
        }
        return true
    }
}
