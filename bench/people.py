"""Who asks, and for which words: both are read from the world itself."""

import collections
import json
import re
import unicodedata

from world import LARGEST

# What share of the citizens has the word. A rare one is had by three at least.
KINDS = {"common": 0.10, "middling": 0.01, "rare": 0.0002}


def operators(database):
    """Tax codes of a master of the agency with most branches, and of an operator of its branch with most citizens."""
    agency = database.rows(LARGEST)[0][0]
    master = database.rows(
        f"SELECT o.tax_code FROM operator o WHERE o.agency_id = {agency} AND o.role = 'master' ORDER BY o.id LIMIT 1"
    )
    branch = database.rows(f"""
        SELECT o.tax_code, g.branch_id FROM operator o JOIN branch_grant g ON g.operator_id = o.id
        WHERE o.agency_id = {agency} AND o.role = 'branch' AND g.branch_id = (
            SELECT k.branch_id FROM activation_pact_choice k JOIN activation_pact p ON p.id = k.pact_id
            WHERE p.state = 'signed' AND k.agency_id = {agency}
            GROUP BY k.branch_id ORDER BY count(*) DESC, k.branch_id LIMIT 1
        ) ORDER BY o.id LIMIT 1
    """)
    return {"branch": branch[0][0], "largest agency": master[0][0]}


def fold(text):
    """Lower case without accents."""
    return unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()


class Word:
    """A word as people write it, the word of the index that it becomes, and how many citizens have it."""

    def __init__(self, written, indexed, citizens):
        self.written, self.indexed, self.citizens = written, indexed, citizens

    def misspelt(self):
        """Two letters in the middle changed places: one typing error."""
        middle = len(self.written) // 2
        for at in [*range(middle, len(self.written) - 2), *range(middle - 1, 0, -1)]:
            first, second = self.written[at], self.written[at + 1]
            if first != second:
                return self.written[:at] + second + first + self.written[at + 2:]
        raise SystemExit(f"{self.written} cannot be misspelt")


def words(database):
    """A common, a middling and a rare word of CVs: those whose number of citizens comes nearest to the share wanted."""
    citizens = database.rows("SELECT count(*) FROM citizen_document")[0][0]
    known = [(word, count) for word, count in database.vocabulary() if re.fullmatch(r"[a-z]{6,14}", str(word))]
    found = {}
    for kind, share in KINDS.items():
        wanted = max(3, share * citizens)
        for word, count in sorted(known, key=lambda pair: (abs(pair[1] - wanted), pair[0])):
            if count >= 3 and (written := as_written(database, word)):
                found[kind] = Word(written, word, count)
                break
    return found


def as_written(database, word):
    """The usual form of an indexed word in the CVs that hold it."""
    bodies = database.rows(f"SELECT v.body FROM curriculum v WHERE v.citizen_id IN ({database.holding(word, 30)})")
    forms = collections.Counter(
        form
        for (body,) in bodies
        for form in re.findall(r"[a-z0-9]+", fold(json.dumps(json.loads(body), ensure_ascii=False)))
        if form.startswith(word) and len(form) <= len(word) + 2
    )
    return max(forms, key=lambda form: (forms[form], form)) if forms else None
