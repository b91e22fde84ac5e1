"""The list of 135 hostile inputs as a page: where each is shown to do no harm, or why it does not apply.

The numbers are stable. Tests of this folder carry them in their names or ids; others are named here in full.
`python -m tests.hostile.listing > docs/hostile-inputs.md` writes the page anew.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.factories import PROJECT

HERE = Path(__file__).parent
JOURNEY = "tests/forms_api/test_journey.py"
TRACKING = "tests/forms_api/test_tracking.py"
STORE = "tests/register/test_store.py"
ENCLOSED = "tests/forms_api/test_enclosures.py"
PHOTOS = "tests/forms_api/test_photos.py"
SURVEYING = "tests/forms_api/test_surveying.py"

ELSEWHERE: dict[int, str] = {
    69: f"{JOURNEY}::test_nothing_a_resident_writes_is_markup_or_template",
    85: f"{ENCLOSED}::test_85_the_name_of_a_file_is_never_used",
    86: f"{ENCLOSED}::test_a_bad_photo_is_named_and_the_answers_and_the_good_photo_stay",
    87: f"{ENCLOSED}::test_a_bad_photo_is_named_and_the_answers_and_the_good_photo_stay",
    88: f"{PHOTOS}::test_a_photo_that_is_also_a_script_is_only_a_photo",
    89: f"{ENCLOSED}::test_89_what_the_camera_noted_reaches_no_file",
    90: f"{PHOTOS}::test_a_turned_photo_comes_back_upright",
    91: f"{PHOTOS}::test_a_photo_that_would_fill_the_memory_is_refused",
    92: f"{PHOTOS}::test_texts_and_profiles_that_unfold_without_end_do_no_harm",
    93: f"{PHOTOS}::test_ten_thousand_pictures_in_one_cost_no_more_than_one",
    94: f"{PHOTOS}::test_a_photo_of_a_hundred_megapixels_is_taken",
    95: f"{ENCLOSED}::test_a_bad_photo_is_named_and_the_answers_and_the_good_photo_stay",
    96: f"{PHOTOS}::test_a_child_that_dies_is_a_photo_that_cannot_be_read",
    97: f"{ENCLOSED}::test_97_an_input_left_empty_is_no_photo",
    98: f"{ENCLOSED}::test_98_the_same_photo_in_every_slot_is_kept_in_every_slot",
    99: f"{ENCLOSED}::test_99_photos_that_waited_too_long_are_asked_for_again_and_the_text_is_kept",
    100: f"{PHOTOS}::test_every_kind_of_colour_becomes_plain_colour",
    101: f"{PHOTOS}::test_nothing_of_what_a_camera_noted_is_left",
    102: f"{ENCLOSED}::test_102_no_address_serves_a_photo_to_the_public",
    104: f"{JOURNEY}::test_other_words_under_the_same_instance_are_refused_and_the_first_stand",
    105: f"{JOURNEY}::test_a_form_open_for_more_than_a_day_keeps_the_answers_and_gets_a_fresh_instance",
    108: f"{JOURNEY}::test_sending_again_even_after_a_restart_makes_one_case_and_shows_one_receipt",
    114: f"{JOURNEY}::test_a_filled_trap_or_a_robots_speed_holds_the_case_and_never_drops_it",
    117: f"{TRACKING}::test_the_code_opens_the_case_however_it_is_typed",
    118: f"{SURVEYING}::test_twenty_sends_at_once_make_one_answer",
    119: "tests/register/test_survey_unlinkable.py::test_after_its_batch_the_disk_is_the_same_whoever_said_what_and_when",
    121: "tests/forms_api/desk/people/test_signin.py::test_guessing_is_slowed_down_and_the_right_password_waits_too",
    122: "tests/generator/disclosure/leakscan/test_sitescan.py::test_a_canary_is_found_in_every_notation",
    129: "tests/register/test_index.py::test_a_file_taken_away_is_gone_and_one_that_vanishes_is_no_damage",
    133: "tests/generator/cli/test_backup.py::test_a_restored_folder_is_an_estate_with_the_same_cases_and_private_modes",
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
    115: "there is no proof of work: it needs script and https; suspicion leads to the hold instead (114)",
    120: "surveys have no quota",
    131: "nothing is sent anywhere: no mail, no webhook",
}
GROUPS = {
    "A": "Transport",
    "B": "Form decoding",
    "C": "Text",
    "D": "Files",
    "E": "Identity, replay, spam",
    "F": "Environment",
}


def numbered_here() -> dict[int, str]:
    """Every number that a test of this folder carries, in its name or in the id of a case, with its file."""
    found: dict[int, str] = {}
    for file in sorted(HERE.glob("test_*.py")):
        source, place = file.read_text(encoding="utf-8"), file.relative_to(PROJECT).as_posix()
        found |= {int(number): place for number in re.findall(r"def test_(\d+)_", source)}
        found |= {int(number): place for number in re.findall(r'\(\s*"(\d+)[a-z]? ', source)}
    return found


def page() -> str:
    """The page `docs/hostile-inputs.md`."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    listed = tomllib.loads((HERE / "list.toml").read_text(encoding="utf-8"))
    shown = {**numbered_here(), **ELSEWHERE}
    total = sum(len(group) for group in listed.values())
    yield from (
        "# 135 ways to break the counter",
        "",
        "What a stranger, a robot or a failing disk may send, what is expected, and the test that shows it. Generated from",
        "`tests/hostile/`; do not edit. To renew it: `.venv/bin/python -m tests.hostile.listing > docs/hostile-inputs.md`",
        "",
        "For every one: no 5xx but the designed 503, no traceback, nothing of the input in a log, no half-made file, and others",
        f"are served meanwhile. {total - len(NOT_APPLICABLE)} of {total} apply and are tested; the others say why not.",
        "",
    )
    for code, group in listed.items():
        yield from (f"## {code}. {GROUPS[code]}", "", "| no. | what is sent | expected | stored | shown by |")
        yield "|---|---|---|---|---|"
        for number, (what, expected, stored) in group.items():
            place = NOT_APPLICABLE.get(int(number))
            where = f"does not apply: {place}" if place else f"`{shown[int(number)]}`"
            yield f"| {number} | {what} | {expected} | {stored} | {where} |"
        yield ""


if __name__ == "__main__":
    sys.stdout.write(page())
