internal import Foundation
internal import Persistence

/// A mail that has to go out, as facts: its words are made when it leaves, from what is here and nothing else.
///
/// It holds no more of a person than the mail will say: a name to greet, never a tax code.
public struct MailNotice: Hashable, Sendable, Codable {
    public enum Content: Hashable, Sendable, Codable {
        /// The recipient is a super user now, over these branches.
        case superUserCreated(agency: String, branches: [String])
        /// The recipient has these branches besides.
        case superUserExtended(agency: String, branches: [String])
        /// These branches, which were lent to the recipient, have been taken back.
        case superUserReduced(agency: String, branches: [String])
        case superUserSuspended(agency: String)
        case superUserReenabled(agency: String)
        /// The recipient is a master, and another one asks for confirmation of a super user.
        case superUserToConfirm(agency: String, requester: String, appointment: ID<SuperAppointment>, until: Day)
        /// The recipient asked for a super user, and another master says no; why is on the request's page.
        case superUserRequestDeclined(agency: String, decider: String, appointment: ID<SuperAppointment>)
        /// The recipient asked for a super user, and nobody decided in time.
        case superUserRequestExpired(agency: String, appointment: ID<SuperAppointment>)
    }

    /// The mail address.
    public let to: String
    /// The given name, for the greeting.
    public let givenName: String
    public let content: Content

    public init(to: String, givenName: String, _ content: Content) {
        self.to = to
        self.givenName = givenName
        self.content = content
    }

    /// A message's body as it stands in the outbox.
    public init(outbox body: String) throws {
        self = try JSONDecoder().decode(MailNotice.self, from: Data(body.utf8))
    }

    func body() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension OutboxTopic {
    public static let mail: OutboxTopic = "mail"
}

extension Outbox {
    /// Puts a mail in, in the transaction of what causes it; nothing where there is no address to send it to.
    func enqueue(
        mailTo address: String?,
        _ givenName: String,
        _ content: MailNotice.Content,
        in transaction: borrowing Transaction
    ) throws {
        guard let address, !address.isEmpty else { return }
        try enqueue(.mail, MailNotice(to: address, givenName: givenName, content).body(), in: transaction)
    }
}
