"""The plain flow with a client secret, against PyPI's oidc-provider-mock: a server that nobody here wrote."""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request

from browser import Browser
from service import free_port

TAX_CODE = "https://attributes.eid.gov.it/fiscal_number"
LEVEL = "https://www.spid.gov.it/SpidL2"


class Provider:
    def __init__(self, service):
        self.service = service
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        people = [
            {"sub": "mario", "given_name": "Mario", "family_name": "Rossi", TAX_CODE: "TINIT-RSSMRA80A01H501U", "acr": LEVEL},
            {"sub": "giulia", "given_name": "Giulia", "family_name": "Bianchi", TAX_CODE: "BNCGLI85M41F205B", "acr": LEVEL},
            {"sub": "nessuno", "given_name": "Nino", "family_name": "Nessuno", TAX_CODE: "NSSNNI80A01H501B", "acr": LEVEL},
            {"sub": "debole", TAX_CODE: "RSSMRA80A01H501U", "acr": "https://www.spid.gov.it/SpidL1"},
        ]
        claims = [part for person in people for part in ("--user-claims", json.dumps(person))]
        self.log = open(self.service.folder / "provider.log", "w")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "--port", str(self.port), "--require-nonce", *claims],
            stdout=self.log, stderr=self.log, env={**os.environ, "NO_COLOR": "1"},
        )
        deadline = time.time() + 30
        while True:
            try:
                urllib.request.urlopen(self.url + "/.well-known/openid-configuration", timeout=2).close()
                break
            except OSError:
                assert time.time() < deadline and self.process.poll() is None, "the provider did not start"
                time.sleep(0.1)
        self.service.start(self.url, oidc_client_id="incontro-test", oidc_client_secret="un segreto: è così")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)
        self.log.close()


def sign_in(service, provider, browser, subject, path="/"):
    """From the button to the page: the person chooses herself at the provider's form."""
    answer = browser.follow(browser.get(service.url + path))
    assert answer.url.startswith(provider.url + "/oauth2/authorize"), answer.url
    answer = browser.post(answer.url, sub=subject)
    assert answer.location.startswith(service.url + "/accedi/ritorno?"), answer.location
    return browser.follow(answer)


def an_operator_comes_back_to_the_page_that_was_asked_for(service, provider):
    browser = Browser()
    page = sign_in(service, provider, browser, "mario", "/offerte?stato=published")
    assert page.status == 200 and page.url == service.url + "/offerte?stato=published", page.url
    assert "Mario Rossi" in page.text and "Milano Centro" in page.text


def a_person_with_several_hats_chooses_one_and_a_scope(service, provider):
    browser = Browser()
    page = sign_in(service, provider, browser, "giulia", "/cittadini")
    assert page.heading == "Con quale ruolo vuoi operare?", page.heading
    forms = re.findall(r'name="ruolo" value="([^"]+)"', page.text)
    assert len(forms) == 2, forms
    role = [key for key in forms if "APL-01" in page.text.split(f'value="{key}"')[0].rsplit("<li", 1)[1]][0]
    answer = browser.post(service.url + "/accedi/ruolo", _csrf=page.token, ruolo=role, ritorno="/cittadini")
    page = browser.follow(answer)
    assert page.heading == "In quale ambito vuoi operare?", page.heading
    page = browser.follow(
        browser.post(service.url + "/ambito", _csrf=page.token, ambito="tutte", ritorno="/cittadini")
    )
    assert page.url == service.url + "/cittadini" and page.status == 200, page.url


def somebody_without_a_role_gets_in_nowhere(service, provider):
    browser = Browser()
    page = sign_in(service, provider, browser, "nessuno", "/cittadini")
    assert page.heading == "Nessun profilo trovato", page.heading
    assert browser.get(service.url + "/cittadini").status == 303


def a_level_that_is_too_low_opens_no_session(service, provider):
    browser = Browser()
    page = sign_in(service, provider, browser, "debole", "/accedi")
    assert page.status == 403 and page.heading == "Accesso non riuscito", page.heading
    assert "incontro" not in browser.cookies()


def signing_out_ends_the_session_here_and_leads_to_the_provider(service, provider):
    browser = Browser()
    page = sign_in(service, provider, browser, "mario", "/offerte")
    session = browser.cookies()["incontro"]
    answer = browser.post(service.url + "/esci", _csrf=page.token)
    assert answer.location.startswith(provider.url + "/oauth2/end_session?"), answer.location
    for part in ("id_token_hint=ey", "client_id=incontro-test", "post_logout_redirect_uri=http%3A%2F%2F127.0.0.1"):
        assert part in answer.location, answer.location
    assert "incontro" not in browser.cookies()
    page = browser.get(answer.location)
    assert page.status == 200, page.status
    answer = browser.post(provider.url + "/oauth2/end_session/confirm", redirect_uri=service.url + "/")
    assert browser.follow(answer).url == service.url + "/"
    answer = Browser().get(service.url + "/offerte", Cookie=f"incontro={session}")
    assert answer.status == 303 and "/accedi" in answer.location, "the old cookie still opens the session"


def the_providers_refusal_is_told_and_opens_nothing(service, provider):
    browser = Browser()
    answer = browser.follow(browser.get(service.url + "/accedi"))
    refused = browser.post(answer.url, action="deny")
    assert "error=access_denied" in refused.location, refused.location
    # This provider leaves out `state`, so its refusal cannot be told from anybody's.
    page = browser.get(refused.location)
    assert page.status == 403 and page.heading == "Accesso non riuscito", page.status


def an_answer_brought_to_another_browser_opens_nothing(service, provider):
    browser, thief = Browser(), Browser()
    answer = browser.follow(browser.get(service.url + "/accedi"))
    answer = browser.post(answer.url, sub="mario")
    page = thief.get(answer.location)
    assert page.status == 403 and "incontro" not in thief.cookies(), page.status
    page = browser.get(answer.location)
    assert page.status == 403, "a state served twice"


def a_cookie_that_was_planted_before_is_not_the_session_afterwards(service, provider):
    browser = Browser()
    first = sign_in(service, provider, browser, "mario", "/offerte")
    planted = browser.cookies()["incontro"]
    assert first.status == 200
    sign_in(service, provider, browser, "giulia", "/accedi")
    assert browser.cookies()["incontro"] != planted
    answer = Browser().get(service.url + "/offerte", Cookie=f"incontro={planted}")
    assert answer.status == 303, "the planted session lives on"


def a_fresh_sign_in_is_asked_for_and_comes_back(service, provider):
    browser = Browser()
    sign_in(service, provider, browser, "mario", "/offerte")
    page = browser.get(service.url + "/accedi/conferma?ritorno=/offerte")
    assert page.heading == "Conferma la tua identità", page.heading
    answer = browser.follow(browser.get(service.url + "/accedi?conferma=1&ritorno=/offerte"))
    assert "prompt=login" in answer.url and "max_age=0" in answer.url, answer.url
    page = browser.follow(browser.post(answer.url, sub="mario"))
    assert page.url == service.url + "/offerte", (page.url, page.heading)
    answer = browser.follow(browser.get(service.url + "/accedi?conferma=1&ritorno=/offerte"))
    page = browser.follow(browser.post(answer.url, sub="giulia"))
    assert page.status == 403 and page.heading == "Si è identificata un&#39;altra persona", page.heading
    assert "Mario Rossi" in browser.get(service.url + "/offerte").text


ALL = [
    an_operator_comes_back_to_the_page_that_was_asked_for,
    a_person_with_several_hats_chooses_one_and_a_scope,
    somebody_without_a_role_gets_in_nowhere,
    a_level_that_is_too_low_opens_no_session,
    signing_out_ends_the_session_here_and_leads_to_the_provider,
    the_providers_refusal_is_told_and_opens_nothing,
    an_answer_brought_to_another_browser_opens_nothing,
    a_cookie_that_was_planted_before_is_not_the_session_afterwards,
    a_fresh_sign_in_is_asked_for_and_comes_back,
]
