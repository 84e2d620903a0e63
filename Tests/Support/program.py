"""The program as scripts and integrators use it: processes, exit statuses, files, HTTP without a browser.

For the tests of the command line and for the benchmark.
"""

import csv
import html
import http.cookiejar
import io
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def table(path, rows, encoding="utf-8", delimiter=","):
    """A CSV file with the keys of the first row as its headings."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


class Program:
    """The binary under test on a database of its own."""

    def __init__(self, binary, folder, database):
        self.binary = str(binary)
        self.folder = folder
        self.database = database

    def run(self, *arguments, status=0, environment=None):
        result = subprocess.run(
            [self.binary, *map(str, arguments)],
            capture_output=True, text=True, cwd=ROOT, timeout=600,
            env={"PATH": "/usr/bin:/bin", "INCONTRO_DATABASE": self.database, **(environment or {})},
        )
        assert result.returncode == status, (
            f"{arguments} ended with {result.returncode}, not {status}:\n{result.stdout[-2000:]}{result.stderr[-2000:]}"
        )
        return result

    def serve(self, **environment):
        return Server(self, environment)


class Server:
    """`incontro serve`, until the block ends: then SIGTERM has to end it in order."""

    def __init__(self, program, environment):
        self.program = program
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {"INCONTRO_PORT": str(self.port), **environment}

    def __enter__(self):
        self.log = open(self.program.folder / "server.log", "w+")
        self.process = subprocess.Popen(
            [self.program.binary, "serve"], stdout=self.log, stderr=self.log, cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "INCONTRO_DATABASE": self.program.database, **self.environment},
        )
        deadline = time.time() + 60
        while time.time() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + "/health/ready", timeout=2) as answer:
                    if answer.status == 200:
                        return self
            except OSError:
                time.sleep(0.1)
        self.process.kill()
        raise AssertionError("the server did not start:\n" + self.text()[-3000:])

    def kill(self):
        """Ends it as a power cut does."""
        self.process.kill()
        self.process.wait(timeout=30)

    def __exit__(self, kind, *_):
        if self.process.poll() == -signal.SIGKILL:
            self.log.close()
            return
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=30)
        log = self.text()
        self.log.close()
        if kind is None:
            assert status == 0, f"the server ended with {status} on SIGTERM"
            broken = re.findall(r"^.* (?:error|critical) .*$", log, re.MULTILINE)
            assert not broken, "the server logged errors:\n" + "\n".join(broken[:10])

    def text(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text()


class Visitor:
    """Somebody with a browser that keeps cookies and follows redirects, and nothing more."""

    def __init__(self, server):
        self.url = server.url
        self.cookies = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path):
        with self.opener.open(self.url + path, timeout=60) as answer:
            self.address, self.headers, self.body = answer.url, answer.headers, answer.read()
        return self.body

    def submit(self, action, values):
        """Sends the form with that action on the present page, with what its hidden fields hold."""
        page = self.body.decode()
        forms = re.findall(r"<form\b.*?</form>", page, re.DOTALL)
        form = next(form for form in forms if f'action="{action}"' in form)
        fields = dict(values)
        for tag in re.findall(r"<input\b[^>]*>", form):
            attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
            if attributes.get("type") == "hidden":
                fields.setdefault(attributes["name"], html.unescape(attributes.get("value", "")))
        data = urllib.parse.urlencode(fields).encode()
        with self.opener.open(self.url + action, data, timeout=60) as answer:
            self.address, self.headers, self.body = answer.url, answer.headers, answer.read()
        return self.body

    def sign_in(self, tax_code):
        self.get("/accedi")
        self.submit("/sviluppo/identita/authorize", {"tax_code": tax_code})
        if "/ambito" in self.address:
            choice = re.search(r'<option value="([^"]+)"', self.body.decode()).group(1)
            self.submit("/ambito", {"ambito": choice})
