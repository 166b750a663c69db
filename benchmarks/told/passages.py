"""Reads a set of passages: articles of one to three sentences with their gold events, in the form of annotations."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from tools.gold import extraction

from communique.article import Article
from communique.events import ArmsDeal, Event, MeetingEvent, Statement
from communique.records import Extraction
from communique.segmentation import segment

Part = Literal["work", "apart", "all"]
FOLDER = Path(__file__).parents[1] / "data" / "told"
_TALKS = (MeetingEvent, Statement)
KINDS: Mapping[str, tuple[type[Event], ...]] = {
    "meetings": _TALKS,
    "encounters": _TALKS,
    "accounts": _TALKS,
    "encounters_later": _TALKS,
    "dispatches": _TALKS,
    "bulletins": _TALKS,
    "deals": (ArmsDeal,),
    "deals_2": (ArmsDeal,),
    "deals_3": (ArmsDeal,),
    "deals_4": (ArmsDeal,),
}
"""The sets, and the kinds of events that each is annotated with."""
_ABOUT = ("id", "text", "published", "language")
_PARTS = 3


@dataclass(frozen=True, slots=True)
class Passages:
    """The articles of a set with their gold, and what of the annotations does not fit them."""

    gold: tuple[Extraction, ...]
    faults: tuple[str, ...]
    whole: Part | None = None
    """The part to which all of them belong; None for a set of both."""

    def part(self, part: Part) -> tuple[Extraction, ...]:
        """The passages of one part, in the order of the file; "all" is both parts."""
        return tuple(one for one in self.gold if part in ("all", self.whole or part_of(one.article.id)))


def part_of(name: str) -> Part:
    """The part to which a passage belongs for good, by the hash of its id."""
    return "apart" if int(sha256(name.encode()).hexdigest(), 16) % _PARTS == 0 else "work"


def names(folder: Path = FOLDER) -> tuple[str, ...]:
    """The sets that there are."""
    return tuple(name for name in KINDS if (folder / f"{name}.toml").exists())


def read_passages(name: str, folder: Path = FOLDER) -> Passages:
    """The set of that name."""
    given = tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
    return compiled(given["passage"], whole=given.get("part"))


def compiled(given: Iterable[Mapping[str, Any]], *, whole: Part | None = None) -> Passages:
    """The passages compiled; an event without evidence is told by all sentences of its passage."""
    faults: list[str] = []
    found = []
    for passage in given:
        article = _article(passage)
        notes = {kind: events for kind, events in passage.items() if kind not in _ABOUT}
        found.append(extraction(article, dict(_whole(article, notes)), faults))
    return Passages(tuple(found), tuple(faults), whole)


def _article(passage: Mapping[str, Any]) -> Article:
    published = passage.get("published")
    return Article(
        id=passage["id"],
        text=passage["text"].strip(),
        language=passage["language"],
        published=date.fromisoformat(str(published)) if published else None,
        published_from="given" if published else None,
    )


def _whole(article: Article, notes: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    every = [sentence.number for sentence in segment(article).sentences if sentence.number is not None]
    for kind, events in notes.items():
        yield kind, [{"evidence": every, **event} for event in events]
