"""Which pages exist. Only the sections stand in the navigation; everything that grows stays out of it."""

from collections.abc import Callable, Iterator

from generator.site.chain import release_pages
from generator.site.contacts import complain_pages, people_pages, prose_pages
from generator.site.edition import Edition, Page
from generator.site.home import home_pages
from generator.site.measured import measure_pages
from generator.site.outcomes import outcome_pages
from generator.site.promises import standards_pages
from generator.site.verify import verify_pages

SECTIONS = {
    "home": "",
    "standards": "standards/",
    "outcomes": "outcomes/",
    "measures": "measures/",
    "complain": "complain/",
    "people": "people/",
    "releases": "releases/",
}
PAGES: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home_pages,
    standards_pages,
    outcome_pages,
    measure_pages,
    complain_pages,
    people_pages,
    release_pages,
    verify_pages,
    prose_pages,
)


def all_pages(edition: Edition) -> list[Page]:
    """Every page of an edition, each address once."""
    pages = [page for make in PAGES for page in make(edition)]
    addresses = [page.address for page in pages]
    assert len(set(addresses)) == len(addresses), "two pages share an address"
    return pages
