public import Foundation

/// A mail of plain text to one person.
public struct Mail: Hashable, Sendable {
    public var from: Mailbox
    public var to: Mailbox
    public var subject: String
    /// Lines end with `\n`.
    public var text: String
    public var date: Date
    /// The part of the Message-ID before the sender's domain: the same for each attempt, so that a second copy of a mail
    /// can be known as one.
    public var id: String
    /// The languages of the text, as in `it, en`.
    public var languages: String?

    public init(
        from: Mailbox,
        to: Mailbox,
        subject: String,
        text: String,
        date: Date,
        id: String,
        languages: String? = nil
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.date = date
        self.id = id
        self.languages = languages
    }

    /// The mail as it goes over the wire (RFC 5322, MIME), without the dots that SMTP doubles.
    public var bytes: [UInt8] {
        let local = String(
            id.unicodeScalars.filter { $0.isASCII && UInt8(ascii: $0).isLetterOrDigit }.map(Character.init)
        )
        var lines = [
            "Date: \(Mail.date(date))",
            "From: \(MailEncoding.mailbox(from))",
            "To: \(MailEncoding.mailbox(to))",
            "Message-ID: <\(local)@\(from.domain)>",
            "Subject: \(MailEncoding.unstructured(subject))",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            // RFC 3834: nobody's holiday notice shall answer it.
            "Auto-Submitted: auto-generated",
        ]
        if let languages { lines.append("Content-Language: \(MailEncoding.unstructured(languages))") }
        let head = lines.joined(separator: "\r\n") + "\r\n\r\n"
        return Array(head.utf8) + MailEncoding.quotedPrintable(text)
    }

    /// RFC 5322 section 3.3, in UTC.
    private static func date(_ date: Date) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
        let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func padded(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        let weekday = weekdays[((parts.weekday ?? 1) - 1) % 7]
        let month = months[((parts.month ?? 1) - 1) % 12]
        let time = "\(padded(parts.hour)):\(padded(parts.minute)):\(padded(parts.second))"
        return "\(weekday), \(parts.day ?? 1) \(month) \(parts.year ?? 1970) \(time) +0000"
    }
}
