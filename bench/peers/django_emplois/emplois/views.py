import json
from urllib.parse import urlencode

from django.core.cache import cache
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden
from django.shortcuts import render

from . import querysets
from .forms import FilterForm
from .models import BranchCitizen, Curriculum, Operator
from .rows import Shown, age, day, label, moment
from .session import is_improved, references

PAGE = 50
MOST = 1_000


def sign_in(request):
    """No password: whoever drives the benchmark is let in."""
    operator = Operator.objects.filter(tax_code=request.GET["tax_code"], status="active").first()
    if operator is None:
        return HttpResponseForbidden()
    request.session["operator"] = operator.id
    if operator.role == "branch":
        request.session["branch"] = operator.grants.values_list("branch_id", flat=True).first()
    return HttpResponse("ok")


def citizens(request):
    form = FilterForm(request.GET)
    if not form.is_valid():
        return HttpResponseBadRequest(form.errors.as_json())
    page = improved_page(request, form) if is_improved else found_page(request, form)
    return render(request, "list.html", {"form": form, "query": query(request), **page})


def query(request):
    pairs = request.GET.copy()
    for name in ("cursor", "page"):
        pairs.pop(name, None)
    return pairs.urlencode()


def found_page(request, form):
    """COUNT and OFFSET, all columns of the tables joined."""
    values = form.cleaned_data
    rows = querysets.shown(querysets.citizens(request.person, values), request.person)
    pages = Paginator(rows, PAGE)
    page = pages.get_page(values["page"] or 1)
    return {
        "rows": [Shown(row, request.person.branches) for row in page],
        "count": pages.count,
        "next": f"page={page.next_page_number()}" if page.has_next() else None,
    }


def improved_page(request, form):
    """A cursor, a count that is capped and kept for a minute, and no column that is not shown."""
    values = form.cleaned_data
    person = request.person
    rows = querysets.citizens(person, values)
    key = f"count {person.operator.id} {query(request)}"
    count = cache.get(key)
    if count is None:
        count = rows.order_by()[: MOST + 1].count()
        cache.set(key, count, 60)
    if values["cursor"]:
        rows = querysets.after(rows, values["sort"], values["cursor"])
    if values["q"]:
        # Where hits of the text index are sorted, only keys are: the page's rows are looked up afterwards.
        keys = list(rows.values_list("citizen_id", flat=True)[: PAGE + 1])
        rows = rows.model.objects.filter(
            citizen_id__in=keys, **({"branch_id": person.branch} if person.branch else {"agency_id": person.agency})
        ).order_by(*querysets.order(values["sort"]))
    found = list(querysets.shown(rows, person)[: PAGE + 1])
    following = None
    if len(found) > PAGE:
        last = found[PAGE - 1]
        fields = querysets.order(values["sort"])
        following = urlencode({"cursor": f"{getattr(last, fields[0].lstrip('-'))}~{last.citizen_id}"})
    return {
        "rows": [Shown(row, person.branches) for row in found[:PAGE]],
        "count": f"più di {MOST}" if count > MOST else count,
        "next": following,
    }


def citizen(request, id):
    links = list(
        BranchCitizen.objects.filter(citizen_id=id, branch_id__in=request.person.branches).select_related("citizen")
    )
    if not links:
        raise Http404
    cv = Curriculum.objects.filter(citizen_id=id).first()
    body = json.loads(cv.body) if cv else {}
    for job in body.get("experiences", []):
        job["profession"] = label("profession", job.get("profession_code"))
        job["place"] = references["towns"].get(job.get("municipality_code"), "")
        job["contract"] = label("contract_type", job.get("contract_type_code"))
    for title in body.get("education", []):
        title["name"] = label("education", title.get("level"))
    for language in body.get("languages", []):
        language["name"] = label("language", language.get("code"))
    for wanted in body.get("desired_professions", []):
        wanted["name"] = label("profession", wanted.get("code"))
    person = links[0].citizen
    return render(request, "detail.html", {
        "citizen": person, "age": age(person.birth_date), "birth_date": day(person.birth_date),
        "town": references["towns"].get(person.municipality_code, ""), "measure": label("measure", links[0].measure),
        "pad_day": day(links[0].pad_day),
        "branches": ", ".join(sorted(request.person.branches[link.branch_id] for link in links)),
        "updated_at": moment(cv.updated_at) if cv else None, "cv": body,
    })
