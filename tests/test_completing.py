"""Two accounts of one deal, of which one tells a single end."""

from datetime import date

import pytest

from communique.article import Article, Language
from communique.events import ArmsDeal
from communique.extractor import Extractor
from communique.testing import FakeClient
from tests.fakes import first_listed


def _deals(text: str, language: Language) -> list[ArmsDeal]:
    article = Article(text=text, language=language, published=date(2026, 3, 11), published_from="given")
    with Extractor(client=FakeClient(first_listed), kinds=(ArmsDeal,), strategy="sentence") as extractor:
        found = [record.event for record in extractor.extract(article).records if record.accepted]
    return [event for event in found if isinstance(event, ArmsDeal)]


@pytest.mark.parametrize(
    ("language", "text", "many"),
    [
        pytest.param(
            "en",
            "Spain's Navalia Marine won a tender for field radars. Peru pays $9 million for nine radars.",
            1,
            id="halves",
        ),
        pytest.param(
            "en", "Peru ordered nine corvettes. Its navy also ordered radars from Navalia Marine.", 2, id="other-things"
        ),
        pytest.param(
            "en", "Peru ordered nine corvettes. Chile ordered two corvettes from Navalia Marine.", 2, id="another-buyer"
        ),
        pytest.param(
            "en",
            "Peru ordered nine corvettes. Navalia Marine handed over two corvettes on Monday.",
            2,
            id="another-step",
        ),
        pytest.param(
            "tr",
            "Peru Deniz Kuvvetleri için inşa edilen korvet denize indirildi.\n\nDenizci Tersanesi ile Peru Savunma "
            "Bakanlığı 2020'de iki gemi için sözleşme imzaladı.",
            1,
            id="a-word-for-all-things",
        ),
    ],
)
def test_an_account_with_one_end_completes_another_beside_it(language: Language, text: str, many: int) -> None:
    assert len(_deals(text, language)) == many
