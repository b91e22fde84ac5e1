"""Errors say where, what and why, all at once."""

from register.errors import Fault, SettingsRefused, StepRefused


def test_a_fault_names_file_key_value_and_problem() -> None:
    assert str(Fault("rules.toml", "k", 1, "is under 3")) == "rules.toml: k = 1: is under 3"
    assert str(Fault("rules.toml", "k", None, "is missing")) == "rules.toml: k: is missing"
    assert str(Fault("rules.toml", "k", None, "is missing", 7)) == "rules.toml:7: k: is missing"


def test_all_faults_are_shown_at_once() -> None:
    refused = SettingsRefused([Fault("a", "b", 1, "c"), Fault("d", "e", 2, "f")])
    assert str(refused) == "a: b = 1: c\nd: e = 2: f"


def test_a_refused_step_says_what_could_be_done_instead() -> None:
    refused = StepRefused("answer", "received", ["not_now"], ["acknowledge"])
    assert str(refused) == "answer refused in received: not_now; allowed: acknowledge"
    assert refused.reasons == ("not_now",)
