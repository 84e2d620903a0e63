"""Processes: what they print, how long they take, and what they use of processors and memory."""

import json
import os
import re
import subprocess
import tempfile
import threading
import time

from plan import ROOT

TICKS = os.sysconf("SC_CLK_TCK")


class Run:
    """A process that has ended, with what it printed, how long it took and what it used."""

    def __init__(self, command, server=None, status=0, shows_errors=True, environment=None):
        server_before = server_cpu(server)
        start = time.monotonic()
        errors = None if shows_errors else tempfile.TemporaryFile("w+")
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment)
        peak = Peak([child.pid])
        self.output = child.stdout.read()
        _, exit_status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(exit_status)
        self.seconds = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.server_cpu = server_cpu(server) - server_before
        self.peak_mb = peak.stop()
        if child.returncode != status:
            if errors:
                errors.seek(0)
                self.output += errors.read()[-3000:]
            raise SystemExit(f"{' '.join(command)} ended with {child.returncode}, not {status}:\n{self.output}")

    @property
    def result(self):
        return json.loads(self.output.strip().splitlines()[-1])


class Peak:
    """Watches the memory of processes: those pages that are their own.

    Pages of a mapped database file are the system's, which takes them back.
    """

    def __init__(self, processes):
        self.processes = processes
        self.start_mb = own_memory(processes)
        self.peak_mb = self.start_mb
        self.is_done = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.is_done.wait(0.02):
            self.peak_mb = max(self.peak_mb, own_memory(self.processes))

    def stop(self):
        self.is_done.set()
        self.thread.join()
        return self.peak_mb


def own_memory(processes):
    """Megabytes of anonymous memory."""
    total = 0
    for process in processes:
        try:
            found = re.search(r"RssAnon:\s*(\d+)", open(f"/proc/{process}/status").read())
        except OSError:
            continue
        total += int(found[1]) if found else 0
    return total / 1024


def server_cpu(pid):
    """Seconds that a PostgreSQL server and its processes have used so far, those that have ended included."""
    return 0.0 if pid is None else family_cpu(pid)


def family_cpu(pid):
    """Seconds of processor of a process, its children and those of them that have ended."""
    total = 0
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            fields = open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(name) == pid:
            total += sum(int(fields[i]) for i in (11, 12, 13, 14))
        elif int(fields[1]) == pid:
            total += int(fields[11]) + int(fields[12])
    return total / TICKS


def nanoseconds(processes):
    """Time on a processor of all threads of the processes so far, finer than the ticks of the system."""
    total = 0
    for process in processes:
        try:
            threads = os.listdir(f"/proc/{process}/task")
        except OSError:
            continue
        for thread in threads:
            try:
                total += int(open(f"/proc/{process}/task/{thread}/schedstat").read().split()[0])
            except OSError:
                pass
    return total


def children(process):
    found = []
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                fields = open(f"/proc/{name}/stat").read().rsplit(")", 1)[1].split()
            except OSError:
                continue
            if int(fields[1]) == process:
                found.append(int(name))
    return found


def quantile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def check(condition, what):
    if not condition:
        raise SystemExit(f"wrong result: {what}")
