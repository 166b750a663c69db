"""A claimed status is set or contradicted by cues that govern the event, and by its date."""

from datetime import date
from typing import ClassVar, Literal

import pytest

from communique.annotation import annotate
from communique.article import Article, Language
from communique.drafts import Draft, Proposed
from communique.events import ArmsDeal, Cues, Event, MeetingEvent
from communique.fields import Choice, When
from communique.grounding.ground import ground
from communique.segmentation import segment
from communique.verdicts import Check, Policy, Verdict

FRIDAY = date(2026, 2, 13)


def checked(
    event: type[Event],
    claims: dict[str, str],
    text: str,
    language: Language = "en",
    policy: Policy = Policy(),  # noqa: B008 - frozen
) -> tuple[Event, dict[str, Check]]:
    article = annotate(segment(Article(text=text, language=language, published=FRIDAY)))
    fields = {name: Proposed(told, option=told if name != "date" else None) for name, told in claims.items()}
    grounded = ground(Draft(event, tuple(article.numbered), fields), article, policy)
    return grounded.event, {check.path: check for check in grounded.checks}


@pytest.mark.parametrize(
    ("claim", "text", "verdict"),
    [
        pytest.param("held", "Aksoy did not meet Yusuf in Doha.", Verdict.CONTRADICTED, id="negated"),
        pytest.param("denied", "Aksoy did not meet Yusuf in Doha.", Verdict.SUPPORTED, id="denied"),
        pytest.param("held", "Aksoy will meet Yusuf in Doha.", Verdict.CONTRADICTED, id="planned"),
        pytest.param("held", "Aksoy would meet Yusuf if he came to Doha.", Verdict.CONTRADICTED, id="condition"),
        pytest.param("planned", "Aksoy met Yusuf and will sign a deal in May.", Verdict.CONTRADICTED, id="other-verb"),
        pytest.param("denied", "He denied the charges when he met Yusuf.", Verdict.CONTRADICTED, id="other-clause"),
        pytest.param("held", "The ministry did not confirm that they had met.", Verdict.NOT_FOUND, id="open"),
        pytest.param("cancelled", "The meeting was not cancelled.", Verdict.NOT_FOUND, id="not-cancelled"),
        pytest.param("held", "It rained in Doha on that day.", Verdict.NOT_FOUND, id="no-word-of-it"),
    ],
)
def test_cues_set_or_contradict_a_status(claim: str, text: str, verdict: Verdict) -> None:
    _, checks = checked(MeetingEvent, {"status": claim}, text)
    assert checks["/status"].verdict is verdict, checks["/status"].reason
    assert (checks["/status"].found is None) is (verdict is not Verdict.CONTRADICTED)


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        pytest.param("12 February 2026", Verdict.SUPPORTED, id="before"),
        pytest.param("13 February 2026", Verdict.SUPPORTED, id="the-day-itself"),
        pytest.param("14 February 2026", Verdict.CONTRADICTED, id="after"),
        pytest.param("February 2026", Verdict.SUPPORTED, id="a-month-that-began-before"),
        pytest.param("March 2026", Verdict.CONTRADICTED, id="a-month-after"),
        pytest.param("10 to 15 February 2026", Verdict.SUPPORTED, id="an-interval-that-began-before"),
        pytest.param("15 to 18 February 2026", Verdict.CONTRADICTED, id="an-interval-after"),
    ],
)
def test_held_after_the_publication_is_contradicted(when: str, verdict: Verdict) -> None:
    text = f"Aksoy met Yusuf in Doha on {when}."
    event, checks = checked(MeetingEvent, {"status": "held", "date": when}, text)
    assert checks["/status"].verdict is verdict
    assert checks["/date"].verdict.asserted
    assert isinstance(event, MeetingEvent)
    assert (event.status is None) is (verdict is Verdict.CONTRADICTED)


def test_the_policy_decides_what_becomes_of_it() -> None:
    text, claims = "Aksoy met Yusuf in Doha on 14 March 2026.", {"status": "held", "date": "14 March 2026"}
    flagged, _ = checked(MeetingEvent, claims, text, policy=Policy(on_unsupported="flag"))
    assert isinstance(flagged, MeetingEvent)
    assert flagged.status is not None


def test_a_planned_meeting_may_lie_ahead() -> None:
    text = "Aksoy will meet Yusuf on 14 March 2026."
    _, checks = checked(MeetingEvent, {"status": "planned", "date": "14 March 2026"}, text)
    assert checks["/status"].verdict is Verdict.SUPPORTED


def test_a_stage_that_is_a_fact_cannot_lie_ahead() -> None:
    text = "Qatar signed a contract for two corvettes, and the yard opens in May 2027."
    _, checks = checked(ArmsDeal, {"stage": "contract", "date": "May 2027"}, text)
    assert checks["/stage"].verdict is Verdict.CONTRADICTED


class Exercise(Event):
    """A user's own event, with words of its own for how it stands."""

    kind: ClassVar[str] = "exercise"
    cues: ClassVar[Cues | str | None] = Cues(
        triggers=("exercise", "drill*", "tatbikat*"),
        nouns=("exercise", "exercises", "tatbikat*"),
        verbs=("drilled", "drill"),
        standing={"state": {"happened": "over", "planned": "ahead", "cancelled": "off", "denied": "off"}},
    )
    state: Choice[Literal["over", "ahead", "off"]] | None = None
    date: When | None = None


@pytest.mark.parametrize(
    ("text", "language", "state"),
    [
        pytest.param("The exercise was held off Aksaz.", "en", "over", id="held"),
        pytest.param("The exercise will be held off Aksaz.", "en", "ahead", id="planned"),
        pytest.param("The navies cancelled the exercise.", "en", "off", id="cancelled"),
        pytest.param("Tatbikat yapıldı.", "tr", "over", id="yapıldı"),
        pytest.param("Tatbikatın mayısta yapılması planlanıyor.", "tr", "ahead", id="planlanıyor"),
        pytest.param("Tatbikat iptal edildi.", "tr", "off", id="iptal"),
    ],
)
def test_an_event_of_ones_own_stands_by_its_own_words(text: str, language: Language, state: str) -> None:
    for option in ("over", "ahead", "off"):
        _, checks = checked(Exercise, {"state": option}, text, language)
        assert checks["/state"].verdict is (Verdict.SUPPORTED if option == state else Verdict.CONTRADICTED)


def test_an_event_of_ones_own_cannot_be_over_before_it_is() -> None:
    text = "The exercise was held off Aksaz on 1 May 2026."
    _, checks = checked(Exercise, {"state": "over", "date": "1 May 2026"}, text)
    assert checks["/state"].verdict is Verdict.CONTRADICTED


@pytest.mark.parametrize("word", ["met ", "to meet ", "meeting ", "denied that met ", "will ", "görüşme ", "görüştü "])
def test_a_text_without_sentences_is_read_to_its_end(word: str) -> None:
    for language in ("en", "tr"):
        _, checks = checked(MeetingEvent, {"status": "held"}, word * 2000, language)
        span = checks["/status"].span
        assert span is None or span.of(word * 2000).strip()
