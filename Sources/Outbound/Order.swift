internal import CCurl
internal import Synchronization

/// Work for the loop: how it begins on the loop's thread, and whom to tell when it cannot.
struct Order: Sendable {
    let interest: Interest
    /// Makes the transfer; called on the loop's thread.
    let begin: @Sendable () throws(CannotCall) -> any Transfer
    /// Tells the one who waits that there will be no transfer.
    let refuse: @Sendable (CannotCall) -> Void
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

/// Something on its way, with libcurl's handle; made, used and ended on the loop's thread alone.
protocol Transfer: AnyObject {
    var easy: EasyHandle { get }
    var interest: Interest { get }
    /// Tells the one who waits what libcurl's result means.
    func finish(_ code: CURLcode)
    /// Tells the one who waits that it was broken off.
    func finish(throwing error: any Error)
    /// Gives libcurl's memory back; the handle must have left the loop.
    func free()
}

/// libcurl's handle of one transfer.
struct EasyHandle {
    let pointer: UnsafeMutableRawPointer

    init() throws(CannotCall) {
        guard let pointer = curl_easy_init() else { throw .failed(code: 0, reason: "no handle") }
        self.pointer = pointer
    }

    func set(_ option: CURLoption, _ value: Int) throws(CannotCall) {
        try check(incontro_curl_set_long(pointer, option, value))
    }

    func set(_ option: CURLoption, _ value: String) throws(CannotCall) {
        try check(incontro_curl_set_text(pointer, option, value))
    }

    func check(_ code: CURLcode) throws(CannotCall) {
        if code != CURLE_OK { throw CannotCall(code) }
    }

    /// The status that the server gave last; 0 when it gave none.
    var status: Int {
        var status = 0
        _ = incontro_curl_get_long(pointer, CURLINFO_RESPONSE_CODE, &status)
        return status
    }

    /// What holds for every transfer: no signals, certificates verified, TLS 1.2 at least, and an end.
    func prepare(
        authorities: String?,
        connectTimeout: Duration,
        timeout: Duration
    ) throws(CannotCall) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_CONNECTTIMEOUT_MS, connectTimeout.milliseconds)
        try set(CURLOPT_TIMEOUT_MS, timeout.milliseconds)
        if let authorities { try set(CURLOPT_CAINFO, authorities) }
    }
}

/// A list of texts for libcurl.
struct TextList {
    private(set) var pointer: UnsafeMutablePointer<curl_slist>?

    mutating func append(_ line: String) throws(CannotCall) {
        guard let list = curl_slist_append(pointer, line) else {
            throw .failed(code: Int(CURLE_OUT_OF_MEMORY.rawValue), reason: "no memory for a list")
        }
        pointer = list
    }

    mutating func free() {
        curl_slist_free_all(pointer)
        pointer = nil
    }
}

extension Duration {
    /// Whole milliseconds, at least one: libcurl reads zero as "for ever".
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
