internal import CCurl
internal import Synchronization

/// A call that waits for its answer.
struct Order: Sendable {
    let call: HTTPCall
    let authorities: String?
    let interest: Interest
    let continuation: CheckedContinuation<HTTPAnswer, any Error>
}

/// Whether somebody still waits for the answer.
///
/// A task may be cancelled before its order reaches the loop, so the order carries the word with it.
final class Interest: Sendable {
    private let isGone = Atomic<Bool>(false)

    var isLost: Bool { isGone.load(ordering: .acquiring) }

    func lose() {
        isGone.store(true, ordering: .releasing)
    }
}

/// A call on its way, with libcurl's handle; made, used and ended on the loop's thread alone.
final class Transfer {
    /// All the header lines of an answer together, in bytes.
    static let largestHeaders = 64 * 1024

    let order: Order
    let easy: UnsafeMutableRawPointer
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private var headers: [HTTPField] = []
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var excess: CannotCall?

    init(_ order: Order) throws(CannotCall) {
        guard let easy = curl_easy_init() else { throw .failed(code: 0, reason: "no handle") }
        self.order = order
        self.easy = easy
        do throws(CannotCall) {
            try prepare()
        } catch {
            curl_slist_free_all(headerList)
            curl_easy_cleanup(easy)
            headerList = nil
            throw error
        }
    }

    /// Gives libcurl's memory back; the handle must have left the loop.
    func free() {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        headerList = nil
    }

    /// What the caller gets when libcurl is done.
    func outcome(_ code: CURLcode) -> Result<HTTPAnswer, CannotCall> {
        if let excess { return .failure(excess) }
        guard code == CURLE_OK else { return .failure(CannotCall(code)) }
        var status = 0
        _ = incontro_curl_get_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPAnswer(status: status, headers: headers, body: body))
    }

    private func prepare() throws(CannotCall) {
        let call = order.call
        try set(CURLOPT_URL, call.url)
        try check(incontro_curl_allow_only_http(easy))
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_FOLLOWLOCATION, 0)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_CONNECTTIMEOUT_MS, call.connectTimeout.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, call.timeout.milliseconds)
        try set(CURLOPT_USERAGENT, "Incontro")
        if let authorities = order.authorities { try set(CURLOPT_CAINFO, authorities) }
        if call.isLoopback { try set(CURLOPT_PROXY, "") }
        try prepareMethod()
        try prepareHeaders()
        try prepareSinks()
    }

    private func prepareMethod() throws(CannotCall) {
        let call = order.call
        if let body = call.body ?? (call.method == .post ? [] : nil) {
            try set(CURLOPT_POST, 1)
            try check(incontro_curl_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
            var bytes = body
            // libcurl copies what it is given here, so the array need not outlive the call.
            try check(incontro_curl_set_pointer(easy, CURLOPT_COPYPOSTFIELDS, &bytes))
            if call.method != .post { try set(CURLOPT_CUSTOMREQUEST, call.method.rawValue) }
        } else if call.method == .head {
            try set(CURLOPT_NOBODY, 1)
        } else {
            try set(CURLOPT_HTTPGET, 1)
            if call.method != .get { try set(CURLOPT_CUSTOMREQUEST, call.method.rawValue) }
        }
    }

    private func prepareHeaders() throws(CannotCall) {
        var lines = order.call.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        let names = Set(order.call.headers.map { $0.name.lowercased() })
        // An empty value takes away what libcurl would add by itself: a wait for "100 Continue", and a media type.
        if !names.contains("expect") { lines.append("Expect:") }
        if !names.contains("content-type") { lines.append("Content-Type:") }
        for line in lines {
            guard let list = curl_slist_append(headerList, line) else {
                throw .failed(code: Int(CURLE_OUT_OF_MEMORY.rawValue), reason: "no memory for headers")
            }
            headerList = list
        }
        try check(incontro_curl_set_headers(easy, headerList))
    }

    private func prepareSinks() throws(CannotCall) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try check(incontro_curl_set_pointer(easy, CURLOPT_WRITEDATA, context))
        try check(incontro_curl_set_pointer(easy, CURLOPT_HEADERDATA, context))
        try check(
            incontro_curl_set_sink(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
                Transfer.receive(bytes, size * count, context) { $0.receiveBody($1) }
            }
        )
        try check(
            incontro_curl_set_sink(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                Transfer.receive(bytes, size * count, context) { $0.receiveHeader($1) }
            }
        )
    }

    /// Hands bytes of libcurl to a transfer; another number than their own tells libcurl to stop.
    private static func receive(
        _ bytes: UnsafeMutablePointer<CChar>?,
        _ count: Int,
        _ context: UnsafeMutableRawPointer?,
        _ body: (Transfer, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let context else { return 0 }
        if count == 0 { return 0 }
        let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
        return body(transfer, UnsafeRawBufferPointer(start: bytes, count: count)) ? count : count - 1
    }

    private func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= order.call.largestBody else {
            excess = .bodyTooLarge(limit: order.call.largestBody)
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

    private func set(_ option: CURLoption, _ value: Int) throws(CannotCall) {
        try check(incontro_curl_set_long(easy, option, value))
    }

    private func set(_ option: CURLoption, _ value: String) throws(CannotCall) {
        try check(incontro_curl_set_text(easy, option, value))
    }

    private func check(_ code: CURLcode) throws(CannotCall) {
        if code != CURLE_OK { throw CannotCall(code) }
    }
}

extension Duration {
    /// Whole milliseconds, at least one: libcurl reads zero as "for ever".
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
