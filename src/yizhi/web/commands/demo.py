"""yizhi demo: the demo county 广汉 in an empty database, openly fictional; a second time it is kept as it is."""

import argparse
from typing import Any

from django.conf import settings
from django.utils import timezone

from yizhi.demo.building import build_demo, standing
from yizhi.demo.tables import PASSWORD

ACCOUNTS = (
    ("duiyuan", "连山镇执法人员"),
    ("paizhu", "市综合执法局派驻人员，可以以市局或者连山镇的名义"),
    ("duizhang", "片区队长，也是连山镇执法人员"),
    ("fuzeren", "连山镇负责人，批准"),
    ("fazhi", "连山镇法制审核人员"),
    ("sifa", "司法行政部门"),
    ("jiandu", "司法局的行政执法监督人员，看不到案件，只看监督事项"),
    ("jiandu2", "司法局的另一名行政执法监督人员"),
    ("suo", "司法所，只登记和收集"),
    ("bianban", "机构编制部门"),
    ("lianluo", "市综合执法局联络员"),
    ("zhengfu", "市政府负责人，决定赋权批次"),
    ("admin", "系统管理员"),
    ("luren", "另一片区的执法人员，看不到连山的案件"),
)


def add_parser(subparsers: Any) -> None:
    """Add `demo`."""
    parser = subparsers.add_parser("demo", help="建演示县")
    parser.set_defaults(handler=demo)


def demo(_: argparse.Namespace) -> int:
    """Build the demo county, or say that it is kept; print the accounts."""
    print("演示县已经建好。" if begin() else "演示县已经在，原样保留。")
    for username, who in ACCOUNTS:
        print(f"  {username:<10}{who}")
    print(f"口令都是 {PASSWORD}，只在演示方式下能登录。")
    if not settings.DEMO:
        print("现在不是演示方式：启动时设 YIZHI_DEMO=1。")
    return 0


def begin() -> bool:
    """Build the demo county in an empty database; return whether it was built. Raises `Refusal` when another county is there."""
    if not standing():
        print("正在建演示县：人员、单位、案件都是虚构的，大约要一分钟……", flush=True)
    return build_demo(timezone.now())
