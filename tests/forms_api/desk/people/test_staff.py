import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from forms_api.desk.people import staff as module
from forms_api.desk.people.staff import Member, Staff, StaffRefused
from register.errors import RecordDamaged
from register.terms import Role
from tests.forms_api.desk.office import PASSWORD, counting_draw


@pytest.fixture
def staff(tmp_path: Path) -> Staff:
    return Staff(tmp_path / "staff" / "staff.json", counting_draw())


def test_the_right_password_opens_the_account_and_no_other_does(staff: Staff) -> None:
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    member = staff.verify("wangfang", PASSWORD)
    assert member is not None
    assert (member.name, member.role, member.must_change) == ("王芳", Role.HANDLER, True)
    assert staff.verify("wangfang", PASSWORD + "!") is None
    assert staff.verify("nobody", PASSWORD) is None


def test_a_disabled_account_stays_in_the_file_and_cannot_sign_in(staff: Staff) -> None:
    staff.add("liweidong", "李卫东", Role.MANAGER, PASSWORD)
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    staff.disable("wangfang")
    assert staff.verify("wangfang", PASSWORD) is None
    assert staff.names() == ("李卫东", "王芳")
    staff.enable("wangfang")
    assert staff.verify("wangfang", PASSWORD) is not None


def test_the_file_is_private_and_holds_no_password(staff: Staff) -> None:
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    assert stat.S_IMODE(staff.file.stat().st_mode) == 0o600
    assert PASSWORD.encode() not in staff.file.read_bytes()
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in staff.file.read_bytes()


@pytest.mark.parametrize("account", ["wangfang", "nobody"])
def test_an_unknown_account_costs_as_much_work_as_a_known_one(
    staff: Staff, account: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    hashed: list[str] = []
    monkeypatch.setattr(module, "_matches", lambda kept, password: bool(hashed.append(kept)))
    staff.verify(account, "some password")
    assert [kept.split("$")[1:4] for kept in hashed] == [["argon2id", "v=19", "m=19456,t=2,p=1"]]


@pytest.mark.parametrize(
    ("account", "name", "password", "code"),
    [
        ("Wang Fang", "王芳", PASSWORD, "account_form"),
        ("resident", "王芳", PASSWORD, "account_form"),
        ("wangfang\n", "王芳", PASSWORD, "account_form"),
        ("wangfang\u200b", "王芳", PASSWORD, "account_form"),
        ("ｗangfang", "王芳", PASSWORD, "account_form"),
        ("wangfang", "  ", PASSWORD, "name_missing"),
        ("wangfang", "王芳", "short", "password_short"),
        ("wangfang", "王芳", "x" * 201, "password_long"),
        ("wangfang", "王芳", "abababababab", "password_weak"),
        ("wangfang", "王芳", "i am WangFang!", "password_weak"),
    ],
)
def test_an_unfit_account_is_refused_with_its_reason(
    staff: Staff, account: str, name: str, password: str, code: str
) -> None:
    with pytest.raises(StaffRefused) as refused:
        staff.add(account, name, Role.HANDLER, password)
    assert refused.value.code == code
    assert staff.members() == ()


def test_an_account_is_never_given_twice(staff: Staff) -> None:
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    with pytest.raises(StaffRefused, match="account_taken"):
        staff.add("wangfang", "王方", Role.MANAGER, PASSWORD)
    assert [member.name for member in staff.members()] == ["王芳"]


def test_the_last_manager_stays(staff: Staff) -> None:
    staff.add("liweidong", "李卫东", Role.MANAGER, PASSWORD)
    with pytest.raises(StaffRefused, match="last_manager"):
        staff.disable("liweidong")


def test_two_managers_who_shut_each_other_out_at_once_leave_one(staff: Staff) -> None:
    for account, name in (("liweidong", "李卫东"), ("zhaomin", "赵敏")):
        staff.add(account, name, Role.MANAGER, PASSWORD)

    class Slower(Staff):
        """Somebody else was quicker while this one waited for the file."""

        @contextmanager
        def _changing(self) -> Iterator[list[Member]]:
            staff.disable("liweidong")
            with super()._changing() as members:
                yield members

    with pytest.raises(StaffRefused, match="last_manager"):
        Slower(staff.file, counting_draw()).disable("zhaomin")
    assert [member.account for member in staff.members() if not member.disabled] == ["zhaomin"]


def test_an_unknown_account_cannot_be_changed(staff: Staff) -> None:
    with pytest.raises(StaffRefused, match="account_unknown"):
        staff.set_password("nobody", PASSWORD)


def test_first_passwords_are_long_and_never_the_same(staff: Staff) -> None:
    first, second = staff.first_password(), staff.first_password()
    assert first != second
    assert len(first) == len("xxxx-xxxx-xxxx-xxxx")


@pytest.mark.parametrize("bytes_", [b"{", b'{"format": 2, "staff": []}', b"[]", b'{"format":1,"staff":[{}]}'])
def test_a_damaged_file_is_named(staff: Staff, bytes_: bytes) -> None:
    staff.file.parent.mkdir()
    staff.file.write_bytes(bytes_)
    with pytest.raises(RecordDamaged, match=r"staff\.json"):
        staff.members()


def test_a_damaged_hash_opens_nothing(staff: Staff) -> None:
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    staff.file.write_bytes(staff.file.read_bytes().replace(b"$argon2id$", b"$nothing$"))
    assert staff.verify("wangfang", PASSWORD) is None


def test_a_change_is_noted_before_it_stands_and_a_refused_one_is_not(staff: Staff) -> None:
    there: list[tuple[str, ...]] = []
    noted = staff.noted(lambda: there.append(staff.names()))
    noted.add("liweidong", "李卫东", Role.MANAGER, PASSWORD)
    with pytest.raises(StaffRefused):
        noted.add("liweidong", "另一个", Role.HANDLER, PASSWORD)
    with pytest.raises(StaffRefused):
        noted.disable("liweidong")
    assert there == [()]
    staff.add("wangfang", "王芳", Role.HANDLER, PASSWORD)
    assert there == [()], "only what is noted is noted"
