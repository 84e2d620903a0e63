"""Loads by agencies' software, over a service that is killed in the middle of one."""

import json
import time
import urllib.error
import urllib.request

from api_clients import Client

ROWS = 4000


class _Answer(urllib.request.HTTPRedirectHandler):
    """Answers are looked at as they are: a 303 leads nowhere by itself."""

    def redirect_request(self, *_):
        return None


_opener = urllib.request.build_opener(_Answer)


def _call(url, token, data=None, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(url, data, {"Authorization": f"Bearer {token}", **named})
    try:
        with _opener.open(request, timeout=60) as answer:
            return answer.status, dict(answer.headers), json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as answer:
        return answer.code, dict(answer.headers), json.loads(answer.read() or b"null")


def _body():
    rows = (
        {"external_reference": f"R-{number}", "branch_code": "PROVA-001", "title": "x" if number % 40 == 0 else "Cuoco/a"}
        for number in range(1, ROWS + 1)
    )
    return "\n".join(json.dumps(row) for row in rows).encode()


def _send(server, token):
    status, headers, answer = _call(
        server.url + "/rest/v1/vacancy-loads", token, _body(),
        Content_Type="application/x-ndjson", Idempotency_Key="night-1",
    )
    assert status == 202, (status, answer)
    return headers["Location"].split("/rest/v1/")[1]


def a_load_survives_its_service(program, register):
    register(program)
    client = Client(program.folder, "ES256")
    added = program.run(
        "api-client", "add", "--agency", "PROVA", "--public-key", client.public,
        "--scope", "vacancies:write", "changes:read",
    )
    identifier = added.stdout.splitlines()[-1]

    with program.serve() as server:
        token = client.token(server.url, identifier)
        first = _send(server, token)
        deadline = time.time() + 120
        while time.time() < deadline:
            status, _, answer = _call(f"{server.url}/rest/v1/{first}", token)
            if status == 303 or answer["processed"] > 0:
                break
            time.sleep(0.05)
        assert status == 200 and 0 < answer["processed"] < ROWS, (status, answer)
        server.kill()

    with program.serve() as server:
        token = client.token(server.url, identifier)
        assert _send(server, token) == first
        deadline = time.time() + 180
        while time.time() < deadline and status != 303:
            time.sleep(0.5)
            status, _, answer = _call(f"{server.url}/rest/v1/{first}", token)
        assert status == 303, (status, answer)

        rows, address = [], f"{server.url}/rest/v1/{first}/result?limit=1000"
        cursor = ""
        while cursor is not None:
            status, _, answer = _call(address + (f"&cursor={cursor}" if cursor else ""), token)
            assert status == 200, (status, answer)
            rows += answer["items"]
            cursor = answer["next_cursor"]
        # As if nothing had happened: no row is called unchanged because an earlier attempt had written it.
        faulty = ROWS // 40
        assert answer["summary"] == {
            "created": ROWS - faulty, "updated": 0, "unchanged": 0, "rejected": faulty,
        }, answer["summary"]
        assert [row["row"] for row in rows] == list(range(1, ROWS + 1))
        sequences, cursor = [], ""
        while True:
            _, _, page = _call(f"{server.url}/rest/v1/changes?limit=1000&cursor={cursor}", token)
            if not page["items"]:
                break
            sequences += [item["sequence"] for item in page["items"]]
            cursor = page["next_cursor"]
        assert sequences == list(range(1, ROWS - faulty + 1)), sequences[-3:]
