#!/usr/bin/env python3
"""The main job end to end, in Chromium, at both widths, with axe-core on each page visited.

Makes a demo world in a temporary SQLite file, serves it, and drives it as a person would: an operator uploads
vacancies, a citizen signs a pact and expresses interest, the operator finds that citizen in a filtered list and takes
the list away as Excel. Exits with a status other than 0 when anything is not as it should be.
"""

import argparse
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.request

from playwright.sync_api import sync_playwright

import curriculum
import journeys
import lists
import sightings
import super_users

ROOT = pathlib.Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Service:
    """The binary under test on a database of its own."""

    def __init__(self, binary, folder):
        self.binary = str(binary)
        self.folder = folder
        self.database = f"sqlite:{folder}/world.sqlite"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = None

    def run(self, *arguments, check=True):
        result = subprocess.run(
            [self.binary, *arguments, "--database", self.database], capture_output=True, text=True, cwd=ROOT, timeout=1800
        )
        if check and result.returncode != 0:
            raise RuntimeError(f"{arguments}: {result.stderr[-2000:]}{result.stdout[-2000:]}")
        return result

    def start(self):
        log = open(self.folder / "server.log", "w")
        self.process = subprocess.Popen(
            [self.binary, "serve", "--port", str(self.port), "--database", self.database],
            stdout=log, stderr=log, cwd=ROOT,
        )
        deadline = time.time() + 60
        while time.time() < deadline:
            try:
                with urllib.request.urlopen(self.url + "/health/ready", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.2)
            if self.process.poll() is not None:
                break
        raise RuntimeError("the server did not start:\n" + (self.folder / "server.log").read_text()[-3000:])

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            status = self.process.wait(timeout=30)
            assert status == 0, f"the server ended with {status} on SIGTERM"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/debug/incontro")
    parser.add_argument("--results", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path)
    parser.add_argument("--only", help="only journeys with this in their name")
    parser.add_argument("--world", type=pathlib.Path, help="a demo world made before (SQLite file), to save time")
    options = parser.parse_args()
    chromium = shutil.which("chromium")
    if chromium is None:
        print("chromium is not installed: the journeys were not driven", file=sys.stderr)
        return 1 if os.environ.get("CI") == "true" else 0

    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="incontro-browser-") as name:
        folder = pathlib.Path(name)
        service = Service(options.binary.resolve(), folder)
        if options.world:
            shutil.copy(options.world, folder / "world.sqlite")
        service.run("demo", "--if-empty")
        curriculum.prepare(service)
        service.start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=chromium,
                    args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
                )
                for journey in journeys.ALL + lists.ALL + curriculum.ALL + super_users.ALL + sightings.ALL:
                    if options.only and options.only not in journey.__name__:
                        continue
                    for width in (1280, 375):
                        title = f"{journey.__name__.replace('_', ' ')} at {width} px"
                        started = time.time()
                        try:
                            with journeys.Visitor(browser, service, width, options.screenshots) as visitor:
                                journey(visitor)
                            passed += 1
                            print(f"✔ {title} ({time.time() - started:.1f} s)", flush=True)
                        except Exception:
                            failed += 1
                            print(f"✘ {title}\n{traceback.format_exc()}", flush=True)
                browser.close()
        finally:
            service.stop()
            log = (folder / "server.log").read_text()
            broken = re.findall(r"^.* error .*$", log, re.MULTILINE)
            if broken:
                failed += 1
                print("✘ the server logged errors:\n" + "\n".join(broken[:10]))
    print(f"browser: {passed} passed, {failed} failed")
    if options.results:
        options.results.write_text(str(passed))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
