"""The list of citizens as a queryset, for the page and the export."""

import datetime
import re

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.search import SearchQuery
from django.db.models import Count, Exists, IntegerField, OuterRef, Prefetch, Subquery, TextField
from django.db.models.functions import Cast

from .models import AgencyCitizen, BranchCitizen, ExpressionOfInterest
from .session import is_improved, references

ORDERS = {
    "pact": ("document_id", None), "surname": ("sort_key", "citizen_id"), "age": ("-birth_date", "-citizen_id"),
    "education": ("education_rank", "citizen_id"),
}


def turned(field):
    return field and (field[1:] if field.startswith("-") else f"-{field}")


def order(word):
    """The fields of an order, and whether it goes down, for a cursor."""
    word = word or "-pact"
    fields = ORDERS[word.lstrip("-")]
    if word.startswith("-"):
        fields = tuple(turned(field) for field in fields)
    return [field for field in fields if field]


def birthday(age):
    today = datetime.date.today()
    return f"{today.year - age:04}-{today.month:02}-{today.day:02}"


def citizens(person, values):
    """Those open to the person, filtered and in order."""
    if person.branch:
        rows = BranchCitizen.objects.filter(branch_id=person.branch)
    else:
        rows = AgencyCitizen.objects.filter(agency_id=person.agency)
        if not person.has_whole_agency:
            rows = rows.filter(
                Exists(BranchCitizen.objects.filter(citizen=OuterRef("citizen"), branch_id__in=person.branches))
            )
    if values.get("age_min") is not None:
        rows = rows.filter(birth_date__lte=birthday(values["age_min"]))
    if values.get("age_max") is not None:
        rows = rows.filter(birth_date__gt=birthday(values["age_max"] + 1))
    if values.get("education_min"):
        rows = rows.filter(education_rank__gte=references["ranks"][values["education_min"]])
    if values.get("q"):
        rows = rows.filter(document__tokens=words(values))
        if is_improved:
            scope = f"b{person.branch}" if person.branch else f"a{person.agency}"
            rows = rows.filter(document__scopes__contains=[scope])
    return rows.order_by(*order(values.get("sort")))


def words(values):
    typed, indexed = (re.sub(r"[^a-z0-9]", "", values[name] or "") for name in ("q", "indexed"))
    return SearchQuery(f"{typed}:* | {indexed or typed}", search_type="raw", config="simple")


def after(rows, word, cursor):
    """Keyset: the rows behind the last one of the page before."""
    fields = order(word)
    is_down = fields[0].startswith("-")
    name = fields[0].lstrip("-")
    key, _, citizen = cursor.partition("~")
    if len(fields) == 1:
        return rows.filter(**{f"{name}__{'lt' if is_down else 'gt'}": int(key)})
    if name == "education_rank":
        key = int(key)
    # Two conditions: the first one can start the walk of the index.
    bound = "lte" if is_down else "gte"
    beyond = "lt" if is_down else "gt"
    return rows.filter(**{f"{name}__{bound}": key}).exclude(**{
        name: key, f"citizen_id__{'gte' if beyond == 'lt' else 'lte'}": int(citizen),
    })


def interests(person):
    counted = (
        ExpressionOfInterest.objects.filter(citizen=OuterRef("citizen"), branch_id__in=person.branches)
        .order_by().values("citizen").annotate(number=Count("*")).values("number")
    )
    return Subquery(counted, output_field=IntegerField())


def branch_ids(person):
    named = (
        BranchCitizen.objects.filter(citizen=OuterRef("citizen"), branch_id__in=person.branches)
        .order_by().values("citizen").annotate(ids=StringAgg(Cast("branch_id", TextField()), " ")).values("ids")
    )
    return Subquery(named, output_field=TextField())


def shown(rows, person):
    """With all that a page shows of them: no query for each row."""
    links = BranchCitizen.objects.filter(branch_id__in=person.branches).select_related("branch")
    rows = rows.select_related("citizen", "citizen__curriculum").annotate(interests=interests(person))
    if is_improved:
        links = BranchCitizen.objects.filter(branch_id__in=person.branches).only("branch_id", "citizen_id")
        rows = rows.only(
            "citizen_id", "document_id", "birth_date", "sort_key", "education_rank", "province", "measure", "pad_day",
            "psp_state", "curriculum_at", "citizen__family_name", "citizen__given_name", "citizen__municipality_code",
            "citizen__phone", "citizen__email", "citizen__curriculum__education_code",
            "citizen__curriculum__profession_code", "citizen__curriculum__profession_text",
            "citizen__curriculum__experience_months", "citizen__curriculum__experience_since",
            "citizen__curriculum__licences", "citizen__curriculum__own_vehicle",
        )
    return rows.prefetch_related(Prefetch("citizen__links", queryset=links, to_attr="own_links"))
