"""Who asks, and which branches are open to them now: read at each request, as on the other side."""

import datetime
import functools

from django.conf import settings
from django.db.models import Q
from django.http import HttpResponseForbidden
from django.utils.functional import SimpleLazyObject

from .models import Branch, Municipality, Operator, ReferenceCode


class Person:
    """An operator at work in one branch, or across all that are granted."""

    def __init__(self, operator, branch):
        self.operator = operator
        self.agency = operator.agency_id
        self.branch = branch
        today = datetime.date.today().isoformat()
        open_today = Q(valid_from__lte=today) & (Q(valid_to=None) | Q(valid_to__gte=today))
        granted = Branch.objects.filter(
            open_today, agency=self.agency, branchgrant__operator=operator, branchgrant__valid_from__lte=today
        ).filter(Q(branchgrant__valid_to=None) | Q(branchgrant__valid_to__gte=today))
        if branch:
            granted = granted.filter(id=branch)
        self.branches = dict(granted.values_list("id", "name"))

    @functools.cached_property
    def has_whole_agency(self):
        return Branch.objects.filter(agency=self.agency).count() == len(self.branches)


class OperatorMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path != "/accedi":
            operator = Operator.objects.filter(id=request.session.get("operator"), status="active").first()
            if operator is None:
                return HttpResponseForbidden()
            request.person = Person(operator, request.session.get("branch"))
            if not request.person.branches:
                return HttpResponseForbidden()
        return self.get_response(request)


def read_references():
    labels = {(row[0], row[1]): row[2] for row in ReferenceCode.objects.values_list("list", "code", "label_it")}
    ranks = dict(ReferenceCode.objects.filter(list="education").values_list("code", "rank"))
    towns = dict(Municipality.objects.order_by("valid_from").values_list("code", "name"))
    return {"labels": labels, "ranks": ranks, "towns": towns}


# Read once by each worker: labels of codes are in memory on the other side, too.
references = SimpleLazyObject(read_references)
is_improved = settings.VARIANT == "improved"
