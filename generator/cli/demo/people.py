"""The people of the invented estate: residents with homes and phones, and the office's staff. None of them is real."""

from dataclasses import dataclass
from random import Random

from register.case import Contact
from register.handling import Actor
from register.terms import Role

SURNAMES = "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红玲梅鑫波斌宇浩凯健俊帆雪琳晨阳欣怡佳慧颖婷雅轩博文泽瑞思远志国建民春秋福贵德胜永康家兴立新海燕"
BUILDINGS, UNITS, FLOORS, DOORS = 12, 2, 13, 2
PASSWORD = "cuihu-demo-2026"  # noqa: S105  a demo's password is printed on the screen


@dataclass(frozen=True)
class Employee:
    account: str
    name: str
    role: Role

    @property
    def actor(self) -> Actor:
        return Actor(self.account, self.role)


FRONT_DESK = Employee("wangfang", "王芳", Role.HANDLER)
ENGINEER = Employee("zhaoqiang", "赵强", Role.HANDLER)
SECURITY = Employee("zhouhao", "周浩", Role.HANDLER)
REVIEWER = Employee("sunli", "孙丽", Role.REVIEWER)
SECOND_REVIEWER = Employee("zhangmin", "张敏", Role.REVIEWER)
MANAGER = Employee("liweidong", "李卫东", Role.MANAGER)
COMMITTEE = Employee("xuemingzhe", "薛明哲", Role.OUTSIDE)
STAFF = (FRONT_DESK, ENGINEER, SECURITY, REVIEWER, SECOND_REVIEWER, MANAGER, COMMITTEE)


def households(chance: Random) -> tuple[Contact, ...]:
    """One contact a home: 12 buildings, 2 units, 13 floors, 2 doors; 624 homes. Phone numbers from an unused range."""
    homes = []
    for building in range(1, BUILDINGS + 1):
        for unit in range(1, UNITS + 1):
            for floor in range(1, FLOORS + 1):
                for door in range(1, DOORS + 1):
                    room = f"{building}-{unit}-{floor}{door:02}"
                    homes.append(Contact(name=_name(chance), phone=_phone(chance), room=room))
    return tuple(homes)


def _name(chance: Random) -> str:
    given = "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2, 2))))
    return chance.choice(SURNAMES) + given


def _phone(chance: Random) -> str:
    return f"1990000{chance.randrange(10_000):04}"
