"""Drafts of one event become one with all its evidence; two events stay two."""

from collections.abc import Mapping
from datetime import date

import pytest

from communique.article import Article, Language
from communique.drafts import Draft, DraftValue, Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.grounding.ground import ground
from communique.merging import merge
from communique.verdicts import Policy

TEXT = (
    "Aksoy to see Yusuf\n\n"
    "Defence Minister Cemil Aksoy visited Pakistan this week. "
    "He met Gen. Haroon Yusuf in Rawalpindi on Thursday for talks on frigates. "
    "Foreign Minister Ada Korkmaz was in Doha. "
    "Aksoy and Yusuf discussed training, too. "
    "Aksoy and Yusuf met again in spring."
)


def people(*names: str) -> tuple[DraftValue, ...]:
    return tuple({"name": Proposed(name)} for name in names)


def merged(*drafts: Draft, text: str = TEXT, language: Language = "en") -> tuple[Draft, ...]:
    article = annotated_article(Article(text=text, published=date(2026, 2, 13), language=language))
    return merge((ground(draft, article, Policy()) for draft in drafts), article)


def told(number: int, *names: str, **fields: str) -> Draft:
    given: dict[str, DraftValue] = {"participants": people(*names)}
    given.update({field: Proposed(words, option=words) for field, words in fields.items()})
    return Draft(MeetingEvent, (number,), given)


def test_merged_drafts_join_lists_and_evidence() -> None:
    first, apart, second = told(3, "Cemil Aksoy", "Haroon Yusuf"), told(4, "Ada Korkmaz"), told(5, "Aksoy", "Yusuf")
    one, other = merged(first, apart, second)
    assert one.evidence == (3, 5)
    assert one.fields["participants"] == people("Cemil Aksoy", "Haroon Yusuf", "Aksoy", "Yusuf")
    assert other is apart


def test_of_two_values_the_asserted_one_is_kept() -> None:
    first = told(5, "Aksoy", "Yusuf", place="Karachi")
    (one,) = merged(first, told(3, "Cemil Aksoy", "Haroon Yusuf", place="Rawalpindi"))
    assert one.fields["place"] == Proposed("Rawalpindi", option="Rawalpindi")


def test_of_two_dates_the_narrower_is_kept() -> None:
    first = told(2, "Cemil Aksoy", "Haroon Yusuf", date="this week")
    (one,) = merged(first, told(3, "Cemil Aksoy", "Haroon Yusuf", date="on Thursday"))
    assert one.fields["date"] == Proposed("on Thursday", option="on Thursday")


def test_a_visit_joins_the_meeting_it_frames_and_lends_its_place() -> None:
    visit = told(2, "Cemil Aksoy", format="visit", place="Rawalpindi")
    (one,) = merged(visit, told(3, "Cemil Aksoy", "Haroon Yusuf", format="meeting"))
    assert one.fields["format"] == Proposed("meeting", option="meeting")
    assert one.fields["place"] == Proposed("Rawalpindi", option="Rawalpindi")


def test_a_return_visit_joins_the_meeting_told_behind_it_and_no_meeting_told_before() -> None:
    text = (
        "Ada Kent, Lino Ferro ile Lima'da bir araya geldi. Ada Kent iade ziyareti için Umman'a gelecek. "
        "Ada Kent, Veli Aydın ile Maskat'ta bir araya gelecek."
    )
    held = told(1, "Ada Kent", "Lino Ferro", format="meeting", status="held")
    visit = told(2, "Ada Kent", format="visit", status="planned", place="Umman")
    planned = told(3, "Ada Kent", "Veli Aydın", format="meeting", status="planned", place="Maskat")
    assert [draft.evidence for draft in merged(held, visit, planned, text=text, language="tr")] == [(1,), (2, 3)]


def test_a_state_gives_way_to_who_is_named_of_it() -> None:
    text = "Omani and Qatari ministers met in Doha. Omani Minister Ada Kent met Qatari Minister Veli Aydin."
    states: tuple[DraftValue, ...] = ({"country": Proposed("Omani")}, {"country": Proposed("Qatari")})
    (one,) = merged(
        Draft(MeetingEvent, (1,), {"participants": states}),
        Draft(
            MeetingEvent,
            (2,),
            {
                "participants": (
                    {"name": Proposed("Ada Kent"), "country": Proposed("Omani")},
                    {"name": Proposed("Veli Aydin"), "country": Proposed("Qatari")},
                )
            },
        ),
        text=text,
    )
    named = one.fields["participants"]
    assert isinstance(named, tuple)
    assert all(isinstance(member, Mapping) and "name" in member for member in named)


def test_who_is_of_no_country_that_is_told_may_stand_for_the_state_that_is_left() -> None:
    text = "Omani and Qatari ministers met in Doha. Omani Minister Ada Kent met Veli Aydin."
    states: tuple[DraftValue, ...] = ({"country": Proposed("Omani")}, {"country": Proposed("Qatari")})
    named: tuple[DraftValue, ...] = (
        {"name": Proposed("Ada Kent"), "country": Proposed("Omani")},
        {"name": Proposed("Veli Aydin")},
    )
    (one,) = merged(
        Draft(MeetingEvent, (1,), {"participants": states}),
        Draft(MeetingEvent, (2,), {"participants": named}),
        text=text,
    )
    assert one.fields["participants"] == named


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Ada Korkmaz met Selim Tarhan. Ada Korkmaz and Selim Tarhan met again.", "en", id="english"),
        pytest.param(
            "Bakan Ada Korkmaz, Selim Tarhan ile görüştü. Bakan Ada Korkmaz, Selim Tarhan ile yeniden görüştü.",
            "tr",
            id="turkish",
        ),
    ],
)
def test_what_is_told_as_another_time_stays_apart(text: str, language: Language) -> None:
    drafts = told(1, "Ada Korkmaz", "Selim Tarhan"), told(2, "Ada Korkmaz", "Selim Tarhan")
    assert len(merged(*drafts, text=text, language=language)) == 2


def test_one_state_stands_at_an_end_once() -> None:
    text = "Peru ordered nine cutters from Spain. The cutters will join the Peruvian Navy."
    first: Mapping[str, DraftValue] = {"recipient": ({"name": Proposed("Peru"), "country": Proposed("Peru")},)}
    again: Mapping[str, DraftValue] = {"recipient": people("Peruvian Navy")}
    cutters = {"description": Proposed("cutters")}
    (one,) = merged(Draft(ArmsDeal, (1,), {**first, **cutters}), Draft(ArmsDeal, (2,), {**again, **cutters}), text=text)
    assert one.fields["recipient"] == first["recipient"]


def test_a_state_by_its_name_goes_before_its_adjective() -> None:
    text = "Peru received Spanish cutters. Peru ordered the cutters from Spain."
    cutters = {"description": Proposed("cutters")}
    first: Mapping[str, DraftValue] = {"supplier": ({"country": Proposed("Spanish")},)}
    again: Mapping[str, DraftValue] = {"supplier": ({"name": Proposed("Spain"), "country": Proposed("Spain")},)}
    (one,) = merged(Draft(ArmsDeal, (1,), {**first, **cutters}), Draft(ArmsDeal, (2,), {**again, **cutters}), text=text)
    assert one.fields["supplier"] == again["supplier"]


def test_what_was_planned_and_is_cancelled_is_one_meeting_that_is_cancelled() -> None:
    text = "The meeting of Cemil Aksoy with Haroon Yusuf was cancelled. Aksoy was to meet Yusuf in Doha."
    drafts = (_standing(1, "was cancelled", "cancelled"), _standing(2, "was to meet", "planned"))
    (one,) = merged(*drafts, text=text)
    assert one.fields["status"] == Proposed("was cancelled", option="cancelled")


def test_what_was_held_is_not_what_is_cancelled() -> None:
    text = "Cemil Aksoy met Haroon Yusuf. The talks of Aksoy and Yusuf were cancelled."
    assert len(merged(_standing(1, "met", "held"), _standing(2, "were cancelled", "cancelled"), text=text)) == 2


def _standing(number: int, words: str, option: str) -> Draft:
    given: dict[str, DraftValue] = {"participants": people("Aksoy", "Yusuf"), "status": Proposed(words, option=option)}
    return Draft(MeetingEvent, (number,), given)


def test_a_meeting_on_the_sidelines_is_no_other() -> None:
    text = "Ada Korkmaz met Selim Tarhan. Ada Korkmaz met Selim Tarhan on the sidelines of a fair."
    drafts = told(1, "Ada Korkmaz", "Selim Tarhan"), told(2, "Ada Korkmaz", "Selim Tarhan")
    assert len(merged(*drafts, text=text)) == 1


def test_a_day_is_kept_before_a_long_time_of_which_more_is_told() -> None:
    first = told(2, "Cemil Aksoy", "Haroon Yusuf", date="over the past two years")
    (one,) = merged(first, told(3, "Cemil Aksoy", "Haroon Yusuf", date="on Thursday"))
    assert one.fields["date"] == Proposed("on Thursday", option="on Thursday")


def test_who_has_no_country_may_be_the_office_that_meets_the_same_one() -> None:
    text = "Peru’s army chief met Selim Tarhan. Ada Korkmaz met Selim Tarhan."
    office: DraftValue = {"role": Proposed("army chief"), "country": Proposed("Peru")}
    by_office = Draft(MeetingEvent, (1,), {"participants": (*people("Selim Tarhan"), office)})
    (one,) = merged(by_office, told(2, "Selim Tarhan", "Ada Korkmaz"), text=text)
    assert one.fields["participants"] == people("Selim Tarhan", "Selim Tarhan", "Ada Korkmaz")
