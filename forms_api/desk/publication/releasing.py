"""The page `/publish`: what the next release changes, its preview and checks, approving it, building, going back."""

import re
from typing import Final

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.people.proving import word_fault
from forms_api.desk.publication.previewing import FRAMING
from forms_api.desk.publication.views import DraftView, PreviewView, PublishingState
from register.signoff import SignOff

_DIGEST: Final = re.compile("[0-9a-f]{64}")


def show_publish(visit: Visit, status: int = 200, problems: tuple[str, ...] = ()) -> Response:
    """The draft of the period that can be released now, or when the next one can be."""
    publishing, language = visit.office.publishing, visit.language
    state = publishing.state(language)
    draft = publishing.draft(state.next_period, language) if _is_ready(visit, state) else None  # type: ignore[arg-type]
    page = visit.page(
        "publish.html",
        status,
        behind=publishing.is_site_behind(),
        aside=publishing.set_aside(language),
        state=state,
        draft=draft,
        preview=_preview_of(visit, draft),
        staging=publishing.preview_job(language),
        groups=_counted_by_group(draft),
        problems=problems,
        site=visit.office.home.portal.origin,
    )
    page.headers["content-security-policy"] = FRAMING
    return page


def start_preview(visit: Visit) -> Response:
    """Stage the site with the draft in it, behind the page."""
    publishing = visit.office.publishing
    state = publishing.state(visit.language)
    if not _is_ready(visit, state) or state.next_period is None:
        return show_publish(visit, 422, (visit.say("publish", "other_period"),))
    visit.record("preview_started", state.next_period)
    publishing.start_preview(state.next_period)
    return visit.see_other("/publish/preview")


def show_preview_progress(visit: Visit) -> Response:
    job = visit.office.publishing.preview_job(visit.language)
    return visit.page("progress.html", job=job, what="staging", site="")


def approve(visit: Visit) -> Response:
    """Freeze the draft whose preview was looked at, on one's own word, and build the site behind the page."""
    period, sha256 = visit.typed.get("period", ""), visit.typed.get("sha256", "")
    fault = word_fault(visit, "release_refused", sha256 if _DIGEST.fullmatch(sha256) else "-")
    if fault:
        return show_publish(visit, 422, (fault,))
    publishing = visit.office.publishing
    if period != publishing.state(visit.language).next_period:
        return show_publish(visit, 422, (visit.say("publish", "other_period"),))
    made = publishing.preview(visit.language)
    if made is None or made.sha256 != sha256 or not made.passed:
        return show_publish(visit, 422, (visit.say("publish", "preview_first"),))
    problems = publishing.approve(period, SignOff(sha256, visit.actor, visit.now), visit.language)
    if problems:
        return show_publish(visit, 422, problems)
    visit.record("release_approved", sha256)
    publishing.start_build()
    return visit.see_other("/publish/progress")


def build(visit: Visit) -> Response:
    """Build the site again from what was released."""
    visit.record("build_started", "-")
    visit.office.publishing.start_build()
    return visit.see_other("/publish/progress")


def show_progress(visit: Visit) -> Response:
    job = visit.office.publishing.job(visit.language)
    return visit.page("progress.html", job=job, what="progress", site=visit.office.home.portal.origin)


def roll_back(visit: Visit) -> Response:
    """Search the previous site behind the page, and put it back where nothing stands against it."""
    visit.record("rolled_back", "-")
    visit.office.publishing.start_roll_back()
    return visit.see_other("/publish/roll-back")


def show_roll_back(visit: Visit) -> Response:
    job = visit.office.publishing.roll_back_job(visit.language)
    return visit.page("progress.html", job=job, what="restoring", site=visit.office.home.portal.origin)


def advance(visit: Visit) -> Response:
    """Demo only: move the clock to the next period; the sessions move with it."""
    assert visit.office.advance is not None, "the address exists only where the clock can be moved"
    now = visit.office.advance()
    visit.office.sessions.postpone(now - visit.now)
    return visit.see_other("/", visit.say("demo", "advanced", day=f"{now:%Y-%m-%d}"))


def _is_ready(visit: Visit, state: PublishingState) -> bool:
    return state.next_period is not None and (state.ready_on is None or state.ready_on <= visit.now.date())


def _preview_of(visit: Visit, draft: DraftView | None) -> PreviewView | None:
    """The preview, where it is of this very draft."""
    made = visit.office.publishing.preview(visit.language)
    return made if made and draft and made.sha256 == draft.sha256 else None


def _counted_by_group(draft: DraftView | None) -> dict[str, int]:
    groups: dict[str, int] = {}
    for entry in draft.entries if draft else ():
        groups[entry.group] = groups.get(entry.group, 0) + 1
    return groups
