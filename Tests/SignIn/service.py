"""The binary under test, with a register of one agency."""

import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]

# Mario is an operator with one branch; Giulia is one of two branches, and has two hats.
FILES = {
    "agencies": "code;tax_code;name;sections;authorised_from\nAPL-01;01234567897;Agenzia Esempio S.p.A.;1;2020-01-01\n"
    "APL-02;00743110157;Lavoro Insieme S.r.l.;3;2020-01-01\n",
    "branches": "agency_code;code;name;municipality_code;valid_from\nAPL-01;APL-01-001;Milano Centro;F205;2020-01-01\n"
    "APL-01;APL-01-002;Roma Est;H501;2020-01-01\nAPL-02;APL-02-001;Torino;L219;2020-01-01\n",
    "operators": "agency_code;tax_code;given_name;family_name;role\nAPL-01;RSSMRA80A01H501U;Mario;Rossi;branch\n"
    "APL-01;BNCGLI85M41F205B;Giulia;Bianchi;super\nAPL-02;BNCGLI85M41F205B;Giulia;Bianchi;branch\n",
    "grants": "agency_code;operator_tax_code;branch_code;valid_from\nAPL-01;RSSMRA80A01H501U;APL-01-001;2020-01-01\n"
    "APL-01;BNCGLI85M41F205B;APL-01-001;2020-01-01\nAPL-01;BNCGLI85M41F205B;APL-01-002;2020-01-01\n"
    "APL-02;BNCGLI85M41F205B;APL-02-001;2020-01-01\n",
}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    def __init__(self, binary, folder):
        self.binary, self.folder = str(binary), folder
        self.database = f"sqlite:{folder}/world.sqlite"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.run("migrate")
        for kind, text in FILES.items():
            file = folder / f"{kind}.csv"
            file.write_text(text)
            self.run("import", kind, str(file))

    def run(self, *arguments):
        result = subprocess.run(
            [self.binary, *arguments, "--database", self.database], capture_output=True, text=True, cwd=ROOT, timeout=300
        )
        if result.returncode != 0:
            raise RuntimeError(f"{arguments}: {result.stderr[-2000:]}{result.stdout[-2000:]}")
        return result

    def start(self, issuer, **settings):
        environment = {
            **os.environ, "INCONTRO_OIDC_ISSUER": issuer, "INCONTRO_DEVELOPMENT_IDENTITY": "off",
            "INCONTRO_SIGN_INS_PER_ADDRESS": "500",
            **{f"INCONTRO_{name.upper()}": value for name, value in settings.items()},
        }
        log = open(self.folder / "server.log", "a")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", str(self.port), "--database", self.database],
            stdout=log, stderr=log, cwd=ROOT, env=environment,
        )
        deadline = time.time() + 60
        while time.time() < deadline and self.process.poll() is None:
            try:
                with urllib.request.urlopen(self.url + "/health/ready", timeout=2):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("the server did not start:\n" + self.log()[-3000:])

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            status = self.process.wait(timeout=30)
            assert status == 0, f"the server ended with {status} on SIGTERM"
        self.process = None

    def log(self):
        file = self.folder / "server.log"
        return file.read_text() if file.exists() else ""
