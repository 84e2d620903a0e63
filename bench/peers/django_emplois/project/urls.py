from django.urls import path

from emplois import api, exports, views

urlpatterns = [
    path("accedi", views.sign_in),
    path("cittadini", views.citizens, name="citizens"),
    path("cittadini.xlsx", exports.citizens, name="export"),
    path("cittadini/<int:id>", views.citizen, name="citizen"),
    path("api/v1/cittadini", api.Citizens.as_view()),
]
