internal import Domain
internal import Exchange
internal import Foundation
internal import Logging
internal import Outbound
internal import Persistence

/// Brings the mails of the outbox to the mail server.
///
/// A mail to an address that does not exist is set aside at once; whatever else goes wrong is tried again, ever more
/// seldom, and slowly where somebody has to put something right first. A mail may arrive twice when this process dies
/// between the server's yes and our note of it: its Message-ID is the same then.
struct MailDelivery: Sendable {
    /// One at a time: the lease has to outlast it, and a server may take its time.
    private static let leaseSeconds = MailClient.longestSeconds + 120

    let store: Store
    let client: MailClient
    let sender: Mailbox
    /// The address of the service, for links.
    let site: String
    let owner: String
    var policy = RetryPolicy()
    let logger: Logger

    /// Sends what is due.
    ///
    /// - Returns: How many mails were tried.
    func deliver() async throws -> Int {
        let messages = try await store.outbox.claim(
            .mail,
            atMost: 1,
            owner: owner,
            leaseSeconds: MailDelivery.leaseSeconds
        )
        for message in messages { try await deliver(message) }
        return messages.count
    }

    private func deliver(_ message: OutboxMessage) async throws {
        let mail: Mail
        do {
            mail = try self.mail(message)
        } catch {
            try await fail(message, "the mail cannot be written", MailDelivery.once)
            return
        }
        do {
            try await client.send(mail)
        } catch let reason as CannotSendMail {
            let policy = reason.isPermanent ? MailDelivery.once : reason.isSlow ? .slow : policy
            try await fail(message, reason.description, policy)
            return
        } catch {
            // The end of this process, or of the client: nobody has failed, and whoever comes next need not wait.
            try? await store.outbox.giveBack([message], owner: owner)
            throw error
        }
        let (store, owner) = (store, owner)
        // Sent is sent: a process that is asked to stop now must not leave it to be sent again.
        try await store.write(evenWhenCancelled: true) { (transaction: borrowing Transaction) in
            _ = try store.outbox.done(message.id, owner: owner, in: transaction)
        }
    }

    private func mail(_ message: OutboxMessage) throws -> Mail {
        let notice = try MailNotice(outbox: message.body)
        guard let recipient = Mailbox(notice.to) else { throw UnusableAddress() }
        let text = MailText(notice, site: site)
        return Mail(
            from: sender,
            to: recipient,
            subject: text.subject,
            text: text.body,
            date: Date(timeIntervalSince1970: Double(store.now.milliseconds) / 1000),
            id: "incontro\(message.id.text)",
            languages: "it, en"
        )
    }

    private static let once = RetryPolicy(attempts: 1)

    private func fail(_ message: OutboxMessage, _ reason: String, _ policy: RetryPolicy) async throws {
        let (store, owner) = (store, owner)
        let failure = try await store.write { (transaction: borrowing Transaction) in
            try store.outbox.failed(message, because: reason, owner: owner, policy: policy, in: transaction)
        }
        logger.warning(
            "mail not sent",
            metadata: [
                "message": "\(message.id)", "reason": "\(reason)", "attempt": "\(message.attempts)",
                "next": "\(MailDelivery.word(failure))",
            ]
        )
    }
}

extension MailDelivery {
    private static func word(_ failure: Outbox.Failure) -> String {
        switch failure {
        case .dueAgain(let instant): instant.rfc3339
        case .setAside: "set aside"
        case .leaseLost: "taken over by another process"
        }
    }
}

/// An address in the outbox that no mail can be sent to.
private struct UnusableAddress: Error {}
