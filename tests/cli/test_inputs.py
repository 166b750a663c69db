"""Inputs are read as they are needed, and what cannot be read keeps its place."""

from collections.abc import Iterator

import pytest

from communique.article import Article
from communique.cli.inputs import outcomes
from communique.completion import Completion, Prompt
from communique.errors import InputError
from communique.extractor import Extractor
from communique.ingest import FailedArticle

CONCURRENCY = 2
HELD = 8
"""So many articles for each that is under way may wait for one before them."""


class NeverAsked:
    """A model for articles that need none."""

    async def complete(self, prompt: Prompt) -> Completion:
        raise AssertionError(prompt)


def extractor() -> Extractor:
    return Extractor(client=NeverAsked(), strategy="sentence")


def article(name: str) -> Article:
    return Article(id=name, text="It rained.", language="en")


def failed(name: str) -> FailedArticle:
    return FailedArticle(name, InputError("it is broken", mend="mend it"))


def names(made: Iterator[object]) -> list[str]:
    return [item.id if isinstance(item, FailedArticle) else item.article.id for item in made]  # type: ignore[attr-defined]


@pytest.mark.parametrize("order", ["", "f", "ff", "a", "fa", "af", "faf", "aafffaaafaf", "ffaaaaaaaa", "aaaaaaaafff"])
def test_every_input_has_its_outcome_in_its_place(order: str) -> None:
    inputs = [article(f"{n}{kind}") if kind == "a" else failed(f"{n}{kind}") for n, kind in enumerate(order)]
    found = outcomes(extractor(), inputs, CONCURRENCY)
    assert names(found) == [f"{n}{kind}" for n, kind in enumerate(order)]


def test_no_more_inputs_are_read_than_may_be_held() -> None:
    taken: list[str] = []

    def inputs() -> Iterator[Article | FailedArticle]:
        for n in range(100):
            taken.append(str(n))
            yield article(str(n))

    found = outcomes(extractor(), inputs(), CONCURRENCY)
    next(found)
    assert len(taken) <= CONCURRENCY * HELD + 1
