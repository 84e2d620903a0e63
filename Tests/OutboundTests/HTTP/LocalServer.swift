import Foundation
import Testing

/// A real server on loopback, in Python, which answers as the path says and tells what it was asked.
final class LocalServer: Sendable {
    /// The one that most tests share; it ends when the tests do and it is left without its parent.
    static let shared = Result { try LocalServer() }

    let port: Int
    private let process: Process

    /// With a certificate and its key in PEM the server speaks TLS.
    init(certificate: URL? = nil) throws {
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.program] + (certificate.map { [$0.path()] } ?? [])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
            line.append(byte)
        }
        port = try #require(Int(String(decoding: line, as: UTF8.self)))
    }

    func stop() { process.terminate() }

    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    private static let program = #"""
        import http.server, json, os, ssl, sys, threading, time
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            def answer(self):
                length = int(self.headers.get("Content-Length") or 0)
                body = self.rfile.read(length).decode("latin-1")
                name, _, value = self.path[1:].partition("/")
                if name == "slow":
                    time.sleep(float(value))
                if name == "cut":
                    self.send_response(200); self.send_header("Content-Length", "100"); self.end_headers()
                    self.wfile.write(b"half"); self.close_connection = True
                    return
                if name == "interim":
                    self.send_response_only(103); self.send_header("X-Interim", "1"); self.end_headers()
                self.send_response(int(value) if name == "status" else 302 if name == "redirect" else 200)
                if name == "redirect":
                    self.send_header("Location", "/echo/redirected")
                if name == "headers":
                    for number in range(90):
                        self.send_header("X-%d" % number, "x" * 1000)
                if name == "size":
                    answer = b"x" * int(value)
                elif name == "status" and value == "204":
                    answer = b""
                else:
                    answer = json.dumps({"method": self.command, "path": self.path, "body": body,
                        "headers": [[k.lower(), v] for k, v in self.headers.items()]}).encode()
                self.send_header("X-Repeated", "one"); self.send_header("x-repeated", " two ")
                self.send_header("Content-Length", str(len(answer))); self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(answer)
            do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = answer
            def log_message(self, *arguments):
                pass
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.handle_error = lambda *arguments: None
        if len(sys.argv) > 1:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(sys.argv[1])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        parent = os.getppid()
        def watch():
            while os.getppid() == parent:
                time.sleep(0.5)
            os._exit(0)
        threading.Thread(target=watch, daemon=True).start()
        print(server.server_address[1], flush=True)
        server.serve_forever()
        """#
}

/// What the server was asked, as it tells it.
struct Echo: Decodable {
    let method: String
    let path: String
    let body: String
    let headers: [[String]]

    subscript(name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }
}
