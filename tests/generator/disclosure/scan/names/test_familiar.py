"""How neighbours call one another in English: Old Ma, Big Wu; and what is only old or big."""

import pytest

from generator.disclosure.scan import Public, World, scan_text


@pytest.mark.parametrize("text", ["Can you ask Old Ma to stop drying fish?", "Big Wu parked on the ramp."])
def test_a_syllable_behind_how_neighbours_call_one_another_is_a_name(text: str) -> None:
    assert scan_text(text, World(), Public(), "en").hold


@pytest.mark.parametrize(
    "text", ["Old Fan Replaced.", "Big Bins are emptied on Monday.", "Old pipes were replaced."]
)
def test_old_things_are_not(text: str) -> None:
    assert not scan_text(text, World(), Public(), "en").spans
