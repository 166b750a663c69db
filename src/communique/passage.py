"""An article cut into sentences: what `segmentation` makes and every later stage reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from communique.article import Article, Language
from communique.spans import Span, blanked

Role = Literal["body", "heading", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span without surrounding white space, its paragraph (0-based), its role and its number.

    `number` counts from 1 over the sentences shown to the model; boilerplate has none (0).
    """

    span: Span
    paragraph: int
    role: Role
    number: int


@dataclass(frozen=True)
class Passage:
    """An article and its sentences in text order. Sentences do not overlap; what lies between them is white space in
    `text`.

    `injections` are the parts of the article that address a machine; in `text` they are blank.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    injections: tuple[Span, ...] = ()

    @cached_property
    def text(self) -> str:
        """The article's text as it is read: of the same length, with spaces in place of `injections`."""
        return blanked(self.article.text, self.injections)

    @property
    def language(self) -> Language:
        """The article's language; "other" where it is unknown."""
        return self.article.language or "other"

    @property
    def published(self) -> date | None:
        """The document creation time."""
        return self.article.published

    def shown(self) -> Iterator[Sentence]:
        """The sentences the model is shown, in order: all but boilerplate."""
        return (sentence for sentence in self.sentences if sentence.role != "boilerplate")
