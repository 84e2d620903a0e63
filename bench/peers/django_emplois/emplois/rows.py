"""What is shown of a row, in words for people."""

import datetime

from .session import references


def age(birth_date):
    year, month, day = (int(part) for part in birth_date.split("-"))
    today = datetime.date.today()
    return today.year - year - ((today.month, today.day) < (month, day))


def label(name, code):
    return references["labels"].get((name, code), code or "")


def day(text):
    return f"{text[8:10]}/{text[5:7]}/{text[:4]}" if text else ""


def years(months, since):
    if months is None:
        return None
    if since:
        start, today = datetime.date.fromisoformat(since), datetime.date.today()
        months += max(0, (today.year - start.year) * 12 + today.month - start.month)
    return months // 12


def moment(milliseconds):
    return datetime.datetime.fromtimestamp(milliseconds / 1000) if milliseconds else None


def languages(pairs):
    parts = [pair.partition(":") for pair in (pairs or "").split()]
    return ", ".join(f"{label('language', code)} {level}".strip() for code, _, level in parts)


class Shown:
    """A row of the list page."""

    def __init__(self, link, names):
        citizen = link.citizen
        cv = getattr(citizen, "curriculum", None)
        self.id = citizen.id
        self.key = link
        self.family_name, self.given_name = citizen.family_name, citizen.given_name
        self.age = age(link.birth_date)
        self.municipality = references["towns"].get(citizen.municipality_code, citizen.municipality_code)
        self.province, self.phone, self.email = link.province, citizen.phone, citizen.email
        self.education = label("education", cv.education_code) if cv else ""
        self.profession = (label("profession", cv.profession_code) or cv.profession_text) if cv else ""
        self.experience = years(cv.experience_months, cv.experience_since) if cv else None
        self.licences = cv.licences if cv else ""
        self.own_vehicle = cv.own_vehicle if cv else None
        self.pad_day = day(link.pad_day)
        self.branches = ", ".join(sorted(names[found.branch_id] for found in citizen.own_links))
        self.curriculum_at = moment(link.curriculum_at)
        self.interests = link.interests or 0
