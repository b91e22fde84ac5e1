"""What only one rule of the scan notices: each is here because no other would hold these words."""

import pytest

from generator.disclosure.scan import PrivateValues, Public, Reason, World, scan_text
from generator.disclosure.scan.spans import FindingKind


@pytest.mark.parametrize("text", ["精神不太好。", "精神不太好，已安排。"])
def test_a_word_about_somebodys_state_is_doubted(text: str) -> None:
    verdict = scan_text(text, World(), Public(), "zh")
    assert [span.kind for span in verdict.reasons] == [FindingKind.HEALTH]


def test_a_whole_value_of_the_register_is_held_though_it_is_public_too() -> None:
    """A resident who has the number of the service centre is still a resident; a person decides."""
    world = World.build([PrivateValues(phone="13800138000")])
    verdict = scan_text("请拨打13800138000。", world, Public.build(phones=["138-0013-8000"]), "zh")
    assert [span.reason for span in verdict.spans] == [Reason.KNOWN_VALUE]


@pytest.mark.parametrize("kept", ["+86 138 0013 8000", "008613800138000", "8613800138000"])
def test_a_number_kept_with_the_code_of_the_country_is_known_without_it(kept: str) -> None:
    world = World.build([PrivateValues(phone=kept)])
    (span,) = scan_text("请拨打13800138000。", world, Public(), "zh").spans
    assert span.reason is Reason.KNOWN_VALUE


@pytest.mark.parametrize("text", ["自2026-11-08起恢复供水。", "依据《规范》(2024)执行。"])
def test_a_whole_date_explains_its_digits(text: str) -> None:
    assert not scan_text(text, World(), Public(), "zh").hold
