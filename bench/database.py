"""Databases of the benchmark on both engines, and plain SQL to hold what the program shows against."""

import pathlib
import re
import sqlite3
import subprocess

from plan import ENGINES, ROOT

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def public_id(number):
    """A number of the store as it stands in addresses."""
    number %= 1 << 64
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(13)))


def changed_entry(position):
    return (
        "UPDATE audit_entry SET at = at + 1 "
        f"WHERE id = (SELECT entry_id FROM audit_seal WHERE position = {position})"
    )


class Unreadable(Exception):
    """A statement that the database does not answer, such as one of a table that is not there yet."""


class SQLite:
    key, title = "sqlite", ENGINES["sqlite"]
    server = None

    def __init__(self, folder):
        self.folder = pathlib.Path(folder) / "sqlite"
        self.folder.mkdir(parents=True, exist_ok=True)

    def database(self, name):
        return SQLiteDatabase(self.folder / f"{name}.sqlite")

    def fresh(self, name):
        for end in ("", "-wal", "-shm"):
            (self.folder / f"{name}.sqlite{end}").unlink(missing_ok=True)
        return self.database(name)

    def stop(self, _):
        pass


class SQLiteDatabase:
    server = None

    def __init__(self, path):
        self.path = path
        self.address = f"sqlite:{path}"

    def rows(self, statement):
        if not self.path.exists():
            raise Unreadable(self.address)
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(statement).fetchall()
        except sqlite3.Error as error:
            raise Unreadable(f"{error}: {statement}") from error
        finally:
            connection.close()

    def tamper(self, position):
        """Flips a bit of one audit entry, as somebody with the database in hand would, and puts the trigger back."""
        connection = sqlite3.connect(self.path)
        (trigger,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'audit_entry_no_update'").fetchone()
        for statement in ("DROP TRIGGER audit_entry_no_update", changed_entry(position), trigger):
            connection.execute(statement)
        connection.commit()
        connection.close()

    def vocabulary(self):
        """Each word of the citizens' text index with the number of citizens who have it."""
        connection = sqlite3.connect(self.path)
        try:
            connection.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, citizen_index, col)")
            return connection.execute("SELECT term, doc FROM temp.vocabulary WHERE col = 'tokens'").fetchall()
        finally:
            connection.close()

    def holding(self, word, limit):
        return (
            "SELECT d.citizen_id FROM citizen_document d WHERE d.position IN (SELECT rowid FROM citizen_index "
            f"WHERE citizen_index MATCH 'tokens : \"{word}\"' LIMIT {limit})"
        )

    def bytes(self):
        files = (self.path.with_name(self.path.name + end) for end in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())


class PostgreSQL:
    """A server of its own; one that is kept is paused, and goes on with what it holds."""

    key, title = "postgresql", ENGINES["postgresql"]
    # A quarter of the memory, as its manual advises; a crash in the middle of a load costs the load, and no more.
    settings = {
        "shared_buffers": "4GB", "work_mem": "16MB", "effective_cache_size": "12GB", "jit": "off",
        "max_wal_size": "8GB", "full_page_writes": "off",
    }

    def __init__(self, folder, is_small=False):
        self.folder = pathlib.Path(folder) / "postgresql"
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.address = self.start()
        if not is_small and "4GB" not in self.run("SHOW shared_buffers"):
            for name, value in self.settings.items():
                self.run(f"ALTER SYSTEM SET {name} = '{value}'")
            self.script("pause")
            self.address = self.start()
        self.server = int((self.folder / "data/postmaster.pid").read_text().splitlines()[0])

    def script(self, action):
        command = ["scripts/postgres", action, str(self.folder)]
        return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()

    def start(self):
        return self.script("start")

    def run(self, statement):
        command = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", statement, self.address]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def database(self, name):
        name = name.replace("-", "_")
        if not self.run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"):
            self.run(f"CREATE DATABASE {name}")
        return PostgreSQLDatabase(re.sub(r"/postgres$", f"/{name}", self.address), self.server)

    def fresh(self, name):
        self.run(f"DROP DATABASE IF EXISTS {name}")
        return self.database(name)

    def stop(self, is_kept):
        self.script("pause" if is_kept else "stop")


class PostgreSQLDatabase:
    def __init__(self, address, server):
        self.address = address
        self.server = server

    def rows(self, statement):
        """Rows as SQLite gives them: numbers are numbers, NULL is None."""
        marks = ["-F", "\x1f", "-R", "\x1e", "-P", "null=\x02"]
        command = ["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", *marks, "-c", statement, self.address]
        result = subprocess.run(command, capture_output=True, text=True)
        if result.returncode != 0:
            raise Unreadable(f"{result.stderr}: {statement}")
        text = result.stdout.removesuffix("\n").removesuffix("\x1e")
        lines = text.split("\x1e") if text else []
        return [tuple(self.value(cell) for cell in line.split("\x1f")) for line in lines]

    @staticmethod
    def value(cell):
        if cell == "\x02":
            return None
        return int(cell) if re.fullmatch(r"-?(0|[1-9]\d*)", cell) else cell

    def tamper(self, position):
        statements = (
            "ALTER TABLE audit_entry DISABLE TRIGGER USER", changed_entry(position),
            "ALTER TABLE audit_entry ENABLE TRIGGER USER",
        )
        command = ["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", "; ".join(statements), self.address]
        subprocess.run(command, check=True, capture_output=True)

    def vocabulary(self):
        return self.rows("SELECT word, ndoc FROM ts_stat('SELECT tokens FROM citizen_index')")

    def holding(self, word, limit):
        return (
            "SELECT d.citizen_id FROM citizen_document d WHERE d.position IN (SELECT document FROM citizen_index "
            f"WHERE tokens @@ '''{word}'''::tsquery LIMIT {limit})"
        )

    def bytes(self):
        return self.rows("SELECT pg_database_size(current_database())")[0][0]


def engine(key, folder, is_small=False):
    return SQLite(folder) if key == "sqlite" else PostgreSQL(folder, is_small)
