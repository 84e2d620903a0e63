"""How many pages a second, and how they fare at half of that while citizens express interest."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request

import lists
import people
import right
import tools
import world
from database import public_id
from load import Steady, Target, saturate
from peer_django import Django
from plan import ROOT, VARIANTS
from process import check, children
from program import Program, Visitor, free_port

SECONDS = int(os.environ.get("SECONDS_OF_LOAD", "10"))
INTERESTS = 50


def measure(plan, binaries, engine, folder):
    database = world.made(plan, binaries, engine)
    who, word = people.operators(database)["largest agency"], people.words(database)["common"]
    result = {"seconds": SECONDS, "word": word.written}
    program = Program(f"{binaries}/incontro", folder, database.address)
    with program.serve(INCONTRO_LOG_LEVEL="warning") as server:
        visitor = Visitor(server)
        visitor.sign_in(who)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
        target = Target("Incontro", server.url, lambda: [server.process.pid], database.server, cookies)
        pages = ours(visitor, word)
        # What the peer shows has to be the same.
        shown = {path: right.ids(visitor.get(path)) for kind in ("list", "search") for path in pages[kind][:5]}
        writer = [f"{binaries}/Bench", "interests-live", database.address, str(INTERESTS)]
        result["ours"] = under_load(target, pages, writer, dict(os.environ), folder)
    if plan.has_peers:
        if engine.key == "postgresql":
            for variant in VARIANTS:
                result[variant] = django(variant, database, who, word, shown, folder)
        result["ceilings"] = ceilings(binaries, folder)
    return result


def ours(visitor, word):
    """Addresses of lists, searches and details; none of a kind is the one before."""
    found = right.ids(visitor.get("/cittadini")) + right.ids(visitor.get("/cittadini?sort=surname"))
    check(len(found) > 10, "nobody to look at in the list")
    return {
        "list": list(lists.paths(None, "surname", 60)), "search": list(lists.paths(word.written, None, 60)),
        "detail": [f"/cittadini/{citizen}" for citizen in found],
    }


def mixed(pages):
    return [pages[kind][number % len(pages[kind])] for number in range(60) for kind in pages]


def under_load(target, pages, writer, environment, folder):
    """Each kind of page as fast as it goes, all in turn, then at half of that beside the writer."""
    result = {}
    for kind, paths in [*pages.items(), ("mixed", mixed(pages))]:
        result[kind] = saturate(target, paths, SECONDS, folder)
        row = result[kind]
        print(
            f"  {target.name}, {kind}: {row['per_second']:.0f}/s, CPU {row['cpu_ms']:.2f} + {row['behind_ms']:.2f} ms",
            file=sys.stderr,
        )
    seconds = 2 * SECONDS
    beside = subprocess.Popen([*writer, str(seconds)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    # It reads whom there is first.
    time.sleep(2)
    result["half"] = Steady(target, mixed(pages), result["mixed"]["per_second"] / 2, seconds - 4).run()
    output = beside.communicate(timeout=120)[0]
    check(beside.returncode == 0, f"the writer of interests ended with {beside.returncode}")
    result["half"]["writer"] = json.loads(output.strip().splitlines()[-1])
    half = result["half"]
    check(half["writer"]["expressed"] > 0, f"{target.name}: no interest was written")
    print(
        f"  {target.name}, half of it beside {half['writer']['expressed']} interests: "
        f"median {half['median_ms']:.1f} ms, p99 {half['p99_ms']:.1f} ms", file=sys.stderr,
    )
    return result


def django(variant, database, who, word, shown, folder):
    with Django(variant, database, folder) as peer:
        cookies = peer.cookies(who)
        target = Target(VARIANTS[variant], peer.url, lambda: peer.processes, database.server, cookies)
        found = citizens(peer, cookies, "/cittadini")
        check(len(found) == lists.PAGE, f"the Django peer's list has {len(found)} rows")
        for path, wanted in shown.items():
            page = [public_id(number) for number in citizens(peer, cookies, f"{path}&indexed={word.indexed}")]
            check(page == wanted, f"{VARIANTS[variant]} shows others than we do: {path}\n{page}\n{wanted}")
        search = [f"{path}&indexed={word.indexed}" for path in lists.paths(word.written, None, 60)]
        pages = {
            "list": list(lists.paths(None, "surname", 60)), "search": search,
            "detail": [f"/cittadini/{citizen}" for citizen in found],
        }
        environment = {**os.environ, "PEER_VARIANT": variant, "PEER_DATABASE": database.address}
        writer = [tools.packages(), "bench/peers/django_emplois/write_interests.py", str(INTERESTS)]
        return under_load(target, pages, writer, environment, folder)


def citizens(peer, cookies, path):
    """Whom a page of the peer's list shows."""
    request = urllib.request.Request(peer.url + path, headers={"Cookie": cookies})
    with urllib.request.urlopen(request, timeout=120) as answer:
        return [int(number) for number in re.findall(r'<a href="/cittadini/(\d+)"', answer.read().decode())]


def ceilings(binaries, folder):
    """What the HTTP server gives that ours is built on, and a file by nginx."""
    result = {}
    with serving([f"{binaries}/Bench", "bare"]) as (process, url):
        result["bare"] = saturate(Target("bare Hummingbird", url, lambda: [process.pid], None), ["/"], SECONDS, folder)
    nginx = tools.program("nginx", "nginx-light")
    if nginx is None:
        return {**result, "nginx": {"missing": "nginx is not installed, and cannot be"}}
    pages = folder / "nginx"
    pages.mkdir(exist_ok=True)
    (pages / "index.html").write_text("<!doctype html><title>Incontro</title><p>Nessun contenuto.</p>")
    for path in (folder, pages):
        path.chmod(0o755)
    with serving([nginx, "-e", "stderr"], lambda port: configured(pages, port)) as (process, url):
        target = Target("nginx", url, lambda: [process.pid, *children(process.pid)], None)
        result["nginx"] = saturate(target, ["/"], SECONDS, folder)
    return result


def configured(folder, port):
    file = folder / "nginx.conf"
    file.write_text(f"""
        daemon off; worker_processes 1; pid {folder}/pid; error_log stderr crit;
        events {{ worker_connections 256; }}
        http {{
            access_log off; keepalive_requests 1000000; types {{ text/html html; }}
            client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
            uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
            server {{ listen 127.0.0.1:{port}; root {folder}; }}
        }}
    """)
    return ["-c", str(file)]


@contextlib.contextmanager
def serving(command, arguments=lambda port: [str(port)]):
    port = free_port()
    process = subprocess.Popen([*command, *arguments(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(url, timeout=2)
                break
            except OSError:
                time.sleep(0.1)
        yield process, url
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
