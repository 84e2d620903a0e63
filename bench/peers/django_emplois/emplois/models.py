"""The tables of the very database that the other side reads, with its indexes."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVectorField
from django.db import models


class Agency(models.Model):
    id = models.BigIntegerField(primary_key=True)
    code = models.TextField()
    name = models.TextField()

    class Meta:
        managed = False
        db_table = "agency"


class Branch(models.Model):
    id = models.BigIntegerField(primary_key=True)
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    name = models.TextField()
    valid_from = models.TextField()
    valid_to = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "branch"


class Operator(models.Model):
    id = models.BigIntegerField(primary_key=True)
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    tax_code = models.TextField()
    role = models.TextField()
    status = models.TextField()

    class Meta:
        managed = False
        db_table = "operator"


class BranchGrant(models.Model):
    id = models.BigIntegerField(primary_key=True)
    operator = models.ForeignKey(Operator, models.DO_NOTHING, related_name="grants")
    branch = models.ForeignKey(Branch, models.DO_NOTHING)
    valid_from = models.TextField()
    valid_to = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "branch_grant"


class Citizen(models.Model):
    id = models.BigIntegerField(primary_key=True)
    tax_code = models.TextField()
    given_name = models.TextField()
    family_name = models.TextField()
    sort_key = models.TextField()
    birth_date = models.TextField()
    municipality_code = models.TextField()
    province = models.TextField()
    region = models.TextField()
    postal_code = models.TextField(null=True)
    address = models.TextField(null=True)
    email = models.TextField(null=True)
    phone = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "citizen"


class Curriculum(models.Model):
    citizen = models.OneToOneField(Citizen, models.DO_NOTHING, primary_key=True, related_name="curriculum")
    body = models.TextField()
    words = models.TextField()
    education_code = models.TextField(null=True)
    profession_code = models.TextField(null=True)
    profession_text = models.TextField(null=True)
    experience_months = models.IntegerField()
    experience_since = models.TextField(null=True)
    licences = models.TextField()
    own_vehicle = models.BooleanField()
    languages = models.TextField()
    working_times = models.TextField()
    updated_at = models.BigIntegerField()

    class Meta:
        managed = False
        db_table = "curriculum"


class CitizenIndex(models.Model):
    document = models.BigIntegerField(primary_key=True)
    tokens = SearchVectorField()
    scopes = ArrayField(models.TextField())

    class Meta:
        managed = False
        db_table = "citizen_index"


class Link(models.Model):
    """What lists filter and sort by; the document in the text index is also the place in the standard order."""

    document = models.ForeignKey(CitizenIndex, models.DO_NOTHING, db_column="position", related_name="+")
    sort_key = models.TextField()
    birth_date = models.TextField()
    education_rank = models.IntegerField()
    province = models.TextField()
    measure = models.TextField(null=True)
    pad_day = models.TextField(null=True)
    psp_state = models.TextField(null=True)
    curriculum_at = models.BigIntegerField(null=True)

    class Meta:
        abstract = True


class AgencyCitizen(Link):
    pk = models.CompositePrimaryKey("agency_id", "citizen_id")
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    citizen = models.ForeignKey(Citizen, models.DO_NOTHING)

    class Meta:
        managed = False
        db_table = "agency_citizen"


class BranchCitizen(Link):
    pk = models.CompositePrimaryKey("branch_id", "citizen_id")
    branch = models.ForeignKey(Branch, models.DO_NOTHING)
    citizen = models.ForeignKey(Citizen, models.DO_NOTHING, related_name="links")

    class Meta:
        managed = False
        db_table = "branch_citizen"


class Vacancy(models.Model):
    id = models.BigIntegerField(primary_key=True)
    publication_end_date = models.TextField(null=True)
    agency = models.ForeignKey(Agency, models.DO_NOTHING)
    branch = models.ForeignKey(Branch, models.DO_NOTHING)
    status = models.TextField()

    class Meta:
        managed = False
        db_table = "vacancy"


class ExpressionOfInterest(models.Model):
    id = models.BigIntegerField(primary_key=True)
    vacancy = models.ForeignKey(Vacancy, models.DO_NOTHING)
    citizen = models.ForeignKey(Citizen, models.DO_NOTHING, related_name="interests")
    agency_id = models.BigIntegerField()
    branch = models.ForeignKey(Branch, models.DO_NOTHING)
    period_id = models.BigIntegerField()
    status = models.TextField()
    submitted_at = models.BigIntegerField()
    updated_at = models.BigIntegerField()
    message = models.TextField(null=True)
    given_name = models.TextField()
    family_name = models.TextField()
    sort_key = models.TextField()
    birth_date = models.TextField()
    municipality_code = models.TextField(null=True)
    email = models.TextField(null=True)
    phone = models.TextField(null=True)
    curriculum = models.TextField()
    education_code = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "expression_of_interest"


class PublicationPeriod(models.Model):
    id = models.BigIntegerField(primary_key=True)
    vacancy = models.ForeignKey(Vacancy, models.DO_NOTHING, related_name="periods")
    started_at = models.BigIntegerField()
    end_reason = models.TextField(null=True)

    class Meta:
        managed = False
        db_table = "publication_period"


class InterestTransition(models.Model):
    id = models.BigIntegerField(primary_key=True)
    interest = models.ForeignKey(ExpressionOfInterest, models.DO_NOTHING)
    from_status = models.TextField(null=True)
    to_status = models.TextField()
    at = models.BigIntegerField()
    mover = models.TextField()

    class Meta:
        managed = False
        db_table = "interest_transition"


class ReferenceCode(models.Model):
    pk = models.CompositePrimaryKey("list", "code")
    list = models.TextField()
    code = models.TextField()
    label_it = models.TextField()
    rank = models.IntegerField(null=True)

    class Meta:
        managed = False
        db_table = "reference_code"


class Municipality(models.Model):
    pk = models.CompositePrimaryKey("code", "valid_from")
    code = models.TextField()
    name = models.TextField()
    valid_from = models.TextField()

    class Meta:
        managed = False
        db_table = "municipality"
