"""The Django peer: started and stopped, signed in to, measured as a family of processes."""

import os
import subprocess
import time
import urllib.error
import urllib.request

import tools
from plan import ROOT
from process import children
from program import free_port

WORKERS = 2


class Django:
    """gunicorn with two workers on the same database, until the block ends."""

    def __init__(self, variant, database, folder):
        self.variant, self.database, self.folder = variant, database, folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        python = tools.packages()
        self.log = open(self.folder / f"django-{self.variant}.log", "w+")
        self.process = subprocess.Popen(
            [
                python, "-m", "gunicorn", "--workers", str(WORKERS), "--bind", f"127.0.0.1:{self.port}",
                "--log-level", "warning", "--timeout", "3600", "project.wsgi",
            ],
            cwd=ROOT / "bench/peers/django_emplois", stdout=self.log, stderr=self.log,
            env={**os.environ, "PEER_VARIANT": self.variant, "PEER_DATABASE": self.database.address},
        )
        deadline = time.time() + 60
        while time.time() < deadline and self.process.poll() is None:
            try:
                urllib.request.urlopen(self.url + "/cittadini", timeout=10)
            except urllib.error.HTTPError as error:
                if error.code == 403:
                    return self
                break
            except OSError:
                time.sleep(0.2)
        self.__exit__()
        raise SystemExit(f"the Django peer does not start: {self.folder}/django-{self.variant}.log")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()

    @property
    def processes(self):
        return [self.process.pid, *children(self.process.pid)]

    def cookies(self, tax_code):
        with urllib.request.urlopen(f"{self.url}/accedi?tax_code={tax_code}", timeout=60) as answer:
            return answer.headers["Set-Cookie"].split(";")[0]
