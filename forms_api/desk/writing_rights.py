"""Which piece of writing a request means, and whether this person may write, change or decide it; decision 0022."""

from typing import Final

from forms_api.desk.office import Visit
from forms_api.desk.policies import Forbidden, check_may, may
from forms_api.refusals import Refused
from forms_api.written.drafts import OPEN, Draft, DraftNotFound, Drafts
from forms_api.written.files import Kept, kept_file
from forms_api.written.kinds import Writing
from register.terms import Role

WRITES: Final = {writing: "write_reply" if writing == Writing.REPLY else "write" for writing in Writing}


def drafts_of(visit: Visit) -> Drafts:
    """Where this estate's drafts lie."""
    return Drafts(visit.office.home.var / "written", visit.office.draw)


def writing_asked(visit: Visit) -> Writing:
    """The kind the address names. Raises Refused where there is none, Forbidden where she may not write it."""
    code = visit.request.path_params["writing"]
    if code not in set(Writing):
        raise Refused(404, "not_found")
    check_may(visit.member.role, WRITES[Writing(code)])
    return Writing(code)


def kept_asked(visit: Visit) -> tuple[Writing, Kept]:
    """The file the address names, if the desk keeps it. Raises Refused where there is none or it is kept by hand."""
    writing = writing_asked(visit)
    kept = kept_file(visit.office.home.content, writing, visit.request.path_params["name"])
    if kept is None:
        raise Refused(404, "no_draft")
    if not kept.ours:
        raise Refused(409, "by_hand")
    return writing, kept


def draft_asked(visit: Visit) -> Draft:
    """The draft the address names. The committee sees replies alone."""
    try:
        draft = drafts_of(visit).read(visit.request.path_params["name"])
    except DraftNotFound:
        raise Refused(404, "no_draft") from None
    if visit.member.role == Role.OUTSIDE and draft.writing != Writing.REPLY:
        raise Forbidden("write")
    return draft


def own_draft(visit: Visit) -> Draft:
    """A draft that its author may still change."""
    draft = draft_asked(visit)
    if draft.author != visit.member.account or draft.state not in OPEN:
        raise Refused(409, "draft_over")
    return draft


def others_draft(visit: Visit) -> Draft:
    """A draft that waits for somebody else's word. Four eyes: its author is refused and the try is logged."""
    draft = draft_asked(visit)
    if not may_decide(visit, draft):
        raise Forbidden("approve_written")
    if draft.author in visit.actor.barred:
        visit.record("refused_approve_written", draft.id)
        raise Refused(403, "one_hand")
    if draft.state != "drafted":
        raise Refused(409, "draft_over")
    return draft


def may_decide(visit: Visit, draft: Draft) -> bool:
    """Whether her word on it counts: she is not its author, and reviews, or is of the committee and it is a reply."""
    outside = draft.writing == Writing.REPLY and visit.member.role == Role.OUTSIDE
    return draft.author != visit.member.account and (may(visit.member.role, "approve_written") or outside)
