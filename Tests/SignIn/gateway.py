"""An identity provider as a public body's gateway is one, with joserfc for everything that is signed.

It keeps the rules (client assertion, PKCE, single-use codes) and notes what it had to check; `fault` names the one thing
that it does otherwise than it should.
"""

import base64
import hashlib
import hmac
import http.server
import json
import secrets
import threading
import time
import urllib.parse

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
TAX_CODE = "https://attributes.eid.gov.it/fiscal_number"
LEVEL = "https://www.spid.gov.it/SpidL"


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Gateway:
    def __init__(self, client_id, client_key, redirect_uri):
        self.client_id = client_id
        self.client_key = client_key
        self.redirect_uri = redirect_uri
        self.key = self.new_key()
        self.published = [self.key]
        self.codes = {}
        self.tokens = {}
        self.assertions = set()
        self.person = {"sub": "persona-1", TAX_CODE: "TINIT-RSSMRA80A01H501U", "given_name": "Mario", "family_name": "Rossi"}
        self.fault = None
        self.signed_in_at = None
        self.asked = {}
        self.counts = {"jwks": 0, "token": 0, "userinfo": 0}
        self.refusals = []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.issuer = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    @staticmethod
    def new_key():
        return RSAKey.generate_key(2048, {"kid": secrets.token_hex(8), "use": "sig", "alg": "RS256"})

    def rotate(self):
        """Another key, published, and the old one withdrawn."""
        self.key = self.new_key()
        self.published = [self.key]

    # endpoints

    def discovery(self):
        return {
            "issuer": self.issuer,
            "authorization_endpoint": self.issuer + "/authorize",
            "token_endpoint": self.issuer + "/token",
            "userinfo_endpoint": self.issuer + "/userinfo",
            "jwks_uri": self.issuer + "/jwks",
            "end_session_endpoint": self.issuer + "/logout",
            "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
            "token_endpoint_auth_methods_supported": ["private_key_jwt"],
            "authorization_response_iss_parameter_supported": True,
        }

    def jwks(self):
        self.counts["jwks"] += 1
        return {"keys": [key.as_dict(private=False) for key in self.published]}

    def authorize(self, query):
        """The person signs in at once; what was asked for must be complete."""
        self.asked = query
        expected = {"response_type": "code", "client_id": self.client_id, "redirect_uri": self.redirect_uri,
                    "code_challenge_method": "S256"}
        for name, value in expected.items():
            if query.get(name) != value:
                raise Refusal(f"{name} is {query.get(name)}")
        for name in ("state", "nonce", "code_challenge"):
            if len(query.get(name, "")) < 32:
                raise Refusal(f"{name} is too short")
        if "openid" not in query.get("scope", "").split():
            raise Refusal("no openid in scope")
        code = secrets.token_urlsafe(24)
        if query.get("prompt") == "login" or self.signed_in_at is None:
            self.signed_in_at = int(time.time())
        self.codes[code] = query
        issuer = "https://altro.example" if self.fault == "issuer of the answer" else self.issuer
        answer = {"code": code, "state": query["state"], "iss": issuer}
        return self.redirect_uri + "?" + urllib.parse.urlencode(answer)

    def token(self, form):
        self.counts["token"] += 1
        self.check_assertion(form)
        asked = self.codes.pop(form.get("code"), None)
        if asked is None or form.get("grant_type") != "authorization_code":
            raise Refusal("invalid_grant")
        if form.get("redirect_uri") != asked["redirect_uri"]:
            raise Refusal("invalid_grant: redirect_uri")
        verifier = form.get("code_verifier", "")
        challenge = base64url(hashlib.sha256(verifier.encode()).digest())
        if self.fault == "PKCE":
            challenge = base64url(hashlib.sha256(b"another verifier").digest())
        if not 43 <= len(verifier) <= 128 or challenge != asked["code_challenge"]:
            raise Refusal("invalid_grant: code_verifier")
        access_token = secrets.token_urlsafe(24)
        self.tokens[access_token] = dict(self.person)
        return {"access_token": access_token, "token_type": "Bearer", "expires_in": 300,
                "id_token": self.id_token(asked["nonce"], access_token)}

    def check_assertion(self, form):
        """RFC 7523 section 3, and what AgID and SPID ask besides: jti that serves once, a short life, whole seconds."""
        if form.get("client_assertion_type") != ASSERTION_TYPE or form.get("client_id") != self.client_id:
            raise Refusal("invalid_client: type")
        if "client_secret" in form:
            raise Refusal("invalid_client: a secret beside the key")
        try:
            found = jwt.decode(form.get("client_assertion", ""), self.client_key, algorithms=["ES256"])
        except (JoseError, ValueError) as error:
            raise Refusal(f"invalid_client: {error}") from error
        claims, now = found.claims, time.time()
        if found.header.get("kid") != self.client_key.kid:
            raise Refusal("invalid_client: kid")
        if claims.get("iss") != self.client_id or claims.get("sub") != self.client_id:
            raise Refusal("invalid_client: iss, sub")
        if claims.get("aud") != self.issuer + "/token":
            raise Refusal(f"invalid_client: aud {claims.get('aud')}")
        if not all(isinstance(claims.get(name), int) for name in ("iat", "exp")):
            raise Refusal("invalid_client: iat, exp")
        if not claims["iat"] - 5 <= now < claims["exp"] <= claims["iat"] + 300:
            raise Refusal("invalid_client: times")
        if len(claims.get("jti", "")) < 20 or claims["jti"] in self.assertions:
            raise Refusal("invalid_client: jti")
        self.assertions.add(claims["jti"])

    def id_token(self, nonce, access_token):
        now = int(time.time())
        digest = hashlib.sha256(access_token.encode()).digest()
        claims = {
            "iss": self.issuer, "sub": self.person["sub"], "aud": self.client_id, "iat": now, "exp": now + 300,
            "nonce": nonce, "acr": LEVEL + "2", "at_hash": base64url(digest[:16]), "jti": secrets.token_hex(16),
            "auth_time": self.signed_in_at,
        }
        changes = {
            "nonce": {"nonce": secrets.token_urlsafe(24)}, "no nonce": {"nonce": None},
            "audience": {"aud": "https://altro.example"}, "issuer": {"iss": "https://altro.example"},
            "expired": {"iat": now - 900, "exp": now - 600}, "issued tomorrow": {"iat": now + 86_400},
            "level": {"acr": LEVEL + "1"}, "no level": {"acr": None},
            "access token": {"at_hash": base64url(b"0" * 16)}, "old sign-in": {"auth_time": now - 3600},
        }
        claims.update(changes.get(self.fault, {}))
        claims = {name: value for name, value in claims.items() if value is not None}
        if self.fault == "unsigned":
            return ".".join([base64url(json.dumps(part).encode()) for part in ({"alg": "none"}, claims)] + [""])
        if self.fault == "signed with the public key as a secret":
            header = {"alg": "HS256", "kid": self.key.kid}
            signed = ".".join(base64url(json.dumps(part).encode()) for part in (header, claims))
            secret = self.key.as_pem(private=False)
            return f"{signed}.{base64url(hmac.new(secret, signed.encode(), hashlib.sha256).digest())}"
        key = self.key
        if self.fault == "signature":
            key = RSAKey.import_key({**self.new_key().as_dict(private=True), "kid": self.key.kid})
        if self.fault == "unknown key":
            key = self.new_key()
        return jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)

    def userinfo(self, authorization):
        self.counts["userinfo"] += 1
        person = self.tokens.get((authorization or "").removeprefix("Bearer "))
        if person is None:
            raise Refusal("invalid_token")
        changes = {
            "no tax code": {TAX_CODE: None}, "tax code of another State": {TAX_CODE: "TINDE-123456789"},
            "subject": {"sub": "persona-2"},
        }
        person.update(changes.get(self.fault, {}))
        return {name: value for name, value in person.items() if value is not None}

    def handler(gateway):
        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                address = urllib.parse.urlsplit(self.path)
                query = dict(urllib.parse.parse_qsl(address.query))
                self.answer(lambda: {
                    "/.well-known/openid-configuration": lambda: gateway.discovery(),
                    "/jwks": lambda: gateway.jwks(),
                    "/authorize": lambda: gateway.authorize(query),
                    "/userinfo": lambda: gateway.userinfo(self.headers.get("Authorization")),
                    "/logout": lambda: query["post_logout_redirect_uri"],
                }[address.path]())

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.answer(lambda: {"/token": gateway.token}[self.path](dict(urllib.parse.parse_qsl(body))))

            def answer(self, work):
                try:
                    result, status = work(), 200
                except Refusal as refusal:
                    gateway.refusals.append(str(refusal))
                    result, status = {"error": str(refusal).split(":")[0].replace(" ", "_")}, 400
                except KeyError:
                    result, status = {"error": "not_found"}, 404
                if isinstance(result, str):
                    self.send_response(302)
                    self.send_header("Location", result)
                    self.end_headers()
                    return
                data = json.dumps(result).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

        return Handler


class Refusal(Exception):
    pass


def client_key():
    """A key for `private_key_jwt`, and its PEM file's text."""
    key = ECKey.generate_key("P-256", {"kid": "incontro-test", "use": "sig", "alg": "ES256"})
    return key, key.as_pem(private=True).decode()
