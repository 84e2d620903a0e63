"""The list as a workbook, by xlsx-streaming as les-emplois does it."""

import datetime
import functools
import io

import openpyxl
import xlsx_streaming
from django.db.models import F
from django.http import HttpResponseBadRequest, StreamingHttpResponse

from . import querysets
from .forms import FilterForm
from .models import BranchCitizen, ExpressionOfInterest
from .rows import age, label, languages, moment, years
from .session import is_improved, references

MOMENT = datetime.datetime(2026, 1, 1, 12)
# Heading, an example that gives the type, and the value out of a row of named fields.
COLUMNS = [
    ("Cognome", "x", lambda r: r["family_name"]),
    ("Nome", "x", lambda r: r["given_name"]),
    ("Età", 1, lambda r: age(r["birth_date"])),
    ("Comune di domicilio", "x", lambda r: references["towns"].get(r["municipality_code"], r["municipality_code"])),
    ("Provincia", "x", lambda r: r["province"]),
    ("Telefono", "x", lambda r: r["phone"]),
    ("E-mail", "x", lambda r: r["email"]),
    ("Misura", "x", lambda r: r["measure"]),
    ("Titolo di studio più alto", "x", lambda r: label("education", r["education_code"])),
    ("Professione desiderata", "x", lambda r: label("profession", r["profession_code"]) or r["profession_text"]),
    ("Anni di esperienza", 1, lambda r: years(r["experience_months"], r["experience_since"])),
    ("Patenti", "x", lambda r: r["licences"]),
    ("Automunito", True, lambda r: r["own_vehicle"]),
    ("Lingue", "x", lambda r: languages(r["languages"])),
    ("Orario gradito", "x", lambda r: ", ".join(label("working_time", c) for c in (r["working_times"] or "").split())),
    ("Data PAD", MOMENT, lambda r: datetime.datetime.fromisoformat(r["pad_day"]) if r["pad_day"] else None),
    ("Stato PSP", "x", lambda r: r["psp_state"]),
    ("Filiali scelte", "x", lambda r: r["branches"]),
    ("CV aggiornato il", MOMENT, lambda r: moment(r["curriculum_at"])),
    ("Manifestazioni di interesse", 1, lambda r: r["interests"]),
    ("CAP", "x", lambda r: r["postal_code"]),
    ("Indirizzo", "x", lambda r: r["address"]),
    ("Regione", "x", lambda r: label("region", r["region"])),
    ("Codice del titolo", "x", lambda r: r["education_code"]),
    ("Codice della professione", "x", lambda r: r["profession_code"]),
]
LINK = ("birth_date", "province", "measure", "pad_day", "psp_state", "curriculum_at")
CITIZEN = ("family_name", "given_name", "municipality_code", "phone", "email", "postal_code", "address", "region")
CV = (
    "education_code", "profession_code", "profession_text", "experience_months", "experience_since", "licences",
    "own_vehicle", "languages", "working_times",
)


def citizens(request):
    form = FilterForm(request.GET)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors.as_json())
    columns = COLUMNS[: form.cleaned_data["columns"] or len(COLUMNS)]
    rows = querysets.citizens(request.person, form.cleaned_data)
    produce = improved if is_improved else found
    stream = produce(rows, request.person, columns)
    return StreamingHttpResponse(
        stream, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        headers={"Content-Disposition": 'attachment; filename="cittadini.xlsx"'},
    )


def template(columns):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append([column[0] for column in columns])
    sheet.append([column[1] for column in columns])
    file = io.BytesIO()
    workbook.save(file)
    file.seek(0)
    return file


def found(rows, person, columns):
    """Slices by OFFSET, and for each row what the model answers about it, as in les-emplois' export."""
    rows = rows.select_related("citizen", "citizen__curriculum")
    serializer = functools.partial(serialized, person, columns)
    return xlsx_streaming.stream_queryset_as_xlsx(rows, template(columns), serializer=serializer, batch_size=1000)


def serialized(person, columns, batch):
    result = []
    for link in batch:
        cv = getattr(link.citizen, "curriculum", None)
        row = {name: getattr(link, name) for name in LINK}
        row |= {name: getattr(link.citizen, name) for name in CITIZEN}
        row |= {name: getattr(cv, name, None) for name in CV}
        own = BranchCitizen.objects.filter(citizen_id=link.citizen_id, branch_id__in=person.branches)
        row["branches"] = ", ".join(sorted(person.branches[id] for id in own.values_list("branch_id", flat=True)))
        row["interests"] = ExpressionOfInterest.objects.filter(
            citizen_id=link.citizen_id, branch_id__in=person.branches
        ).count()
        result.append([value(row) for _, _, value in columns])
    return result


def improved(rows, person, columns):
    """One statement, read through a cursor on the server, of the columns that are written."""
    names = {
        **{name: F(f"citizen__{name}") for name in CITIZEN}, **{name: F(f"citizen__curriculum__{name}") for name in CV},
    }
    rows = rows.annotate(interests=querysets.interests(person), branch_ids=querysets.branch_ids(person)).values(
        *LINK, "interests", "branch_ids", **names
    )
    values = [value for _, _, value in columns]

    def lines():
        for row in rows.iterator(chunk_size=2000):
            row["branches"] = ", ".join(sorted(person.branches[int(id)] for id in (row["branch_ids"] or "").split()))
            row["interests"] = row["interests"] or 0
            yield [value(row) for value in values]

    return xlsx_streaming.stream_queryset_as_xlsx(lines(), template(columns), batch_size=1000)
