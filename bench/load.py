"""Requests in number: as many as go with wrk, or at a steady rate whatever the answers take."""

import http.client
import json
import subprocess
import threading
import time
from urllib.parse import urlsplit

import tools
from process import check, family_cpu, nanoseconds, quantile

# Enough to keep two processors busy; what is under way at the end is lost to the count.
CONNECTIONS = 8

SCRIPT = """
local paths = {%s}
local number = 0
wrk.headers["Cookie"] = "%s"
request = function()
  number = number + 1
  return wrk.format("GET", paths[number %% #paths + 1])
end
done = function(summary, latency, requests)
  io.write(string.format(
    '\\n{"requests": %%d, "seconds": %%f, "refused": %%d, "broken": %%d, "median_ms": %%f, "p99_ms": %%f}\\n',
    summary.requests, summary.duration / 1e6, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
"""


class Target:
    """A server with its processes, the PostgreSQL behind it, and the cookies of somebody signed in."""

    def __init__(self, name, url, processes, server, cookies=""):
        self.name, self.url, self.processes, self.server, self.cookies = name, url, processes, server, cookies

    def cpu(self):
        return nanoseconds(self.processes()) / 1e9, family_cpu(self.server) if self.server else 0.0

    def settle(self):
        """Waits until it has done what nobody waits for any more."""
        for _ in range(100):
            before = sum(self.cpu())
            time.sleep(0.2)
            if sum(self.cpu()) - before < 0.02:
                return


def saturate(target, paths, seconds, folder):
    """As many requests as are answered, with the processor time of each; a second of them is to warm up."""
    pressed(target, paths, 1, folder)
    target.settle()
    before, before_behind = target.cpu()
    found, output = pressed(target, paths, seconds, folder)
    after, after_behind = target.cpu()
    check(found["refused"] == 0, f"{target.name}: {found['refused']} of {found['requests']} requests were refused")
    check(found["requests"] > 0, f"{target.name}: no request was answered\n{output}")
    count = found["requests"]
    return {
        **found, "per_second": count / found["seconds"],
        "cpu_ms": 1000 * (after - before) / count, "behind_ms": 1000 * (after_behind - before_behind) / count,
    }


def pressed(target, paths, seconds, folder):
    wrk = tools.program("wrk", "wrk")
    if wrk is None:
        raise SystemExit("wrk is not installed, and cannot be (Debian: apt-get install wrk)")
    script = folder / "paths.lua"
    script.write_text(SCRIPT % (", ".join(json.dumps(path) for path in paths), target.cookies.replace('"', '\\"')))
    command = [wrk, "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "30s", "-s", str(script), target.url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return json.loads(output.strip().splitlines()[-1]), output


class Steady:
    """Requests at their times, by threads that keep a connection each; late answers count from when they were due."""

    THREADS = 16

    def __init__(self, target, paths, rate, seconds):
        self.target, self.paths, self.rate = target, paths, rate
        self.count = max(1, int(rate * seconds))
        self.next = 0
        self.lock = threading.Lock()
        self.times, self.failed = [], 0

    def run(self):
        self.begin = time.perf_counter()
        threads = [threading.Thread(target=self.work) for _ in range(self.THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return {
            "asked_per_second": self.rate, "per_second": len(self.times) / (time.perf_counter() - self.begin),
            "requests": len(self.times), "failed": self.failed,
            "median_ms": quantile(self.times, 0.5), "p99_ms": quantile(self.times, 0.99),
        }

    def work(self):
        place = urlsplit(self.target.url)
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=60)
        while True:
            with self.lock:
                number, self.next = self.next, self.next + 1
            if number >= self.count:
                break
            due = self.begin + number / self.rate
            time.sleep(max(0, due - time.perf_counter()))
            try:
                connection.request("GET", self.paths[number % len(self.paths)], headers={"Cookie": self.target.cookies})
                answer = connection.getresponse()
                answer.read()
                is_fine = answer.status == 200
            except OSError:
                connection.close()
                is_fine = False
            with self.lock:
                if is_fine:
                    self.times.append(1000 * (time.perf_counter() - due))
                else:
                    self.failed += 1
        connection.close()

