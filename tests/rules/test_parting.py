"""Sentences that tell of two events."""

import pytest

from communique.article import Article
from communique.events import ArmsDeal, MeetingEvent
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.parting import parts


def test_a_deal_told_in_a_clause_before_is_another() -> None:
    text = "After selling ten howitzers to Peru, Oman has ordered twelve rocket launchers from Spain."
    article = annotated_article(Article(text=text, language="en"))
    cues = cues_of(ArmsDeal, "en")
    assert cues is not None
    told = [one.span.of(text) for one in parts(article, ArmsDeal, cues, article.numbered[1])]
    assert told == ["After selling ten howitzers to Peru", "Oman has ordered twelve rocket launchers from Spain."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Gen. Veli Aydin met Minister Ada Kent, while Col. Omar Rana was received by President Lena Roth.",
            ["Gen. Veli Aydin met Minister Ada Kent", "Col. Omar Rana was received by President Lena Roth."],
            id="while",
        ),
        pytest.param(
            "Gen. Veli Aydin met Minister Ada Kent, and visited the shipyard.",
            ["Gen. Veli Aydin met Minister Ada Kent, and visited the shipyard."],
            id="one-who-acts",
        ),
        pytest.param(
            "Gen. Veli Aydin met Minister Ada Kent, and later received by President Lena Roth.",
            ["Gen. Veli Aydin met Minister Ada Kent", "later received by President Lena Roth."],
            id="the-same-subject-meets-another",
        ),
        pytest.param(
            "Gen. Veli Aydin meets Minister Ada Kent, and is expected to call on President Lena Roth.",
            ["Gen. Veli Aydin meets Minister Ada Kent", "is expected to call on President Lena Roth."],
            id="what-is-expected-next",
        ),
        pytest.param(
            "Gen. Veli Aydin met Minister Ada Kent, and Col. Omar Rana, during his visit to Oman.",
            ["Gen. Veli Aydin met Minister Ada Kent, and Col. Omar Rana, during his visit to Oman."],
            id="the-occasion-of-the-meeting",
        ),
        pytest.param(
            "Gen. Veli Aydin will meet Minister Ada Kent and will then be received by President Lena Roth.",
            ["Gen. Veli Aydin will meet Minister Ada Kent", "will then be received by President Lena Roth."],
            id="what-is-planned-next",
        ),
        pytest.param(
            "Gen. Veli Aydin met Minister Ada Kent and held talks with President Lena Roth.",
            ["Gen. Veli Aydin met Minister Ada Kent", "held talks with President Lena Roth."],
            id="and-then-another",
        ),
        pytest.param(
            "Gen. Veli Aydin met and held talks with President Lena Roth.",
            ["Gen. Veli Aydin met and held talks with President Lena Roth."],
            id="two-verbs-of-one-object",
        ),
        pytest.param(
            "Gen. Veli Aydin smiled, while Col. Omar Rana met President Lena Roth.",
            ["Gen. Veli Aydin smiled, while Col. Omar Rana met President Lena Roth."],
            id="one-event",
        ),
    ],
)
def test_a_sentence_is_cut_where_another_event_has_its_own_subject(text: str, told: list[str]) -> None:
    article = annotated_article(Article(text=text, language="en"))
    cues = cues_of(MeetingEvent, "en")
    assert cues is not None
    (sentence,) = article.numbered.values()
    assert [part.span.of(text) for part in parts(article, MeetingEvent, cues, sentence)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Peru bought nine tanks, while Chile ordered two cutters.",
            ["Peru bought nine tanks", "Chile ordered two cutters."],
            id="another-buyer",
        ),
        pytest.param(
            "Peru bought nine tanks, and Peru will receive the first tank in May.",
            ["Peru bought nine tanks, and Peru will receive the first tank in May."],
            id="the-same-buyer",
        ),
        pytest.param(
            "Peru bought nine tanks, while Chile protested.",
            ["Peru bought nine tanks, while Chile protested."],
            id="an-onlooker",
        ),
    ],
)
def test_a_sentence_is_cut_where_somebody_else_trades(text: str, told: list[str]) -> None:
    article = annotated_article(Article(text=text, language="en"))
    cues = cues_of(ArmsDeal, "en")
    assert cues is not None
    assert [part.span.of(text) for part in parts(article, ArmsDeal, cues, article.numbered[1])] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Bakan Ada Kent, salı günü Veli Aydın'ı kabul etti, çarşamba günü de Başkan Lino Ferro ile görüştü.",
            ["Bakan Ada Kent, salı günü Veli Aydın'ı kabul etti", "çarşamba günü de Başkan Lino Ferro ile görüştü."],
            id="a-comma",
        ),
        pytest.param(
            "Bakan Ada Kent, Veli Aydın'ı ziyaret ederek Başkan Lino Ferro ile görüştü.",
            ["Bakan Ada Kent, Veli Aydın'ı ziyaret ederek", "Başkan Lino Ferro ile görüştü."],
            id="a-converb",
        ),
        pytest.param(
            "Ada Kent'in Veli Aydın'ı kabul ettiği ve Başkan Lino Ferro ile görüştüğü bildirildi.",
            ["Ada Kent'in Veli Aydın'ı kabul ettiği", "Başkan Lino Ferro ile görüştüğü bildirildi."],
            id="two-clauses",
        ),
        pytest.param(
            "Veli Aydın tarafından kabul edilen Ada Kent ve heyeti, daha sonra Başkan Lino Ferro ile görüştü.",
            ["Veli Aydın tarafından kabul edilen Ada Kent ve heyeti", "daha sonra Başkan Lino Ferro ile görüştü."],
            id="a-delegation",
        ),
        pytest.param(
            "Bakan Ada Kent'in davetlisi olarak gelen Veli Aydın, Başkan Lino Ferro ile görüştü.",
            ["Bakan Ada Kent'in davetlisi olarak gelen Veli Aydın, Başkan Lino Ferro ile görüştü."],
            id="an-invitation",
        ),
        pytest.param(
            "Bakan Ada Kent, Veli Aydın'la bir araya gelerek heyetler arası görüşmeye başkanlık etti.",
            ["Bakan Ada Kent, Veli Aydın'la bir araya gelerek heyetler arası görüşmeye başkanlık etti."],
            id="nobody-else",
        ),
        pytest.param(
            "Bakan Ada Kent Lima'ya giderek Başkan Lino Ferro ile görüştü.",
            ["Bakan Ada Kent Lima'ya giderek Başkan Lino Ferro ile görüştü."],
            id="the-way-there",
        ),
    ],
)
def test_a_turkish_sentence_is_cut_behind_a_verb_that_tells_of_an_event(text: str, told: list[str]) -> None:
    article = annotated_article(Article(text=text, language="tr"))
    cues = cues_of(MeetingEvent, "tr")
    assert cues is not None
    assert [part.span.of(text) for part in parts(article, MeetingEvent, cues, article.numbered[1])] == told
