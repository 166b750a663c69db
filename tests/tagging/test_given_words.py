"""Given names that are common words begin a name where they can be nothing else."""

import pytest

from communique.article import Article, Language
from communique.extractor import annotated_article


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        pytest.param("Can Aksoy geldi.", "tr", ["Can Aksoy"], id="can-in-turkish"),
        pytest.param("Said el-Amini geldi.", "tr", ["Said el-Amini"], id="before-an-article"),
        pytest.param("The stoker Will Holm left.", "en", ["Will Holm"], id="amid-a-sentence"),
        pytest.param("Envoy Edward Said Holm left.", "en", ["Edward Said Holm"], id="within-a-name"),
        pytest.param("They met April Jones in Basra.", "en", ["April Jones"], id="month-amid-a-sentence"),
        pytest.param("They met in April Jones said.", "en", [], id="month-behind-in"),
        pytest.param("Can Ada Holm come?", "en", ["Ada Holm"], id="a-question"),
    ],
)
def test_a_common_word_begins_a_name(text: str, language: Language, names: list[str]) -> None:
    article = annotated_article(Article(text=text, language=language))
    assert [name.span.of(text) for name in article.names if " " in name.span.of(text)] == names


@pytest.mark.parametrize(
    ("text", "currencies"),
    [
        pytest.param("Trade rose to $7 billion, up from 6.5 billion.", ["USD", "USD"], id="up-from"),
        pytest.param("Oman gave 2 million, Peru 5 million dollars.", ["USD", "USD"], id="two-givers"),
        pytest.param("It had $7 billion from 6 million donors.", ["USD", None], id="a-count"),
    ],
)
def test_sums_that_are_compared_share_their_currency(text: str, currencies: list[str | None]) -> None:
    article = annotated_article(Article(text=text, language="en"))
    assert [amount.currency for amount in article.amounts] == currencies
