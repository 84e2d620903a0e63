from django import forms


class FilterForm(forms.Form):
    q = forms.CharField(required=False, max_length=400)
    # The word as the index holds it: the analysis of the query is a gift to this side.
    indexed = forms.CharField(required=False, max_length=100)
    age_min = forms.IntegerField(required=False, min_value=0, max_value=130)
    age_max = forms.IntegerField(required=False, min_value=0, max_value=130)
    education_min = forms.CharField(required=False)
    sort = forms.ChoiceField(
        required=False,
        choices=[(word, word) for word in (
            "pact", "-pact", "surname", "-surname", "age", "-age", "education", "-education",
        )],
    )
    cursor = forms.CharField(required=False)
    page = forms.IntegerField(required=False, min_value=1)
    columns = forms.IntegerField(required=False)
