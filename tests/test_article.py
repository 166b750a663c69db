"""Articles keep their text as it is and know who they are."""

import pytest
from pydantic import ValidationError

from communique.article import Article


def test_text_is_never_normalised() -> None:
    text = " \r\nİ e\u0301 \t"
    assert Article(text=text).text == text


def test_the_id_defaults_to_the_digest() -> None:
    article = Article(text="a")
    assert article.id == article.sha256[:16] == "ca978112ca1bbdca"


def test_a_given_id_is_kept() -> None:
    assert Article(text="a", id="dawn/1").id == "dawn/1"


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(ValidationError, match="lone surrogate at character 1"):
        Article(text="a\ud800")
