"""What a resident posts to take a step on her case: the words, and photos where facts are added."""

import dataclasses
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool

from forms_api.answers import Problem
from forms_api.body import Posted
from forms_api.counter import Counter
from forms_api.enclosures import NOTHING, PHOTOS, REMOVE, STAGED, UPLOAD, Enclosure, enclose, read_enclosure
from forms_api.photos import Photo, PhotoFault, PhotoProblem
from forms_api.refusals import Refused
from forms_api.visit import INSTANCE, SWITCH, Visit
from register.case import Case
from register.numbers import parse_query_code
from register.pictures import added_key, pictures
from register.stored import Stored
from register.terms import RESIDENTS_STEPS, Step

FORM = "track"
KNOWN = ("code", INSTANCE, "step", "text", "satisfaction", STAGED, REMOVE, SWITCH)
MOST_IN_ALL = 9
TOO_MANY_IN_ALL = "too_many_in_all"


@dataclass(frozen=True)
class StepPost:
    """One step as it was sent. `stored` is None for a code that opens nothing; `problems` are those of its photos."""

    code: str
    step: Step
    fields: dict[str, str]
    stored: Stored[Case] | None
    enclosure: Enclosure = NOTHING
    problems: tuple[Problem, ...] = ()

    @property
    def is_put_off(self) -> bool:
        """Whether only the photos were to be removed, or the language changed."""
        return REMOVE in self.fields or SWITCH in self.fields


async def read_step(visit: Visit) -> StepPost:
    """The step with its photos cleaned and put aside; without a case of hers no photo is looked at. Raises Refused."""
    with visit.counter.room.claimed() as claim:
        posted = await visit.posted(KNOWN, UPLOAD, claim)
        post = await run_in_threadpool(_opened, visit, posted.fields)
        if post.step != Step.ADD_FACTS or post.stored is None or REMOVE in post.fields:
            return post
        return await run_in_threadpool(_enclosed, visit.counter, post, post.stored.record, posted)


def attach(counter: Counter, number: str, enclosure: Enclosure) -> tuple[str, ...] | PhotoProblem:
    """Copy what was put aside into the register, durably; the digests, in order. Raises StorageFailed."""
    if not enclosure.count:
        return ()
    staged = counter.staging.photos(enclosure.name)
    if isinstance(staged, PhotoProblem):
        return staged
    return counter.staging.commit(enclosure.name, added_key(number, _digests(staged)))


def _digests(photos: tuple[Photo, ...]) -> tuple[str, ...]:
    return tuple(photo.digest for photo in photos)


def _opened(visit: Visit, fields: dict[str, str]) -> StepPost:
    visit.instance(fields.get(INSTANCE, ""), FORM)
    code, step = parse_query_code(fields.get("code", "")), fields.get("step", "")
    if code is None or step not in RESIDENTS_STEPS - {Step.UPDATE_CONTACT}:
        raise Refused(400, "bad_request")
    return StepPost(code, Step(step), fields, visit.counter.find(code))


def _enclosed(counter: Counter, post: StepPost, case: Case, posted: Posted) -> StepPost:
    """At most `MOST_IN_ALL` photos a case, however often some are added."""
    earlier = read_enclosure(post.fields.get(STAGED, ""))
    chosen = sum(bool(data) for data in posted.files.values())
    if chosen and len(pictures(case)) + earlier.count + chosen > MOST_IN_ALL:
        problem = Problem(TOO_MANY_IN_ALL, PHOTOS, {"most": MOST_IN_ALL})
        return dataclasses.replace(post, enclosure=earlier, problems=(problem,))
    enclosure, problems = enclose(counter.staging, earlier, posted)
    return dataclasses.replace(post, enclosure=enclosure, problems=tuple(problems))


def explain_photo(visit: Visit, problem: Problem) -> str:
    """The sentence for what is wrong with the photos."""
    section = "photofault" if problem.code in set(PhotoFault) else "problem"
    return visit.say(section, problem.code, **problem.values)
