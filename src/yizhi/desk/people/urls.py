from django.urls import path

from . import account_pages, pages, upkeep

urlpatterns = [
    path("team/", pages.team, name="team"),
    path("team/reviewers/", pages.review_strength, name="review-strength"),
    path("officers/", pages.officers, name="officers"),
    path("officers/new/", upkeep.new_officer, name="officer-new"),
    path("officers/<str:code>/", pages.officer, name="officer"),
    path("officers/<str:code>/correct/", upkeep.correct_officer, name="officer-correct"),
    path("officers/<str:code>/services/new/", upkeep.new_service, name="service-new"),
    path("officers/<str:code>/certificates/new/", upkeep.new_certificate, name="certificate-new"),
    path("officers/<str:code>/postings/new/", upkeep.new_posting, name="posting-new"),
    path("officers/<str:code>/recusals/new/", upkeep.new_recusal, name="recusal-new"),
    path("officers/<str:code>/end/", upkeep.end, name="fact-end"),
    path("certificates/<str:fact>/", upkeep.certificate, name="certificate"),
    path("certificates/<str:fact>/correct/", upkeep.correct_certificate, name="certificate-correct"),
    path("password/", account_pages.own_password, name="own-password"),
    path("accounts/", account_pages.accounts, name="accounts"),
    path("accounts/new/", account_pages.new_account, name="account-new"),
    path("accounts/<str:username>/", account_pages.account, name="account"),
    path("accounts/<str:username>/password/", account_pages.password, name="account-password"),
    path("accounts/<str:username>/switch/", account_pages.switch, name="account-switch"),
    path("accounts/<str:username>/appoint/", account_pages.appoint, name="account-appoint"),
    path(
        "accounts/<str:username>/appointments/<int:appointment>/end/",
        account_pages.end_appointment,
        name="appointment-end",
    ),
    path("accounts/<str:username>/tokens/new/", account_pages.new_token, name="token-new"),
    path("accounts/<str:username>/tokens/withdraw/", account_pages.withdraw_token, name="token-withdraw"),
]
