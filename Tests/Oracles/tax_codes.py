"""Holds our tax codes against python-codicefiscale, which nobody here wrote.

Reads JSON lines: {"family", "given", "sex", "birth", "place", "code", "omocodic"} are codes that we computed, and
{"text", "valid"} are texts that we judged. Prints each disagreement, and how many lines were agreed upon.
"""

import datetime
import functools
import json
import sys

from codicefiscale import codicefiscale

# Answers to other questions, which cost nine tenths of the time: all variants of a code, names that it may stand for.
variants = codicefiscale._get_omocodes
codicefiscale._get_omocodes = lambda code: []
codicefiscale.decode_firstname = lambda *arguments: []
codicefiscale.slugify = functools.lru_cache(codicefiscale.slugify)
codicefiscale._get_date = functools.lru_cache(maxsize=200_000)(codicefiscale._get_date)


def computed(line, number):
    birth = datetime.datetime.fromisoformat(line["birth"])
    expected = codicefiscale.encode(line["family"], line["given"], line["sex"], birth, line["place"])
    if expected != line["code"]:
        return f"computed {line['code']}, expected {expected}"
    for code in [line["code"], *line["omocodic"]]:
        data = codicefiscale.decode(code)
        date = data["birthdate"]
        if (date.month, date.day, date.year % 100) != (birth.month, birth.day, birth.year % 100):
            return f"{code}: birth date {date}, expected {birth}"
        if data["gender"] != line["sex"] or data["birthplace"]["code"] != line["place"]:
            return f"{code}: {data['gender']} {data['birthplace']['code']}"
    if number % 50 == 0 and not {line["code"], *line["omocodic"]} <= set(variants(line["code"])):
        return f"{line['omocodic']}: not among the library's variants"
    return None


def judged(line):
    try:
        codicefiscale.decode(line["text"])
        reason = None
    except ValueError as error:
        reason = str(error)
    if reason is None and not line["valid"]:
        return f"{line['text']}: refused, but it is valid"
    # Issued codes name places that no list has: we do not look, the library does.
    if reason is not None and line["valid"] and "birthplace" not in reason:
        return f"{line['text']}: taken, but {reason}"
    return None


def main():
    agreed = 0
    for number, text in enumerate(sys.stdin):
        line = json.loads(text)
        problem = computed(line, number) if "code" in line else judged(line)
        if problem:
            print(f"DISAGREED {json.dumps(line, ensure_ascii=False)}: {problem}")
        else:
            agreed += 1
    print(f"AGREED {agreed}")


main()
