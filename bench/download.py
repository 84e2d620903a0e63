"""A workbook as it arrives: when its first row is there, how many rows there are, what it cost whom."""

import http.client
import re
import time
import zlib
from urllib.parse import urlsplit

from process import Peak, children, family_cpu, nanoseconds

ENTRY = b"PK\x03\x04"


class Rows:
    """Counts the rows of a workbook's sheets while its bytes come in, and bears one that breaks off."""

    def __init__(self):
        self.by_sheet = []
        self.waiting = b""
        self.inflater = None
        self.is_sheet = False
        self.tail = b""

    @property
    def count(self):
        return sum(self.by_sheet)

    def feed(self, data):
        self.waiting += data
        while self.waiting:
            if self.inflater is None and not self.open():
                return
            text = self.inflater.decompress(self.waiting)
            if self.is_sheet:
                text = self.tail + text
                self.by_sheet[-1] += text.count(b"</row>")
                cut = text.rfind(b"</row>")
                self.tail = text[-5:] if cut < 0 else text[max(cut + 6, len(text) - 5):]
            if not self.inflater.eof:
                self.waiting = b""
                return
            self.waiting, self.inflater = self.inflater.unused_data, None

    def open(self):
        """Finds the next entry; what stands before it are the sizes of the last one."""
        at = self.waiting.find(ENTRY)
        if at < 0 or len(self.waiting) < at + 30:
            self.waiting = self.waiting[-60:] if at < 0 else self.waiting
            return False
        head = self.waiting[at:]
        name, extra = (int.from_bytes(head[place:place + 2], "little") for place in (26, 28))
        if len(head) < 30 + name + extra:
            return False
        self.is_sheet = bool(re.fullmatch(rb"xl/worksheets/[^/]+\.xml", head[30:30 + name]))
        if self.is_sheet:
            self.by_sheet.append(0)
        self.tail = b""
        self.inflater = zlib.decompressobj(-15)
        self.waiting = head[30 + name + extra:]
        return True


class Download:
    """Takes a workbook away over HTTP, to the last byte or until a time is over."""

    def __init__(self, url, path, cookies, processes, server, file, limit=None):
        place = urlsplit(url)
        behind = children(server) if server else []
        self.peak = Peak(processes)
        behind_peak = Peak(behind) if server else None
        before, before_behind = nanoseconds(processes), family_cpu(server) if server else 0
        start = time.perf_counter()
        connection = http.client.HTTPConnection(place.hostname, place.port, timeout=1800)
        connection.request("GET", path, headers={"Cookie": cookies})
        answer = connection.getresponse()
        self.status, self.content_type = answer.status, answer.headers.get("Content-Type", "")
        self.location = answer.headers.get("Location")
        self.first_byte = time.perf_counter() - start
        self.first_row = None
        self.is_complete = True
        rows = Rows()
        self.bytes = 0
        with open(file, "wb") as out:
            while data := answer.read1(65_536):
                out.write(data)
                self.bytes += len(data)
                if self.first_row is None:
                    rows.feed(data)
                    # The heading is a row, too.
                    if rows.count > 1:
                        self.first_row = time.perf_counter() - start
                if limit and time.perf_counter() - start > limit:
                    self.is_complete = False
                    break
        self.seconds = time.perf_counter() - start
        self.cpu = (nanoseconds(processes) - before) / 1e9
        self.cpu_behind = family_cpu(server) - before_behind if server else 0.0
        self.peak_mb = self.peak.stop() - self.peak.start_mb
        self.peak_behind_mb = behind_peak.stop() - behind_peak.start_mb if server else 0.0
        connection.close()

    def result(self, rows):
        return {
            "rows": rows, "bytes": self.bytes, "seconds": self.seconds, "first_byte": self.first_byte,
            "first_row": self.first_row, "cpu": self.cpu, "cpu_behind": self.cpu_behind, "peak_mb": self.peak_mb,
            "peak_behind_mb": self.peak_behind_mb, "is_complete": self.is_complete,
        }


def counted(file):
    """The rows of a workbook that may have broken off, without headings."""
    rows = Rows()
    with open(file, "rb") as content:
        while data := content.read(1 << 20):
            rows.feed(data)
    return rows.by_sheet
