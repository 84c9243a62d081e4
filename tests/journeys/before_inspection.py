"""What happened before the journey of an inspection: the shop was registered, the other body's head got a password. Prints the shop's code."""

from django.utils import timezone

from yizhi.demo.inspections import shop
from yizhi.desk.people.models import Account


def main() -> None:
    head = Account.objects.get(username="market-approver")
    head.set_password("yizhi-demo")
    head.save(update_fields=["password"])
    print(shop(880, "餐馆", timezone.now()).pk)
