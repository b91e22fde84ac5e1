"""What a draft changes against the release before it, figure by figure, in words."""

from collections.abc import Iterator

from forms_api.desk.publication.views import Change
from generator.disclosure.figures.indicators import Figure
from generator.disclosure.releases.release import Release
from generator.site.figures.figures import proportion, value_shown
from generator.site.words.voice import Voice


def figure_changes(before: Release | None, after: Release, voice: Voice) -> Iterator[Change]:
    """Every figure that is new, other than before, or gone. A figure that stays as it was is no change."""
    old = {figure.measure: figure for figure in before.figures} if before else {}
    new = {figure.measure: figure for figure in after.figures}
    limit = after.thresholds.percent_from
    for measure in [*new, *(gone for gone in old if gone not in new)]:
        was = in_words(old[measure], limit, voice) if measure in old else ""
        is_now = in_words(new[measure], limit, voice) if measure in new else ""
        if was != is_now:
            kind = "changed" if was and is_now else "new" if is_now else "gone"
            yield Change(kind, voice.say("measure_name", measure), was, is_now)  # type: ignore[arg-type]


def in_words(figure: Figure, percent_from: int, voice: Voice) -> str:
    """`95%（58/61）`, `16/17`, or a value with its unit."""
    if figure.numerator is None or figure.denominator is None:
        return " ".join(value_shown(figure, percent_from, voice))
    shown = proportion(figure.numerator, figure.denominator, percent_from)
    if figure.denominator < percent_from:
        return shown
    exact = f"{figure.numerator}/{figure.denominator}"
    return f"{shown}（{exact}）" if voice.is_chinese else f"{shown} ({exact})"
