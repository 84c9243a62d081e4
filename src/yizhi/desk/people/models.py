"""人员 Accounts, officers, certificates, postings, appointments. Dated facts are corrected by new rows, never overwritten."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from yizhi.desk.bodies.models import Body
from yizhi.desk.places.models import Area
from yizhi.desk.record.models import DatedFact


class Officer(models.Model):
    """执法人员 A person. Where the person's qualification belongs is dated: see `Service`."""

    code = models.CharField("编号", max_length=64, primary_key=True)
    name = models.CharField("姓名", max_length=64)
    phone = models.CharField("电话", max_length=32, blank=True)


class Service(DatedFact):
    """归属 The body an officer's qualification belongs to, and who employs the officer."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="services", verbose_name="执法人员")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="执法资格所属主体")
    employer = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="用人单位")


class Certificate(DatedFact):
    """行政执法证 `status_periods` is a list of {status, from, to}; on each day exactly one holds."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="certificates", verbose_name="执法人员")
    number = models.CharField("证号", max_length=64)
    domains = models.JSONField("领域（空为全部）", default=list)
    status_periods = models.JSONField("状态", default=list)


class Posting(DatedFact):
    """派驻 A department's or another town's officer in an area; `acts_for` lists the bodies in whose name the letter lets act."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="postings", verbose_name="执法人员")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name="片区")
    acts_for = models.JSONField("可以谁的名义", default=list)
    letter = models.CharField("派驻函", max_length=128, blank=True)


class Recusal(DatedFact):
    """回避 An officer who may not act where this party is concerned. `party` is the party's code."""

    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+", verbose_name="执法人员")
    party = models.CharField("当事人编号", max_length=64)


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their sign-in name."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(username=username, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """账号 Who signs in; an officer's account is bound to the officer. When somebody signed in last is not kept."""

    last_login = None
    username = models.CharField("账号", max_length=64, unique=True)
    name = models.CharField("姓名", max_length=64)
    officer = models.OneToOneField(
        Officer, on_delete=models.PROTECT, null=True, blank=True, related_name="account", verbose_name="执法人员"
    )
    is_active = models.BooleanField("可用", default=True)
    demo = models.BooleanField("演示账号", default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]
    objects: ClassVar[AccountManager] = AccountManager()


class WrongSignIn(models.Model):
    """登录未成 A try with a wrong password, kept only while it counts against guessing."""

    username = models.CharField("账号", max_length=64, db_index=True)
    at = models.DateTimeField("时间")


class SupervisionCertificate(DatedFact):
    """行政执法监督检查证件 Lets its holder supervise; its holder need not be an officer, and enforces nothing by it."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", verbose_name="监督人员")
    number = models.CharField("证号", max_length=64)


class Role(models.TextChoices):
    """职责 What an appointment lets an account do."""

    OFFICER = "officer", "执法人员"
    CAPTAIN = "captain", "片区队长"
    APPROVER = "approver", "负责人"
    REVIEWER = "reviewer", "法制审核人员"
    LIAISON = "liaison", "联络员"
    JUSTICE = "justice", "司法行政部门"
    SUPERVISOR = "supervisor", "行政执法监督人员"
    JUSTICE_OFFICE = "justice_office", "司法所"
    ESTABLISHMENT = "establishment", "机构编制部门"
    ADMINISTRATOR = "administrator", "系统管理员"


class Appointment(models.Model):
    """任职 A role of an account, at a body or in an area, from a day to a day."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="appointments", verbose_name="账号")
    role = models.CharField("职责", max_length=16, choices=Role.choices)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="机关")
    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="片区"
    )
    valid_from = models.DateField("起")
    valid_to = models.DateField("止（不含）", null=True, blank=True)
    law_qualified = models.BooleanField("通过国家统一法律职业资格考试", default=False)
    first_time_reviewer = models.BooleanField("初次从事法制审核", default=False)


class Token(models.Model):
    """接口令牌 A bearer token: only its digest is kept; it has an owner, a scope and an expiry."""

    class Scope(models.TextChoices):
        READ = "read", "只读"
        WRITE = "write", "读写"

    digest = models.CharField("摘要", max_length=64, primary_key=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tokens", verbose_name="账号")
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="+", verbose_name="任职")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+", verbose_name="名义")
    name = models.CharField("用途", max_length=64)
    scope = models.CharField("范围", max_length=8, choices=Scope.choices)
    made_at = models.DateTimeField("签发时间")
    expires_at = models.DateTimeField("到期时间")
