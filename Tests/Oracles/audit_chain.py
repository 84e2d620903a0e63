"""Recomputes the hashes and links of an exported audit trail with nothing but hashlib (NDJSON on standard input).

The encoding as docs/decisions/0011-a-sealed-audit-chain.md describes it, written a second time.
"""

import hashlib
import json
import sys
from datetime import datetime, timezone

FIELDS = [
    "actor_kind", "actor_id", "actor_role", "agency_id", "scope", "scope_branch_id", "action", "subject_kind",
    "subject_id", "citizen_id", "reason", "details", "row_count", "result", "request_id",
]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def digest(version, fields):
    data = version.encode()
    for field in fields:
        if field is None:
            data += b"\0"
        else:
            text = str(field).encode()
            data += b"\1" + len(text).to_bytes(8, "big") + text
    return hashlib.sha256(data).hexdigest()


hashes = links = 0
for line in sys.stdin:
    row = json.loads(line)
    at = round((datetime.fromisoformat(row["at"].replace("Z", "+00:00")) - EPOCH).total_seconds() * 1000)
    hashes += digest("incontro.audit.1", [row["id"], at] + [row[name] for name in FIELDS]) == row["hash"]
    link = [row["position"], row["id"], row["hash"], row["previous"]]
    links += digest("incontro.audit.link.1", link) == row["link"]
print(f"{hashes} hashes, {links} links")
