internal import Domain
internal import Exchange
internal import Foundation
internal import Logging
internal import Outbound
internal import Persistence

/// Brings the mails of the outbox to the mail server.
///
/// A mail that the server refuses for good is set aside at once; whatever else goes wrong is tried again, ever more
/// seldom. A mail may arrive twice when this process dies between the server's yes and our note of it: its Message-ID is
/// the same then.
struct MailDelivery: Sendable {
    /// At most so many in one go: each takes up to a minute, and the lease has to outlast them.
    private static let portion = 5
    private static let leaseSeconds = 600

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
            atMost: MailDelivery.portion,
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
            try await fail(message, "the mail cannot be written", isPermanent: true)
            return
        }
        do {
            try await client.send(mail)
        } catch let reason as CannotSendMail {
            try await fail(message, reason.description, isPermanent: reason.isPermanent)
            return
        }
        let (store, owner) = (store, owner)
        try await store.write { (transaction: borrowing Transaction) in
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

    private func fail(_ message: OutboxMessage, _ reason: String, isPermanent: Bool) async throws {
        let (store, owner) = (store, owner)
        let policy = isPermanent ? RetryPolicy(attempts: 1) : policy
        let next = try await store.write { (transaction: borrowing Transaction) in
            try store.outbox.failed(message, because: reason, owner: owner, policy: policy, in: transaction)
        }
        logger.warning(
            "mail not sent",
            metadata: [
                "message": "\(message.id)", "reason": "\(reason)", "attempt": "\(message.attempts)",
                "next": "\(next.map(\.rfc3339) ?? "set aside")",
            ]
        )
    }
}

/// An address in the outbox that no mail can be sent to.
private struct UnusableAddress: Error {}
