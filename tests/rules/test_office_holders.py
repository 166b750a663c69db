"""Whoever meets by an office alone, with its country."""

import pytest

from communique.article import Article
from communique.events import MeetingEvent
from communique.extractor import annotated_article
from communique.rules.cues import cues_of
from communique.rules.office_holders import meeting_holder


def _roles(text: str) -> list[str]:
    article = annotated_article(Article(text=text, language="en"))
    cues = cues_of(MeetingEvent, "en")
    assert cues is not None
    sentence = article.passage.sentences[-1].span
    countries = (one for one in article.countries if sentence.contains(one.span))
    found = (meeting_holder(article, cues, sentence, one) for one in countries)
    return [holder.role.of(text) for holder in found if holder is not None]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        pytest.param("Ada Kent met her Omani counterpart in Doha.", ["counterpart"], id="counterpart"),
        pytest.param("Ada Kent spoke by phone with Peru’s army chief.", ["army chief"], id="genitive"),
        pytest.param("Ada Kent held talks with the defence minister of Oman.", ["defence minister"], id="of"),
        pytest.param("Ada Kent was received by the President of Peru.", ["President"], id="received-by"),
        pytest.param("Peru’s army chief will meet his Omani counterpart.", ["army chief", "counterpart"], id="both"),
        pytest.param("An Omani minister visited Doha.", [], id="any"),
        pytest.param("Doha was last visited by an Omani minister.", [], id="by-any"),
        pytest.param("Ada Kent praised the defence minister of Oman.", [], id="nobody-meets"),
        pytest.param("Ada Kent met the Omani foreign minister, Salim Harthi.", [], id="a-name-behind"),
        pytest.param("Ada Kent met the Omani foreign minister’s wife.", [], id="somebody-of-theirs"),
        pytest.param("Ada Kent met the Omani president of the Harbour League.", [], id="of-a-body"),
        pytest.param(
            "Omani Foreign Minister Salim Harthi spoke. Ada Kent met the Omani foreign minister.", [], id="told-before"
        ),
    ],
)
def test_an_office_with_its_country_meets_without_a_name(text: str, roles: list[str]) -> None:
    assert _roles(text) == roles
