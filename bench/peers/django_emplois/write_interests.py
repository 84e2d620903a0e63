"""Writes expressions of interest at a steady rate through the ORM, as a view of the peer would: `RATE SECONDS`."""

import datetime
import itertools
import json
import os
import random
import sys
import threading
import time

os.environ["DJANGO_SETTINGS_MODULE"] = "project.settings"

import django  # noqa: E402

django.setup()

from django.db import connection, transaction  # noqa: E402

from emplois.models import (  # noqa: E402
    Citizen, Curriculum, ExpressionOfInterest, InterestTransition, PublicationPeriod, Vacancy,
)

WRITERS = 4
ids = itertools.count((int(time.time() * 1000) - 1_577_836_800_000) << 22)


def express(vacancy_id, citizen_id):
    """Reads the offer, the person and the CV, looks for an earlier interest, writes the interest and its log."""
    with transaction.atomic():
        vacancy = Vacancy.objects.select_for_update().get(id=vacancy_id)
        period = PublicationPeriod.objects.filter(vacancy=vacancy, end_reason=None).order_by("-started_at").first()
        if period is None or ExpressionOfInterest.objects.filter(vacancy=vacancy, citizen_id=citizen_id).exists():
            return False
        citizen = Citizen.objects.get(id=citizen_id)
        cv = Curriculum.objects.get(citizen_id=citizen_id)
        now = int(time.time() * 1000)
        interest = ExpressionOfInterest(
            id=next(ids), vacancy=vacancy, citizen=citizen, agency_id=vacancy.agency_id, branch_id=vacancy.branch_id,
            period_id=period.id, status="submitted", submitted_at=now, updated_at=now,
            given_name=citizen.given_name, family_name=citizen.family_name, sort_key=citizen.sort_key,
            birth_date=citizen.birth_date, municipality_code=citizen.municipality_code, email=citizen.email,
            phone=citizen.phone, curriculum=cv.body, education_code=cv.education_code,
        )
        interest.save(force_insert=True)
        InterestTransition(
            id=next(ids), interest=interest, to_status="submitted", at=now, mover="citizen"
        ).save(force_insert=True)
        return True


def main():
    rate, seconds = int(sys.argv[1]), int(sys.argv[2])
    today = datetime.date.today().isoformat()
    vacancies = list(
        Vacancy.objects.filter(status="published", publication_end_date__gte=today)
        .order_by("id").values_list("id", flat=True)[:20_000]
    )
    citizens = list(Curriculum.objects.order_by("citizen_id").values_list("citizen_id", flat=True)[:20_000])
    first, shift = random.randrange(len(citizens)), random.randrange(len(vacancies))
    begin = time.perf_counter()
    times = []

    def write(writer):
        number, due = first + writer, begin
        while time.perf_counter() < begin + seconds:
            start = time.perf_counter()
            if express(vacancies[(number * 6_101 + shift) % len(vacancies)], citizens[number % len(citizens)]):
                times.append(1000 * (time.perf_counter() - start))
            number += WRITERS
            due += WRITERS / rate
            time.sleep(max(0, due - time.perf_counter()))
        connection.close()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times.sort()
    print(json.dumps({
        "expressed": len(times), "seconds": seconds,
        "median_ms": times[len(times) // 2] if times else 0,
        "p99_ms": times[min(len(times) - 1, int(0.99 * len(times)))] if times else 0,
    }))


main()
