"""What measuring needs beside Python: packages of the peers in a folder of their own, programs of Debian."""

import functools
import hashlib
import os
import shutil
import subprocess

from plan import ROOT

FOLDER = ROOT / ".venv-bench"
REQUIREMENTS = ROOT / "bench/requirements.txt"


@functools.cache
def packages():
    """The Python that has the peers' packages."""
    python = FOLDER / "bin/python"
    version = hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()
    stamp = FOLDER / ".version"
    if not stamp.exists() or stamp.read_text() != version:
        subprocess.run(["python3", "-m", "venv", str(FOLDER)], check=True)
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "-r", str(REQUIREMENTS)], check=True)
        stamp.write_text(version)
    return str(python)


@functools.cache
def program(name, package):
    """A program's path; installs its Debian package where that is possible, and is None otherwise."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
    if not shutil.which(name, path=path) and os.geteuid() == 0 and shutil.which("apt-get"):
        # Only the program is wanted: a runlevel of one keeps the package from starting a service.
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
        for command in (
            ["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package],
        ):
            subprocess.run(command, env=environment, capture_output=True)
    return shutil.which(name, path=path)
