"""The store of survey answers, with nothing in it that joins an answer to a household.

`surveys/WAVE/` holds `codes.json` (keyed hashes of the codes, used or not), `pending/` and `answers.json`. An answer
first waits in `pending/` under its code's hash: until then, and only then, the two can be joined by who has the disk
and the keys. As soon as five wait, all of them go into `answers.json`, which is written anew in the order of the
answers' own words: the file depends on what was answered and on nothing else, no time, no name, no order of arrival.

After a crash at any instruction an answer is in `pending/`, or in `answers.json`, or in both and named in `merging`;
never in neither, and never counted twice. A copy of the disk made while answers waited keeps what it saw: backups
leave `pending/` out.
"""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from register.disk import locked, make_private, remove, sync_folder, told
from register.errors import Fault, RecordDamaged, RegisterError, SettingsRefused
from register.keys import Keys
from register.stored import Damage
from register.surveys.survey import Survey, Way
from register.surveys.survey_codes import code_tag
from register.surveys.survey_files import is_temporary, put, read_record, wipe
from register.surveys.survey_records import Answers, Codes, Counts, Pending, SurveyRecord, Taken, Use

BATCH = 5


class SurveyStore:
    """The answers of one wave, in `folder`/ID.

    Every method raises StorageFailed where the disk refuses, RecordDamaged where codes or answers are damaged, and
    SettingsRefused where the survey's questions or dates are not those its codes were issued for.
    """

    def __init__(self, folder: Path, survey: Survey, keys: Keys) -> None:
        self.survey, self._keys = survey, keys
        self.folder = folder / survey.id
        self._pending = self.folder / "pending"
        self._codes_file = self.folder / "codes.json"
        self._answers_file = self.folder / "answers.json"
        with told():
            make_private(self._pending)

    def issue(self, codes: Iterable[str]) -> None:
        """Make codes valid, durably; print them only afterwards. Raises RegisterError once the wave has ended."""
        with self._alone():
            before = self._codes()
            if before.ended:
                raise RegisterError(f"the survey {self.survey.id} has ended; no more codes can be issued")
            more = before.with_more({self._tag(code): "unused" for code in codes})
            dates = before.dates or self.survey.dates
            self._put(self._codes_file, more.model_copy(update={"dates": dates}))

    def add(self, code: str, answers: Mapping[str, str], way: Way) -> Taken:
        """Keep the answers of the household that has this code; what is kept is durable.

        Raises ValueError for answers that do not fit the questions. After any error nothing was acknowledged, and
        sending the same again is right.
        """
        pending = self._fitting(answers, way)
        with self._alone():
            # Releasing is no part of taking: what fails of it is tried again with the next one, and `damage` tells.
            with contextlib.suppress(RegisterError, OSError):
                self._complete(self._answers())
            taken = self._take(self._codes(), self._tag(code), pending)
            if taken == Taken.KEPT:
                with contextlib.suppress(RegisterError, OSError):
                    self._release(BATCH)
            return taken

    def add_all(self, handed_in: Iterable[tuple[str, Mapping[str, str], Way]]) -> list[Taken]:
        """A pile of answers at once: each as by `add`, all of them durable when it returns, released together."""
        pile = [(self._tag(code), self._fitting(answers, way)) for code, answers, way in handed_in]
        with self._alone():
            self._complete(self._answers())
            codes = self._codes()
            taken = [self._take(codes, tag, pending) for tag, pending in pile]
            self._release(BATCH)
        return taken

    def use_of(self, code: str) -> Use | None:
        """Whether a code was used for an answer already released; None for one that was never issued."""
        with self._alone():
            return self._codes().uses.get(self._tag(code))

    def release(self) -> int:
        """Complete what a crash interrupted, and release the waiting answers if they are a batch. Returns how many."""
        with self._alone():
            return self._release(BATCH)

    def finish(self) -> Answers:
        """Once the wave has ended: release what waits, however few, forget who took part, and return all answers."""
        with self._alone():
            self._release(1)
            codes = self._codes()
            if not codes.ended:
                self._put(self._codes_file, codes.forgotten())
            return self._answers()

    def answers(self) -> Answers:
        """The answers released so far."""
        with self._alone():
            return self._answers()

    def counts(self) -> Counts:
        with self._alone():
            codes, answers = self._codes(), self._answers()
            ways = Counter(pending.way for pending in self._waiting(answers).values())
        return Counts(codes.issued, answers.web + ways[Way.WEB], answers.paper + ways[Way.PAPER])

    def damage(self) -> list[Damage]:
        """Files that cannot be used, and whether answers are missing. All of it is left as it is."""
        with self._alone():
            found = [Damage(name, "is not a waiting answer") for name in self._foreign()]
            try:
                answers = self._answers()
                self._refuse_loss(self._codes(), answers)
            except RecordDamaged as problem:
                return [*found, Damage(problem.name, problem.problem)]
            for tag in self._waiting_tags(answers):
                try:
                    self._read_pending(tag)
                except RecordDamaged as problem:
                    found.append(Damage(problem.name, problem.problem))
        return found

    def _fitting(self, answers: Mapping[str, str], way: Way) -> Pending:
        misfits = self.survey.misfits(answers)
        if misfits:
            raise ValueError(f"answers that do not fit: {', '.join(misfits)}")
        return Pending(way=way, answers=dict(answers))

    def _take(self, codes: Codes, tag: str, pending: Pending) -> Taken:
        """Let an answer wait under its code's hash, once."""
        if codes.ended:
            return Taken.ENDED
        if tag not in codes.uses:
            return Taken.UNKNOWN
        try:
            before = self._read_pending(tag)
        except FileNotFoundError:
            if tag in codes.used:
                return Taken.USED
            self._keep(tag, pending)
            return Taken.KEPT
        sync_folder(self._pending)  # its writer may have died before this
        return Taken.AGAIN if before.answers == pending.answers else Taken.USED

    def _keep(self, tag: str, pending: Pending) -> None:
        try:
            self._put(self._pending / tag, pending)
        except OSError:
            remove(self._pending / tag)
            raise

    def _release(self, least: int) -> int:
        """Move all that waits into the answers, in steps of which each is durable before the next one begins."""
        answers = self._complete(self._answers())
        waiting = self._waiting(answers)
        codes = self._codes()
        self._refuse_loss(codes, answers)
        if len(waiting) < least:
            return 0
        if not codes.ended:
            self._put(self._codes_file, codes.after_use(waiting))
        merged = answers.merged(waiting)
        self._put(self._answers_file, merged)
        self._complete(merged)
        return len(waiting)

    def _complete(self, answers: Answers) -> Answers:
        """Clear away what waits no longer, and what a crash left; then forget which ones it were."""
        for path in [*self.folder.iterdir(), *self._pending.iterdir()]:
            if is_temporary(path):
                wipe(path)
        if not answers.merging:
            return answers
        for tag in answers.merging:
            with contextlib.suppress(FileNotFoundError):
                wipe(self._pending / tag)
        sync_folder(self._pending)
        self._put(self._answers_file, answers.cleared())
        return answers.cleared()

    def _refuse_loss(self, codes: Codes, answers: Answers) -> None:
        """As many answers must be here as codes were used, but for those whose answers still wait."""
        released = codes.used - set(self._waiting_tags(answers))
        if not codes.ended and len(released) != len(answers.answers):
            problem = f"holds {len(answers.answers)} answers where {len(released)} were released"
            raise RecordDamaged(self._answers_file.name, problem)

    def _waiting(self, answers: Answers) -> dict[str, Pending]:
        """The waiting answers that can be read; a damaged one stays where it is."""
        waiting = {}
        for tag in self._waiting_tags(answers):
            with contextlib.suppress(RecordDamaged):
                waiting[tag] = self._read_pending(tag)
        return waiting

    def _waiting_tags(self, answers: Answers) -> list[str]:
        names = (path.name for path in self._pending.iterdir())
        return sorted(name for name in names if _is_tag(name) and name not in answers.merging)

    def _foreign(self) -> list[str]:
        odd = [path for path in self._pending.iterdir() if not _is_tag(path.name) and not is_temporary(path)]
        return sorted(ascii(path.name)[1:-1] for path in odd)

    def _codes(self) -> Codes:
        try:
            codes = read_record(self._codes_file, Codes, self._codes_file.name)
        except FileNotFoundError:
            return Codes(survey=self.survey.id, questions=self.survey.digest)
        self._refuse_other(codes.survey, codes.questions)
        self._refuse_moved(codes)
        return codes

    def _answers(self) -> Answers:
        try:
            answers = read_record(self._answers_file, Answers, self._answers_file.name)
        except FileNotFoundError:
            return Answers(survey=self.survey.id, questions=self.survey.digest)
        self._refuse_other(answers.survey, answers.questions)
        return answers

    def _read_pending(self, tag: str) -> Pending:
        """A waiting answer; where it is damaged, its hash is named by the beginning only."""
        return read_record(self._pending / tag, Pending, f"pending/{tag[:8]}")

    def _refuse_other(self, survey: str, questions: str) -> None:
        if (survey, questions) != (self.survey.id, self.survey.digest):
            problem = (
                "the questions changed after codes were issued; put them back, or start a wave with a new id"
            )
            raise SettingsRefused(
                [Fault(f"content/surveys/{self.survey.id}.toml", "question", None, problem)]
            )

    def _refuse_moved(self, codes: Codes) -> None:
        """A wave that stays open until its answers please is none: the days printed on its slips are the days it has."""
        if codes.dates is not None and codes.dates != self.survey.dates:
            was = ", ".join(day.isoformat() for day in codes.dates)
            problem = f"the dates changed after codes were issued; they were {was}: put them back, or start a wave with a new id"
            raise SettingsRefused([Fault(f"content/surveys/{self.survey.id}.toml", "opens", None, problem)])

    def _put(self, path: Path, record: SurveyRecord) -> None:
        put(path, record, self.survey.opens)

    def _tag(self, code: str) -> str:
        return code_tag(self._keys, self.survey.id, code)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time, for every thread and process."""
        with told(), locked(self.folder / "lock"):
            yield


def read_ended(folder: Path, survey: Survey) -> tuple[Codes, Answers] | None:
    """Codes and answers of a wave that was finished, read without a lock and without writing; None where it was not.

    Raises RecordDamaged.
    """
    try:
        codes = read_record(folder / survey.id / "codes.json", Codes, "codes.json")
        answers = read_record(folder / survey.id / "answers.json", Answers, "answers.json")
    except FileNotFoundError:
        return None
    same = {(record.survey, record.questions) for record in (codes, answers)} == {(survey.id, survey.digest)}
    return (codes, answers) if codes.ended and same else None


def _is_tag(name: str) -> bool:
    return len(name) == 64 and set(name) <= set("0123456789abcdef")
