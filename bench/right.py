"""What lists and exports must hold, by plain SQL over pacts, grants and CVs: no roll-up table and no text index."""

import datetime
import functools
import re

import sheets
from database import public_id
from process import check
from program import Visitor

ORDERS = {
    None: "signed_at DESC, position DESC",
    "pact": "signed_at, position",
    "surname": "sort_key, citizen_id",
    "-surname": "sort_key DESC, citizen_id DESC",
    # Who was born later is younger.
    "age": "birth_date DESC, citizen_id DESC",
    "-age": "birth_date, citizen_id",
    "education": "education_rank, citizen_id",
    "-education": "education_rank DESC, citizen_id DESC",
}


def ids(body):
    """Those whom a page of the list shows, in its order."""
    return re.findall(r'<th scope="row"[^>]*><a href="/cittadini/([0-9a-z]{13})"', body.decode())


def years_ago(age):
    """The last birthday of those who are that old today."""
    today = datetime.date.today()
    return f"{today.year - age:04}-{today.month:02}-{today.day:02}"


@functools.cache
def listed(database, tax_code, sort, age, education):
    today = datetime.date.today().isoformat()
    conditions = ["TRUE"]
    if age:
        conditions += [f"birth_date <= '{years_ago(age[0])}'", f"birth_date > '{years_ago(age[1] + 1)}'"]
    if education:
        rank = f"SELECT r.rank FROM reference_code r WHERE r.list = 'education' AND r.code = '{education}'"
        conditions.append(f"education_rank >= ({rank})")
    return database.rows(f"""
        WITH own (branch_id) AS (
            SELECT g.branch_id FROM branch_grant g JOIN operator o ON o.id = g.operator_id
            JOIN branch b ON b.id = g.branch_id
            WHERE o.tax_code = '{tax_code}' AND g.valid_from <= '{today}' AND coalesce(g.valid_to, '9999') >= '{today}'
            AND b.valid_from <= '{today}' AND coalesce(b.valid_to, '9999') >= '{today}'
        ), chosen (citizen_id, branch_id) AS (
            SELECT p.citizen_id, k.branch_id FROM activation_pact p JOIN activation_pact_choice k ON k.pact_id = p.id
            WHERE p.state = 'signed'
            UNION SELECT s.citizen_id, k.branch_id FROM service_pact s
            JOIN service_pact_branch k ON k.service_pact_id = s.id WHERE s.state IN ('signed', 'updated')
        ), listed AS (
            SELECT c.id AS citizen_id, c.family_name, c.given_name, c.sort_key, c.birth_date,
                coalesce(v.education_rank, -1) AS education_rank, coalesce(v.words, '') AS words, d.position,
                (
                    SELECT p.signed_at FROM activation_pact p WHERE p.citizen_id = c.id AND p.state = 'signed'
                ) AS signed_at
            FROM citizen c LEFT JOIN curriculum v ON v.citizen_id = c.id
            JOIN citizen_document d ON d.citizen_id = c.id
            WHERE c.id IN (SELECT h.citizen_id FROM chosen h WHERE h.branch_id IN (SELECT branch_id FROM own))
        )
        SELECT citizen_id, family_name, given_name, words FROM listed
        WHERE {" AND ".join(conditions)} ORDER BY {ORDERS[sort]}
    """)


def expected(database, tax_code, sort=None, age=None, education=None, word=None):
    """Ids and names of the list, in its order."""
    rows = listed(database, tax_code, sort, age, education)
    if word:
        rows = [row for row in rows if holds(word, row)]
    return [(public_id(row[0]), row[1], row[2]) for row in rows]


def holds(word, row):
    """A word finds those of whom a word begins with it, or means the same."""
    tokens = str(row[3]).split() + re.findall(r"[a-z]+", f"{row[1]} {row[2]}".lower())
    return any(token == word.indexed or token.startswith(word.written) for token in tokens)


def check_lists(server, database, who, words):
    """Holds pages, walks and an export against SQL."""
    from lists import SORTS

    seen = {"first pages": 0, "walks": 0}
    for audience, tax_code in who.items():
        visitor = Visitor(server)
        visitor.sign_in(tax_code)
        for kind, word in {"none": None, **words}.items():
            for sort in SORTS:
                address = "/cittadini?age_min=25&age_max=54&education_min=LSE" + (f"&q={word.written}" if word else "")
                page = ids(visitor.get(address + (f"&sort={sort}" if sort else "")))
                wanted = expected(database, tax_code, sort, (25, 54), "LSE", word)
                what = f"the first page of {audience}, {kind} {word and word.written}, {sort}"
                check(
                    page == [row[0] for row in wanted[:50]],
                    f"{what}: {len(page)} of {len(wanted)} rows\n{page}\n{wanted[:50]}",
                )
                seen["first pages"] += 1
        for query, arguments in (("", {}), (f"q={words['common'].written}&sort=surname", {
            "word": words["common"], "sort": "surname",
        })):
            wanted = expected(database, tax_code, **arguments)
            check(wanted, f"nobody in the list of {audience}")
            walk = walked(visitor, f"/cittadini?{query}")
            what = f"{query} of {audience}"
            check(walk == [row[0] for row in wanted], f"the walk through {what}: {len(walk)} of {len(wanted)}")
            seen["walks"] += 1
            visitor.get(f"/cittadini.xlsx?{query}&columns=all")
            names = [row[:2] for row in sheets.rows(visitor.body)]
            check(names == [row[1:] for row in wanted], f"the export of {what}: {len(names)} of {len(wanted)}")
    return seen


def walked(visitor, address):
    from lists import next_page

    found = []
    while address:
        body = visitor.get(address)
        found += ids(body)
        address = next_page(body)
    return found
