"""The list of 135 hostile inputs: where each is shown to do no harm, or why it does not apply to what exists.

The numbers are stable. Tests of this folder carry them in their names or ids; others are named here in full.
"""

import re
from pathlib import Path

import pytest

from tests.factories import PROJECT

HERE = Path(__file__).parent
JOURNEY = "tests/forms_api/test_journey.py"
TRACKING = "tests/forms_api/test_tracking.py"
STORE = "tests/register/test_store.py"
FILES = "no form takes a file yet: a file part is refused whole (34, 38)"
PRESS = "words of residents never reach the press; the gate's scan and its tests answer for what is published"

ELSEWHERE: dict[int, str] = {
    69: f"{JOURNEY}::test_nothing_a_resident_writes_is_markup_or_template",
    104: f"{JOURNEY}::test_other_words_under_the_same_instance_are_refused_and_the_first_stand",
    105: f"{JOURNEY}::test_a_form_open_for_more_than_a_day_keeps_the_answers_and_gets_a_fresh_instance",
    108: f"{JOURNEY}::test_sending_again_even_after_a_restart_makes_one_case_and_shows_one_receipt",
    114: f"{JOURNEY}::test_a_filled_trap_or_a_robots_speed_holds_the_case_and_never_drops_it",
    117: f"{TRACKING}::test_the_code_opens_the_case_however_it_is_typed",
    123: "tests/hostile/test_kill.py::test_kill_nine_among_200_submissions_loses_and_doubles_nothing",
    124: f"{JOURNEY}::test_a_full_disk_gives_the_phone_and_keeps_every_answer_and_trying_again_works",
    125: f"{STORE}::test_the_folder_cannot_be_made_where_the_disk_is_read_only",
    126: f"{STORE}::test_nothing_is_synced_twice_after_its_sync_failed",
    127: "tests/forms_api/test_instance.py::test_a_clock_a_little_behind_is_forgiven",
    128: f"{STORE}::test_processes_opening_one_case_make_one_and_changing_it_one_is_told_busy",
    130: f"{STORE}::test_damage_is_named_and_left_and_harms_no_other",
    132: "tests/register/test_keys.py::test_what_is_wrong_with_the_file_is_named_all_at_once",
    135: f"{STORE}::test_everything_is_its_owners_alone_whatever_the_umask",
}
NOT_APPLICABLE: dict[int, str] = {
    22: "an address only chooses the delay of a wrong code; the server believes a forwarding header from this machine alone",
    25: "nothing is cached by address and no request is logged",
    57: "JSON is answered, never read: a JSON body is refused (45)",
    **dict.fromkeys(range(85, 103), FILES),
    115: "there is no proof of work: it needs script and https; suspicion leads to the hold instead (114)",
    118: "surveys come with their own forms",
    119: "surveys come with their own forms",
    120: "surveys come with their own forms",
    121: "the desk is another app with tests of its own",
    122: PRESS,
    129: "the store's readers see the old file or the new one; the gate reads through the same store",
    131: "nothing is sent anywhere: no mail, no webhook",
    133: "a restored backup is a matter of the ledger's check",
    134: "the server finishes what is under way for ten seconds, and a case is kept whole or not at all (123)",
}


def numbered_here() -> set[int]:
    """Every number that a test of this folder carries, in its name or in the id of a case."""
    found: set[int] = set()
    for file in HERE.glob("test_*.py"):
        source = file.read_text(encoding="utf-8")
        found |= {int(number) for number in re.findall(r"def test_(\d+)_", source)}
        found |= {int(number) for number in re.findall(r'\(\s*"(\d+)[a-z]? ', source)}
    return found


def test_every_one_of_the_135_is_answered_for_once() -> None:
    apart = set(ELSEWHERE) | set(NOT_APPLICABLE)
    assert set(range(1, 136)) - numbered_here() - apart == set()
    assert set(ELSEWHERE) & set(NOT_APPLICABLE) == set()
    assert numbered_here() & set(NOT_APPLICABLE) == set()


@pytest.mark.parametrize("place", sorted(set(ELSEWHERE.values())))
def test_every_test_named_elsewhere_exists(place: str) -> None:
    file, _, name = place.partition("::")
    assert f"def {name}(" in (PROJECT / file).read_text(encoding="utf-8")
