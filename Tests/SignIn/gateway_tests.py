"""`private_key_jwt` and everything that must be refused, against a gateway whose tokens joserfc makes and checks."""

import urllib.parse

from browser import Browser
from gateway import TAX_CODE, Gateway, client_key

CLIENT = "https://incontro.example/relying-party"


class Provider:
    def __init__(self, service):
        key, pem = client_key()
        file = service.folder / "client.pem"
        file.write_text(pem)
        file.chmod(0o600)
        self.service = service
        self.gateway = Gateway(CLIENT, key, service.url + "/accedi/ritorno")
        service.start(
            self.gateway.issuer, oidc_client_id=CLIENT, oidc_client_key=str(file), oidc_client_key_id="incontro-test"
        )

    def __enter__(self):
        return self.gateway

    def __exit__(self, *_):
        self.gateway.close()


def signed_in(service, gateway, browser=None, fault=None, path="/offerte"):
    """The whole way; the gateway does one thing wrong, or nothing."""
    browser = browser or Browser()
    gateway.fault, gateway.refusals = fault, []
    try:
        return browser, browser.follow(browser.get(f"{service.url}{path}"))
    finally:
        gateway.fault = None


def refused(fault, reason):
    def test(service, gateway):
        before = service.log().count("sign-in failed")
        browser, page = signed_in(service, gateway, fault=fault)
        assert page.status == 403 and page.heading == "Accesso non riuscito", (page.status, page.heading)
        assert "incontro" not in browser.cookies(), "a session was opened"
        log = service.log()
        assert log.count("sign-in failed") == before + 1
        last = [line for line in log.splitlines() if "sign-in failed" in line][-1]
        assert reason in last, last
        assert "RSSMRA80A01H501U" not in log, "a tax code is in the log"

    test.__name__ = f"a_token_with_a_wrong_{fault.replace(' ', '_').replace('-', '_')}_is_refused"
    return test


def the_client_proves_its_key_and_the_verifier_and_the_person_is_in(service, gateway):
    browser, page = signed_in(service, gateway)
    assert page.url == service.url + "/offerte" and page.status == 200, (page.url, gateway.refusals)
    assert "Mario Rossi" in page.text
    assert gateway.refusals == [] and len(gateway.assertions) == 1
    asked = gateway.asked
    assert "https://www.spid.gov.it/SpidL2" in asked["acr_values"].split()
    assert TAX_CODE in asked["claims"]


def each_assertion_has_an_identifier_of_its_own(service, gateway):
    before = len(gateway.assertions)
    for _ in range(3):
        _, page = signed_in(service, gateway)
        assert page.status == 200, gateway.refusals
    assert len(gateway.assertions) == before + 3


def a_tax_code_without_the_prefix_is_the_same_person(service, gateway):
    person = dict(gateway.person)
    gateway.person[TAX_CODE] = "rssmra80a01h501u"
    try:
        _, page = signed_in(service, gateway)
        assert "Mario Rossi" in page.text and page.status == 200
    finally:
        gateway.person = person


def the_provider_checks_the_verifier(service, gateway):
    """The peer compares with another challenge: the code is refused, as it would be in a thief's hands."""
    browser, page = signed_in(service, gateway, fault="PKCE")
    assert page.status == 403 and gateway.refusals == ["invalid_grant: code_verifier"], gateway.refusals
    assert "incontro" not in browser.cookies()


def a_changed_key_is_fetched_once(service, gateway):
    signed_in(service, gateway)
    before = gateway.counts["jwks"]
    gateway.rotate()
    for _ in range(3):
        _, page = signed_in(service, gateway)
        assert page.status == 200, page.heading
    assert gateway.counts["jwks"] == before + 1, gateway.counts["jwks"] - before


def tokens_of_unknown_keys_do_not_make_us_flood_the_provider(service, gateway):
    before = gateway.counts["jwks"]
    for _ in range(4):
        browser, page = signed_in(service, gateway, fault="unknown key")
        assert page.status == 403 and "incontro" not in browser.cookies()
    assert gateway.counts["jwks"] <= before + 1, gateway.counts["jwks"] - before


def a_fresh_sign_in_is_believed_only_when_it_happened(service, gateway):
    browser, _ = signed_in(service, gateway)
    _, page = signed_in(service, gateway, browser, path="/accedi?conferma=1&ritorno=/offerte")
    assert page.url == service.url + "/offerte", page.heading
    assert gateway.asked["prompt"] == "login" and gateway.asked["max_age"] == "0"
    _, page = signed_in(service, gateway, browser, fault="old sign-in", path="/accedi?conferma=1&ritorno=/offerte")
    assert page.status == 403 and page.heading == "Accesso non riuscito", page.heading


def signing_out_carries_the_token_as_a_hint(service, gateway):
    browser, page = signed_in(service, gateway)
    answer = browser.post(service.url + "/esci", _csrf=page.token)
    query = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(answer.location).query))
    assert answer.location.startswith(gateway.issuer + "/logout?") and query["id_token_hint"].count(".") == 2
    assert browser.follow(answer).url == service.url + "/"


ALL = [
    the_client_proves_its_key_and_the_verifier_and_the_person_is_in,
    each_assertion_has_an_identifier_of_its_own,
    a_tax_code_without_the_prefix_is_the_same_person,
    the_provider_checks_the_verifier,
    a_changed_key_is_fetched_once,
    tokens_of_unknown_keys_do_not_make_us_flood_the_provider,
    a_fresh_sign_in_is_believed_only_when_it_happened,
    signing_out_carries_the_token_as_a_hint,
    refused("nonce", "wrongNonce"),
    refused("no nonce", "missingClaim"),
    refused("audience", "wrongAudience"),
    refused("issuer", "wrongIssuer"),
    refused("issuer of the answer", "answer-from-another-issuer"),
    refused("expired", "expired"),
    refused("issued tomorrow", "notYetValid"),
    refused("unsigned", "algorithmNotAllowed"),
    refused("signed with the public key as a secret", "algorithmNotAllowed"),
    refused("signature", "wrongSignature"),
    refused("unknown key", "unknownKey"),
    refused("level", "levelTooLow"),
    refused("no level", "levelTooLow"),
    refused("access token", "wrongAccessTokenHash"),
    refused("no tax code", "missing-tax-code"),
    refused("tax code of another State", "foreign-tax-code"),
    refused("subject", "wrong-subject"),
]
