"""Candidates for one end of a transaction without those who stand at the other."""

from collections.abc import Iterator, Mapping, Set

from communique.annotation import AnnotatedArticle, inside
from communique.drafts import DraftValue, Proposed
from communique.events import Event
from communique.forms import Question
from communique.source import fold


def without_other_end(
    article: AnnotatedArticle, event: type[Event], question: Question, decided: Mapping[str, DraftValue]
) -> Question:
    """The question for an end without those who stand at the other, or belong to its state."""
    if question.shape.name not in event.ends:
        return question
    others = [decided[name] for name in event.ends if name in decided and name != question.shape.name]
    taken = {mark for value in others for mark in _marks(article, value)}
    left = tuple(one for one in question.options if not any(_names(mark, taken) for mark in _marks(article, one.value)))
    return Question(question.shape, left)


def _names(mark: str, taken: Set[str]) -> bool:
    """Whether the words are those of somebody taken, or begin them: "Kestrel" of "Kestrel Aviation"."""
    return mark in taken or any(one.startswith(f"{mark} ") for one in taken)


def _marks(article: AnnotatedArticle, value: DraftValue) -> Iterator[str]:
    """The words of the actors, and the codes of the countries in them."""
    if isinstance(value, Proposed):
        yield fold(value.text)
        if value.span is not None:
            yield from (country.code for country in inside(article.countries, (value.span,)))
        return
    for member in value.values() if isinstance(value, Mapping) else value:
        yield from _marks(article, member)
