internal import CCurl
internal import Foundation
internal import Logging
internal import Synchronization

/// The thread on which libcurl carries all transfers of a client at once.
// Safe to share: `multi` is used by the loop's thread alone, except for `curl_multi_wakeup`, which libcurl allows from any
// thread and which is called under the mailbox's lock, where `isOver` tells that the handle is gone.
final class TransferLoop: @unchecked Sendable {
    private struct Mailbox: Sendable {
        var orders: [Order] = []
        var isClosing = false
        var isOver = false
    }

    private static let isReady = incontro_curl_global_init() == CURLE_OK

    private let mailbox = Mutex(Mailbox())
    private let multi: UnsafeMutableRawPointer?
    private let logger: Logger

    init(connections: Int, logger: Logger) {
        multi = Self.isReady ? curl_multi_init() : nil
        self.logger = logger
        if let multi {
            _ = incontro_curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
        }
    }

    func start() {
        guard multi != nil else {
            logger.critical("libcurl cannot be used")
            mailbox.withLock { $0.isOver = true }
            return
        }
        let thread = Thread { self.run() }
        thread.name = "outbound"
        thread.start()
    }

    func add(_ order: Order) {
        let isTaken = mailbox.withLock { mailbox in
            if mailbox.isClosing || mailbox.isOver { return false }
            mailbox.orders.append(order)
            wake()
            return true
        }
        if !isTaken { order.refuse(.closed) }
    }

    /// Puts a transfer on its way, and waits for its end; cancelling the task breaks it off.
    ///
    /// - Parameter begin: Makes the transfer, on the loop's thread.
    func carry<Outcome: Sendable>(
        _ begin:
            @escaping @Sendable (Interest, CheckedContinuation<Outcome, any Error>) throws(CannotCall) -> any Transfer
    ) async throws -> Outcome {
        try Task.checkCancellation()
        let interest = Interest()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                add(
                    Order(interest: interest) { () throws(CannotCall) in
                        try begin(interest, continuation)
                    } refuse: {
                        continuation.resume(throwing: $0)
                    }
                )
            }
        } onCancel: {
            interest.lose()
            lookAround()
        }
    }

    /// Makes the thread notice calls for which nobody waits any more.
    func lookAround() {
        mailbox.withLock { if !$0.isOver { wake() } }
    }

    func close() {
        mailbox.withLock { mailbox in
            if mailbox.isOver { return }
            mailbox.isClosing = true
            wake()
        }
    }

    /// To be called under the mailbox's lock.
    private func wake() {
        _ = curl_multi_wakeup(multi)
    }

    private func run() {
        guard let multi else { return }
        var transfers: [UnsafeMutableRawPointer: any Transfer] = [:]
        while true {
            let (orders, isClosing) = mailbox.withLock { mailbox in
                defer { mailbox.orders = [] }
                return (mailbox.orders, mailbox.isClosing)
            }
            for order in orders {
                if let transfer = begin(order, on: multi) { transfers[transfer.easy.pointer] = transfer }
            }
            for transfer in transfers.values where isClosing || transfer.interest.isLost {
                transfers[transfer.easy.pointer] = nil
                end(transfer, on: multi) { $0.finish(throwing: isClosing ? CannotCall.closed : CancellationError()) }
            }
            if isClosing { break }
            var running: Int32 = 0
            let state = curl_multi_perform(multi, &running)
            if state != CURLM_OK { logger.error("libcurl stumbled", metadata: ["code": "\(state.rawValue)"]) }
            deliver(&transfers, of: multi)
            _ = curl_multi_poll(multi, nil, 0, 60_000, nil)
        }
        mailbox.withLock { mailbox in
            mailbox.isOver = true
            _ = curl_multi_cleanup(multi)
        }
    }

    /// Sets a call on its way, or tells its caller at once why not.
    private func begin(_ order: Order, on multi: UnsafeMutableRawPointer) -> (any Transfer)? {
        do throws(CannotCall) {
            let transfer = try order.begin()
            let state = curl_multi_add_handle(multi, transfer.easy.pointer)
            if state == CURLM_OK { return transfer }
            transfer.free()
            throw .failed(code: Int(state.rawValue), reason: String(cString: curl_multi_strerror(state)))
        } catch {
            order.refuse(error)
            return nil
        }
    }

    /// Gives their answers to the calls that are done.
    private func deliver(
        _ transfers: inout [UnsafeMutableRawPointer: any Transfer],
        of multi: UnsafeMutableRawPointer
    ) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let transfer = transfers.removeValue(forKey: easy)
            else { continue }
            let code = incontro_curl_message_result(message)
            end(transfer, on: multi) { $0.finish(code) }
        }
    }

    /// Takes a transfer out, tells its outcome while libcurl still knows of it, and gives its memory back.
    private func end(
        _ transfer: any Transfer,
        on multi: UnsafeMutableRawPointer,
        _ tell: (any Transfer) -> Void
    ) {
        // On its way out libcurl says goodbye to a mail server and waits for the answer, with all other transfers behind it.
        _ = incontro_curl_set_long(transfer.easy.pointer, CURLOPT_SERVER_RESPONSE_TIMEOUT, 1)
        _ = curl_multi_remove_handle(multi, transfer.easy.pointer)
        tell(transfer)
        transfer.free()
    }
}
