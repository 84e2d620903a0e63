internal import Domain
internal import Logging
internal import Outbound

/// The delivery of mails as it was set, or word that there is none.
struct MailSetup {
    let services: Services
    let owner: String

    /// Nil where no mail server is set: mails then wait in the outbox, which is said once.
    func made() -> MailDelivery? {
        guard let mail = services.settings.mail else {
            services.logger.notice("mails wait in the outbox: no mail server is set (--\(Setting.smtpURL.option))")
            return nil
        }
        return MailDelivery(
            store: services.store,
            client: MailClient(relay: mail.relay, logger: services.logger),
            sender: mail.sender,
            site: services.settings.address,
            owner: owner,
            logger: services.logger
        )
    }
}

extension Settings {
    /// The address that people reach the service at.
    var address: String { publicURL ?? "http://\(host):\(port)" }
}
