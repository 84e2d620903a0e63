"""Clients of the API on the command line, and a client of theirs that speaks OAuth with openssl's keys."""

import base64
import json
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid


def _openssl(*arguments, data=None):
    return subprocess.run(["openssl", *map(str, arguments)], input=data, check=True, capture_output=True).stdout


def _base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Client:
    """Software of an agency with a key of its own: RSA, or EC on P-256."""

    def __init__(self, folder, kind):
        self.kind = kind
        self.private, self.public = folder / f"{kind}-{uuid.uuid4()}.pem", folder / f"{uuid.uuid4()}.pub.pem"
        options = {"RS256": ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
                   "ES256": ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"]}[kind]
        _openssl("genpkey", "-algorithm", *options, "-out", self.private)
        _openssl("pkey", "-in", self.private, "-pubout", "-out", self.public)

    def assertion(self, endpoint, identifier):
        now = int(time.time())
        claims = {"iss": identifier, "sub": identifier, "aud": endpoint, "iat": now, "exp": now + 60,
                  "jti": str(uuid.uuid4())}
        head = {"alg": self.kind, "typ": "JWT"}
        signed = ".".join(_base64url(json.dumps(part).encode()) for part in (head, claims))
        signature = _openssl("dgst", "-sha256", "-sign", self.private, data=signed.encode())
        return f"{signed}.{_base64url(signature if self.kind == 'RS256' else _plain(signature))}"

    def token(self, url, identifier):
        form = {
            "grant_type": "client_credentials", "client_id": identifier,
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": self.assertion(url + "/oauth/token", identifier),
        }
        status, answer = ask(url + "/oauth/token", data=urllib.parse.urlencode(form).encode())
        return answer["access_token"] if status == 200 else answer["error"]


def _plain(signature):
    """The two numbers of a signature in DER, one after the other (RFC 7518 section 3.4)."""
    first = signature[4:4 + signature[3]]
    second = signature[6 + signature[3]:]
    return b"".join(number.lstrip(b"\0").rjust(32, b"\0") for number in (first, second))


def ask(url, token=None, data=None):
    request = urllib.request.Request(url, data, {"Authorization": f"Bearer {token}"} if token else {})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as answer:
        assert answer.headers["X-RateLimit-Limit"] and answer.headers["Request-Id"], dict(answer.headers)
        return answer.code, json.load(answer)


def software_gets_a_token_and_loses_it_with_its_client(program, register):
    register(program)
    scopes = ("--scope", "vacancies:read", "--scope", "vacancies:write")
    first = Client(program.folder, "RS256")
    added = program.run("api-client", "add", "--agency", "PROVA", "--public-key", first.public, *scopes)
    identifier = added.stdout.splitlines()[-1]
    assert str(uuid.UUID(identifier)) == identifier, added.stdout
    second = Client(program.folder, "ES256")
    added = program.run(
        "api-client", "add", "--agency", "PROVA", "--branch", "PROVA-001", "--public-key", second.public,
        "--scope", "vacancies:read", "changes:read", "--name", "Gestionale",
    )
    other = added.stdout.splitlines()[-1]
    listed = program.run("api-client", "list", "--agency", "PROVA").stdout
    assert identifier in listed and other in listed and "Gestionale" in listed and "PROVA-001" in listed, listed

    with program.serve() as server:
        vacancies = server.url + "/rest/v1/vacancies"
        for client, name in ((first, identifier), (second, other)):
            status, answer = ask(vacancies, client.token(server.url, name))
            assert status == 200 and answer["items"] == [], (status, answer)
        # One goes on with its old key until it has the new one everywhere.
        token, new = first.token(server.url, identifier), Client(program.folder, "ES256")
        live = program.run("api-client", "rotate", identifier, "--public-key", new.public).stdout.split()
        assert len(live) == 2, live
        for bearer in (token, first.token(server.url, identifier), new.token(server.url, identifier)):
            assert ask(vacancies, bearer)[0] == 200
        program.run("api-client", "rotate", identifier, "--public-key", new.public, status=64)
        program.run("api-client", "revoke", identifier)
        assert ask(vacancies, token)[0] == 401
        assert new.token(server.url, identifier) == "invalid_client"
        assert ask(vacancies, second.token(server.url, other))[0] == 200
    assert "revoked" in program.run("api-client", "list").stdout


def what_no_client_can_be_made_of_is_said(program, register):
    register(program)
    client = Client(program.folder, "ES256")
    good = {"--agency": "PROVA", "--public-key": client.public, "--scope": "vacancies:read"}
    for change, told in (
        ({"--agency": "NESSUNA"}, "not in the register"), ({"--branch": "X"}, "not in the register"),
        ({"--scope": "everything"}, "vacancies:read"), ({"--public-key": client.private}, "private key"),
        ({"--public-key": program.folder / "nowhere.pem"}, "cannot be read"), ({"--client-id": "x"}, "no UUID"),
    ):
        arguments = [part for pair in {**good, **change}.items() for part in pair]
        result = program.run("api-client", "add", *arguments, status=64)
        assert told in result.stderr and not result.stdout.strip(), (change, result.stdout, result.stderr)
    assert program.run("api-client", "list").stdout == ""
    for command in ("revoke", "rotate"):
        more = ("--public-key", client.public) if command == "rotate" else ()
        result = program.run("api-client", command, str(uuid.uuid4()), *more, status=64)
        assert "no such client" in result.stderr, result.stderr
