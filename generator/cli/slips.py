"""The page of slips to print and cut: eight on an A4 sheet, both languages, a QR code that opens the form.

The QR code holds the address alone; the code is typed, so that it stands in no browser's history and no server's log.
"""

from collections.abc import Sequence

import segno
from markupsafe import Markup

from forms_api.pages import make_pages
from register.dates import show_date
from register.settings import Book
from register.surveys.survey import Survey
from register.surveys.survey_codes import Slip
from register.terms import Language

A_SHEET = 8


def slips_page(book: Book, survey: Survey, slips: Sequence[Slip]) -> str:
    """A whole HTML page that needs nothing beside it. At least one slip."""
    pages = make_pages(book.estate)
    picture = segno.make(slips[0].address, error="m").svg_inline(omitsize=True, border=0)
    sheets = [slips[start : start + A_SHEET] for start in range(0, len(slips), A_SHEET)]
    return pages.render(
        "slips.html",
        Language.ZH,
        survey=survey,
        sheets=sheets,
        closes={language: show_date(survey.closes, language) for language in (Language.ZH, Language.EN)},
        english=lambda code, **values: pages.wording.say("survey_slip", code, Language.EN).format(**values),
        picture=Markup(picture),  # noqa: S704  drawn here, from our own address
        count=len(slips),
    )
