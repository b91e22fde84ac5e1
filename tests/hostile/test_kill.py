"""Pulling the plug: what was acknowledged is there, exactly once and whole; sending again doubles nothing."""

import http.client
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

from forms_api.answers import ask
from forms_api.description import read_forms
from forms_api.instance import FormInstance, sign_instance
from forms_api.sealing import seal_answers
from register.case import Case
from register.receipt import make_receipt
from register.store import FolderStore
from tests.factories import KEYS, PROJECT
from tests.forms_api.visitor import COMPLAINT
from tests.hostile.running import estate, serving

SUBMISSIONS = 200
KILLED_AFTER = 40
AT_ONCE = (
    SUBMISSIONS // 2
)  # so many are under way when the plug is pulled; the others find it pulled, however fast it was
FORMS, _ = read_forms(PROJECT / "content" / "forms")


def checked_form(number: int) -> tuple[str, bytes]:
    """A form that somebody filled in a minute ago and is about to confirm: its instance's tag and its body."""
    opened = datetime.now(UTC) - timedelta(minutes=1)  # noqa: TID251 - the server under test has the real clock
    digest = ask(FORMS["complaint"]).digest
    drawn = FormInstance("complaint", number.to_bytes(16), opened.replace(microsecond=0), digest)
    token = sign_instance(KEYS, drawn)
    answers = {**COMPLAINT, "what": f"第 {number} 件。"}
    fields = answers | {"_instance": token, "_seal": seal_answers(KEYS, token, answers), "_end": "1"}
    return make_receipt(KEYS, drawn.for_receipt).instance_tag, urlencode(fields).encode()


def send(port: int, body: bytes) -> int:
    """The status of the answer; 0 where the server died before it gave one."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    try:
        connection.request("POST", "/f/complaint/send", body, headers)
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def test_kill_nine_among_200_submissions_loses_and_doubles_nothing(tmp_path: Path) -> None:
    forms = [checked_form(number) for number in range(1, SUBMISSIONS + 1)]
    acknowledged: list[str] = []

    def submit(form: tuple[str, bytes]) -> int:
        status = send(server.port, form[1])
        if status == 303:
            acknowledged.append(form[0])
        if len(acknowledged) >= KILLED_AFTER:
            server.process.kill()  # here and now: who had to be woken for it might come when all is done
        return status

    home = estate(tmp_path)
    assert KILLED_AFTER + AT_ONCE < SUBMISSIONS
    with ThreadPoolExecutor(AT_ONCE) as crowd, serving(tmp_path) as server:
        statuses = set(crowd.map(submit, forms))
    assert statuses == {0, 303}, "the plug was pulled in the middle, and nothing else went wrong"

    store = FolderStore(home.register)
    assert store.foreign() == []
    before = kept(store)
    assert set(acknowledged) <= set(before)
    assert len(acknowledged) < SUBMISSIONS

    with ThreadPoolExecutor(32) as crowd, serving(tmp_path) as server:
        again = list(crowd.map(lambda form: send(server.port, form[1]), forms))
    assert again == [303] * SUBMISSIONS
    after = kept(store)
    assert set(after) == {tag for tag, _ in forms}
    assert {case.submission.answers["what"] for case in after.values()} == {
        f"第 {number} 件。" for number in range(1, SUBMISSIONS + 1)
    }
    assert all(after[tag] == case for tag, case in before.items())


def kept(store: FolderStore) -> dict[str, Case]:
    """Every case by its instance's tag; a torn record, or a second one of the same instance, fails here."""
    cases = [store.read(number).record for number in store.numbers()]
    by_tag = {case.instance: case for case in cases}
    assert len(by_tag) == len(cases)
    return by_tag
