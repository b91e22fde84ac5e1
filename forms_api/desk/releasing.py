"""The page `/publish`: what the next release holds, approving it, building, going back."""

from starlette.responses import Response

from forms_api.desk.office import Visit
from forms_api.desk.proving import word_fault


def show_publish(visit: Visit, status: int = 200, problems: tuple[str, ...] = ()) -> Response:
    """The draft of the period that can be released now, or when the next one can be."""
    publishing, language = visit.office.publishing, visit.language
    state = publishing.state(language)
    ready = state.next_period is not None and (state.ready_on is None or state.ready_on <= visit.now.date())
    draft = publishing.draft(state.next_period, language) if ready and state.next_period else None
    return visit.page("publish.html", status, state=state, draft=draft, problems=problems)


def approve(visit: Visit) -> Response:
    """Freeze the draft that was shown, with one's own password, and build the site behind the page."""
    period, sha256 = visit.typed.get("period", ""), visit.typed.get("sha256", "")
    fault = word_fault(visit)
    if fault:
        visit.record("release_refused", sha256[:64] or "-")
        return show_publish(visit, 422, (fault,))
    publishing = visit.office.publishing
    if period != publishing.state(visit.language).next_period:
        return show_publish(visit, 422, (visit.say("publish", "other_period"),))
    problems = publishing.approve(period, sha256, visit.actor, visit.now, visit.language)
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
    return visit.page("progress.html", job=visit.office.publishing.job(visit.language))


def roll_back(visit: Visit) -> Response:
    """Put the previous site back in place."""
    visit.record("rolled_back", "-")
    return visit.see_other("/publish", visit.office.publishing.roll_back(visit.language))


def advance(visit: Visit) -> Response:
    """Demo only: move the clock to the next period; the sessions move with it."""
    assert visit.office.advance is not None, "the address exists only where the clock can be moved"
    now = visit.office.advance()
    visit.office.sessions.postpone(now - visit.now)
    return visit.see_other("/", visit.say("demo", "advanced", day=f"{now:%Y-%m-%d}"))
