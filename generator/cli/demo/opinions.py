"""What the invented households think: a mood each, and a chance of being content with each thing asked."""

from random import Random

from register.surveys.survey import NO, NOT_APPLICABLE, SCALES, YES, Question, Survey

CONTENT = {
    "overall": 0.79, "repairs": 0.77, "repair_time": 0.66, "maintained": 0.74, "safe": 0.81, "listens": 0.58, "informs": 0.70,
    "respect": 0.83, "complaints": 0.49, "clean": 0.80, "community": 0.62, "order": 0.55,
}  # fmt: skip
"""The share of the content in an average mood, in the first wave."""

SAYS_YES = {"had_repair": 0.46, "complained": 0.24}
BETTER, MOOD = 0.035, 0.16
SKIPS, DOES_NOT_APPLY = 0.04, 0.06
# Of the content, how many are very content; of the others, from indifferent to very discontented.
VERY, OTHERS = 0.42, (0.45, 0.33, 0.22)


def opinion(survey: Survey, progress: int, chance: Random) -> dict[str, str]:
    """The answers of one household in the wave so many after the first."""
    mood = chance.gauss(0, MOOD) + BETTER * progress
    answers: dict[str, str] = {}
    for question in survey.question:
        is_skipped = not question.required and chance.random() < SKIPS
        if survey.is_asked(question, answers) and not is_skipped:
            answers[question.name] = _answer(question, mood, chance)
    return answers


def _answer(question: Question, mood: float, chance: Random) -> str:
    if question.scale == "yes_no":
        return YES if chance.random() < SAYS_YES.get(question.name, 0.5) else NO
    if question.may_not_apply and chance.random() < DOES_NOT_APPLY:
        return NOT_APPLICABLE
    very, fairly, *rest = SCALES[question.scale]
    if chance.random() < CONTENT.get(question.name, 0.7) + mood:
        return very if chance.random() < VERY else fairly
    return chance.choices(rest, OTHERS)[0]
