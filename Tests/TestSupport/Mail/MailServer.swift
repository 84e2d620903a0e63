public import Foundation

/// A real mail server on loopback (aiosmtpd), which takes mails as the recipient's name says and tells what it got, read
/// by Python's own mail library.
///
/// `rifiuta@…` is refused as unknown when it is named, `vietata@…` because of whoever sends, `muta@…` without a reason,
/// `rifiuta-testo@…` when the text has come; `tarda@…` is postponed, and `tarda-una-volta@…` the first time only;
/// `attesa@…` is answered after an hour. From `nessuno@…` no mail is taken.
public final class MailServer: Sendable {
    /// What the server got, as it read it.
    public struct Letter: Decodable, Hashable, Sendable {
        public let sender: String
        public let recipients: [String]
        /// Decoded; the fields' names in lower case.
        public let headers: [String: String]
        public let contentType: String
        public let text: String
        /// The longest line as it came.
        public let longestLine: Int
        public let isASCII: Bool
        public let isEncrypted: Bool
        public let user: String?
        /// What the client greeted with.
        public let greeting: String
    }

    public let port: Int
    private let process: Process
    private let folder: URL

    /// The Python that has aiosmtpd; nil where none is named and none is needed.
    public static let python = ProcessInfo.processInfo.environment["INCONTRO_TEST_PYTHON"]
    public static let isAvailable = python != nil || ProcessInfo.processInfo.environment["CI"] == "true"

    /// - Parameters:
    ///   - certificate: a file with certificate and key in PEM: the server then wants STARTTLS.
    ///   - isWrapped: TLS from the first byte instead (`smtps`).
    ///   - password: what `incontro` has to sign in with.
    public init(certificate: URL? = nil, isWrapped: Bool = false, password: String? = nil) throws {
        guard let python = MailServer.python else { throw PythonIsMissing() }
        folder = FileManager.default.temporaryDirectory.appending(path: "incontro-mail-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [
            "-c", MailServer.program, folder.path(), certificate?.path() ?? "", isWrapped ? "wrapped" : "",
            password ?? "",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
            line.append(byte)
        }
        guard let port = Int(String(decoding: line, as: UTF8.self)) else { throw PythonIsMissing() }
        self.port = port
    }

    deinit {
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    /// What was taken over so far, in its order.
    public var letters: [Letter] {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
            return try names.filter { $0.hasSuffix(".json") }.map { name in
                try JSONDecoder().decode(Letter.self, from: Data(contentsOf: folder.appending(path: name)))
            }
        }
    }

    public struct PythonIsMissing: Error, CustomStringConvertible {
        public let description = "INCONTRO_TEST_PYTHON names no Python with aiosmtpd"
    }

    private static let program = #"""
        import asyncio, email, email.policy, json, os, ssl, sys, threading, time, warnings
        warnings.simplefilter("ignore")
        from aiosmtpd.smtp import SMTP, AuthResult
        folder, certificate, wrapped, password = sys.argv[1:5]
        seen, count = set(), 0
        class Handler:
            async def handle_MAIL(self, server, session, envelope, address, options):
                if address.startswith("nessuno@"):
                    return "550 5.1.8 no such sender"
                envelope.mail_from = address
                return "250 OK"
            async def handle_RCPT(self, server, session, envelope, address, options):
                name = address.split("@")[0]
                if name == "rifiuta":
                    return "550 5.1.1 no such user"
                if name == "vietata":
                    return "550 5.7.1 not for this account"
                if name == "muta":
                    return "550 no"
                if name == "attesa":
                    await asyncio.sleep(3600)
                if name == "tarda" or name == "tarda-una-volta" and name not in seen:
                    seen.add(name)
                    return "451 4.3.0 come back later"
                envelope.rcpt_tos.append(address)
                return "250 OK"
            async def handle_DATA(self, server, session, envelope):
                global count
                if envelope.rcpt_tos[0].startswith("rifiuta-testo@"):
                    return "554 5.6.0 not like this"
                raw = envelope.content
                letter = email.message_from_bytes(raw, policy=email.policy.default)
                count += 1
                told = {
                    "sender": envelope.mail_from, "recipients": envelope.rcpt_tos,
                    "headers": {name.lower(): str(value) for name, value in letter.items()},
                    "contentType": letter.get_content_type() + "; " + letter.get_content_charset(),
                    "text": letter.get_content(),
                    "longestLine": max(len(line) for line in raw.split(b"\r\n")),
                    "isASCII": all(byte < 128 for byte in raw),
                    "isEncrypted": session.ssl is not None or bool(wrapped),
                    "user": session.auth_data.login.decode() if session.auth_data else None, "greeting": session.host_name,
                }
                path = os.path.join(folder, "%06d" % count)
                with open(path, "w") as file:
                    json.dump(told, file)
                os.rename(path, path + ".json")
                return "250 OK"
        def authenticate(server, session, envelope, mechanism, data):
            if data.login == b"incontro" and data.password == password.encode():
                return AuthResult(success=True, auth_data=data)
            return AuthResult(success=False, handled=False)
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        options = dict(hostname="mail.example")
        if password:
            options.update(authenticator=authenticate, auth_required=True, auth_require_tls=bool(certificate))
        if context and not wrapped:
            options.update(tls_context=context, require_starttls=True)
        loop = asyncio.new_event_loop()
        server = loop.run_until_complete(loop.create_server(
            lambda: SMTP(Handler(), loop=loop, **options), "127.0.0.1", 0, ssl=context if wrapped else None))
        port = server.sockets[0].getsockname()[1]
        threading.Thread(target=loop.run_forever, daemon=True).start()
        parent = os.getppid()
        print(port, flush=True)
        while os.getppid() == parent:
            time.sleep(0.3)
        os._exit(0)
        """#
}
