"""Which pages exist. Only the sections stand in the navigation; everything that grows stays out of it."""

from collections.abc import Callable, Iterator

from generator.site.edition import Edition, Page
from generator.site.files.opendata.page import data_pages
from generator.site.files.search import search_pages
from generator.site.pages.chain import release_pages
from generator.site.pages.charged import fee_pages
from generator.site.pages.contacts import complain_pages, people_pages, prose_pages
from generator.site.pages.disclosed import calendar_pages
from generator.site.pages.evaluated import evaluation_pages
from generator.site.pages.home import home_pages
from generator.site.pages.improved import improvement_pages
from generator.site.pages.inspected import inspection_pages
from generator.site.pages.measured import measure_pages
from generator.site.pages.noticeboard import notice_pages
from generator.site.pages.outcomes import outcome_pages
from generator.site.pages.promises import standards_pages
from generator.site.pages.quality import quality_pages
from generator.site.pages.redress import appeal_pages, correction_pages
from generator.site.pages.sheets import sheet_pages
from generator.site.pages.surveyed import survey_pages
from generator.site.pages.verify import verify_pages

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
