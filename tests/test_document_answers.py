"""A closed answer on the whole article: labels become mentions, and a quote brings what is told of it."""

from dataclasses import replace
from typing import Any

import pytest

from communique.completion import Completion, TokenUsage
from communique.drafts import Draft, Proposed
from communique.events import ArmsDeal, Event, MeetingEvent, Statement
from communique.extractor import annotated_article
from communique.forms import DocumentForm
from communique.grounding.ground import ground
from communique.parsing import parse
from communique.spans import Span
from communique.verdicts import Policy
from communique.vocabulary import spoken
from tests.articles import ENGLISH

ARTICLE = annotated_article(ENGLISH)


def drafted(event: type[Event], evidence: list[int], **given: Any) -> Draft:
    form = spoken(DocumentForm((event,)), ARTICLE, "closed")
    assert isinstance(form, DocumentForm)
    left_out: dict[str, object] = {shape.name: [] if shape.many else None for shape in form.asked(event)}
    answer = {event.kind: [{"evidence": evidence, **left_out, **given}]}
    (draft,) = parse(form, ARTICLE, answer, Completion("{}", "stop", "fake", TokenUsage()))
    return draft


def at(words: str, start: int = 0) -> Proposed:
    begin = ENGLISH.text.index(words, start)
    return Proposed(words, Span(begin, begin + len(words)))


@pytest.mark.parametrize(
    ("evidence", "found"),
    [
        pytest.param([1], at("Haroon Yusuf"), id="where-it-is-full"),
        pytest.param([2], at("Yusuf", 100), id="where-it-is-short"),
    ],
)
def test_a_label_means_the_mention_nearest_to_the_event(evidence: list[int], found: Proposed) -> None:
    party = {"name": "Haroon Yusuf", "role": None, "organisation": None, "country": None}
    assert drafted(MeetingEvent, evidence, participants=[party]).fields["participants"] == ({"name": found},)


def test_words_on_no_list_are_open_words_for_the_checks() -> None:
    draft = drafted(MeetingEvent, [1], place="Karachi", date="on Thursday")
    assert draft.fields == {"place": Proposed("Karachi"), "date": at("on Thursday")}
    assert [check.reason for check in ground(draft, ARTICLE, Policy()).checks if not check.verdict.asserted] == [
        "the article has no place 'Karachi'"
    ]


def name_of(draft: Draft) -> Proposed:
    speaker = draft.fields["speaker"]
    assert isinstance(speaker, dict)
    assert isinstance(speaker["name"], Proposed)
    return speaker["name"]


@pytest.mark.parametrize(
    "speaker",
    [
        pytest.param(None, id="left-out"),
        pytest.param({"name": None, "role": None, "organisation": None}, id="empty"),
        pytest.param({"name": "Haroon Yusuf", "role": None, "organisation": None}, id="confirmed"),
    ],
)
def test_a_quote_by_its_number_brings_its_words_and_its_speaker(speaker: object) -> None:
    draft = drafted(Statement, [], quote="Q1", speaker=speaker)
    assert draft.evidence == (2,)
    assert draft.fields["quote"] == replace(at("Our friendship needs no interpreter"), rule="quote_tagger")
    assert (name_of(draft).text, name_of(draft).rule) == ("Yusuf", "quote_tagger")
    assert isinstance(draft.fields["form"], Proposed)
    assert draft.fields["form"].option == "direct"
    assert ground(draft, ARTICLE, Policy()).fault is None


def test_another_speaker_corrects_the_tagger() -> None:
    other = {"name": "Cemil Aksoy", "role": None, "organisation": None}
    assert name_of(drafted(Statement, [1, 2], quote="Q1", speaker=other)) == at("Cemil Aksoy")


def test_a_role_beside_the_confirmed_speaker_is_kept() -> None:
    draft = drafted(Statement, [2], quote="Q1", speaker={"name": None, "role": "guest", "organisation": None})
    assert isinstance(draft.fields["speaker"], dict)
    assert draft.fields["speaker"]["role"] == Proposed("guest")


def test_a_country_is_told_by_the_form_that_is_printed() -> None:
    draft = drafted(ArmsDeal, [3], supplier=[{"name": "Denizak", "country": "Turkish"}], quantity="two patrol vessels")
    assert draft.fields["supplier"] == ({"name": at("Denizak"), "country": at("Turkish", 120)},)
    event = ground(draft, ARTICLE, Policy()).event
    assert isinstance(event, ArmsDeal)
    assert [actor.country.value for actor in event.supplier if actor.country] == ["TUR"]
