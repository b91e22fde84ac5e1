"""Which pages exist. Only the sections stand in the navigation; everything that grows stays out of it."""

from collections.abc import Callable, Iterator

from generator.site.chain import release_pages
from generator.site.charged import fee_pages
from generator.site.contacts import complain_pages, people_pages, prose_pages
from generator.site.disclosed import calendar_pages
from generator.site.edition import Edition, Page
from generator.site.evaluated import evaluation_pages
from generator.site.home import home_pages
from generator.site.improved import improvement_pages
from generator.site.inspected import inspection_pages
from generator.site.measured import measure_pages
from generator.site.noticeboard import notice_pages
from generator.site.opendata.page import data_pages
from generator.site.outcomes import outcome_pages
from generator.site.promises import standards_pages
from generator.site.quality import quality_pages
from generator.site.redress import appeal_pages, correction_pages
from generator.site.search import search_pages
from generator.site.sheets import sheet_pages
from generator.site.surveyed import survey_pages
from generator.site.verify import verify_pages

SECTIONS = {
    "home": "",
    "standards": "standards/",
    "outcomes": "outcomes/",
    "measures": "measures/",
    "quality": "quality/",
    "inspections": "inspections/",
    "survey": "survey/",
    "notices": "notices/",
    "complain": "complain/",
    "people": "people/",
    "releases": "releases/",
}
"""What stands in the header, in this order."""

MORE = {
    "search": "search/",
    "improvements": "improvements/",
    "evaluation": "evaluation/",
    "fees": "fees/",
    "appeal": "appeal/",
    "corrections": "corrections/",
    "calendar": "calendar/",
    "data": "data/",
    "print": "print/",
    "verify": "verify/",
}
"""What stands in the footer beside them."""

PAGES: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    home_pages,
    standards_pages,
    outcome_pages,
    measure_pages,
    complain_pages,
    people_pages,
    release_pages,
    quality_pages,
    inspection_pages,
    survey_pages,
    improvement_pages,
    evaluation_pages,
    notice_pages,
    fee_pages,
    appeal_pages,
    correction_pages,
    calendar_pages,
    data_pages,
    sheet_pages,
    search_pages,
    verify_pages,
    prose_pages,
)
