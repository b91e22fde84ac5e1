"""What a trial found, in words: for the desk's page and the command line alike."""

from forms_api.ledger.rows import RowProblem
from register.terms import Language
from register.wording import Wording


def problem_in_words(problem: RowProblem, wording: Wording, language: Language) -> str:
    """Why a row is not taken; a refused step with the register's own reason."""
    code, dot, reason = problem.code.partition(".")
    sentence = wording.say("row_problem", code, language)
    if not dot:
        return sentence.format(value=problem.value)
    step = wording.say("verb", problem.value, language)
    return sentence.format(value=step, why=wording.say("refusal", reason, language))
