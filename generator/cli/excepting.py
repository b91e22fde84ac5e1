"""Exceptions to the content scan: two people name a line and the reason, and each signs exactly that with her own word.

What is signed is the exception's SHA-256, in the audit log like the approval of a release; any change voids it.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from forms_api.desk.people.staff import Staff
from generator.disclosure.leakscan.contentscan import EXCEPTIONS, Exceptions, LineException, digest_of
from generator.disclosure.review.approval import APPROVERS
from register.audit import AuditLog
from register.content import read_written
from register.custody import Custody, Suspicion
from register.settings import Home

EVENT: Final = "except_line"


def read_exceptions(home: Home) -> Exceptions:
    """`content/exceptions.toml`; none where it is missing. Raises SettingsRefused."""
    file = home.content / EXCEPTIONS
    return read_written(file, Exceptions, home.content) if file.exists() else Exceptions()


def signatures(log: AuditLog) -> Mapping[str, frozenset[str]]:
    """Who signed which exception: accounts by digest. Raises RecordDamaged for a log whose chain is broken."""
    found: dict[str, frozenset[str]] = {}
    for line in log.lines():
        if line.event == EVENT:
            found[line.about] = found.get(line.about, frozenset()) | {line.by}
    return found


def against_exceptions(home: Home, exceptions: Exceptions, staff: Staff) -> Iterator[str]:
    """Why an exception does not stand, in both languages: a stranger, a word not given, nobody who may approve."""
    roles = {member.account: member.role for member in staff.members()}
    given = signatures(AuditLog(home.audit_file)) if exceptions.exception else {}
    for one in exceptions.exception:
        place = f"{EXCEPTIONS}: {one.file}"
        strangers = [name for name in one.by if name not in roles]
        for name in strangers:
            yield f"{place}：{name} 在这里没有账号 · {place}: {name}: has no account here"
        if strangers:
            continue
        if not any(roles[name] in APPROVERS for name in one.by):
            yield f"{place}：两人中至少一人须能审批公示 · {place}: one of the two must be allowed to approve releases"
        for name in one.unsigned(given):
            yield (
                f"{place}：{name} 还没有用本人密码签字；请运行 portal except --as {name}"
                f" · {place}: {name} has not signed it; run `portal except --as {name}`"
            )


def signers_gone(exceptions: Exceptions, staff: Staff) -> tuple[tuple[str, str], ...]:
    """(file, account) where a signed exception stands on the word of somebody whose account is disabled by now.

    It stands (decision 0048); but whoever approves next should look at it.
    """
    gone = {member.account for member in staff.members() if member.disabled}
    return tuple((one.file, name) for one in exceptions.exception for name in one.by if name in gone)


def in_one_hand(exceptions: Exceptions, custody: Custody) -> tuple[tuple[str, Suspicion], ...]:
    """(file, why) where the two who name an exception may be one person (decision 0078). It stands, and is told."""
    pairs = ((one.file, custody.suspicion(*one.by)) for one in exceptions.exception)
    return tuple((file, why) for file, why in pairs if why)


def line_of(home: Home, one: LineException) -> str | None:
    """The very line an exception is about; None where no line of the file is it any more."""
    file = home.content / one.file
    if not file.is_file() or not file.resolve().is_relative_to(home.content.resolve()):
        return None
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line for line in lines if digest_of(line) == one.line_sha256), None)
