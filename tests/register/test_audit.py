"""The audit chain: durable, in order, and broken visibly."""

import errno
import json
import stat
import threading
from pathlib import Path

import pytest

from register.audit import START, AuditLine, AuditLog
from register.errors import RecordDamaged, StorageFailed
from tests.factories import MONDAY
from tests.faulty_disk import ERRORS, each_fault, faulty_disk


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    return AuditLog(tmp_path / "audit" / "audit.jsonl")


def write(log: AuditLog, about: str = "2026-483-901-7") -> str:
    return log.append(at=MONDAY, by="sunli", event="looked", about=about)


def test_each_line_holds_the_digest_of_the_line_before(log: AuditLog) -> None:
    digests = [write(log, str(number)) for number in range(3)]
    lines = list(log.lines())
    assert [line.about for line in lines] == ["0", "1", "2"]
    assert [line.previous for line in lines] == [START, *digests[:2]]


def test_the_digest_of_a_line_tells_nobody_who_wrote_it_and_when(log: AuditLog) -> None:
    """Approvals publish it, and what they are about is public: everything else could be tried out but for the salt."""
    before, published = write(log, "-"), write(log)
    guess = AuditLine(at=MONDAY, by="sunli", event="looked", about="2026-483-901-7", previous=before)
    assert guess.digest != published
    assert len({line.salt for line in log.lines()}) == 2
    assert list(log.lines())[1].model_copy(update={"salt": None}) == guess


def test_a_line_without_salt_is_what_it_always_was(log: AuditLog) -> None:
    """As older software wrote it: the chain goes on from it."""
    old = AuditLine(at=MONDAY, by="sunli", event="looked", about="-", previous=START)
    log.file.parent.mkdir()
    log.file.write_bytes(old.data + b"\n")
    assert b"salt" not in old.data
    write(log)
    assert [line.previous for line in log.lines()] == [START, old.digest]


def test_a_log_that_is_not_there_is_empty(log: AuditLog) -> None:
    assert list(log.lines()) == []


def test_the_newest_lines_are_those_at_the_end_that_can_be_read(log: AuditLog) -> None:
    assert log.newest() == []
    for number in range(3):
        write(log, str(number))
    with log.file.open("ab") as file:
        file.write(b"no line\n" + log.file.read_bytes().split(b"\n")[0][:20])
    assert [line.about for line in log.newest()] == ["0", "1", "2"]


def test_of_a_long_log_the_newest_lines_are_whole_and_the_last_ones(log: AuditLog) -> None:
    for number in range(10):
        write(log, f"{number}-" + "x" * 16_000)
    assert [line.about[0] for line in log.newest()] == ["6", "7", "8", "9"]


def test_the_log_is_its_owners_alone(log: AuditLog) -> None:
    write(log)
    assert stat.S_IMODE(log.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.file.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{}", "line 2 cannot be read"),
        ("nonsense", "line 2 cannot be read"),
        ('{"a":1,"a":2}', "line 2 cannot be read"),
    ],
)
def test_an_unreadable_line_is_named(log: AuditLog, line: str, problem: str) -> None:
    write(log)
    with log.file.open("a") as file:
        file.write(line + "\n")
    with pytest.raises(RecordDamaged, match=problem):
        list(log.lines())


def test_a_changed_or_removed_line_breaks_the_chain_at_the_next(log: AuditLog) -> None:
    for number in range(3):
        write(log, str(number))
    lines = log.file.read_text().splitlines(keepends=True)
    log.file.write_text("".join([lines[0].replace('"0"', '"9"'), *lines[1:]]))
    with pytest.raises(RecordDamaged, match="line 2 does not follow"):
        list(log.lines())
    log.file.write_text("".join(lines[1:]))
    with pytest.raises(RecordDamaged, match="line 1 does not follow"):
        list(log.lines())


def test_half_a_line_left_by_a_crash_is_no_line_and_the_next_one_follows_the_last_whole_one(
    log: AuditLog,
) -> None:
    write(log, "first")
    with log.file.open("a") as file:
        file.write('{"about": "never acknow')
    assert [line.about for line in log.lines()] == ["first"]
    write(log, "second")
    assert [line.about for line in log.lines()] == ["first", "second"]


def test_a_long_log_is_continued_from_its_end(log: AuditLog) -> None:
    for number in range(3):
        write(log, str(number) * 40_000)
    assert [len(line.about) for line in log.lines()] == [40_000] * 3


def test_what_is_no_log_is_not_cut(log: AuditLog) -> None:
    log.file.parent.mkdir()
    log.file.write_bytes(b"x" * 100_000)
    with pytest.raises(StorageFailed):
        write(log)
    assert log.file.stat().st_size == 100_000


def test_a_linked_log_is_not_followed(log: AuditLog, tmp_path: Path) -> None:
    log.file.parent.mkdir()
    log.file.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StorageFailed, match="ELOOP"):
        write(log)


@pytest.mark.parametrize("error", ERRORS)
def test_a_fault_at_any_call_is_told_and_leaves_a_whole_chain(tmp_path: Path, error: int) -> None:
    for number in each_fault():
        log = AuditLog(tmp_path / str(number) / "audit.jsonl")
        with faulty_disk(number, error) as disk:
            try:
                write(log, "first")
                told = False
            except StorageFailed:
                told = True
        write(log, "second")
        about = [line.about for line in log.lines()]
        assert about == ["first", "second"] or (told and about == ["second"])
        if not disk.failed():
            return


def test_a_full_disk_in_the_middle_of_a_line_breaks_nothing(log: AuditLog) -> None:
    write(log, "first")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("register.audit.write_all", _half_written)
        with pytest.raises(StorageFailed, match="ENOSPC"):
            write(log, "second")
    write(log, "third")
    assert [line.about for line in log.lines()] == ["first", "third"]


def _half_written(handle: int, data: bytes) -> None:
    import os

    os.write(handle, data[: len(data) // 2])
    raise OSError(errno.ENOSPC, "full")


def test_a_line_is_durable_before_it_counts_and_the_first_one_with_its_file(log: AuditLog) -> None:
    with faulty_disk() as disk:
        write(log)
    order = [
        call
        for call in disk.calls
        if call in (("write", "audit.jsonl"), ("fsync", "audit.jsonl"), ("fsync", "audit"))
    ]
    assert order == [("write", "audit.jsonl"), ("fsync", "audit.jsonl"), ("fsync", "audit")]


def test_many_writers_make_one_chain(log: AuditLog) -> None:
    threads = [threading.Thread(target=write, args=(log, str(number))) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(int(line.about) for line in log.lines()) == list(range(20))


def test_a_line_holds_no_more_than_it_says(log: AuditLog) -> None:
    write(log)
    assert set(json.loads(log.file.read_text())) == {"at", "by", "event", "about", "previous", "salt"}
