"""The list for software, with the framework's own pages."""

from rest_framework import generics, serializers

from . import querysets
from .forms import FilterForm


class CitizenSerializer(serializers.Serializer):
    id = serializers.IntegerField(source="citizen_id")
    family_name = serializers.CharField(source="citizen.family_name")
    given_name = serializers.CharField(source="citizen.given_name")
    birth_date = serializers.CharField()
    province = serializers.CharField()
    interests = serializers.IntegerField(default=0)


class Citizens(generics.ListAPIView):
    serializer_class = CitizenSerializer

    def get_queryset(self):
        form = FilterForm(self.request.query_params)
        form.is_valid()
        return querysets.shown(querysets.citizens(self.request.person, form.cleaned_data), self.request.person)
