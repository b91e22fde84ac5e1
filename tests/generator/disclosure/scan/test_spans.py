"""What the scan answers: kinds, reasons, neutral words; overlapping spans become one."""

import pytest

from generator.disclosure.scan import FindingKind, Reason, Severity, Span, Verdict
from generator.disclosure.scan.spans import settle


def test_a_verdict_with_anything_in_it_holds() -> None:
    assert not Verdict(()).hold
    assert Verdict((Span(0, 1, FindingKind.NUMBER, Reason.UNEXPLAINED),)).hold


def test_overlapping_spans_take_kind_and_reason_from_the_best_founded() -> None:
    spans = settle(
        [
            Span(0, 4, FindingKind.NUMBER, Reason.UNEXPLAINED),
            Span(2, 9, FindingKind.PHONE, Reason.KNOWN_VALUE),
            Span(9, 10, FindingKind.NAME, Reason.DETECTOR),
        ]
    )
    assert spans == (
        Span(0, 9, FindingKind.PHONE, Reason.KNOWN_VALUE),
        Span(9, 10, FindingKind.NAME, Reason.DETECTOR),
    )


@pytest.mark.parametrize(
    ("kind", "reason", "severity"),
    [
        (FindingKind.PHONE, Reason.DETECTOR, Severity.IDENTIFYING),
        (FindingKind.NAME, Reason.KNOWN_VALUE, Severity.TELLING),
        (FindingKind.PHONE, Reason.UNEXPLAINED, Severity.LOOK),
    ],
)
def test_severity_follows_kind_and_reason(kind: FindingKind, reason: Reason, severity: Severity) -> None:
    assert Span(0, 1, kind, reason).severity is severity


@pytest.mark.parametrize("kind", FindingKind)
def test_every_kind_has_neutral_words_in_both_languages(kind: FindingKind) -> None:
    span = Span(0, 1, kind, Reason.DETECTOR)
    assert span.suggestion("zh")
    assert span.suggestion("en").isascii()
    assert span.suggestion("zh") != span.suggestion("en")


def test_the_neutral_word_for_a_person_keeps_no_surname() -> None:
    assert Span(0, 3, FindingKind.NAME, Reason.DETECTOR).suggestion("zh") == "某业主"
