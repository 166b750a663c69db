"""Who takes part: all who are named, and states that act without a name."""

from collections.abc import Mapping

import pytest

from communique.article import Article, Language
from communique.drafts import DraftValue, Proposed
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.partaking import partakers
from communique.rules.states import states
from communique.spans import Span


def _told(text: str, language: Language) -> dict[str, list[str]]:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(MeetingEvent, language)
    assert cues is not None
    found = partakers(article, MeetingEvent, cues, [sentence.span for sentence in article.passage.sentences])
    return {field: [_words(member) for member in members] for field, members in found.items()}


def _words(member: DraftValue) -> str:
    assert isinstance(member, Mapping)
    return " · ".join(value.text for value in member.values() if isinstance(value, Proposed))


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        pytest.param("en", "Ada Kent met Veli Aydin, Lino Ferro and Amel Trabelsi.", 4, id="a-list"),
        pytest.param("en", "Ada Kent met Veli Aydin, son of the late Lino Ferro.", 0, id="named-aside"),
        pytest.param("en", "Ada Kent met Veli Aydin and toured the Harbour Board.", 2, id="a-body-beside-two-people"),
        pytest.param(
            "en", "Ada Kent welcomed a delegation that included Veli Aydin, Lino Ferro and Omar Rana.", 4, id="members"
        ),
        pytest.param("en", "The plan includes meetings with Ada Kent, Veli Aydin and Lino Ferro.", 0, id="all-are-met"),
        pytest.param("en", "Ada Kent met Veli Aydin.", 0, id="two-leave-no-choice-already"),
        pytest.param(
            "en", "Ada Kent met Veli Aydin in talks which were also attended by Lino Ferro.", 3, id="attended-by"
        ),
        pytest.param(
            "en",
            "Ada Kent, who came at the invitation of Lino Ferro, met Veli Aydin.",
            2,
            id="told-aside-before-the-verb",
        ),
        pytest.param("en", "Ada Kent and Lino Ferro would meet Veli Aydin.", 3, id="would-meet"),
        pytest.param("en", "Ada Kent met Veli Aydin, who would name Lino Ferro.", 0, id="would-of-another-verb"),
        pytest.param("en", "Veli bin Said met Ada Kent, Lino Ferro and Omar Rana.", 4, id="a-verb-in-a-name"),
        pytest.param("tr", "Ada Kent, Veli Aydın ve Amel Trabelsi bir araya geldi.", 3, id="turkish"),
    ],
)
def test_all_who_are_named_take_part(language: Language, text: str, parties: int) -> None:
    assert len(_told(text, language).get("participants", [])) == parties


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        pytest.param("en", "The Omani and Qatari foreign ministers met on Monday.", ["OMN", "QAT"], id="adjectives"),
        pytest.param("en", "The leaders of Oman, Qatar and Iraq met.", ["OMN", "QAT", "IRQ"], id="of"),
        pytest.param("en", "Oman and Qatar will hold talks on fishing.", ["OMN", "QAT"], id="subjects"),
        pytest.param("en", "Talks between Oman and Qatar began.", ["OMN", "QAT"], id="between"),
        pytest.param("en", "Ada Kent met Omani officials.", ["OMN"], id="one-that-is-met"),
        pytest.param("en", "Omani officials met Ada Kent.", [], id="officials-alone"),
        pytest.param("en", "An Omani military delegation met Ada Kent.", ["OMN"], id="a-delegation"),
        pytest.param("en", "The Omani military delegation met Ada Kent.", [], id="a-delegation-told-of-before"),
        pytest.param("en", "Talks between the Port League and Oman began.", ["OMN"], id="between-a-body-and"),
        pytest.param("en", "Ada Kent met her Omani counterpart.", ["OMN"], id="an-office-alone"),
        pytest.param("en", "Ties between Oman and Qatar are good.", [], id="ties"),
        pytest.param("en", "Omani and Qatari ships met in the Gulf.", [], id="ships"),
        pytest.param("en", "Ada Kent met Veli Aydin, Omani and Qatari officials said.", [], id="the-source"),
        pytest.param("tr", "Umman ve Katar dışişleri bakanları buluştu.", ["OMN", "QAT"], id="bakanları"),
        pytest.param("tr", "Umman ile Katar arasında görüşmeler yapıldı.", ["OMN", "QAT"], id="arasında"),
        pytest.param("tr", "Umman ile Katar arasındaki dostluk sürüyor.", [], id="arasındaki"),
        pytest.param("tr", "Ada Kent, Katar heyetiyle görüştü.", ["QAT"], id="heyetiyle"),
    ],
)
def test_a_state_takes_part_where_the_construction_says_so(language: Language, text: str, codes: list[str]) -> None:
    article = annotated_article(Article(text=text, language=language))
    cues = cues_of(MeetingEvent, language)
    assert cues is not None
    assert [state.code for state in states(article, cues, article.passage.sentences[0].span)] == codes


def test_a_later_part_of_a_sentence_has_its_subject() -> None:
    text = "Ada Kent was welcomed by Veli Aydin in Doha, and later received by President Lino Ferro."
    article = annotated_article(Article(text=text, language="en"))
    cues = cues_of(MeetingEvent, "en")
    assert cues is not None
    later = Span(text.index("later"), len(text))
    found = partakers(article, MeetingEvent, cues, [later])
    assert [_words(member) for member in found["participants"]] == ["Ada Kent", "Lino Ferro"]


def test_who_is_named_stands_for_the_own_country() -> None:
    assert _told("Omani General Veli Aydin met Omani and Qatari officials.", "en") == {
        "participants": ["Veli Aydin", "Qatari"]
    }


def test_who_is_told_to_have_attended_takes_part() -> None:
    text = "Ada Kent met Veli Aydin in Doha. The meeting was attended by Lino Ferro. The talks end on Monday."
    assert _told(text, "en") == {"participants": ["Ada Kent", "Veli Aydin", "Lino Ferro"]}


def test_who_is_told_to_have_come_with_one_of_them_takes_part() -> None:
    text = "Envoy Ada Kent met Veli Aydin in Doha. The envoy was accompanied by Lino Ferro."
    assert sorted(_told(text, "en")["participants"]) == ["Ada Kent", "Lino Ferro", "Veli Aydin"]


def test_an_office_alone_has_its_words_and_country() -> None:
    assert _told("Ada Kent met her Omani counterpart in Doha.", "en") == {
        "participants": ["Ada Kent", "counterpart · Omani"]
    }


def test_a_word_aside_counts_in_its_own_sentence() -> None:
    text = "Ada Kent met Veli Aydin, the port said. Lino Ferro also took part in the dinner meeting."
    assert _told(text, "en") == {"participants": ["Ada Kent", "Veli Aydin", "Lino Ferro"]}


def test_the_source_is_no_party_beside_two_states() -> None:
    found = _told("The ministers of Oman and Qatar will hold talks, the Harbour Board told Delta News.", "en")
    assert found == {"participants": ["Oman", "Qatar"]}


def test_a_sentence_that_names_nobody_may_stand_before_who_came_along() -> None:
    text = "Ada Kent met Veli Aydin. They praised the ports. At the meeting Ada Kent was accompanied by Lino Ferro."
    assert sorted(_told(text, "en")["participants"]) == ["Ada Kent", "Lino Ferro", "Veli Aydin"]


def test_whose_talks_are_told_of_takes_no_part_in_those_between_states() -> None:
    found = _told("Pointing to the talks between Oman and Peru, Ada Kent praised both.", "en")
    assert len(found["participants"]) == 2


def test_a_visit_told_in_passing_is_the_visitors() -> None:
    assert _told("Ada Kent was there at the time of Veli Aydin’s visit to Oman.", "en") == {
        "participants": ["Veli Aydin"]
    }


@pytest.mark.parametrize(
    ("behind", "parties"),
    [
        pytest.param(
            "During the meeting, Kent, Veli Aydin and Lino Ferro will speak.", 3, id="with-the-one-named-before"
        ),
        pytest.param("During the meeting, Veli Aydin and Lino Ferro will speak.", 0, id="without"),
        pytest.param("Elsewhere, Kent, Veli Aydin and Lino Ferro spoke.", 0, id="of-something-else"),
    ],
)
def test_the_sentence_behind_names_those_who_were_counterparts(behind: str, parties: int) -> None:
    found = _told(f"Minister Ada Kent is to meet her two counterparts in Doha. {behind}", "en")
    assert len(found.get("participants", [])) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(
            "Veli Aydın'ın vereceği yemeğe katılacak olan Ada Kent, akşam Lino Ferro'yu ziyaret edecek.",
            ["Ada Kent", "Lino Ferro"],
            id="whom-a-participle-leads-up-to",
        ),
        pytest.param("Veli Aydın'a eşlik eden Ada Kent, Lima'ya gitti.", ["Ada Kent"], id="who-is-not-there"),
        pytest.param(
            "Veli Aydın'ın davetlisi olarak Lima'da bulunan Ada Kent, müzeyi ziyaret etti.", [], id="nobody-else-is-met"
        ),
    ],
)
def test_a_turkish_participle_tells_of_others(text: str, parties: list[str]) -> None:
    assert _told(text, "tr").get("participants", []) == parties


def test_the_two_of_a_sentence_take_part_though_more_is_told_of_it() -> None:
    text = "Ada Kent, Lino Ferro'yu ziyaret etti. Ziyaretin sonunda bildiri yayımlandı."
    assert _told(text, "tr") == {"participants": ["Ada Kent", "Lino Ferro"]}


def test_a_class_without_parties_has_none() -> None:
    article = annotated_article(Article(text="Oman bought tanks from Spain.", language="en"))
    cues = cues_of(ArmsDeal, "en")
    assert cues is not None
    assert partakers(article, ArmsDeal, cues, [article.passage.sentences[0].span]) == {}
