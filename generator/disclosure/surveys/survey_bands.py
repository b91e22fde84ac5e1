"""Which answers of a scale are shown together, so that no count from 1 to k-1 is shown or can be worked out.

Answers stand in the order of their scale, the best first. Neighbours are put together until every band is empty or
holds k or more. The border between the satisfied and the rest is kept where that can be, because the share of the
satisfied is the figure people ask for.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, product
from typing import Final

Cuts = tuple[int, ...]
"""The places at which the scale is cut, its ends among them: (0, 2, 5) are the first two and the last three."""

BIG: Final = -1


def form_bands(counts: Sequence[int], border: int, k: int) -> Cuts:
    """Where to cut these counts: the most bands that are each empty or k or more; one band where nothing else fits.

    `border` is how many answers from the best count as satisfied.
    """
    return next(cuts for cuts in _all_cuts(len(counts), border) if _fits(counts, cuts, k))


def alike(counts: Sequence[int], cuts: Cuts, border: int, k: int) -> Iterator[tuple[int, ...]]:
    """Distributions that would have been shown as these `counts` of bands; one for each that differs under k."""
    insides = (
        _insides(count, end - start, k) for count, (start, end) in zip(counts, pairwise(cuts), strict=True)
    )
    for parts in product(*insides):
        tried = tuple(count for part in parts for count in part)
        if form_bands(tried, border, k) == cuts:
            yield tried


def given_away(distributions: Iterable[Sequence[int]], k: int) -> tuple[int, ...]:
    """The places whose count from 1 to k-1 is the same in all distributions that a reader must think possible."""
    seen = [{min(count, k) for count in counts} for counts in zip(*distributions, strict=True)]
    return tuple(place for place, values in enumerate(seen) if len(values) == 1 and 0 < max(values) < k)


@cache
def _all_cuts(length: int, border: int) -> tuple[Cuts, ...]:
    """Every way to cut a scale, the best first: those that keep the border, then the finer ones."""
    inner = range(1, length)
    ways = [
        (0, *(place for place, is_cut in zip(inner, cut, strict=True) if is_cut), length)
        for cut in product((True, False), repeat=length - 1)
    ]
    return tuple(sorted(ways, key=lambda cuts: (border not in cuts, -len(cuts), cuts)))


def _fits(counts: Sequence[int], cuts: Cuts, k: int) -> bool:
    if len(cuts) == 2:
        return True
    sums = (sum(counts[start:end]) for start, end in pairwise(cuts))
    return all(total == 0 or total >= k for total in sums)


def _insides(total: int, length: int, k: int) -> list[tuple[int, ...]]:
    """The distributions inside a band, one for each that differs in its counts under k."""
    if length == 1:
        return [(total,)]
    found = []
    for small in product((*range(k), BIG), repeat=length):
        left = total - sum(count for count in small if count != BIG)
        bigs = small.count(BIG)
        if (bigs == 0 and left == 0) or (bigs and left >= k * bigs):
            rest = iter([left - k * (bigs - 1)] + [k] * (bigs - 1))
            found.append(tuple(next(rest) if count == BIG else count for count in small))
    return found
