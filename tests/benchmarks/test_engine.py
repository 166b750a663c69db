"""The table of engine settings: means an article, and answers compared where both were asked."""

from benchmarks.engine import COLUMNS, FIRST, SETTINGS, Reading

from communique.completion import TokenUsage
from communique.llm.tuning import Tuning


def reading(answers: dict[str, str]) -> Reading:
    usage = TokenUsage(prompt=300, completion=30, cached=100, calls=4)
    return Reading(articles=2, usage=usage, processor=9.0, clock=5.0, start=1.25, answers=answers)


def test_a_row_is_of_one_article_and_compares_answers_to_the_same_questions() -> None:
    first, other = reading({"a": "1", "b": "2"}), reading({"a": "1", "b": "3", "c": "4"})
    row = dict(zip(COLUMNS, other.row("two slots", first), strict=True))
    assert row == {
        "setting": "two slots",
        "calls": "2.0",
        "read": "150.0",
        "kept": "50.0",
        "written": "15.0",
        "processor s": "4.5",
        "clock s": "2.5",
        "start s": "1.2",
        "answers the same": "1 of 2",
    }


def test_the_first_setting_keeps_and_guesses_nothing() -> None:
    assert SETTINGS[FIRST] == Tuning(prefix_cache=False)
    assert Tuning() in SETTINGS.values()
