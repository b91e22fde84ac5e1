"""The staff file: who may sign in, with which role. Passwords are kept as argon2id hashes and nowhere else.

`HOME/var/staff/staff.json`, mode 0600, replaced durably; read afresh every time, so that a disabled account is out at once.
"""

import contextlib
import copy
import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Final, Literal

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from pydantic import ValidationError

from forms_api.desk.people.second_factor import SecondFactor
from register.disk import locked, put
from register.errors import RecordDamaged
from register.handling import RESIDENT, SYSTEM, Actor
from register.keys import Draw
from register.numbers import CROCKFORD
from register.records import Record, strict_json, to_bytes
from register.terms import Role

SHORTEST_PASSWORD: Final = 12
LONGEST_PASSWORD: Final = 200
_ACCOUNT = re.compile(r"[a-z][a-z0-9_]{1,31}")
_RESERVED = frozenset({RESIDENT, SYSTEM})
# OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
HASHER: Final = PasswordHasher(memory_cost=19456, time_cost=2, parallelism=1)


class StaffRefused(Exception):
    """A change of the staff file that is not allowed. `code` is the reason; the wording holds the sentence."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Member(Record):
    """One account. `must_change` asks for a new password at the next sign-in; `second` is asked for wherever it is set up."""

    account: str
    name: str
    role: Role
    hash: str
    disabled: bool = False
    must_change: bool = False
    second: SecondFactor | None = None

    @property
    def actor(self) -> Actor:
        return Actor(self.account, self.role)


class StaffFile(Record):
    format: Literal[1] = 1
    staff: tuple[Member, ...] = ()


@cache
def _decoy() -> str:
    """What a password is tried on where there is no account: the same work, and no answer."""
    return HASHER.hash("nobody has this password", salt=bytes(16))


class Staff:
    """The accounts of one estate. `draw` gives the salts and the first passwords; a hash names its own cost."""

    def __init__(self, file: Path, draw: Draw, hasher: PasswordHasher = HASHER) -> None:
        self.file = file
        self._draw = draw
        self._hasher = hasher
        self._decoy = _decoy()  # made now: the first try of an unknown account takes no longer than the next
        self._at_once = threading.BoundedSemaphore(2)  # 19 MiB and a core each
        self._note: Callable[[], object] = lambda: None

    def noted(self, note: Callable[[], object]) -> "Staff":
        """The same accounts, where `note` comes before each change: none is made unseen, and none noted that is refused."""
        noted = copy.copy(self)
        noted._note = note
        return noted

    def members(self) -> tuple[Member, ...]:
        """Every account, disabled ones too, by account name. Raises RecordDamaged."""
        try:
            data = self.file.read_bytes()
        except FileNotFoundError:
            return ()
        try:
            kept = StaffFile.model_validate(strict_json(data))
        except (ValueError, ValidationError):
            raise RecordDamaged(self.file.name, "is not a staff file") from None
        return tuple(sorted(kept.staff, key=lambda member: member.account))

    def names(self) -> tuple[str, ...]:
        """The people's names, for the scan of what is published."""
        return tuple(member.name for member in self.members())

    def find(self, account: str) -> Member | None:
        return next((member for member in self.members() if member.account == account), None)

    def verify(self, account: str, password: str) -> Member | None:
        """The member whose password this is; None for a wrong one, an unknown or a disabled account, after equal work."""
        member = self.find(account)
        usable = member is not None and not member.disabled
        hashed = member.hash if member is not None and usable else self._decoy
        with self._at_once:
            matches = _matches(hashed, password)
        return member if usable and matches else None

    def add(self, account: str, name: str, role: Role, password: str, *, must_change: bool = True) -> Member:
        """A new account. Raises StaffRefused: account_form, account_taken, name_missing, name_taken, or a password's fault.

        Two people of one name need something that tells them apart; else one person could have two accounts unnoticed.
        """
        if not _ACCOUNT.fullmatch(account) or account in _RESERVED:
            raise StaffRefused("account_form")
        if not name.strip():
            raise StaffRefused("name_missing")
        check_password(password, account)
        member = Member(
            account=account,
            name=name.strip(),
            role=role,
            hash=self._hash(password),
            must_change=must_change,
        )
        with self._changing() as members:
            if any(other.account == account for other in members):
                raise StaffRefused("account_taken")
            if any(_folded(other.name) == _folded(name) for other in members):
                raise StaffRefused("name_taken")
            members.append(member)
        return member

    def set_password(self, account: str, password: str, *, must_change: bool = False) -> None:
        """Raises StaffRefused for an unfit password or an unknown account."""
        check_password(password, account)
        hashed = self._hash(password)
        self._change(account, lambda m: m.model_copy(update={"hash": hashed, "must_change": must_change}))

    def disable(self, account: str) -> None:
        """Shut an account; it stays in the file, because entries name it. Raises StaffRefused for the last manager."""
        self._change(account, lambda member: member.model_copy(update={"disabled": True}))

    def enable(self, account: str) -> None:
        self._change(account, lambda member: member.model_copy(update={"disabled": False}))

    def set_role(self, account: str, role: Role) -> None:
        """Another role from the next page on. Raises StaffRefused for the last manager or an unknown account."""
        self._change(account, lambda member: member.model_copy(update={"role": role}))

    def set_second(self, account: str, second: SecondFactor | None) -> None:
        """Set the second factor up, or take it away (a lost phone). Raises StaffRefused for an unknown account."""
        self._change(account, lambda member: member.model_copy(update={"second": second}))

    def spend(self, account: str, use: Callable[[SecondFactor], SecondFactor | None]) -> bool:
        """Use a code up: `use` gives what is left of the second factor, or None for a code that is not good.

        It runs while no other process can write the file, so that one code never opens twice.
        """
        with self._changing() as members:
            for place, member in enumerate(members):
                left = use(member.second) if member.account == account and member.second else None
                if left is not None:
                    members[place] = member.model_copy(update={"second": left})
                    return True
        return False

    def first_password(self) -> str:
        """Four groups of four characters that cannot be misread: 80 bits."""
        value = int.from_bytes(self._draw(10))
        text = "".join(CROCKFORD[value >> shift & 31] for shift in range(75, -1, -5)).lower()
        return "-".join(text[i : i + 4] for i in range(0, 16, 4))

    def _hash(self, password: str) -> str:
        with self._at_once:
            return self._hasher.hash(password, salt=self._draw(16))

    def _change(self, account: str, change: Callable[[Member], Member]) -> None:
        with self._changing() as members:
            places = [i for i, member in enumerate(members) if member.account == account]
            if not places:
                raise StaffRefused("account_unknown")
            managed = _has_manager(members)
            members[places[0]] = change(members[places[0]])
            if managed and not _has_manager(members):
                raise StaffRefused("last_manager")

    @contextlib.contextmanager
    def _changing(self) -> Iterator[list[Member]]:
        """The accounts, written back when the block ends without an error; one writer at a time, of any process."""
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with locked(self.file.parent / "lock"):
            members = [*self.members()]
            yield members
            self._note()
            put(self.file, to_bytes(StaffFile(staff=tuple(members))))


def _folded(name: str) -> str:
    """A name however it is typed: wide letters, blanks and invisible characters are no difference."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return "".join(character for character in plain if unicodedata.category(character)[0] not in "ZC")


def _has_manager(members: Iterable[Member]) -> bool:
    return any(member.role == Role.MANAGER and not member.disabled for member in members)


def check_password(password: str, account: str) -> None:
    """Long enough to stand against guessing and not the account's own name. Raises StaffRefused."""
    if len(password) < SHORTEST_PASSWORD:
        raise StaffRefused("password_short")
    if len(password) > LONGEST_PASSWORD:
        raise StaffRefused("password_long")
    if account in password.lower() or len(set(password)) < 5:
        raise StaffRefused("password_weak")


def _matches(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False
